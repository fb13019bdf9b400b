window.YTD.twitter_circle.part0 = [
  {
    "twitterCircle" : {
      "id" : "1577000000000000001",
      "ownerUserId" : "1180045001",
      "createdAt" : "2022-09-01T10:00:00.000Z"
    }
  }
]