window.YTD.moment.part0 = [ {
  "moment" : {
    "momentId" : "1012000000000000099",
    "createdAt" : "Wed Jun 27 10:00:00 +0000 2018",
    "createdBy" : "308812457",
    "title" : "Things heard in waiting room 2",
    "description" : "Overheard, anonymised, mostly.",
    "coverMediaUrls" : [ ],
    "tweets" : [
      {
        "momentId" : "1012000000000000099",
        "tweet" : {
          "deviceSource" : {
            "name" : "web"
          },
          "id" : "1011000000000000001",
          "coreData" : {
            "nsfwUser" : false,
            "createdVia" : "web",
            "createdAtSecs" : "1529900000",
            "text" : "Somebody else's tweet that stands in this moment",
            "userId" : "80000099"
          }
        }
      }
    ]
  }
} ]