window.YTD.profile.part0 = [ {
  "profile" : {
    "description" : {
      "bio" : "Family solicitor, high street, first floor above the bakery. Tea, trees, tribunals.",
      "website" : "",
      "location" : "West Country"
    },
    "avatarMediaUrl" : "",
    "headerMediaUrl" : ""
  }
} ]