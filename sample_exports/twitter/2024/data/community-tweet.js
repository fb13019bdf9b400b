window.YTD.community_tweet.part0 = [
  {
    "tweet" : {
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
        "88"
      ],
      "favorite_count" : "5",
      "id_str" : "1781039824761786369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1781039824761786369",
      "created_at" : "Thu Apr 18 19:19:19 +0000 2024",
      "favorited" : false,
      "full_text" : "Anyone got a good one-page leaflet on pacing? Mine is from 2009 and shows a fax machine.",
      "lang" : "en",
      "community_id" : "1500000000000000123",
      "community_id_str" : "1500000000000000123",
      "scopes" : {
        "followers" : false
      }
    }
  }
]