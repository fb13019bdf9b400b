window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "maren@example.org",
      "createdVia" : "web",
      "username" : "maren_quill_ot",
      "accountId" : "2244110093",
      "createdAt" : "2013-12-14T09:00:00.000Z",
      "accountDisplayName" : "Maren Quill, OT"
    }
  }
]