window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1390000000000000001",
      "fullText" : "We lost dad this morning. Thank you all on ward 6.",
      "expandedUrl" : "https://twitter.com/i/web/status/1390000000000000001"
    }
  }
]