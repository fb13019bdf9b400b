"""LinkedIn: the data archive, 2018 to today, a folder of CSV files and the articles as HTML.

Three CSV dialects lie in one archive (`_linkedin.tables`), file names vary by year (spaces, underscores, the member's
number behind them), and the quick "basic" archive holds no posts at all: the report says so.
"""

from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export
from audit.parsers._linkedin import SPOILT, WORDLESS, fields, file_named
from audit.parsers._linkedin.messages import own_address, read_invitations, read_messages
from audit.parsers._linkedin.posts import (
    read_comments,
    read_group_comments,
    read_group_posts,
    read_reposts,
    read_shares,
    with_one_id,
)
from audit.parsers._linkedin.removal import HOW_TO_DELETE, NEVER, TWO_CLICKS
from audit.posts import Post, Unread

__all__ = [
    "HOW_TO_DELETE",
    "LABEL",
    "LEFT_OUT",
    "MESSAGES",
    "NETWORK",
    "NEVER",
    "READS",
    "SIGNATURE",
    "SNIFF",
    "TWO_CLICKS",
    "account",
    "finish",
    "remarks",
]
NETWORK = "linkedin"
LABEL = "LinkedIn"
_NUMBERED = "Comments|Reactions|Votes|Member[ _]Follows|Hashtag[ _]Follows|Saved[ _]Items"
SIGNATURE = (
    file_named(
        "Shares",
        "Instant Reposts",
        "Connections",
        "Invitations",
        "Positions",
        "Rich Media",
        "Ad Targeting",
        "Search Queries",
        "Recommendations Given",
        "Recommendations Received",
        "Endorsement Given Info",
        "Endorsement Received Info",
        "Company Follows",
        "Inferences about you",
        "Profile Summary",
        "Group Posts",
        "Group Comments",
        "guide messages",
        "coach messages",
        "learning coach messages",
        "learning role play messages",
        "Private identity asset",
        folders="",
    ),
    rf"(?:{_NUMBERED})_\d+\.csv",
    r"Articles/Articles/[^/]+\.html?",
)


def read_article(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield an article, published or draft."""
    from audit.parsers._linkedin.articles import article_posts

    return article_posts(member, export)


READS = {
    file_named("Shares"): read_shares,
    file_named("Comments"): read_comments,
    file_named("Instant Reposts"): read_reposts,
    file_named("Group Posts"): read_group_posts,
    file_named("Group Comments"): read_group_comments,
    r"(?:Articles/){1,2}[^/]+\.html?": read_article,
    file_named("Recommendations Given"): fields.reader(fields.GIVEN),
    file_named("Profile"): fields.reader(fields.PROFILE),
    file_named("Profile Summary"): fields.reader(fields.SUMMARY),
    file_named("Positions"): fields.reader(fields.POSITIONS),
    file_named("Projects"): fields.reader(fields.PROJECTS),
    file_named("Publications"): fields.reader(fields.PUBLICATIONS),
    file_named("Honors", "Honors Awards"): fields.reader(fields.HONORS),
    file_named("Volunteering", "Volunteer Experience", "Volunteering Experiences"): fields.reader(fields.VOLUNTEERING),
    file_named("Education"): fields.reader(fields.EDUCATION),
    file_named("Courses", "Organizations", "Patents", "Test Scores"): fields.reader(fields.NAMED),
    file_named("Rich Media"): fields.read_media,
    file_named("Notes"): fields.reader(fields.NOTES),
    file_named("Search Queries"): fields.reader(fields.SEARCHES),
    file_named("guide messages", "coach messages", "learning coach messages", "learning role play messages"): (
        fields.read_coach
    ),
    file_named("Job Applicant Saved Answers", "Job Applicant Saved Screening Question Responses"): (
        fields.reader(fields.ANSWERS)
    ),
    file_named("Job Applications"): fields.reader(fields.APPLICATIONS),
    file_named("Job Seeker Preferences"): fields.reader(fields.SEEKER),
    file_named("Online Job Postings"): fields.reader(fields.POSTINGS),
    file_named("Private identity asset"): fields.reader(fields.RESUMES),
    file_named("Providers"): fields.reader(fields.PROVIDERS),
    file_named("Learning"): fields.reader(fields.LEARNING),
    file_named("Events"): fields.reader(fields.EVENTS),
}
MESSAGES = {file_named("messages"): read_messages, file_named("Invitations"): read_invitations}
LEFT_OUT = {
    file_named("Recommendations Received", "Reviews"): "what other people wrote about you",
    file_named("Connections", "Contacts", "Imported Contacts", "Who viewed profile"): "names of other people, no words",
    file_named("Reactions", "Group Likes"): "likes and other reactions: no words, and the posts are other people's",
    file_named("Votes"): "polls: the options are their authors' words; which one you chose is in this file",
    file_named("Saved Items", "Saved Jobs", "Saved Job Alerts"): "what you saved: links, no words of yours",
    file_named("(?:Company|Member|Hashtag) Follows", "Groups", "Causes You Care About", "Interests"): (
        "what and whom you follow: no words of yours"
    ),
    file_named("Endorsement Given Info", "Endorsement Received Info", "Skills", "Languages", "Certifications"): (
        "skills, languages and certificates: picked from lists, no prose"
    ),
    file_named(
        "Ad Targeting",
        "Ads Clicked",
        "LAN Ads Engagement",
        "LinkedIn Audience Network Ad Engagement",
        "Inferences about you",
        "LinkedIn Salary",
        "Profile for Business",
    ): "what LinkedIn and its advertisers made of you: no words of yours",
    file_named(
        "Email Addresses",
        "Phone Numbers",
        "Whatsapp Phone Numbers",
        "Registration",
        "Logins",
        "Security Challenges",
        "Account Status History",
        "Contact Settings",
        "Data Export History",
        "Deletion History",
        "Receipts",
        "Receipts v2",
        "Verifications",
        "Verified External Capability",
    ): "account, security and payments: no words of yours",
    file_named("Videos"): "only says where videos can be had",
    r"Verifications/.*": "proofs of identity: no words of yours",
    PICTURES: PICTURES_REASON,
}


def _columns(*names: str) -> str:
    """Return a pattern for a table whose header begins with these columns, whatever stands between them."""
    return r'(?i)\A\W{0,4}(?:sep=.\s+)?"?' + r'"?[,;\t]"?'.join(names)


SNIFF = [
    (_columns("Date", "Share ?(?:Link|Title)", "Share"), "Shares.csv"),
    (_columns("Date", "Link", "(?:Message|Comment)\\b"), "Comments.csv"),
    (_columns("Date", 'Link"?\\s+"?\\d[^\\n]*linkedin\\.com/'), "InstantReposts.csv"),
    (_columns("CONVERSATION ID", "(?:CONVERSATION TITLE|FROM)"), "messages.csv"),
    (_columns("From", "To", "Date", "Subject", "Content", "Direction"), "messages.csv"),
    (_columns("From", "To", "Sent At", "Message"), "Invitations.csv"),
    (_columns("First Name", "Last Name", "Maiden Name"), "Profile.csv"),
    (_columns("Company Name", "Title", "Description", "Location", "Started On"), "Positions.csv"),
    (_columns("Title", "Description", "Url", "Start(?:ed On| Date)"), "Projects.csv"),
    (_columns("Connection First Name", "Connection Last Name"), "Notes.csv"),
    (_columns("Time", "Search Query"), "SearchQueries.csv"),
    (_columns("Date/Time", "Media Description"), "Rich_Media.csv"),
    (_columns("Application Date", "Contact Email", "Contact Phone Number"), "Job Applications.csv"),
    (_columns("Content Title", "Content Description", "Content Type"), "Learning.csv"),
    (_columns("Date", "Type", "Link"), "Reactions.csv"),
    (r"(?is)\A\W{0,4}(?:Notes:\s.{0,900}?)?First Name\W{1,3}Last Name\W{1,3}(?:URL\W{1,3})?Email", "Connections.csv"),
    (r"(?i)<h1>\s*<a href=\W?https://www\.linkedin\.com/(?:pulse|post/edit)/", "Articles/Articles/page.html"),
    (r"(?i)<p class=\W?(?:created|published)\W?>(?:Created|Published|Not published)\b", "Articles/Articles/page.html"),
]


def account(export: Export) -> Account:
    """Return whose export it is: name, headline, summary and present positions; the profile's address if it is told."""
    name, about = fields.about(export)
    try:
        address = own_address(export)
    except Unreadable:
        address = ""
    return Account(name=name, url=address, about=about)


def finish(posts: list[Post], accounts: list[Account]) -> list[Post]:  # noqa: ARG001
    """Return the posts, each known by one id although exports of 2018 and of today give it two."""
    return with_one_id(posts)


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    found = []
    has_posts = any(export.find(f"{file_named('Shares')}|{file_named('Comments')}|{file_named('Group Posts')}"))
    if not has_posts and len(export.members) > 2:
        found.append(
            "LinkedIn's posts and comments are not in this archive. If it has a second part, hand that over too. The"
            " quick archive leaves them out: ask LinkedIn for the larger data archive (Settings, Data privacy, Get a"
            " copy of your data), which takes about a day."
        )
    if count := export.counted[WORDLESS]:
        found.append(
            f"{count} LinkedIn post{'s have' if count > 1 else ' has'} no words in the export: a picture, a document, a"
            " poll or a plain re-share. Open them and look by eye."
        )
    if count := export.counted[SPOILT]:
        found.append(
            f"In {count} LinkedIn text{'s' if count > 1 else ''} a program that saved the file anew had spoilt the"
            " accents and quotation marks: they were set right here."
        )
    return found
