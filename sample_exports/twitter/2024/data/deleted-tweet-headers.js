window.YTD.deleted_tweet_headers.part0 = [
  {
    "tweet" : {
      "tweet_id" : "1876917394731962369",
      "user_id" : "2244110093",
      "created_at" : "Wed Jan 08 09:02:33 +0000 2025",
      "deleted_at" : "Wed Jan 08 09:30:00 +0000 2025"
    }
  },
  {
    "tweet" : {
      "tweet_id" : "1875318832323625004",
      "user_id" : "2244110093",
      "created_at" : "Fri Jan 03 23:10:26 +0000 2025",
      "deleted_at" : "Sat Jan 04 07:15:41 +0000 2025"
    }
  }
]