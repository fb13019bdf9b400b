window.YTD.protected_history.part0 = [
  {
    "protectedHistory" : {
      "protectedAt" : "2024-11-01T00:10:00.000Z",
      "action" : "Protect"
    }
  },
  {
    "protectedHistory" : {
      "protectedAt" : "2024-11-03T09:00:00.000Z",
      "action" : "Unprotect"
    }
  }
]