window.YTD.periscope_broadcast_metadata.part0 = [
  {
    "periscopeBroadcastMetadata" : {
      "id" : "1vOGwdaAbCdEf",
      "hasLocation" : true,
      "latitude" : 53.48,
      "longitude" : -2.24,
      "city" : "Manchester",
      "country" : "United Kingdom",
      "createdAt" : "2019-07-14T05:00:00.000Z",
      "updatedAt" : "2019-07-14T05:10:00.000Z"
    }
  }
]