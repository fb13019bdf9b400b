window.YTD.twitter_circle_tweet.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1592982127375290369"
          ],
          "editableUntil" : "2022-11-16T20:45:10.000Z",
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
        "107"
      ],
      "favorite_count" : "6",
      "id_str" : "1592982127375290369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1592982127375290369",
      "created_at" : "Wed Nov 16 20:45:10 +0000 2022",
      "favorited" : false,
      "full_text" : "The first-word one is the twin from the farm shop. Do not tell Gran, she is being told on Sunday with cake.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1567983614161850369"
          ],
          "editableUntil" : "2022-09-08T21:10:00.000Z",
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
        "110"
      ],
      "favorite_count" : "9",
      "id_str" : "1567983614161850369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1567983614161850369",
      "created_at" : "Thu Sep 08 21:10:00 +0000 2022",
      "favorited" : false,
      "full_text" : "Mum number four this week who wants it to be the vaccine. It is not the vaccine. It is the iPad &amp; the dad.",
      "lang" : "en"
    }
  }
]