window.YTD.community_note.part0 = [
  {
    "communityNote" : {
      "noteId" : "1822000000000000055",
      "userId" : "2244110093",
      "createdAt" : "2024-08-09T10:00:00.000Z",
      "tweetId" : "1821900000000000007",
      "summary" : "The hospital in this picture closed in 2011; the picture is from a film. Source: https://example.org/film-locations",
      "classification" : "misinformed_or_potentially_misleading",
      "userAlias" : "sincere-quiet-heron"
    }
  }
]