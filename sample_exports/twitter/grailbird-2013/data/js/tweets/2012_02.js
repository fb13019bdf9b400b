Grailbird.data.tweets_2012_02 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/twitter.com\/\" rel=\"nofollow\"\u003ETwitter for Android\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [
      {
        "indices" : [
          92,
          112
        ],
        "url" : "http:\/\/t.co\/Kz81mPq0",
        "expanded_url" : "http:\/\/example.org\/parents-evening-bingo",
        "display_url" : "example.org\/parents-evenin\u2026"
      }
    ]
  },
  "geo" : { },
  "id_str" : "167711490831290369",
  "text" : "Parents' evening. One dad asked if his son was \"the worst one\". He is not. His brother was. http:\/\/t.co\/Kz81mPq0",
  "id" : 167711490831290369,
  "created_at" : "2012-02-09 20:48:30 +0000",
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