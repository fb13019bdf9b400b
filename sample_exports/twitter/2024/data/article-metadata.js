window.YTD.article_metadata.part0 = [
  {
    "articleMetadata" : {
      "id" : "1845000000000000011",
      "authorId" : "2244110093",
      "createdatMs" : "1728640800000",
      "updatedAtMs" : "1728727200000",
      "visibility" : "Public",
      "tweetId" : "1845056819819450369",
      "firstPublishedAtMs" : "1728730800000",
      "lifecycleState" : "Published"
    }
  },
  {
    "articleMetadata" : {
      "id" : "1846000000000000012",
      "authorId" : "2244110093",
      "createdatMs" : "1728945600000",
      "updatedAtMs" : "1728946500000",
      "visibility" : "Private",
      "lifecycleState" : "Draft"
    }
  }
]