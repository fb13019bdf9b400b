window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "715530021",
    "userName" : "nightshift_idris",
    "displayName" : "Idris, nights"
  },
  "archiveInfo" : {
    "sizeBytes" : "9000",
    "generationDate" : "2021-06-02T11:00:00.000Z",
    "isPartialArchive" : false,
    "maxPartSizeBytes" : "53687091200"
  },
  "dataTypes" : {
    "tweet" : {
      "mediaDirectory" : "data/tweet_media",
      "files" : [
        {
          "fileName" : "data/tweet.js",
          "globalName" : "YTD.tweet.part0",
          "count" : "3"
        },
        {
          "fileName" : "data/tweet-part1.js",
          "globalName" : "YTD.tweet.part1",
          "count" : "3"
        }
      ]
    }
  }
}