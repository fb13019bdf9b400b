window.YTD.deleted_note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1875318832231350312",
      "updatedAt" : "2025-01-03T23:10:26.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2025-01-03T23:10:26.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "Cannot sleep, so: the family meeting. Four grown children, one frail father, & a will that three of them had seen. I was there to talk about a bath board. The eldest said, in front of him, that he would be 'no trouble for much longer'. I said we would take a break. I went to the car park and swore at a hedge. I am sorry, hedge. You had done nothing. Neither had he.",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ],
        "timestamps" : [ ]
      }
    }
  }
]