window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1868000000000000001",
      "fullText" : "My mum starts chemo on Monday &amp; I am telling nobody but all of you",
      "expandedUrl" : "https://twitter.com/i/web/status/1868000000000000001"
    }
  }
]