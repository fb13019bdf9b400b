window.YTD.ip_audit.part0 = [
  {
    "ipAudit" : {
      "accountId" : "2244110093",
      "createdAt" : "2025-01-12T08:00:00.000Z",
      "loginIp" : "192.0.2.17"
    }
  }
]