"""Google Takeout: YouTube, Business Profile, Maps reviews, Google+.

Folders, files and headers are in the account's language; files are known by what is in them where names do not tell.
One export comes in several zips. Blogger's part of it is read by `blogger`.
"""

from collections.abc import Iterator, Sequence

from audit.parsers._export import Account, Export, Reader
from audit.parsers._google.account import account
from audit.parsers._google.files import LEFT_OUT, LOCATION, MAPS, PLUS, READS, YOUTUBE
from audit.parsers._google.videos import joined
from audit.posts import Post

__all__ = ["LEFT_OUT", "READS", "account"]

NETWORK = "google"
LABEL = "Google (YouTube, Maps, Business Profile)"
SIGNATURE = (
    r"(?<=Takeout/)[^/]+/.+",
    r"(?<=Portability/)[^/]+/.+",
    r"archive_browser\.html",
    rf"{YOUTUBE}(?:[^/]+/)?[^/]+\.(?:csv|html?|json)",
    rf"{LOCATION}(?:reviews?[^/]*|data|additionalData)\.json",
    rf"{MAPS}[^/]+\.json",
    rf"{PLUS}.+",
)
MESSAGES: dict[str, Reader] = {}
_FIRST = r"(?i)\A\W{0,4}"
_LIST_ITEM = r"(?i)<li\b[^<>]{0,200}>[^<>]{0,300}\d{4}-\d\d-\d\d[^<>]{0,300}<a [^<>]{0,200}youtube\.com/"
_PLUS_POST = r'"(?:postAcl|activityId)"\s*:[\s\S]{0,4000}"resourceName"|"resourceName"[\s\S]{0,4000}"postAcl"'
_SEGMENT = r'\A[^\n]{10,600}\n(?:[^\n]{0,400}?[,;\t])?"?\{"{1,2}(?:text|takeoutSegments)"{1,2}:'
SNIFF = [
    (_SEGMENT, "YouTube/comments/comments.csv"),
    (_FIRST + r"(?=[^\n]{0,400}comment id)(?=[^\n]{0,400}comment text)", "YouTube/comments/comments.csv"),
    (_FIRST + r"(?=[^\n]{0,400}live chat id)(?=[^\n]{0,400}live chat text)", "YouTube/live chats/live chats.csv"),
    (_FIRST + r"(?=[^\n]{0,900}video id)(?=[^\n]{0,900}video title)", "YouTube/video metadata/videos.csv"),
    (_FIRST + r"post id,(?=[^\n]{0,600}post text)", "YouTube/posts/posts.csv"),
    (r'"name"\s*:\s*"accounts/[^"/]{1,60}/locations/[^"/]{1,60}/reviews/', "found/account-0/location-0/reviews.json"),
    (r'"reviewReply"\s*:\s*\{', "found/account-0/location-0/reviews.json"),
    (r'"(?:five_star_rating_published|review_text_published|Star Rating)"\s*:', "Maps/Reviews.json"),
    (r'(?i)"FeatureCollection"[\s\S]{0,3000}"google[_ ]maps[_ ]url"\s*:', "Maps/found.json"),
    (_PLUS_POST, "Google+ Stream/Posts/found.json"),
    (_LIST_ITEM, "YouTube/my-comments/my-comments.html"),
]
NEVER = (
    "What you say in a video, automatic captions, and what is written in pictures are not in Google's export.",
    "What you answered on YouTube, and what clients and others wrote under your videos, is not in it.",
    "Whether a video you commented on was public is not in it: every comment counts as public.",
    "Comments and reviews that you deleted, and earlier wordings of edited ones, are not in it.",
    "Google+ was closed in April 2019: nobody can read it at Google any more, but copies exist elsewhere.",
    "Only what you ticked in Takeout is in it, and large archives come in several parts: hand over all of them.",
)
_COMMENTS = "https://myactivity.google.com/page?page=youtube_comments"
TWO_CLICKS = {
    "comment": _COMMENTS,
    "caption": "https://studio.youtube.com/",
    "review": "https://www.google.com/maps/contrib/",
    "reply": "https://business.google.com/reviews",
}
_STUDIO = (
    "YouTube Studio, Content: the video, Options, Delete forever; or set it to Private, which can be undone."
    " Title and description may be edited at any time and keep no public history; captions hold words too."
)
HOW_TO_DELETE = {
    "": "Open its address and look for three dots, Delete. What stands on Google+ is gone since 2019.",
    "comment": "YouTube: your comment history, delete one by one; or open the comment's address, three dots, Delete.",
    "caption": _STUDIO,
    "post": "YouTube: Studio, Content, Posts, three dots, Delete. Business Profile: Updates, the post, Delete.",
    "reply": "Business Profile, Reviews, Reply, three dots: Delete; or replace it with a neutral line that neither"
    " confirms nor denies that the reviewer is a client.",
    "review": "Google Maps, Your contributions, Reviews, three dots: Delete or edit.",
    "answer": "Google Maps, Your contributions, Questions and answers; or Business Profile, Q&A: three dots, Delete.",
    "note": "Saved and labelled places: Google Maps, Saved, change or remove the note. Searches and Gemini:"
    " myactivity.google.com, delete by day or subject.",
    "bio": "YouTube: Studio, Customisation, Basic info. A business: Business Profile, Edit profile, Description.",
}


def finish(posts: list[Post], accounts: Sequence[Account]) -> list[Post]:  # noqa: ARG001
    """Return the posts with each video once: titles and descriptions stand in two files, the longer in the other."""
    return joined(posts)


def remarks(export: Export) -> Iterator[str]:
    """Yield what is not in the archive: absent is not empty."""
    looked_for = {
        "YouTube comments": rf"{YOUTUBE}.*(?:comment|kommentar|reactie|comentario|comentário|commenti|コメント|댓글).*",
        "answers to reviews (Business Profile)": rf"{LOCATION}reviews?.*",
        "Maps reviews": rf"{MAPS}.+\.json",
    }
    missing = [name for name, pattern in looked_for.items() if not any(export.find(f"(?:again/)*{pattern}"))]
    if missing and len(missing) < len(looked_for):
        yield f"not in this part of the Google archive, so not looked at: {', '.join(missing)}"
