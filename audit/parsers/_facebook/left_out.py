"""What of a Facebook JSON export is not read, and why: patterns of paths below the export's root."""

from audit.parsers._export import PICTURES, PICTURES_REASON

APOSTROPHE = r"(?:['’_]|%27)?"
ACTIVITY = (
    rf"(?:(?:your_facebook_activity|your_activity_across_facebook|this_profile{APOSTROPHE}s_activity_across_facebook)/)?"
)

_OTHERS = "other people's words about you or to you"
_LISTS = "lists of groups, invitations and badges: no words of yours"
_REACTIONS = "reactions: no words of yours"
_FRIENDS = "lists of people and pages: no words of yours"
_ADS = "what advertisers and Facebook hold on you: no words of yours"
_SECURITY = "logins, devices and addresses: no words of yours"
_SETTINGS = "settings and choices: no words of yours"
_SEEN = "what you looked at, saved or were told of: other people's words"
_MONEY = "payments and purchases: no words of yours"

_ATTACHED = "pictures and attached files: we read the words of the export's own files only"
_WITH_MEDIA = (
    "posts|photos_and_videos|messages|stories|groups|events|reels|short_videos|live_videos|comments_and_reactions"
    "|fundraisers|facebook_marketplace|marketplace|profile_information|other_activity"
)

# Files that stand in folders whose other files are read by their shape: they have to be named.
NOT_POSTS = (
    rf"(?:other_people{APOSTROPHE}s_posts|visitor_posts|posts_by_others|content_sharing_links|news_articles_you"
    r"|photo_effects|your_(?:sent|received)_shared_album|language_preferences|[^/]*_viewed)"
)
NOT_COMMENTS = r"(?:likes_and_reactions|posts_and_comments|reactions|your_comment_active_days|pages\b)"
NOT_GROUPS = (
    rf"(?:your_groups\b|your_group_membership_activity|group_invites|chat_invites|join_requests|your_badges"
    rf"|creator_badges|groups_and_pages_that_you_may|your_actions_on_violating|groups_you{APOSTROPHE}ve_visited"
    r"|your_contributions|group_interactions)"
)
NOT_EVENTS = r"(?:event_invitations|your_event_responses|events_(?:invited|you)|hidden_events)"
NOT_SALES = (
    r"(?:items_bought|buyer_and_seller_ratings|marketplace_(?:notifications|ratings|interactions)|seller_information"
    rf"|.*_notifications|.*ratings|your_response_times|items_you{APOSTROPHE}ve_saved)"
)
NOT_FUNDRAISERS = r"(?:.*donat|fundraiser_settings|your_fundraiser_donations)"
NOT_REVIEWS = r"(?:.*received|.*on_your_page|.*of_you\b)"

LEFT_OUT = {
    rf"{ACTIVITY}posts/content_sharing_links[^/]*\.json": "addresses that you passed on: no words of yours",
    rf"{ACTIVITY}posts/{NOT_POSTS}[^/]*\.json": _OTHERS,
    rf"{ACTIVITY}comments_and_reactions/{NOT_COMMENTS}[^/]*\.json": _REACTIONS,
    rf"{ACTIVITY}likes_and_reactions/[^/]+\.json": _REACTIONS,
    rf"{ACTIVITY}groups/{NOT_GROUPS}[^/]*\.json": _LISTS,
    rf"{ACTIVITY}events/{NOT_EVENTS}[^/]*\.json": "invitations and answers to other people's events",
    rf"{ACTIVITY}(?:facebook_)?marketplace/{NOT_SALES}[^/]*\.json": _MONEY,
    rf"{ACTIVITY}fundraisers/{NOT_FUNDRAISERS}[^/]*\.json": _MONEY,
    rf"{ACTIVITY}reviews/{NOT_REVIEWS}[^/]*\.json": _OTHERS,
    rf"{ACTIVITY}activity_you{APOSTROPHE}re_tagged_in/.*\.json": _OTHERS,
    rf"{ACTIVITY}messages/[^/]+\.json": "settings of Messenger: no words of yours",
    rf"{ACTIVITY}(?:pages|pages_and_profiles|following_and_followers)/[^/]+\.json": _FRIENDS,
    rf"{ACTIVITY}(?:saved_items(?:_and_collections)?|navigation_bar|facebook_news|facebook_gaming)/[^/]+\.json": _SEEN,
    rf"{ACTIVITY}(?:facebook_payments|payment_history|facebook_portal|shops)/[^/]+\.json": _MONEY,
    rf"{ACTIVITY}(?:voting|volunteering|voting_location_and_reminders|bug_bounty|spark_ar)/[^/]+\.json": _SETTINGS,
    rf"{ACTIVITY}other_activity/[^/]+\.json": "small traces of use: no words of yours",
    r"(?:friends|friends_and_followers|following_and_followers|connections)/.*\.json": _FRIENDS,
    r"(?:logged_information/)?location(?:_history)?/timezone\.json": "read for the time zone of your account only",
    r"(?:ads|ads_information|about_you|your_topics|other_logged_information)/.*\.json": _ADS,
    r"apps_and_websites(?:_off_of_facebook)?/.*\.json": _ADS,
    r"security_and_login_information/.*\.json": _SECURITY,
    r"(?:preferences|feed|privacy_checkup|facebook_accounts_center|meta_verified)/.*\.json": _SETTINGS,
    r"logged_information/.*\.json": _SEEN,
    r"(?:activity_messages|notifications|your_interactions_on_facebook|calls_and_messages)/.*\.json": _SEEN,
    r"(?:location|location_history|your_places)/.*\.json": "where your devices were: no words of yours",
    r"(?:personal_information/)?profile_information/[^/]+\.json": _FRIENDS,
    r"(?:personal_information|other_personal_information|files)/.*\.json": "address books, contacts and mails to you",
    r"(?:.*/)?no-data\.txt": "an empty part of the export",
    PICTURES: PICTURES_REASON,
    rf"{ACTIVITY}(?:messages/.+/)?files/(?!.*\.(?:json|html?)$).+": _ATTACHED,
    rf"{ACTIVITY}(?:{_WITH_MEDIA})/(?!.*\.(?:json|html?|csv|txt|js)$).+": _ATTACHED,
}
