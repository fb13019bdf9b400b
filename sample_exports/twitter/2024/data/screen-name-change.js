window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange" : {
      "accountId" : "2244110093",
      "screenNameChange" : {
        "changedAt" : "2019-06-01T10:00:00.000Z",
        "changedFrom" : "maren_ward4",
        "changedTo" : "maren_quill_ot"
      }
    }
  }
]