window.YTD.birdwatch_note.part0 = [
  {
    "birdwatchNote" : {
      "noteId" : "1391000000000000009",
      "userId" : "715530021",
      "createdAt" : "2021-05-08T12:00:00.000Z",
      "tweetId" : "1390900000000000001",
      "summary" : "Oximeters of this kind read too high under nail varnish; the chart leaves that out.",
      "classification" : "MISINFORMED_OR_POTENTIALLY_MISLEADING"
    }
  }
]