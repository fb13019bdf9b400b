window.YTD.reply_prompt.part0 = [
  {
    "replyPrompt" : {
      "promptId" : "1878000000000000001",
      "userId" : "2244110093",
      "proposedTweetText" : "@commuter_moans Try being the one who washes your father, then tell me I am lazy",
      "inReplyToTweetId" : "1877999000000000001",
      "createdAt" : "2025-01-11T08:20:00.000Z",
      "promptActionType" : "2"
    }
  }
]