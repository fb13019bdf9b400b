window.__THAR_CONFIG = {
  "userInfo" : {
    "accountId" : "1180045001",
    "userName" : "nadia_says_slt",
    "displayName" : "Nadia | SLT"
  },
  "archiveInfo" : {
    "sizeBytes" : "7000",
    "generationDate" : "2022-11-20T11:00:00.000Z",
    "isPartialArchive" : false,
    "maxPartSizeBytes" : "53687091200"
  },
  "dataTypes" : {
    "tweets" : {
      "mediaDirectory" : "data/tweets_media",
      "files" : [
        {
          "fileName" : "data/tweets.js",
          "globalName" : "YTD.tweets.part0",
          "count" : "4"
        }
      ]
    }
  }
}