window.YTD.direct_message.part0 = [ {
  "dmConversation" : {
    "conversationId" : "80000031-308812457",
    "messages" : [
      {
        "messageCreate" : {
          "recipientId" : "80000031",
          "text" : "You know the dentist. He did your crown. Say nothing &amp; change dentist.",
          "mediaUrls" : [ ],
          "senderId" : "308812457",
          "id" : "1172057254917050369",
          "createdAt" : "1568275200123"
        }
      },
      {
        "messageCreate" : {
          "recipientId" : "308812457",
          "text" : "WHO is the dentist",
          "mediaUrls" : [ ],
          "senderId" : "80000031",
          "id" : "1172056751600570369",
          "createdAt" : "1568275080123"
        }
      }
    ]
  }
}, {
  "dmConversation" : {
    "conversationId" : "1090000000000000044",
    "messages" : [
      {
        "messageCreate" : {
          "text" : "Duty rota swap anyone? I have a school play.",
          "mediaUrls" : [ ],
          "senderId" : "308812457",
          "id" : "1082607850091450369",
          "createdAt" : "1546948800123"
        }
      },
      {
        "messageCreate" : {
          "text" : "Rota is up",
          "mediaUrls" : [ ],
          "senderId" : "80000032",
          "id" : "1082592750597050369",
          "createdAt" : "1546945200123"
        }
      }
    ]
  }
} ]