window.YTD.article.part0 = [
  {
    "article" : {
      "id" : "1845000000000000011",
      "title" : "What a bath board is for",
      "content" : [
        {
          "text" : "People think that it is a plank. It is a way of getting an hour to yourself behind a locked door."
        },
        {
          "text" : "I have fitted some two hundred. I remember nearly every bathroom, and I will describe none of them."
        }
      ],
      "media" : [ ]
    }
  },
  {
    "article" : {
      "id" : "1846000000000000012",
      "title" : "The ward round I walked out of (draft)",
      "content" : [
        {
          "text" : "It was a Thursday, the consultant was in a hurry, and the patient in bed nine could hear all of it."
        }
      ],
      "media" : [ ]
    }
  }
]