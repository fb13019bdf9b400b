window.YTD.grok_chat_item.part0 = [
  {
    "grokChatItem" : {
      "grokMode" : {
        "value" : "1",
        "name" : "Normal",
        "originalName" : "NORMAL",
        "annotations" : { }
      },
      "accountId" : "2244110093",
      "chatId" : "1877000000000000321",
      "createdAt" : "2025-01-10T20:01:05.000Z",
      "sender" : {
        "value" : "2",
        "name" : "Agent",
        "originalName" : "AGENT",
        "annotations" : { }
      },
      "message" : "Of course. Here is a gentler version of the letter."
    }
  },
  {
    "grokChatItem" : {
      "grokMode" : {
        "value" : "1",
        "name" : "Normal",
        "originalName" : "NORMAL",
        "annotations" : { }
      },
      "accountId" : "2244110093",
      "chatId" : "1877000000000000321",
      "createdAt" : "2025-01-10T20:01:00.000Z",
      "sender" : {
        "value" : "1",
        "name" : "User",
        "originalName" : "USER",
        "annotations" : { }
      },
      "message" : "Make this kinder: 'Dear Mrs L, your mother missed her third appointment & we are closing her case.'"
    }
  },
  {
    "grokChatItem" : {
      "grokMode" : {
        "value" : "1",
        "name" : "Normal",
        "originalName" : "NORMAL",
        "annotations" : { }
      },
      "accountId" : "2244110093",
      "chatId" : "1877000000000000321",
      "createdAt" : "2025-01-10T20:03:30.000Z",
      "sender" : {
        "value" : "1",
        "name" : "User",
        "originalName" : "USER",
        "annotations" : { }
      },
      "message" : "",
      "attachments" : [
        {
          "mediaId" : "1877000000000000400",
          "fileName" : "notes.png",
          "mimeType" : "image/png"
        }
      ]
    }
  }
]