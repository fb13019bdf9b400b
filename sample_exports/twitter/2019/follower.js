window.YTD.follower.part0 = [ {
  "follower" : {
    "accountId" : "80000031"
  }
} ]