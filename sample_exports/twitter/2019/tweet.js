window.YTD.tweet.part0 = [ {
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
    "100"
  ],
  "favorite_count" : "12",
  "id_str" : "1178724101125050369",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "1178724101125050369",
  "created_at" : "Mon Sep 30 17:31:40 +0000 2019",
  "favorited" : false,
  "full_text" : "Listed for two hours. Settled in the corridor in nine minutes. Everybody cried, including the usher.",
  "lang" : "en"
}, {
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
    "87"
  ],
  "favorite_count" : "7",
  "in_reply_to_status_id_str" : "1171876564300730369",
  "id_str" : "1171876690129850369",
  "in_reply_to_user_id" : "308812457",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "1171876690129850369",
  "in_reply_to_status_id" : "1171876564300730369",
  "created_at" : "Wed Sep 11 20:02:30 +0000 2019",
  "favorited" : false,
  "full_text" : "He is a dentist. Half of you have lain in his chair. I shall floss at home from now on.",
  "lang" : "en",
  "in_reply_to_screen_name" : "calloway_family_law",
  "in_reply_to_user_id_str" : "308812457"
}, {
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
    "123"
  ],
  "favorite_count" : "28",
  "id_str" : "1171876564300730369",
  "truncated" : false,
  "retweet_count" : "2",
  "id" : "1171876564300730369",
  "created_at" : "Wed Sep 11 20:02:00 +0000 2019",
  "favorited" : false,
  "full_text" : "Today's other side told the judge he could not afford maintenance and then drove off in a car with doors that open upwards.",
  "lang" : "en"
}, {
  "retweeted" : false,
  "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
  "entities" : {
    "hashtags" : [ ],
    "symbols" : [ ],
    "user_mentions" : [
      {
        "name" : "F Oyelaran",
        "screen_name" : "advocate_oyelaran",
        "indices" : [
          "0",
          "18"
        ],
        "id_str" : "80000031",
        "id" : "80000031"
      }
    ],
    "urls" : [
      {
        "url" : "https://t.co/s1lkN3ws01",
        "expanded_url" : "https://example.org/new-silks-2019",
        "display_url" : "example.org/new-silks-2019",
        "indices" : [
          "81",
          "104"
        ]
      }
    ]
  },
  "display_text_range" : [
    "0",
    "104"
  ],
  "favorite_count" : "0",
  "in_reply_to_status_id_str" : "1146720000000000011",
  "id_str" : "1146754277176250369",
  "in_reply_to_user_id" : "80000031",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "1146754277176250369",
  "in_reply_to_status_id" : "1146720000000000011",
  "possibly_sensitive" : false,
  "created_at" : "Thu Jul 04 12:15:00 +0000 2019",
  "favorited" : false,
  "full_text" : "@advocate_oyelaran Congratulations on silk!! 🎉🎉 Richly deserved &amp; about time https://t.co/s1lkN3ws01",
  "lang" : "en",
  "in_reply_to_screen_name" : "advocate_oyelaran",
  "in_reply_to_user_id_str" : "80000031"
}, {
  "retweeted" : false,
  "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
  "entities" : {
    "hashtags" : [ ],
    "symbols" : [ ],
    "user_mentions" : [
      {
        "name" : "Law Centre News",
        "screen_name" : "lawcentre_news",
        "indices" : [
          "3",
          "18"
        ],
        "id_str" : "80000044",
        "id" : "80000044"
      }
    ],
    "urls" : [ ]
  },
  "display_text_range" : [
    "0",
    "140"
  ],
  "favorite_count" : "0",
  "id_str" : "1128933149242298369",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "1128933149242298369",
  "created_at" : "Thu May 16 08:00:12 +0000 2019",
  "favorited" : false,
  "full_text" : "RT @lawcentre_news: Legal aid figures out today. Behind every percentage point is somebody sitting at a kitchen table with a form that they…",
  "lang" : "en"
}, {
  "retweeted" : false,
  "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
  "entities" : {
    "hashtags" : [ ],
    "symbols" : [ ],
    "user_mentions" : [ ],
    "urls" : [ ],
    "media" : [
      {
        "expanded_url" : "https://twitter.com/calloway_family_law/status/1109164127810490369/photo/1",
        "indices" : [
          "33",
          "56"
        ],
        "url" : "https://t.co/d3skPict01",
        "media_url" : "http://pbs.twimg.com/media/D2desk0aaaa.png",
        "id_str" : "1109164127810486349",
        "id" : "1109164127810486349",
        "media_url_https" : "https://pbs.twimg.com/media/D2desk0aaaa.png",
        "sizes" : {
          "thumb" : {
            "w" : "150",
            "h" : "150",
            "resize" : "crop"
          }
        },
        "type" : "photo",
        "display_url" : "pic.twitter.com/d3skPict01"
      }
    ]
  },
  "display_text_range" : [
    "0",
    "56"
  ],
  "favorite_count" : "15",
  "id_str" : "1109164127810490369",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "1109164127810490369",
  "possibly_sensitive" : false,
  "created_at" : "Fri Mar 22 18:45:10 +0000 2019",
  "favorited" : false,
  "full_text" : "Friday. My desk, for the record. https://t.co/d3skPict01",
  "lang" : "en",
  "extended_entities" : {
    "media" : [
      {
        "expanded_url" : "https://twitter.com/calloway_family_law/status/1109164127810490369/photo/1",
        "indices" : [
          "33",
          "56"
        ],
        "url" : "https://t.co/d3skPict01",
        "media_url" : "http://pbs.twimg.com/media/D2desk0aaaa.png",
        "id_str" : "1109164127810486349",
        "id" : "1109164127810486349",
        "media_url_https" : "https://pbs.twimg.com/media/D2desk0aaaa.png",
        "sizes" : {
          "thumb" : {
            "w" : "150",
            "h" : "150",
            "resize" : "crop"
          }
        },
        "type" : "photo",
        "display_url" : "pic.twitter.com/d3skPict01"
      }
    ]
  }
}, {
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
    "135"
  ],
  "favorite_count" : "41",
  "id_str" : "1076160361788346369",
  "truncated" : false,
  "retweet_count" : "3",
  "id" : "1076160361788346369",
  "created_at" : "Fri Dec 21 16:59:59 +0000 2018",
  "favorited" : false,
  "full_text" : "Office closed. To the client who rang eleven times since Monday about the cat: he keeps the cat on alternate weekends. Merry Christmas.",
  "lang" : "en"
}, {
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
    "21"
  ],
  "favorite_count" : "0",
  "id_str" : "1047051057361850369",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "1047051057361850369",
  "created_at" : "Tue Oct 02 09:10:00 +0000 2018",
  "favorited" : false,
  "full_text" : "Thinking about trees.",
  "lang" : "und",
  "geo" : {
    "type" : "Point",
    "coordinates" : [
      "51.4545",
      "-2.5879"
    ]
  },
  "coordinates" : {
    "type" : "Point",
    "coordinates" : [
      "-2.5879",
      "51.4545"
    ]
  }
}, {
  "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
  "id_str" : "1040000000000000123",
  "id" : "1040000000000000123",
  "created_at" : "Thu Sep 13 07:00:00 +0000 2018",
  "full_text" : {
    "text" : "nested"
  },
  "lang" : "en"
}, {
  "retweeted" : false,
  "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
  "entities" : {
    "hashtags" : [ ],
    "symbols" : [ ],
    "user_mentions" : [ ],
    "urls" : [ ]
  },
  "display_text_range" : [
    "0",
    "30"
  ],
  "favorite_count" : "5",
  "id_str" : "746236665000890369",
  "truncated" : false,
  "retweet_count" : "0",
  "id" : "746236665000890369",
  "created_at" : "Fri Jun 24 07:01:00 +0000 2016",
  "favorited" : false,
  "full_text" : "No words. Only custard creams.",
  "lang" : "en"
} ]