window.YTD.verified.part0 = [ {
  "verified" : {
    "accountId" : "308812457",
    "verified" : false
  }
} ]