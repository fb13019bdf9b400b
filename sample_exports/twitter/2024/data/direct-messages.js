window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "90000011-2244110093",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "90000011",
            "reactions" : [ ],
            "urls" : [
              {
                "url" : "https://t.co/Dm00L1nk01",
                "expanded" : "https://example.org/van-times",
                "display" : "example.org/van-times"
              }
            ],
            "text" : "It was the clock man &amp; his daughter, you met her at the library van https://t.co/Dm00L1nk01",
            "mediaUrls" : [ ],
            "senderId" : "2244110093",
            "id" : "1851883049579450369",
            "createdAt" : "2024-10-31T07:05:00.417Z",
            "editHistory" : [ ]
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "2244110093",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Who was in the front seat?? Tell me everything",
            "mediaUrls" : [ ],
            "senderId" : "90000011",
            "id" : "1851882042946490369",
            "createdAt" : "2024-10-31T07:01:00.417Z",
            "editHistory" : [ ]
          }
        }
      ]
    }
  }
]