window.YTD.screen_name_change.part0 = [ {
  "screenNameChange" : {
    "accountId" : "308812457",
    "screenNameChange" : {
      "changedAt" : "1391245200",
      "changedFrom" : "ecalloway_trainee",
      "changedTo" : "calloway_family_law"
    }
  }
} ]