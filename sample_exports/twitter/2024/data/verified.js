window.YTD.verified.part0 = [
  {
    "verified" : {
      "accountId" : "2244110093",
      "verified" : false
    }
  }
]