window.YTD.like.part0 = [ {
  "like" : {
    "tweetId" : "1178000000000000001"
  }
} ]