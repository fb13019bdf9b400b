"""What of an Instagram export is not read, and why: patterns of paths below the export's root."""

from audit.parsers._export import PICTURES, PICTURES_REASON

ACTIVITY = r"(?:your_instagram_activity/)?"

_LIKES = "likes and reactions: no words of yours"
_OTHERS = "other people's posts that you kept, saw or hid: no words of yours"
_LISTS = "lists of accounts and contacts: no words of yours"
_ADS = "what advertisers and Instagram hold on you: no words of yours"
_SECURITY = "logins, devices and addresses: no words of yours"
_SETTINGS = "settings and choices: no words of yours"
_MONEY = "payments, shopping and earnings: no words of yours"
_FIGURES = "figures on how your posts did: no words of yours"
_FILES = "attached files: we read the words of the export's own files only"
_OLD = "account_history|autofill|checkout|devices|information_about_you|settings|account_privacy"
_FILE = r"[^/]*\.(?:json|html?)"

NOT_COMMENTS = r"(?:liked_|[^/]*_likes|comment_likes|comments_allowed|comments_blocked)"
NOT_ANSWERS = r"(?:[^/]*likes?\b|[^/]*_likes|[^/]*emoji|[^/]*reaction|countdowns|[^/]*avatar|[^/]*viewed)"

LEFT_OUT = {
    rf"{ACTIVITY}likes/.*\.(?:json|html?)": _LIKES,
    rf"{ACTIVITY}comments/{NOT_COMMENTS}.*\.(?:json|html?)": _LIKES,
    rf"{ACTIVITY}story_(?:sticker_)?interactions/{_FILE}": _LIKES,
    rf"{ACTIVITY}saved/.*\.(?:json|html?)": _OTHERS,
    rf"{ACTIVITY}messages/[^/]+\.(?:json|html?)": "settings of your chats: no words of yours",
    rf"{ACTIVITY}(?:subscriptions|monetization|gifts|shopping|digital_wallets|payments|avatars_store|loyalty_accounts)/"
    r".*\.(?:json|html?)": _MONEY,
    rf"{ACTIVITY}(?:events|event_reminders|reports|other_activity|meta_spark|avatars?)/.*\.(?:json|html?)":
        "small traces of use: no words of yours",
    r"(?:.*/)?past_instagram_insights/.*\.(?:json|html?)": _FIGURES,
    r"(?:connections/.*|followers_and_following/.*|contacts/.*)\.(?:json|html?)": _LISTS,
    r"(?:connections|contacts|uploaded_contacts)\.json": _LISTS,
    r"(?:ads_information|ads_and_businesses|ads_and_topics|apps_and_websites|apps_and_websites_off_of_instagram"
    r"|your_topics|information_about_you|other_information)/.*\.(?:json|html?)": _ADS,
    r"(?:security_and_login_information|login_and_account_creation|login_and_profile_creation|device_information)/"
    r".*\.(?:json|html?)": _SECURITY,
    r"(?:preferences|settings|comments_settings|autofill_information|supervision|cookie_preferences)/.*\.(?:json|html?)":
        _SETTINGS,
    r"logged_information/.*\.(?:json|html?)": "logs of what you did and saw: no words of yours",
    r"(?:personal|account)_information/.*\.(?:json|html?)": "facts on your account and devices: no words of yours",
    r"likes\.json": _LIKES,
    r"(?:saved|seen_content)\.json": _OTHERS,
    rf"(?:{_OLD})\.json": _SETTINGS,
    r"(?:start_here|index)\.html?": "the table of contents",
    r"(?:.*/)?(?:no-data|read_?me)\.txt": "an empty part of the export",
    r"(?:.*/)?[^/]+\.css": "the look of the pages",
    PICTURES: PICTURES_REASON,
    r"(?:your_instagram_activity/|messages/|media/|files/)(?!.*\.(?:json|html?|csv|txt|js|srt|vtt)$).+": _FILES,
}  # fmt: skip

THREADS_LEFT_OUT = {
    rf"threads/(?:liked_threads|[^/]*likes){_FILE}": _LIKES,
    rf"threads/(?:saved_threads|threads_viewed|[^/]*seen|[^/]*hidden|[^/]*not_interested|[^/]*viewed){_FILE}": _OTHERS,
    rf"threads/(?:follow|blocked|muted|restricted|[^/]*profiles|[^/]*accounts|pending_follow|[^/]*requests?){_FILE}":
        _LISTS,
    rf"threads/[^/]*(?:interests|topics|settings|preferences|notification_settings|feeds|fediverse){_FILE}": _SETTINGS,
    r"threads/(?:.*/)?no-data\.txt": "an empty part of the export",
    rf"threads/{PICTURES}": PICTURES_REASON,
}  # fmt: skip
