Grailbird.data.tweets_2010_07 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "18766552034",
  "text" : "Reports: written. Voice: gone. Year 9: unrepentant.",
  "id" : 18766552034,
  "created_at" : "2010-07-17 00:00:00 +0000",
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