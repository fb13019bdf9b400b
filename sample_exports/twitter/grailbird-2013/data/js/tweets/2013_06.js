Grailbird.data.tweets_2013_06 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [
      {
        "text" : "freedom",
        "indices" : [
          12,
          20
        ]
      }
    ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "350637205615546369",
  "text" : "Last bell \ud83d\udd14 #freedom",
  "id" : 350637205615546369,
  "created_at" : "2013-06-28 15:29:59 +0000",
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
  "source" : "web",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "345000000000000001",
  "text" : [
    "not",
    "words"
  ],
  "id" : 345000000000000001,
  "created_at" : "2013-06-12 09:00:00 +0000",
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