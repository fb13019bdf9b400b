window.YTD.tweet.part0 = [
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
        "96"
      ],
      "favorite_count" : "55",
      "id_str" : "1398529538257850369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1398529538257850369",
      "created_at" : "Sat May 29 06:40:00 +0000 2021",
      "favorited" : false,
      "full_text" : "Fourth night done. Saw the sunrise through the ambulance bay doors, like a postcard with sirens.",
      "lang" : "en"
    }
  },
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
        "84"
      ],
      "favorite_count" : "80",
      "id_str" : "1393056600683450369",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "1393056600683450369",
      "created_at" : "Fri May 14 04:12:30 +0000 2021",
      "favorited" : false,
      "full_text" : "3am: the man with the fish hook is the same man as last bank holiday. Different ear.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Corridor Queen",
            "screen_name" : "corridor_queen",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "81000001",
            "id" : "81000001"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "47"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1378100000000000000",
      "id_str" : "1378104955499450369",
      "in_reply_to_user_id" : "81000001",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1378104955499450369",
      "in_reply_to_status_id" : "1378100000000000000",
      "created_at" : "Fri Apr 02 22:00:00 +0000 2021",
      "favorited" : false,
      "full_text" : "@corridor_queen no comment &amp; no photographs",
      "lang" : "en",
      "in_reply_to_screen_name" : "corridor_queen",
      "in_reply_to_user_id_str" : "81000001"
    }
  }
]