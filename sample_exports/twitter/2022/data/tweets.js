window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1592807686271930369"
          ],
          "editableUntil" : "2022-11-16T09:12:00.000Z",
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
        "91"
      ],
      "favorite_count" : "64",
      "id_str" : "1592807686271930369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1592807686271930369",
      "created_at" : "Wed Nov 16 09:12:00 +0000 2022",
      "favorited" : false,
      "full_text" : "Somebody said their first word in my room today. It was \"no\". Perfect word. Perfect moment.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1587875520312250369"
          ],
          "editableUntil" : "2022-11-02T18:33:20.000Z",
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
        "37"
      ],
      "favorite_count" : "19",
      "id_str" : "1587875520312250369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1587875520312250369",
      "created_at" : "Wed Nov 02 18:33:20 +0000 2022",
      "favorited" : false,
      "full_text" : "Half of speech therapy is laminating.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1583065492485050369"
          ],
          "editableUntil" : "2022-10-20T12:00:00.000Z",
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
        "67"
      ],
      "favorite_count" : "8",
      "id_str" : "1583065492485050369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1583065492485050369",
      "created_at" : "Thu Oct 20 12:00:00 +0000 2022",
      "favorited" : false,
      "full_text" : "Lovely day with the early years team &amp; a very large parachute 🪂",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "retweeted" : false,
      "id_str" : null,
      "full_text" : [
        "a",
        "list"
      ]
    }
  }
]