window.YTD.fleet.part0 = [
  {
    "fleet" : {
      "id" : "1398927158277050369",
      "userId" : "715530021",
      "threadId" : "715530021-1",
      "text" : "Handover sheet selfie, do not zoom in",
      "createdAt" : "2021-05-30T09:00:00.000Z",
      "viewCount" : "41",
      "urls" : [ ],
      "mediaEntity" : {
        "id" : "1"
      },
      "seenByUsers" : [ ]
    }
  },
  {
    "fleet" : {
      "id" : "1399186366264250369",
      "userId" : "715530021",
      "threadId" : "715530021-2",
      "text" : "Quiet. I said it. I am sorry.",
      "createdAt" : "2021-05-31T02:10:00.000Z",
      "viewCount" : "38",
      "urls" : [ ],
      "seenByUsers" : [ ]
    }
  }
]