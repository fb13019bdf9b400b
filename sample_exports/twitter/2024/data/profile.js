window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Occupational therapist, community team. Kettles, kitchens, stairs. Views mine & tired.",
        "website" : "https://t.co/Pr0f1leW3b",
        "location" : "West Yorkshire"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/1/q.png",
      "headerMediaUrl" : ""
    }
  }
]