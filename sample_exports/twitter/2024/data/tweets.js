window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1869800403235770369"
          ],
          "editableUntil" : "2024-12-19T17:42:10.000Z",
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
        "100"
      ],
      "favorite_count" : "14",
      "id_str" : "1869800403235770369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1869800403235770369",
      "created_at" : "Thu Dec 19 17:42:10 +0000 2024",
      "favorited" : false,
      "full_text" : "Last clinic of the year done. Mince pies eaten: too many. Forms outstanding: the same as in January.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1867314305037242375"
          ],
          "editableUntil" : "2024-12-12T21:03:18.000Z",
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
        "140"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1867314300842938372",
      "id_str" : "1867314305037242375",
      "in_reply_to_user_id" : "2244110093",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1867314305037242375",
      "in_reply_to_status_id" : "1867314300842938372",
      "created_at" : "Thu Dec 12 21:03:18 +0000 2024",
      "favorited" : false,
      "full_text" : "She asked me not to tell her sister, who does the flowers for the school fete. So I have told nobody. Except, apparently, all of you. Night.",
      "lang" : "en",
      "in_reply_to_screen_name" : "maren_quill_ot",
      "in_reply_to_user_id_str" : "2244110093"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1867314300842938372"
          ],
          "editableUntil" : "2024-12-12T21:03:17.000Z",
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
        "154"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "1867314292454330369",
      "id_str" : "1867314300842938372",
      "in_reply_to_user_id" : "2244110093",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1867314300842938372",
      "in_reply_to_status_id" : "1867314292454330369",
      "created_at" : "Thu Dec 12 21:03:17 +0000 2024",
      "favorited" : false,
      "full_text" : "For six weeks this spring she could not hold a pair of scissors. Nobody in the village knows why the flower shop was shut, they were told it was a cruise.",
      "lang" : "en",
      "in_reply_to_screen_name" : "maren_quill_ot",
      "in_reply_to_user_id_str" : "2244110093"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1867314292454330369"
          ],
          "editableUntil" : "2024-12-12T21:03:15.000Z",
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
        "66"
      ],
      "favorite_count" : "21",
      "id_str" : "1867314292454330369",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1867314292454330369",
      "created_at" : "Thu Dec 12 21:03:15 +0000 2024",
      "favorited" : false,
      "full_text" : "Three small things that made the job worth it this year. A thread.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1863496255271866369"
          ],
          "editableUntil" : "2024-12-02T08:11:44.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Harbour Team",
            "screen_name" : "harbour_team",
            "indices" : [
              "0",
              "13"
            ],
            "id_str" : "90000002",
            "id" : "90000002"
          }
        ],
        "urls" : [
          {
            "url" : "https://t.co/Hb4rQx0Lk2",
            "expanded_url" : "https://example.org/falls-leaflet",
            "display_url" : "example.org/falls-leaflet",
            "indices" : [
              "73",
              "96"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1863487001112223334",
      "id_str" : "1863496255271866369",
      "in_reply_to_user_id" : "90000002",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1863496255271866369",
      "in_reply_to_status_id" : "1863487001112223334",
      "possibly_sensitive" : false,
      "created_at" : "Mon Dec 02 08:11:44 +0000 2024",
      "favorited" : false,
      "full_text" : "@harbour_team Thank you! Shared with the team &amp; pinned by the kettle https://t.co/Hb4rQx0Lk2",
      "lang" : "en",
      "in_reply_to_screen_name" : "harbour_team",
      "in_reply_to_user_id_str" : "90000002"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1862111698744250369"
          ],
          "editableUntil" : "2024-11-28T12:30:00.000Z",
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
            "url" : "https://t.co/Qu0te5Tw33",
            "expanded_url" : "https://twitter.com/bevans_physio/status/1862000000000000001",
            "display_url" : "twitter.com/bevans_physio/…",
            "indices" : [
              "26",
              "49"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "49"
      ],
      "favorite_count" : "6",
      "id_str" : "1862111698744250369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1862111698744250369",
      "possibly_sensitive" : false,
      "created_at" : "Thu Nov 28 12:30:00 +0000 2024",
      "favorited" : false,
      "full_text" : "This. Every word of this. https://t.co/Qu0te5Tw33",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1859312130847674369"
          ],
          "editableUntil" : "2024-11-20T19:05:31.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Therapy Weekly",
            "screen_name" : "therapy_weekly",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "90000007",
            "id" : "90000007"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "0",
      "id_str" : "1859312130847674369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1859312130847674369",
      "created_at" : "Wed Nov 20 19:05:31 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @therapy_weekly: Splints are not punishment and grab rails are not defeat. We wrote down the ten things that people told us they wish th…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1857126370103001100"
          ],
          "editableUntil" : "2024-11-14T18:20:05.000Z",
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
            "url" : "https://t.co/Q2uote1111",
            "expanded_url" : "https://twitter.com/harbour_team/status/1856000000000000009",
            "display_url" : "twitter.com/harbour_team/s…",
            "indices" : [
              "275",
              "298"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "298"
      ],
      "favorite_count" : "40",
      "id_str" : "1857126370103001100",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "1857126370103001100",
      "possibly_sensitive" : false,
      "created_at" : "Thu Nov 14 18:20:05 +0000 2024",
      "favorited" : false,
      "full_text" : "Home visits, an appreciation.\n\nYou learn more from a kitchen than from any assessment form. Where the kettle stands. Which cupboard is never opened. Whose slippers are by the door, and whose are not.\n\nToday's kitchen belongs to a man who mended clocks for fifty years &amp;… https://t.co/Q2uote1111",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1851719387908669471"
          ],
          "editableUntil" : "2024-10-30T20:14:40.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Bea Evans",
            "screen_name" : "bevans_physio",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "90000011",
            "id" : "90000011"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "284"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1851700000000000003",
      "id_str" : "1851719387908669471",
      "in_reply_to_user_id" : "90000011",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1851719387908669471",
      "in_reply_to_status_id" : "1851700000000000003",
      "created_at" : "Wed Oct 30 20:14:40 +0000 2024",
      "favorited" : false,
      "full_text" : "@bevans_physio That is kind, but no, I would not do it again. The first thing I would change is the handover: I told the whole minibus about a chap's catheter because I thought he was asleep, and he was not, and his wife was in the front seat, and she plays bridge with half of them.…",
      "lang" : "en",
      "in_reply_to_screen_name" : "bevans_physio",
      "in_reply_to_user_id_str" : "90000011"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "edit" : {
          "initialTweetId" : "1844045153694650369",
          "editControlInitial" : {
            "editTweetIds" : [
              "1844045153694650369",
              "1844046160327610369"
            ],
            "editableUntil" : "2024-10-09T17:00:00.000Z",
            "editsRemaining" : "4",
            "isEditEligible" : true
          }
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
        "90"
      ],
      "favorite_count" : "33",
      "id_str" : "1844046160327610369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1844046160327610369",
      "created_at" : "Wed Oct 09 16:04:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Discharged somebody today who arrived in August unable to lift a cup. Good luck out there.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1844045153694650369"
          ],
          "editableUntil" : "2024-10-09T16:00:00.000Z",
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
        "116"
      ],
      "favorite_count" : "33",
      "id_str" : "1844045153694650369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1844045153694650369",
      "created_at" : "Wed Oct 09 16:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Discharged my favourite today, the baker from Mill Lane, who arrived in August unable to lift a cup. Good luck Stan!",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1836032892203962369"
          ],
          "editableUntil" : "2024-09-17T13:22:08.000Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/maren_quill_ot/status/1836032892203962369/photo/1",
            "indices" : [
              "0",
              "23"
            ],
            "url" : "https://t.co/Wh1teB0ard",
            "media_url" : "http://pbs.twimg.com/media/GXa1quill0aaaa.png",
            "id_str" : "1836032892203958349",
            "id" : "1836032892203958349",
            "media_url_https" : "https://pbs.twimg.com/media/GXa1quill0aaaa.png",
            "sizes" : {
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/Wh1teB0ard"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "23"
      ],
      "favorite_count" : "9",
      "id_str" : "1836032892203962369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1836032892203962369",
      "possibly_sensitive" : false,
      "created_at" : "Tue Sep 17 13:22:08 +0000 2024",
      "favorited" : false,
      "full_text" : "https://t.co/Wh1teB0ard",
      "lang" : "zxx",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/maren_quill_ot/status/1836032892203962369/photo/1",
            "indices" : [
              "0",
              "23"
            ],
            "url" : "https://t.co/Wh1teB0ard",
            "media_url" : "http://pbs.twimg.com/media/GXa1quill0aaaa.png",
            "id_str" : "1836032892203958349",
            "id" : "1836032892203958349",
            "media_url_https" : "https://pbs.twimg.com/media/GXa1quill0aaaa.png",
            "sizes" : {
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/Wh1teB0ard"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1830877970953146369"
          ],
          "editableUntil" : "2024-09-03T07:58:19.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "wardlife",
            "indices" : [
              "54",
              "63"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/maren_quill_ot/status/1830877970953146369/photo/1",
            "indices" : [
              "64",
              "87"
            ],
            "url" : "https://t.co/TwoP1cture",
            "media_url" : "http://pbs.twimg.com/media/GXa1quill0bbbb.png",
            "id_str" : "1830877970953142349",
            "id" : "1830877970953142349",
            "media_url_https" : "https://pbs.twimg.com/media/GXa1quill0bbbb.png",
            "sizes" : {
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/TwoP1cture"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "17",
      "id_str" : "1830877970953146369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1830877970953146369",
      "possibly_sensitive" : false,
      "created_at" : "Tue Sep 03 07:58:19 +0000 2024",
      "favorited" : false,
      "full_text" : "First day back 🙃 and the sensory room smells of paint #wardlife https://t.co/TwoP1cture",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/maren_quill_ot/status/1830877970953146369/photo/1",
            "indices" : [
              "64",
              "87"
            ],
            "url" : "https://t.co/TwoP1cture",
            "media_url" : "http://pbs.twimg.com/media/GXa1quill0bbbb.png",
            "id_str" : "1830877970953142349",
            "id" : "1830877970953142349",
            "media_url_https" : "https://pbs.twimg.com/media/GXa1quill0bbbb.png",
            "sizes" : {
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/TwoP1cture"
          },
          {
            "expanded_url" : "https://twitter.com/maren_quill_ot/status/1830877970953146369/photo/1",
            "indices" : [
              "64",
              "87"
            ],
            "url" : "https://t.co/TwoP1cture",
            "media_url" : "http://pbs.twimg.com/media/GXa1quill0cccc.png",
            "id_str" : "1830877970953142350",
            "id" : "1830877970953142350",
            "media_url_https" : "https://pbs.twimg.com/media/GXa1quill0cccc.png",
            "sizes" : {
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/TwoP1cture"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1826645511369658369"
          ],
          "editableUntil" : "2024-08-22T15:40:02.000Z",
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
        "54"
      ],
      "favorite_count" : "2",
      "id_str" : "1826645511369658369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1826645511369658369",
      "created_at" : "Thu Aug 22 15:40:02 +0000 2024",
      "favorited" : false,
      "full_text" : "Training day. The biscuits are better than the slides.",
      "lang" : "en",
      "place" : {
        "id" : "1b8680cd52a711cb",
        "url" : "https://api.twitter.com/1.1/geo/id/1b8680cd52a711cb.json",
        "place_type" : "city",
        "name" : "Leeds",
        "full_name" : "Leeds, England",
        "country_code" : "GB",
        "country" : "United Kingdom"
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1816000000000000777"
          ],
          "editableUntil" : "2024-07-24T08:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : { },
      "id_str" : "1816000000000000777",
      "id" : "1816000000000000777",
      "truncated" : false,
      "created_at" : "Wed Jul 24 07:00:00 +0000 2024",
      "full_text" : null,
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1811509555884986369"
          ],
          "editableUntil" : "2024-07-11T21:15:09.000Z",
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
        "40"
      ],
      "favorite_count" : "4",
      "id_str" : "1811509555884986369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1811509555884986369",
      "created_at" : "Mon Mar 03 21:15:09 +0000 1997",
      "favorited" : false,
      "full_text" : "Eleven hours, nine visits, one sandwich.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1798486921442234369"
          ],
          "editableUntil" : "2024-06-05T22:47:51.000Z",
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
        "86"
      ],
      "favorite_count" : "8",
      "id_str" : "1798486921442234369",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1798486921442234369",
      "created_at" : "Wed Jun 05 22:47:51 +0000 2024",
      "favorited" : false,
      "full_text" : "Cancelled on me again, the lady with the parrots. I will not pretend I am heartbroken.",
      "lang" : "en"
    }
  }
]