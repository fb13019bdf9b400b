window.YTD.account.part0 = [ {
  "account" : {
    "phoneNumber" : "",
    "email" : "e.calloway@example.org",
    "createdVia" : "web",
    "username" : "calloway_family_law",
    "accountId" : "308812457",
    "createdAt" : "1306872000000",
    "accountDisplayName" : "E Calloway"
  }
} ]