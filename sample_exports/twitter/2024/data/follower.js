window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "90000002",
      "userLink" : "https://twitter.com/intent/user?user_id=90000002"
    }
  }
]