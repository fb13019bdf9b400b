window.YTD.periscope_account_information.part0 = [
  {
    "periscopeAccountInformation" : {
      "id" : "1abQuillPeri",
      "displayName" : "Maren Quill",
      "username" : "maren_quill_ot",
      "createdAt" : "2022-03-03T19:00:00.000Z",
      "isTwitterUser" : true,
      "twitterId" : "2244110093",
      "twitterScreenName" : "maren_quill_ot"
    }
  }
]