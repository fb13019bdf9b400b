window.YTD.protected_history.part0 = [
  {
    "protectedHistory" : {
      "protectedAt" : "2021-05-31T08:00:00.000Z",
      "action" : "Protect"
    }
  }
]