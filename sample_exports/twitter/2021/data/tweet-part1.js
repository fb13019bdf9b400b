window.YTD.tweet.part1 = [
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
        "132"
      ],
      "favorite_count" : "310",
      "id_str" : "1251617791144890369",
      "truncated" : false,
      "retweet_count" : "40",
      "id" : "1251617791144890369",
      "created_at" : "Sat Apr 18 21:05:10 +0000 2020",
      "favorited" : false,
      "full_text" : "Held the phone so that bed 3 could hear his choir sing to him from the car park. You all saw it on the news. Now you know which bed.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : "none"
      },
      "id_str" : "1250000000000000321",
      "created_at" : "Tue Apr 14 07:00:00 +0000 2020",
      "full_text" : 12,
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
        "56"
      ],
      "favorite_count" : "22",
      "id_str" : "1209617247237050369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1209617247237050369",
      "created_at" : "Tue Dec 24 23:30:00 +0000 2019",
      "favorited" : false,
      "full_text" : "Tinsel on the defibrillator. Allowed? Asking for a ward.",
      "lang" : "en"
    }
  }
]