window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Speech and language therapist, early years.",
        "website" : "",
        "location" : "Fenland"
      }
    }
  }
]