window.YTD.product_set.part0 = [
  {
    "productSet" : {
      "productSetId" : "1",
      "catalogId" : "1",
      "name" : "Bag of sounds",
      "description" : "Forty objects that begin with s, sh and ch. Washed.",
      "lastUpdatedAt" : "1664618400000"
    }
  }
]