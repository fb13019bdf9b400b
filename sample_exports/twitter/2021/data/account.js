window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "idris@example.org",
      "createdVia" : "oauth:129032",
      "username" : "nightshift_idris",
      "accountId" : "715530021",
      "createdAt" : "2014-06-01T00:00:00.000Z",
      "accountDisplayName" : "Idris, nights"
    }
  }
]