window.YTD.lists_created.part0 = [ {
  "userListInfo" : {
    "urls" : [
      "https://twitter.com/calloway_family_law/lists/other-side-s-solicitors",
      "https://twitter.com/calloway_family_law/lists/bakeries"
    ]
  }
} ]