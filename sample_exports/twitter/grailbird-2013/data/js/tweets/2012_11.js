Grailbird.data.tweets_2012_11 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [
      {
        "name" : "School Libraries Now",
        "screen_name" : "schoollibsnow",
        "indices" : [
          3,
          17
        ],
        "id_str" : "70000044",
        "id" : 70000044
      }
    ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "271282366444474369",
  "text" : "RT @schoollibsnow: Reading for pleasure goes up when nobody marks it. We asked 400 pupils what they read when no teacher is looking &amp; w\u2026",
  "retweeted_status" : {
    "source" : "web",
    "entities" : {
      "user_mentions" : [ ],
      "media" : [ ],
      "hashtags" : [ ],
      "urls" : [
        {
          "indices" : [
            120,
            140
          ],
          "url" : "http:\/\/t.co\/Qq72bbcd",
          "expanded_url" : "http:\/\/example.org\/reading-lists",
          "display_url" : "example.org\/reading-lists"
        }
      ]
    },
    "geo" : { },
    "id_str" : "271276783825850369",
    "text" : "Reading for pleasure goes up when nobody marks it. We asked 400 pupils what they read when no teacher is looking &amp; why http:\/\/t.co\/Qq72bbcd",
    "id" : 271276783825850369,
    "created_at" : "2012-11-21 15:40:00 +0000",
    "user" : {
      "name" : "School Libraries Now",
      "screen_name" : "schoollibsnow",
      "protected" : false,
      "id_str" : "70000044",
      "id" : 70000044,
      "verified" : false
    }
  },
  "id" : 271282366444474369,
  "created_at" : "2012-11-21 16:02:11 +0000",
  "user" : {
    "name" : "T Brannigan",
    "screen_name" : "mr_brannigan",
    "protected" : false,
    "id_str" : "61550193",
    "profile_image_url_https" : "https:\/\/pbs.twimg.com\/profile_images\/1\/tb_normal.png",
    "id" : 61550193,
    "verified" : false
  }
} ]