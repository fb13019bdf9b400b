window.YTD.lists_created.part0 = [
  {
    "userListInfo" : {
      "url" : "https://twitter.com/maren_quill_ot/lists/tuesday-clinic-families"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/i/lists/1688000000000000000"
    }
  }
]