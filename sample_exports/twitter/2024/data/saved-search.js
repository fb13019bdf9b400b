window.YTD.saved_search.part0 = [
  {
    "savedSearch" : {
      "savedSearchId" : "1455000001",
      "query" : "\"mill lane\" bakery accident"
    }
  }
]