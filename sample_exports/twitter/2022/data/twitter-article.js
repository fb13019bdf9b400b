window.YTD.twitter_article.part0 = [
  {
    "twitterArticle" : {
      "id" : "1590000000000000077",
      "title" : "Picture cards that are not beige",
      "data" : [
        {
          "text" : "Children can smell beige. Here are six sets that are not.",
          "mentions" : [ ],
          "hashtags" : [ ],
          "styles" : [ ]
        }
      ]
    }
  }
]