window.YTD.tweetdeck.part0 = [
  {
    "deck" : {
      "title" : "Work",
      "createdAt" : "2020-01-03T10:00:00.000Z",
      "columns" : [
        {
          "pathname" : "/search?q=%22royal%20corridor%22%20ambulance%20queue"
        },
        {
          "pathname" : "/home",
          "title" : "Home"
        },
        {
          "pathname" : "/list/27456987"
        }
      ]
    }
  }
]