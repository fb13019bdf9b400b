Grailbird.data.tweets_2010_10 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "29001188345",
  "text" : "Half term. Marking: 62 books. Biscuits: 62.",
  "id" : 29001188345,
  "created_at" : "2010-10-28 00:00:00 +0000",
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