window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "1700000000000000222",
      "messages" : [
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Rota attached",
            "mediaUrls" : [
              "https://ton.twitter.com/dm/1/2/rota.png"
            ],
            "senderId" : "2244110093",
            "id" : "1763625246520250369",
            "createdAt" : "2024-03-01T18:00:00.417Z",
            "editHistory" : [ ]
          }
        },
        {
          "conversationNameUpdate" : {
            "initiatingUserId" : "2244110093",
            "name" : "Bank holiday rota & grumbles",
            "createdAt" : "2024-03-01T17:59:00.000Z"
          }
        },
        {
          "messageCreate" : {
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Made the group",
            "mediaUrls" : [ ],
            "senderId" : "90000012",
            "id" : "1763624743203770369",
            "createdAt" : "2024-03-01T17:58:00.417Z",
            "editHistory" : [ ]
          }
        },
        {
          "joinConversation" : {
            "initiatingUserId" : "90000012",
            "participantsSnapshot" : [
              "2244110093",
              "90000012"
            ],
            "createdAt" : "2024-03-01T17:57:00.000Z"
          }
        }
      ]
    }
  }
]