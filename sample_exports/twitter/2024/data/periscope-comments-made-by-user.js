window.YTD.periscope_comments_made_by_user.part0 = [
  {
    "periscopeCommentsMadeByUser" : {
      "broadcastId" : "1OwxWYzDrLlJQ",
      "byAccountId" : "1abQuillPeri",
      "createdAt" : "2022-03-03T19:05:10.000Z",
      "text" : "we tried that on our ward & it lasted <1 day"
    }
  },
  {
    "periscopeCommentsMadeByUser" : {
      "broadcastId" : "1OwxWYzDrLlJQ",
      "byAccountId" : "1abQuillPeri",
      "createdAt" : "2022-03-03T19:06:44.000Z",
      "text" : "👏👏"
    }
  }
]