window.YTD.twitter_article_metadata.part0 = [
  {
    "twitterArticleMetadata" : {
      "authorId" : "1180045001",
      "visibility" : "Published",
      "createdAtMs" : "1667901600000",
      "updatedAtMs" : "1667908800000",
      "publishedAtMs" : "1667908800000",
      "lastPublishedAtMs" : "1667908800000"
    }
  }
]