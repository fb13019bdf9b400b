Grailbird.data.tweets_2010_08 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [
      {
        "name" : "Ms Adeyinka",
        "screen_name" : "ms_adeyinka_art",
        "indices" : [
          0,
          16
        ],
        "id_str" : "70000021",
        "id" : 70000021
      }
    ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "in_reply_to_status_id_str" : "20411000001",
  "id_str" : "20411309877",
  "in_reply_to_user_id" : 70000021,
  "text" : "@ms_adeyinka_art it&#39;s &quot;only&quot; six weeks &lt;3 http:\/\/is.gd\/summerlist",
  "id" : 20411309877,
  "in_reply_to_status_id" : 20411000001,
  "created_at" : "2010-08-06 00:00:00 +0000",
  "in_reply_to_screen_name" : "ms_adeyinka_art",
  "in_reply_to_user_id_str" : "70000021",
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