"""What only LinkedIn does. What every parser must do is in test_every_export.py."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.archive import Archive, Member
from audit.parsers import Reading, linkedin, read_exports
from audit.parsers._linkedin.tables import with_line_breaks
from audit.parsers._linkedin.times import moment
from audit.parsers._reading import MESSAGES_LEFT_OUT
from audit.posts import Post
from tests.parsers.mangle import mangled
from tests.parsers.reading import read as read_named
from tests.parsers.reading import texts, unread

SAMPLES = Path(__file__).parents[2] / "sample_exports" / "linkedin"
SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
COMMENTS = "Date,Link,Message\n"
POST = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7430252411433779211"  # made 2026-02-19 14:10:22
ACTIVITY = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7425101139227443211"  # made 2026-02-05
PROFILE = "First Name,Last Name,Maiden Name,Headline,Summary\nMaya,Lindgren,,Nurse,I care.\n"
ME, PRIYA = "https://www.linkedin.com/in/maya-lindgren-4a1b2c", "https://www.linkedin.com/in/priya-raman-77"


def read(*, messages: bool = True, **files: str | bytes) -> Reading:
    """Read an export of these files: `Shares_csv="…"` is Shares.csv, `Jobs__Notes_csv` is Jobs/Notes.csv."""
    named = {name.replace("__", "/").replace("_csv", ".csv").replace("_html", ".html"): c for name, c in files.items()}
    return read_named(named, messages=messages)


def share(cell: str, date: str = "2026-02-19 14:10:22", link: str = POST, end: str = ',,"",MEMBER_NETWORK') -> str:
    return f"{date},{link},{cell}{end}\n"


def comment(cell: str, date: str = "2026-02-06 15:40:12", link: str = ACTIVITY) -> str:
    return f"{date},{link},{cell}\n"


# --- Shares ----------------------------------------------------------------------------------------------------------


def test_line_breaks_of_posts_stand_between_quotes():
    """Every break is written as quote, break, quote, then all quotes are doubled. Empty lines are two such breaks."""
    cell = '"A hard week.""\n""""\n""A family asked me ""why her?"" and I had no answer.""\n""We sat."'
    reading = read(Shares_csv=SHARES + share(cell))

    assert texts(reading) == ['A hard week.\n\nA family asked me "why her?" and I had no answer.\nWe sat.']


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ('He asked "why her?""\n"We sat', 'He asked "why her?"\nWe sat'),
        ('one"\n""two" said', 'one\n"two" said'),
        ('one"\r\n""\r\n"two', "one\n\ntwo"),
        ('"plain"\n"and\nplain', '"plain"\n"and\nplain'),
        ("plain\nplain", "plain\nplain"),
    ],
)
def test_own_quotes_at_the_ends_of_lines_stay(written: str, typed: str):
    """Only the quotes next to a break go, only where every break has them; CR LF since 2021 counts as one."""
    assert with_line_breaks(written) == typed


def test_a_post_that_ended_with_a_line_break():
    """It ends in quote, break, quote: nothing of that is left."""
    assert texts(read(Shares_csv=SHARES + share('"the end""\n"""'))) == ["the end"]


def test_the_2018_form():
    """UTF-16 with BOM, tabs, all quoted, other column names, slashes in dates, the link card's title and words."""
    rows = [
        ["Date", "Share Title", "Share Description", "Share Link", "Share Commentary", "Shared URL", "Media URL"],
        ["2018/03/14 10:05:09 UTC", "Card", "About it", ACTIVITY, 'Long "day",\nindeed', "https://example.org/a", ""],
    ]
    rows[0] += ["Type", "Visibility"]
    rows[1] += ["Homepage", "Connections"]
    text = "".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    [post] = read(Shares_csv=b"\xff\xfe" + text.encode("utf-16-le")).posts

    assert (post.kind, post.text, post.audience) == ("share", 'Long "day",\nindeed', "connections")
    assert (post.link_url, post.link_title) == ("https://example.org/a", "Card\n\nAbout it")
    assert post.posted_at == datetime(2018, 3, 14, 10, 5, 9, tzinfo=UTC)
    assert post.native_id == "urn:li:activity:7425101139227443211"


def test_quotes_that_nobody_doubled():
    """In older and re-saved files no CSV reader can tell the rows: they are cut at dates, their ends peeled off."""
    broken = share('"line one"\n"line "two""\n""\n"line three"', end=",https://example.org/a,,PUBLIC")
    reading = read(Shares_csv=SHARES + broken + share("next"))

    assert texts(reading) == ['line one\nline "two"\n\nline three', "next"]
    assert reading.posts[0].link_url == "https://example.org/a"
    assert {post.audience for post in reading.posts} == {"public"}


def test_a_quote_that_is_never_closed_costs_its_own_row_at_most():
    """The rows after it are whole, and its words are kept too."""
    reading = read(Shares_csv=SHARES + share('"never closed') + share('"two, ""2"""') + share("three"))

    assert texts(reading) == ["never closed", 'two, "2"', "three"]


@pytest.mark.parametrize("cut_at", range(5, 250, 7))
def test_a_file_that_is_cut_off(cut_at: int):
    """What stands before the cut is read as if nothing were; the last row keeps what words it has, or is unread."""
    row = share('"last words"', date="2026-02-18 10:00:00")
    reading = read(Shares_csv=SHARES + share('"first""\n""words"') + row[:cut_at])

    assert texts(reading)[0] == "first\nwords"
    assert all("last words".startswith(text.partition('"')[0]) for text in texts(reading)[1:])
    assert len(reading.posts) + len(unread(reading)) == 2


def test_a_post_is_known_by_its_urn_and_leads_to_it():
    """The link's `%3A` are colons; a link that is none leads nowhere."""
    found = read(Shares_csv=SHARES + share("one") + share("two", link="javascript:alert(1)")).posts

    assert [post.native_id for post in found] == ["urn:li:share:7430252411433779211", ""]
    assert [post.url for post in found] == [
        "https://www.linkedin.com/feed/update/urn:li:share:7430252411433779211/",
        "",
    ]


@pytest.mark.parametrize("date", ["", "null", "19.02.2026 15:10", "2026-02-19", "19-févr.-26"])
def test_the_id_holds_the_time_that_the_date_does_not(date: str):
    """Where the date is empty or a spreadsheet spoilt it, the id's own time stands in: it is the same to the second."""
    [post] = read(Shares_csv=SHARES + share("words", date=date)).posts

    assert (post.posted_at, post.clock) == (datetime(2026, 2, 19, 14, 10, 22, tzinfo=UTC), "utc")


@pytest.mark.parametrize(
    ("visibility", "audience"),
    [("MEMBER_NETWORK", "public"), ("Public", "public"), ("CONNECTIONS", "connections"), ("", "unknown")],
)
def test_visibility(visibility: str, audience: str):
    """MEMBER_NETWORK stands on every post of ten years: it is never taken for a restriction."""
    [post] = read(Shares_csv=SHARES + share("words", end=f",,,{visibility}")).posts

    assert post.audience == audience


def test_posts_in_groups():
    """Their URN is groupPost with group and post; the time is in the second number."""
    link = "https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A4417-7430252411433779211"
    [post] = read(Shares_csv=SHARES + share("words", date="", link=link)).posts

    assert (post.audience, post.container) == ("group", "LinkedIn group 4417")
    assert post.posted_at == datetime(2026, 2, 19, 14, 10, 22, tzinfo=UTC)


def test_posts_without_words_are_there_to_be_looked_at():
    """A document or a poll has no words in the export: the post is listed, and the report says how many there are."""
    reading = read(Shares_csv=SHARES + share("") + share("", link=ACTIVITY) + share("words"))

    assert [(post.text, post.media) for post in reading.posts] == [("", 1), ("", 1), ("words", 0)]
    assert any("2 LinkedIn posts have no words" in remark for remark in reading.remarks)


def test_plain_reposts_are_not_the_members_words():
    """InstantReposts names the parent alone."""
    [post] = read(InstantReposts_12345_csv=f"Date,Link\n2026-02-19 14:10:22,{ACTIVITY}\n").posts

    assert (post.kind, post.own_words, post.text) == ("repost", False, "")
    assert post.link_url == "https://www.linkedin.com/feed/update/urn:li:activity:7425101139227443211/"


def test_a_post_of_two_exports_has_one_id():
    """2018 knows it as an activity, today as a share, made within seconds: same words, same time, same id."""
    old = f'"Date","Share Link","Share Commentary"\n"2026/02/19 14:10:24 UTC","{ACTIVITY}","Long day"\n'
    archives = [
        Archive("old.zip", [Member.of("Shares.csv", old)]),
        Archive("new.zip", [Member.of("Shares_777.csv", SHARES + share("Long day"))]),
    ]
    found = read_exports(archives).posts

    assert [post.native_id for post in found] == ["urn:li:share:7430252411433779211"] * 2


# --- Comments --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('"called this \\"the Tuesday case\\", and it fits."', 'called this "the Tuesday case", and it fits.'),
        ('"He said: \\"make it so.\\""', 'He said: "make it so."'),
        ('"They call it ""now more than ever""!"', 'They call it "now more than ever"!'),
        ('"both ""a"" and \\"b\\""', 'both "a" and "b"'),
        ('"Dana Pruitt We did. \n\nOne said \\"never\\", once."', 'Dana Pruitt We did. \n\nOne said "never", once.'),
        ('say \\"x\\" now', 'say "x" now'),
        ('"on C:\\temp and C:\\"', "on C:\\temp and C:\\"),
    ],
)
def test_quotes_in_comments_have_a_backslash(cell: str, text: str):
    """Or are doubled, or both at once; a backslash that stands for itself stays, even at the end."""
    reading = read(Comments_csv=COMMENTS + comment(cell) + comment('"next, one"'))

    assert texts(reading) == [text, "next, one"]


def test_line_breaks_that_were_not_quoted():
    """In 2021 some comments had them: what does not begin as a row does belongs to the row above, commas and all."""
    rows = comment("Same here\n\nThe mother, the one with the bakery, refuses\nand rings") + comment("next")

    assert texts(read(Comments_csv=COMMENTS + rows)) == [
        "Same here\n\nThe mother, the one with the bakery, refuses\nand rings",
        "next",
    ]


def test_words_that_look_like_a_row():
    """A pasted row inside a well-formed comment stays in it."""
    pasted = f'"look:\n{comment("pasted")}was mine"'

    assert texts(read(Comments_csv=COMMENTS + comment(pasted) + comment("next"))) == [
        f"look:\n{comment('pasted')}was mine",
        "next",
    ]


def test_the_link_is_no_key():
    """It leads to the post: several comments under one post are all read."""
    assert texts(read(Comments_csv=COMMENTS + comment("one") + comment("two"))) == ["one", "two"]


def test_a_comment_without_a_date():
    """Its post's time is the earliest it can be: the day alone is told, and said to be a lower bound; never 1970."""
    [post] = read(Comments_csv=COMMENTS + comment("words", date="")).posts

    assert (post.clock, post.posted_at and post.posted_at.year) == ("day", 2026)
    assert "or later" in post.headline


def test_a_row_whose_date_and_link_are_lost():
    """It stays a row of its own and does not run into the one above."""
    reading = read(Comments_csv=COMMENTS + comment("one") + 'null,null,"two"\n' + comment("three", link="null"))

    assert texts(reading) == ["one", "two", "three"]


@pytest.mark.parametrize("head", ["", "Datum,Verweis,Nachricht\n", "Date,Link,Comment\n"])
def test_headers_that_are_missing_or_in_another_language(head: str):
    """The columns are taken as they always stand."""
    assert texts(read(Comments_5_csv=head + comment('"a, b"'))) == ["a, b"]


# --- what spreadsheets do --------------------------------------------------------------------------------------------


def test_semicolons_and_a_mark_at_the_front():
    """The delimiter is told from the header line alone: posts are full of any of them."""
    text = "\ufeff" + (COMMENTS + comment('"commas, and; more"')).replace(",https", ";https").replace(
        "e,L", "e;L"
    ).replace("k,M", "k;M").replace('1,"', '1;"')

    assert texts(read(Comments_9_csv=text.replace("\n", "\r\n"))) == ["commas, and; more"]


def test_other_encodings():
    """What is no UTF-8 is cp1252; UTF-16 is told without its mark too; NUL characters go."""
    rows = COMMENTS + comment("Zoë – “soon”")

    assert texts(read(Comments_9_csv=rows.encode("cp1252"))) == ["Zoë – “soon”"]
    assert texts(read(Comments_9_csv=rows.encode("utf-16-le"))) == ["Zoë – “soon”"]
    assert texts(read(Comments_9_csv=rows.replace("soon", "so\0on"))) == ["Zoë – “soon”"]


def test_spoilt_accents_are_set_right_and_told():
    """Only where the whole text gives sense as UTF-8; the report says how many there were."""
    reading = read(Comments_9_csv=COMMENTS + comment("fÃ¼r Zoe â€“ nice") + comment("CAFÉ™ für Zoë"))

    assert texts(reading) == ["für Zoe – nice", "CAFÉ™ für Zoë"]
    assert any("In 1 LinkedIn text" in remark for remark in reading.remarks)


def test_one_file_pasted_below_another():
    """The second header is no comment."""
    assert texts(read(Comments_9_csv=COMMENTS + comment("one") + COMMENTS + comment("two"))) == ["one", "two"]


def test_huge_fields():
    """A comment larger than the csv module's own limit is read whole."""
    assert texts(read(Comments_9_csv=COMMENTS + comment("x" * 300_000))) == ["x" * 300_000]


# --- articles --------------------------------------------------------------------------------------------------------

ARTICLE = """<html><head><title>Night shift</title><style>p {}</style></head><body>
<img src="https://media.example.org/a" alt="The bay window" title="Where she sat" />
<h3 class="series-title">Letters</h3><p class="series-description">From the ward.</p>
<h1><a href="https://www.linkedin.com/pulse/night-shift-a1b2c">Night shift</a></h1>
<p class="created">Created on 2024-05-12 20:15</p><p class="published">Published on 2024-05-12 21:40</p>
<div><p>First &amp; <b>bold</b>.<br>Line two é.</p><blockquote>Quoted</blockquote>
<a class="embedded" href="https://example.org/x">Another's post</a><iframe src="https://example.org"></iframe></div>
</body></html>"""


def test_articles_with_the_words_of_pictures_and_newsletters():
    """Title, paragraphs, alt and title texts; the newsletter's description apart; embedded posts are not own words."""
    [article, series] = read(Articles__Articles__night_html=ARTICLE).posts

    assert article.text == "Night shift\n\nFirst & bold.\nLine two é.\n\nQuoted\n\nThe bay window\n\nWhere she sat"
    assert (article.posted_at, article.clock) == (datetime(2024, 5, 12, 21, 40), "local")
    assert (article.state, article.container, article.link_title) == ("live", "Letters", "Another's post")
    assert (series.text, series.container) == ("From the ward.", "Letters")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Published on 2024-05-12 21:40", "Not published yet"),
        ('<p class="published">Published on 2024-05-12 21:40</p>', ""),
        ("/pulse/night-shift-a1b2c", "/post/edit/7247"),
    ],
)
def test_drafts(old: str, new: str):
    """No date behind `published`, no such line at all, or a heading that leads to the editor."""
    draft = read(Articles__night_html=ARTICLE.replace(old, new)).posts[0]

    assert (draft.state, draft.audience) == ("draft", "private")


def test_articles_without_any_date():
    """Seen in 2026: with an address of a published article they are published."""
    text = '<html><body><h1><a href="https://www.linkedin.com/pulse/a">A</a></h1><p>B</p></body></html>'

    assert [(post.state, post.text) for post in read(Articles__Articles__a_html=text).posts] == [("live", "A\n\nB")]


def test_the_name_of_an_article_is_never_quoted():
    """Drafts are named after their title."""
    reading = read_named({"Articles/Articles/2024-10-02 21_05_30.0-My client Bob .html": "", "Shares.csv": SHARES})

    assert reading.members[0].status == "unread"
    assert "Bob" not in str(unread(reading)) + reading.members[0].reason


# --- messages and invitations ----------------------------------------------------------------------------------------

HEADS = {
    "2021": ["CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "DATE", "SUBJECT", "CONTENT", "FOLDER"],
    "2026": ["CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "CONTENT"],
}
HEADS["2026"] += ["FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT"]


def messages_of(vintage: str, *rows: dict[str, str]) -> str:
    cells = [HEADS[vintage], *([row.get(name, "") for name in HEADS[vintage]] for row in rows)]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in cells)


def message(sender: str, content: str, conversation: str = "c1", **more: str) -> dict[str, str]:
    mine = sender == "Maya Lindgren"
    return {
        "CONVERSATION ID": conversation,
        "FROM": sender,
        "SENDER PROFILE URL": ME if mine else PRIYA if sender == "Priya Raman" else "",
        "TO": "Priya Raman" if mine else "Maya Lindgren",
        "RECIPIENT PROFILE URLS": PRIYA if mine else ME,
        "DATE": "2026-02-10 14:00:05 UTC",
        "CONTENT": content,
        **more,
    }


@pytest.mark.parametrize("vintage", HEADS)
def test_only_own_messages_are_read(vintage: str):
    """Own is what came from the member's address or name; people who closed their account are `LinkedIn Member`."""
    rows = (message("Maya Lindgren", "mine"), message("Priya Raman", "hers"), message("LinkedIn Member", "whose"))
    reading = read(Profile_csv=PROFILE, messages_csv=messages_of(vintage, *rows))
    found = [post for post in reading.posts if post.kind == "message"]

    assert [(post.text, post.people, post.audience) for post in found] == [("mine", ("Priya Raman",), "private")]
    assert found[0].posted_at == datetime(2026, 2, 10, 14, 0, 5, tzinfo=UTC)


def test_the_2018_form_of_messages():
    """Capital letter, a direction, HTML entities, US dates without a zone."""
    rows = (
        "From,To,Date,Subject,Content,Direction,Folder\n"
        '"Maya L.","Theo, RN","10/2/18, 7:45 AM","","I&rsquo;ll come &amp; see",OUTGOING,INBOX\n'
        '"Theo, RN","Maya L.","10/2/18, 7:50 AM","","Don&rsquo;t",INCOMING,INBOX\n'
    )
    [post] = read_named({"Messages.csv": rows, "Positions.csv": "Company Name,Title,Description\n"}).posts

    assert (post.text, post.people, post.clock) == ("I’ll come & see", ("Theo, RN",), "local")
    assert post.posted_at == datetime(2018, 10, 2, 7, 45)


def test_unsent_messages_are_drafts():
    """`IS MESSAGE DRAFT` is Yes."""
    rows = messages_of("2026", message("Maya Lindgren", "half", **{"IS MESSAGE DRAFT": "Yes"}))
    [draft] = [post for post in read(Profile_csv=PROFILE, messages_csv=rows).posts if post.kind == "message"]

    assert draft.state == "draft"


def test_inmail_is_html():
    """Its words are read, not its marks; what only looks like a mark stays."""
    spin = '<p class="spinmail-quill-editor__spin-break">Hi&nbsp;there,</p><p>read <a href="x">this</a> &amp; go.</p>'
    rows = messages_of("2026", message("Maya Lindgren", spin), message("Maya Lindgren", "5 < 6 and <3"))
    found = read(Profile_csv=PROFILE, messages_csv=rows).posts

    assert [post.text for post in found if post.kind == "message"] == ["Hi there,\nread this & go.", "5 < 6 and <3"]


def test_a_namesake_is_somebody_else():
    """The address counts more than the name."""
    twin = message("Maya Lindgren", "the other Maya's", "c2") | {"SENDER PROFILE URL": "https://www.linkedin.com/in/twin"}
    rows = (message("Maya Lindgren", "mine"), message("Maya Lindgren", "mine too", "c2"), twin)
    reading = read(Profile_csv=PROFILE, messages_csv=messages_of("2026", *rows))

    assert [post.text for post in reading.posts if post.kind == "message"] == ["mine", "mine too"]


def test_whose_messages_they_are_without_a_profile():
    """The member is in every conversation; of a single one it cannot be told, and then nothing is read."""
    address = "https://www.linkedin.com/in/theo"
    theo = message("Theo Grant", "his", "c2") | {"SENDER PROFILE URL": address}
    to_theo = message("Maya Lindgren", "to Theo", "c2") | {"TO": "Theo Grant", "RECIPIENT PROFILE URLS": address}
    rows = (message("Maya Lindgren", "mine"), message("Priya Raman", "hers"), theo, to_theo)

    assert texts(read(messages_csv=messages_of("2026", *rows))) == ["mine", "to Theo"]
    alone = read(messages_csv=messages_of("2026", *rows[:2]))
    assert texts(alone) == []
    assert "Profile.csv" in unread(alone)[0][1]


def test_messages_wait_to_be_asked_for():
    """Invitations too: their words go to one person."""
    reading = read(
        messages=False,
        Profile_csv=PROFILE,
        messages_csv=messages_of("2026", message("Maya Lindgren", "mine")),
        Invitations_csv='From,To,Sent At,Message,Direction\nMaya,Theo,"8/3/18, 9:20 AM",Hello,OUTGOING\n',
    )

    assert {line.name: line.reason for line in reading.members if line.status == "left out"} == {
        "messages.csv": MESSAGES_LEFT_OUT,
        "Invitations.csv": MESSAGES_LEFT_OUT,
    }


def test_invitations_that_went_out_with_words():
    """Those that came in are other people's."""
    rows = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Maya Lindgren,"Jane Doe, Ph.D.","8/3/18, 9:20 AM","We met, remember?",OUTGOING,{ME},\n'
        f'Theo,Maya Lindgren,"8/3/18, 9:20 AM","Hi Maya",INCOMING,,{ME}\n'
    )
    reading = read(Invitations_csv=rows)

    assert [(post.text, post.people) for post in reading.posts] == [("We met, remember?", ("Jane Doe, Ph.D.",))]
    assert linkedin.account(_export_of(Invitations_csv=rows)).url == ME


# --- the other files -------------------------------------------------------------------------------------------------


def test_coaches_are_read_on_the_members_side_alone():
    """guide_messages is not messages: it is read unasked, as a private note."""
    head = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\n"
    rows = f"c,Talk,Maya Lindgren,{ME},Coach,,2026-02-10 14:00:05 UTC,,My client\nc,Talk,Coach,,Maya,,,,Its answer\n"
    names = ("guide_messages", "coach_messages", "learning_role_play_messages", "LearningCoachMessages")
    for name in names:
        reading = read_named({"Profile.csv": PROFILE, f"{name}.csv": head + rows}, messages=False)
        notes = [post for post in reading.posts if post.kind == "note"]

        assert [(post.text, post.audience, post.container) for post in notes] == [("My client", "private", "Talk")]


def test_a_coach_with_whom_nobody_spoke():
    """`No conversations found` stands where a header would: nothing to read, nothing lost."""
    reading = read_named({"LearningCoachMessages.csv": "No conversations found\n", "Profile.csv": PROFILE})

    assert unread(reading) == []


def test_private_notes_searches_and_notes_on_courses():
    """Typed and never published: kind note, private. N/A is no note."""
    reading = read(
        Notes_csv="Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
        "Kofi,Mensah,,son of a patient,2025-07-30 18:20:00 UTC,\n",
        SearchQueries_csv="Time,Search Query\n2026/01/14 06:58:12 UTC,kofi mensah\n",
        Learning_csv="Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),"
        "Content Completed At (if completed),Content Saved,Notes taken on videos (if taken),\n"
        "Talks,About,Course,2020-12-29 14:24 UTC,N/A,true,use my client,\nLooms,About,Course,N/A,N/A,true,N/A,\n",
    )

    assert [(post.kind, post.audience, post.text, post.people) for post in reading.posts] == [
        ("note", "private", "son of a patient", ("Kofi Mensah",)),
        ("note", "private", "kofi mensah", ()),
        ("note", "private", "use my client", ()),
    ]


def test_recommendations_given_name_a_person():
    """Those received have the same columns and are other people's words."""
    rows = (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        'Ines,Okafor,Practice,Nurse,"Calm.  Kind.","11/05/24, 09:30 AM",VISIBLE\n'
        "Ines,Okafor,Pract\n"
    )
    reading = read(Recommendations_Given_csv=rows, Recommendations_Received_csv=rows)
    [post] = reading.posts

    assert (post.kind, post.text, post.people, post.audience) == ("review", "Calm.  Kind.", ("Ines Okafor",), "public")
    assert unread(reading) == [("[2]", "the row is cut off, or is none")]
    assert [line.status for line in reading.members] == ["read", "left out"]


def test_captions_of_pictures():
    """` -` means none; what hangs on a post is counted there; the date is a sentence."""
    media = "https://media.licdn.com/dms/image/v2/x"
    rows = (
        "Date/Time,Media Description,Media Link\n"
        f'"You uploaded a photo on March 4, 2026 at 1:20\u202fPM (GMT)",The ward at dusk,{media}/comment-image/0\n'
        f'"You uploaded a photo on March 5, 2026 at 1:20 PM (GMT)", -,{media}/feedshare-shrink_800/0\n'
        f'"You uploaded a photo on March 6, 2026 at 1:20 PM (GMT)", -,{media}/comment-image/0\n'
    )
    found = [post for post in read(Rich_Media_csv=rows, Shares_csv=SHARES).posts if post.kind == "caption"]

    assert [(post.text, post.media) for post in found] == [("The ward at dusk", 1), ("", 1)]
    assert found[0].posted_at == datetime(2026, 3, 4, 13, 20, tzinfo=UTC)


def test_profile_words_have_no_time():
    """When a post began is not when its description was written; the present ones tell the member's trade."""
    positions = (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "The Ward,Nurse,Nights with the ferry survivors,Town,Jun 2018,\nOld Place,Clerk,,Town,2009,2011\n"
    )
    reading = read(Profile_csv=PROFILE, Positions_csv=positions)
    about = reading.accounts["linkedin"][0].about

    assert [post.text for post in reading.posts if "ferry" in post.text] == ["Nurse\n\nNights with the ferry survivors"]
    assert {post.posted_at for post in reading.posts} == {None}
    assert "Nurse, The Ward" in about
    assert "Old Place" not in about


def test_answers_to_employers_without_addresses():
    """Forms and CVs hold e-mail addresses: they are shown nowhere."""
    reading = read(
        Jobs__Job_Applications_csv="Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,"
        'Job Url,Resume Name,Question And Answers\n"8/3/25, 9:20 AM",m@example.org,,Ward,Nurse,,cv.pdf,'
        "I cared for a minister\n",
        Private_identity_asset_csv="Private Identity Asset Name,Private Identity Asset Raw Text\n"
        'cv.pdf,"Maya\nmaya.l@mail.example.org\nNurse of the mayor"\n',
        Job_Applicant_Saved_Answers_csv="Question,Answer\nCover letter,I know the mayor\n",
    )

    assert texts(reading) == ["I cared for a minister", "Maya\n…\nNurse of the mayor", "I know the mayor"]
    assert reading.posts[2].headline == "Cover letter"
    assert "@" not in str(reading.posts)


def test_only_events_that_the_member_organised():
    """To others the member was a guest, and their names are the hosts' words."""
    rows = 'Event Name,Event Time,Status,External Url\nMine,"Oct 04, 2022 12:00 PM - Oct 04, 2022 1:00 PM",ORGANIZER,\n'

    assert texts(read(Events_csv=f"{rows}Theirs,,APPROVED,\n", Shares_csv=SHARES)) == ["Mine"]


def test_group_posts_of_before_2018():
    """Columns by guess: nobody has seen such a file. The title of a discussion that one comments on is another's."""
    reading = read_named(
        {
            "Group Posts.csv": "Date,Group Name,Post Title,Post Content,Post Url\n"
            "2014-03-02,Nurses,A question,Who has had a patient like this?,\n",
            "Group Comments.csv": "Date,Group Name,Discussion Title,Comment\n2014-03-03,Nurses,Another's,Mine did.\n",
        }
    )

    assert [(post.kind, post.text, post.audience, post.container) for post in reading.posts] == [
        ("post", "A question\n\nWho has had a patient like this?", "group", "Nurses"),
        ("comment", "Mine did.", "group", "Nurses"),
    ]


# --- the export as a whole -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Shares.csv", "read"),
        ("Shares_58213377.csv", "read"),
        ("shares (1).csv", "read"),
        ("InstantReposts_5.csv", "read"),
        ("Instant Reposts.csv", "read"),
        ("Rich Media.csv", "read"),
        ("Search Queries.csv", "read"),
        ("Search_Queries_7.csv", "read"),
        ("Job Applicant Saved Screening Question Responses_1.csv", "read"),
        ("Jobs/Job Applicant Saved Answers.csv", "read"),
        ("Messages.csv", "read"),
        ("Phone Numbers.csv", "left out"),
        ("PhoneNumbers.csv", "left out"),
        ("ImportedContacts.csv", "left out"),
        ("Connections.csv", "left out"),
        ("Member_Follows_58213377.csv", "left out"),
        ("Ad_Targeting.csv", "left out"),
        ("Votes_58213377.csv", "left out"),
        ("Endorsement_Received_Info.csv", "left out"),
        ("Receipts_v2.csv", "left out"),
        ("Verifications/Verifications.csv", "left out"),
        ("Something New.csv", "unknown"),
    ],
)
def test_names_of_files(name: str, status: str):
    """Spaces, underscores, capitals and the member's number vary by year; what is new is told as unknown."""
    reading = read_named({"Positions.csv": "Company Name,Title,Description\n", f"{name}": "a,b,c,d,e,f,g\n"})
    found = {line.name: line.status for line in reading.members}[name]

    assert found == ("unread" if status == "read" else status)  # no such columns: it was given to a reader


def test_wherever_the_export_lies():
    """A folder in a folder of the same name is how unpacking on Windows leaves it."""
    name = "Complete_LinkedInDataExport_01-02-2026"
    reading = read_named({f"{name}/{name}/Shares.csv": SHARES + share("one"), f"{name}/{name}/Profile.csv": PROFILE})

    assert {post.account for post in reading.posts} == {"Maya Lindgren"}
    assert "one" in texts(reading)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SHARES + share("words"), "post"),
        ("\ufeff" + (SHARES + share("words")).replace(",", ";"), "post"),
        (b"\xff\xfe" + (SHARES + share("words")).replace(",", "\t").encode("utf-16-le"), "post"),
        (COMMENTS + comment("words"), "comment"),
        ("Connection First Name,Connection Last Name,Connection Profile URL,Note\nA,B,,words\n", "note"),
        ("Time,Search Query\n2026/01/14 06:58:12 UTC,words\n", "note"),
        (ARTICLE.replace('<p class="series-description">From the ward.</p>', ""), "article"),
    ],
)
@pytest.mark.parametrize("name", ["renamed.csv", "old/backup.txt"])
def test_lone_and_renamed_files(name: str, content: str | bytes, kind: str):
    """They are told by their first line, whatever stands between the columns."""
    [post] = read_named({name: content}).posts

    assert post.kind == kind


def test_a_basic_archive_is_said_to_have_no_posts():
    """The quick archive leaves posts out: the report says so, and what to ask for; a lone file is nobody's mistake."""
    basic = read(Profile_csv=PROFILE, Positions_csv="Company Name,Title,Description\n", Connections_csv="")
    complete = read(Profile_csv=PROFILE, Positions_csv="Company Name,Title\n", Shares_5_csv=SHARES)

    assert any("larger data archive" in remark for remark in basic.remarks)
    assert not any("larger data archive" in remark for remark in complete.remarks)
    assert not read(Positions_csv="Company Name,Title,Description\n").remarks


@pytest.mark.parametrize(
    ("written", "year_month_day", "hour", "day_only"),
    [
        ("2026-02-19 14:10:22", (2026, 2, 19), 14, False),
        ("8/3/18, 9:20 AM", (2018, 8, 3), 9, False),
        ("11/05/24, 09:30\u202fPM", (2024, 11, 5), 21, False),
        ("12/31/23, 12:05 AM", (2023, 12, 31), 0, False),
        ("15 Jan 2026", (2026, 1, 15), 0, True),
        ("Apr 9, 2023", (2023, 4, 9), 0, True),
        ("Jun 2018", (2018, 6, 1), 0, True),
        ("2016", (2016, 1, 1), 0, True),
        ("Oct 04, 2022 12:00 PM - Oct 04, 2022 12:30 PM", (2022, 10, 4), 12, False),
        ("Fri Jan 24 02:54:41 UTC 2025", (2025, 1, 24), 2, False),
        ("19.02.2026 14:10", (2026, 2, 19), 14, False),
        ("4-Apr-21", (2021, 4, 4), 0, True),
    ],
)
def test_dates(written: str, year_month_day: tuple[int, int, int], hour: int, day_only: bool):
    """Each file has its own form; months are English; without a zone the time is the account's own."""
    at, only = moment(written)

    assert at is not None
    assert ((at.year, at.month, at.day), at.hour, only) == (year_month_day, hour, day_only)


@pytest.mark.parametrize("written", ["", "N/A", "2026-02-30 10:00:00", "99999-1-1", "12:00 AM", "soon"])
def test_no_dates(written: str):
    """What is none costs the date."""
    assert moment(written) == (None, False)


# --- hostile ---------------------------------------------------------------------------------------------------------


def _export_of(**files: str) -> linkedin.Export:
    members = {name.replace("_csv", ".csv"): Member.of(name, content) for name, content in files.items()}
    return linkedin.Export("linkedin", members=members)


@pytest.mark.parametrize("vintage", ["2018", "complete-2021", "complete-2026"])
def test_mangled_files_never_raise(vintage: str):
    """Cut, flipped, emptied, doubled, filled with nonsense: posts and unread places come out, no exception."""
    folder = SAMPLES / vintage
    whole = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    read_from = {line.name for line in read_named(dict(whole)).members if line.status == "read"}
    for seed in range(30):
        chance = random.Random(f"{vintage} {seed}")
        reading = read_named({name: mangled(whole[name], chance) for name in sorted(read_from) if whole[name]})

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for _, reason in unread(reading) if "not built as we expect" in reason]
