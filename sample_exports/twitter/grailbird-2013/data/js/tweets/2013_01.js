Grailbird.data.tweets_2013_01 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [
      {
        "expanded_url" : "http:\/\/twitter.com\/mr_brannigan\/status\/290733174420410369\/photo\/1",
        "indices" : [
          79,
          99
        ],
        "url" : "http:\/\/t.co\/sn0wMan1",
        "media_url" : "http:\/\/pbs.twimg.com\/media\/Bb.png",
        "id_str" : "1",
        "id" : 1,
        "media_url_https" : "https:\/\/pbs.twimg.com\/media\/Bb.png",
        "sizes" : [
          {
            "h" : 150,
            "resize" : "crop",
            "w" : 150
          }
        ],
        "display_url" : "pic.twitter.com\/sn0wMan1"
      }
    ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "290733174420410369",
  "text" : "Snow. The caretaker has built a snow headteacher. The likeness is actionable \u2603 http:\/\/t.co\/sn0wMan1",
  "id" : 290733174420410369,
  "created_at" : "2013-01-14 08:12:45 +0000",
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