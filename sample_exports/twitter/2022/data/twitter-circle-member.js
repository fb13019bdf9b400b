window.YTD.twitter_circle_member.part0 = [
  {
    "twitterCircleMember" : {
      "twitterCircleId" : "1577000000000000001",
      "userId" : "82000001"
    }
  }
]