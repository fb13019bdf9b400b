window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : { },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "0",
      "id_str" : "1876917394731962369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1876917394731962369",
      "created_at" : "Wed Jan 08 09:02:33 +0000 2025",
      "favorited" : false,
      "full_text" : "Waiting room bingo: somebody I was at school with. She saw me see her file. Awkward &amp; awful.",
      "lang" : "en",
      "deleted_at" : "Wed Jan 08 09:30:00 +0000 2025"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1875318832323625004"
          ],
          "editableUntil" : "2025-01-03T23:10:26.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "280"
      ],
      "favorite_count" : "0",
      "id_str" : "1875318832323625004",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1875318832323625004",
      "created_at" : "Fri Jan 03 23:10:26 +0000 2025",
      "favorited" : false,
      "full_text" : "Cannot sleep, so: the family meeting. Four grown children, one frail father, &amp; a will that three of them had seen. I was there to talk about a bath board. The eldest said, in front of him, that he would be 'no trouble for much longer'. I said we would take a break. I went to…",
      "lang" : "en",
      "deleted_at" : "Sat Jan 04 07:15:41 +0000 2025"
    }
  }
]