window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "90000007",
      "userLink" : "https://twitter.com/intent/user?user_id=90000007"
    }
  }
]