var payload_details =  {
  "tweets" : 13,
  "created_at" : "2013-07-02 18:04:11 +0000",
  "lang" : "en"
}