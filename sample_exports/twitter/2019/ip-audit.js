window.YTD.ip_audit.part0 = [ {
  "ipAudit" : {
    "accountId" : "308812457",
    "createdAt" : "2019-09-30T17:00:00.000Z",
    "loginIp" : "192.0.2.44"
  }
} ]