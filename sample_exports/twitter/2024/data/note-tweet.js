window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1857126369981366277",
      "updatedAt" : "2024-11-14T18:20:05.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2024-11-14T18:20:05.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [
          {
            "fromIndex" : "438",
            "toIndex" : "461",
            "shortUrl" : "https://t.co/N0teLink22",
            "expandedUrl" : "https://example.org/home-visits",
            "displayUrl" : "example.org/home-visits"
          }
        ],
        "text" : "Home visits, an appreciation.\n\nYou learn more from a kitchen than from any assessment form. Where the kettle stands. Which cupboard is never opened. Whose slippers are by the door, and whose are not.\n\nToday's kitchen belongs to a man who mended clocks for fifty years & cannot now wind his own. His daughter < the one who drives the mobile library > has labelled every drawer. He told me which labels are wrong. We left them.\n\nMore here: https://t.co/N0teLink22 #OccupationalTherapy",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [
          {
            "fromIndex" : "462",
            "toIndex" : "482",
            "text" : "OccupationalTherapy"
          }
        ],
        "timestamps" : [ ]
      }
    }
  },
  {
    "noteTweet" : {
      "noteTweetId" : "1851719387837366302",
      "updatedAt" : "2024-10-30T20:14:40.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2024-10-30T20:14:40.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "That is kind, but no, I would not do it again. The first thing I would change is the handover: I told the whole minibus about a chap's catheter because I thought he was asleep, and he was not, and his wife was in the front seat, and she plays bridge with half of them. I have apologised. I have also learned to whisper, and to say nothing at all in minibuses, which is a better skill.",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ],
        "timestamps" : [ ]
      }
    }
  },
  {
    "noteTweet" : {
      "noteTweetId" : "1786131323941814281",
      "updatedAt" : "2024-05-02T20:31:07.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2024-05-02T20:31:07.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "I keep being asked for the story about the retired headmaster and the stairlift, so here it is once and for all. He is eighty-six, he taught most of this town, he is very funny & he does not want a stairlift. He wants his wife back.\n\nThe stairlift goes in on Tuesday. He has asked for it in racing green.",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ],
        "timestamps" : [ ]
      }
    }
  }
]