"""What of X's archives is not read, and why: file names as in `data/`, then other paths."""

_OTHERS_WORDS = "other people's words: we audit what you wrote"
_ACCOUNTS = "lists of other accounts: none of your words"
_ADS = "advertisements shown to you: none of your words"
_TECHNICAL = "technical records of your account: none of your words"
_HEADERS = "ids and times only: the words stand in another file"
_ABOUT = "what X believes about you: none of your words"
_SHOP = "settings of a shop: none of your words"

FILES_LEFT_OUT = {
    r"likes?": _OTHERS_WORDS,
    r"tweet-headers": _HEADERS,
    r"deleted-tweet-headers": _HEADERS,
    r"direct-message(?:-group)?-headers": _HEADERS,
    r"(?:twitter-)?article-metadata": "whether an article is published, and where: used in reading articles",
    r"protected-history": "when you protected your posts: used to tell who can see them",
    r"manifest": "the archive's own table of contents: used to count what we read",
    r"follower|following|block|mute|smartblock|direct-message-mute|fleet-mute": _ACCOUNTS,
    r"lists-member|lists-subscribed|twitter-circle|twitter-circle-member|periscope-followers": _ACCOUNTS,
    r"contact": "your address book: other people's addresses and numbers",
    r"ad-engagements|ad-impressions|ad-free-article-visits|ads-revenue-sharing": _ADS,
    r"ad-(?:mobile|online)-conversions-(?:un)?attributed": _ADS,
    r"account-creation-ip|account-label|account-suspension|account-timezone|ageinfo|app|branch-links": _TECHNICAL,
    r"connected-application|device-token|email-address-change|ip-audit|key-registry|ni-devices": _TECHNICAL,
    r"phone-number|sso|verified|verified-organization|facebook-connection|user-link-clicks": _TECHNICAL,
    r"periscope-account-information|periscope-ban-information|periscope-expired-broadcasts": _TECHNICAL,
    r"audio-video-calls-in-dm(?:-recipient-sessions)?": _TECHNICAL,
    r"personalization": _ABOUT,
    r"(?:community|birdwatch)-note-(?:rating|tombstone|batsignal)s?": "marks on Community Notes: no words in them",
    r"professional-data": "business details chosen from lists, with telephone and address: look at your profile",
    r"shop-module|shopify-account": _SHOP,
}
OTHERS_LEFT_OUT = {
    r"(?:data/)?js/(?:tweet_index|payload_details)\.js": "the archive's own table of contents",
    r"(?:your archive|index)\.html": "the archive's viewer: it shows what stands in the other files",
    r"(?:assets|css|img|js|lib)/.*": "parts of the archive's viewer",
    r"(?:data/)?readme(?:\.txt|\.md)?": "the network's own explanation of the archive",
    r"(?:data/)?\w+_media/.*": "pictures, video and sound: we read words only, so look at these by eye",
}
