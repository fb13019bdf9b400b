window.YTD.tweets.part1 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "843717490897850369"
          ],
          "editableUntil" : "2017-03-20T06:55:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
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
        "99"
      ],
      "favorite_count" : "11",
      "id_str" : "843717490897850369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "843717490897850369",
      "created_at" : "Mon Mar 20 06:55:00 +0000 2017",
      "favorited" : false,
      "full_text" : "On the road to a nine o'clock visit, the morning after the night before 😉 May the client be gentle.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "796072344941498369"
          ],
          "editableUntil" : "2016-11-08T19:30:12.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
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
        "98"
      ],
      "favorite_count" : "7",
      "id_str" : "796072344941498369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "796072344941498369",
      "created_at" : "Tue Nov 08 19:30:12 +0000 2016",
      "favorited" : false,
      "full_text" : "Smith &amp; Daughters, the only undertaker for miles, sent our ward a hamper. Too soon, lads &lt;3",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1001798426293178369"
          ],
          "editableUntil" : "2018-05-30T12:12:12.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/Em0j1L1nk9",
            "expanded_url" : "https://example.org/energy?a=1&b=2",
            "display_url" : "example.org/energy?a=1&b=2",
            "indices" : [
              "42",
              "65"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "1",
      "id_str" : "1001798426293178369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1001798426293178369",
      "possibly_sensitive" : false,
      "created_at" : "Wed May 30 12:12:12 +0000 2018",
      "favorited" : false,
      "full_text" : "Reading: 📚 an hour on energy conservation https://t.co/Em0j1L1nk9",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1096106986828730369"
          ],
          "editableUntil" : "2019-02-14T18:00:45.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
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
        "61"
      ],
      "favorite_count" : "0",
      "id_str" : "1096106986828730369",
      "in_reply_to_user_id" : "90000404",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1096106986828730369",
      "created_at" : "Thu Feb 14 18:00:45 +0000 2019",
      "favorited" : false,
      "full_text" : "@gone_away4 I remember that corridor. You still owe me a pen.",
      "lang" : "en",
      "in_reply_to_user_id_str" : "90000404"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "638623575045050369"
          ],
          "editableUntil" : "2015-09-01T08:05:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
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
        "57"
      ],
      "favorite_count" : "19",
      "id_str" : "638623575045050369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "638623575045050369",
      "created_at" : "Tue Sep 01 08:05:00 +0000 2015",
      "favorited" : false,
      "full_text" : "RT if you have ever eaten lunch in a stationery cupboard.",
      "lang" : "en"
    }
  }
]