window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Emergency nurse. &lt;insert wise words&gt;",
        "website" : "",
        "location" : ""
      }
    }
  }
]