var user_details =  {
  "screen_name" : "mr_brannigan",
  "location" : "East coast, upwind",
  "full_name" : "T Brannigan",
  "bio" : "History, form 9B, lost property.",
  "id" : "61550193",
  "created_at" : "2009-07-30 17:40:02 +0000"
}