Grailbird.data.tweets_2011_05 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "65375065994170369",
  "text" : "Invigilating. Someone has drawn a very good horse.",
  "id" : 65375065994170369,
  "created_at" : "2011-05-03 11:20:05 +0000",
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