window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "nadia@example.org",
      "createdVia" : "oauth:3033300",
      "username" : "nadia_says_slt",
      "accountId" : "1180045001",
      "createdAt" : "2019-10-04T00:00:00.000Z",
      "accountDisplayName" : "Nadia | SLT"
    }
  }
]