window.YTD.direct_message_headers.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "90000011-2244110093",
      "messages" : [
        {
          "messageCreate" : {
            "id" : "1851883049579450369",
            "senderId" : "2244110093",
            "recipientId" : "90000011",
            "createdAt" : "2024-10-31T07:05:00.000Z"
          }
        }
      ]
    }
  }
]