window.YTD.saved_search.part0 = [ {
  "savedSearch" : {
    "savedSearchId" : "201234",
    "query" : "dentist divorce convertible"
  }
} ]