window.YTD.tweet_headers.part0 = [
  {
    "tweet" : {
      "tweet_id" : "1869800403235770369",
      "user_id" : "2244110093",
      "created_at" : "Thu Dec 19 17:42:10 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1867314305037242375",
      "user_id" : "2244110093",
      "created_at" : "Thu Dec 12 21:03:18 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1867314300842938372",
      "user_id" : "2244110093",
      "created_at" : "Thu Dec 12 21:03:17 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1867314292454330369",
      "user_id" : "2244110093",
      "created_at" : "Thu Dec 12 21:03:15 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1863496255271866369",
      "user_id" : "2244110093",
      "created_at" : "Mon Dec 02 08:11:44 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1862111698744250369",
      "user_id" : "2244110093",
      "created_at" : "Thu Nov 28 12:30:00 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1859312130847674369",
      "user_id" : "2244110093",
      "created_at" : "Wed Nov 20 19:05:31 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1857126370103001100",
      "user_id" : "2244110093",
      "created_at" : "Thu Nov 14 18:20:05 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1851719387908669471",
      "user_id" : "2244110093",
      "created_at" : "Wed Oct 30 20:14:40 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1844046160327610369",
      "user_id" : "2244110093",
      "created_at" : "Wed Oct 09 16:04:00 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1844045153694650369",
      "user_id" : "2244110093",
      "created_at" : "Wed Oct 09 16:00:00 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1836032892203962369",
      "user_id" : "2244110093",
      "created_at" : "Tue Sep 17 13:22:08 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1830877970953146369",
      "user_id" : "2244110093",
      "created_at" : "Tue Sep 03 07:58:19 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1826645511369658369",
      "user_id" : "2244110093",
      "created_at" : "Thu Aug 22 15:40:02 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1816000000000000777",
      "user_id" : "2244110093",
      "created_at" : "Wed Jul 24 07:00:00 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1811509555884986369",
      "user_id" : "2244110093",
      "created_at" : "Mon Mar 03 21:15:09 +0000 1997"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1798486921442234369",
      "user_id" : "2244110093",
      "created_at" : "Wed Jun 05 22:47:51 +0000 2024"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "843717490897850369",
      "user_id" : "2244110093",
      "created_at" : "Mon Mar 20 06:55:00 +0000 2017"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "796072344941498369",
      "user_id" : "2244110093",
      "created_at" : "Tue Nov 08 19:30:12 +0000 2016"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1001798426293178369",
      "user_id" : "2244110093",
      "created_at" : "Wed May 30 12:12:12 +0000 2018"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1096106986828730369",
      "user_id" : "2244110093",
      "created_at" : "Thu Feb 14 18:00:45 +0000 2019"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "638623575045050369",
      "user_id" : "2244110093",
      "created_at" : "Tue Sep 01 08:05:00 +0000 2015"
    }
  }
]