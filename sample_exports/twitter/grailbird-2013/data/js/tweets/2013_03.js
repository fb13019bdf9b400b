Grailbird.data.tweets_2013_03 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "in_reply_to_status_id_str" : "310142337151930369",
  "id_str" : "310143142458298369",
  "in_reply_to_user_id" : 61550193,
  "text" : "Size 6, before you ask. He thinks they were in lost property.",
  "id" : 310143142458298369,
  "in_reply_to_status_id" : 310142337151930369,
  "created_at" : "2013-03-08 21:41:02 +0000",
  "in_reply_to_screen_name" : "mr_brannigan",
  "in_reply_to_user_id_str" : "61550193",
  "user" : {
    "name" : "T Brannigan",
    "screen_name" : "mr_brannigan",
    "protected" : false,
    "id_str" : "61550193",
    "profile_image_url_https" : "https:\/\/pbs.twimg.com\/profile_images\/1\/tb_normal.png",
    "id" : 61550193,
    "verified" : false
  }
}, {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : {
    "type" : "Point",
    "coordinates" : [
      53.7456,
      -0.3367
    ]
  },
  "id_str" : "310142337151930369",
  "text" : "The new lad in my form turned up in his sister's shoes again. Social worker says \"monitor\". I bought the shoes.",
  "id" : 310142337151930369,
  "created_at" : "2013-03-08 21:37:50 +0000",
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