"""Reports built by hand, on invented posts: one rich, one empty, one as long as asked for."""

from dataclasses import replace

from reports.view import (
    Advice,
    Bar,
    Card,
    CategoryLine,
    Chart,
    Choice,
    FileLine,
    Measure,
    NetworkReading,
    Report,
    TextPart,
)

LABELS = {
    "identifies_client": "Points to a client",
    "client_detail": "Tells something of one client",
    "proceedings": "Comments on a case or hearing",
    "disparages_clients": "Could sound disrespectful of clients",
    "whereabouts": "Says where or when somebody is seen",
    "fitness": "Raises a doubt about being fit for work",
    "boundaries": "Shows a relation beyond the professional one",
    "workplace": "Gives away what belongs to the workplace",
}
GLOSSARY = (
    (
        "Points to a client",
        "A name, initials, a tag, a picture, or a job, street or relation that few people share.",
    ),
    (
        "Tells something of one client",
        "An event, age, condition, words or outcome of one client, visit, case or pupil, even kindly, even unnamed.",
    ),
    (
        "Could sound disrespectful of clients",
        "Venting, mockery, or relief that somebody did not come. Read out later, it can sound like an attitude.",
    ),
    (
        "Raises a doubt about being fit for work",
        "Hungover, drunk, asleep, unprepared, or records skipped, even as a joke.",
    ),
)
SEVERITIES = {
    1: "worth reading again",
    2: "could be recognised, or could count against you",
    3: "deal with this one first",
}
FACEBOOK_STEPS = (
    "Open your profile, then the three dots, then Activity log.",
    "Choose Comments, and under Filters set the date to March 2016.",
    "On the comment choose the three dots, then Delete. For a post: Edit audience, Only me; later Move to trash.",
)
TWITTER_STEPS = (
    "Open the post with the address below.",
    "Choose the three dots, then Delete. X has no bin: this cannot be undone.",
)
LINKEDIN_STEPS = (
    "Open your profile, then Show all activity, then Comments.",
    "On the comment choose the three dots, then Delete.",
)
NETWORKS = {
    "facebook": ("Facebook", FACEBOOK_STEPS, "https://www.facebook.com/me/allactivity?category_key=COMMENTSCLUSTER"),
    "twitter": ("X (Twitter)", TWITTER_STEPS, "https://x.com/i/web/status/706912345678901248"),
    "linkedin": ("LinkedIn", LINKEDIN_STEPS, "https://www.linkedin.com/in/me/recent-activity/comments/"),
}
REMAINS = {
    "facebook": "Replies of other people, e-mail notices they were sent, and any picture somebody took of it.",
    "twitter": "Quotes and replies stay and show that something was there; search engines may show it for weeks.",
    "linkedin": "Notices by e-mail, and copies others made.",
}


def parts(*texts: str) -> tuple[TextPart, ...]:
    """Return the runs of a post: plain, *raised the score*, **raised it most**, told by their stars."""
    return tuple(TextPart(text.strip("*"), len(text) - len(text.lstrip("*"))) for text in texts)


def card(number: int, words: tuple[TextPart, ...], **told: object) -> Card:
    """Return a finding; what is not told is as with a comment on Facebook in 2016."""
    network = str(told.pop("network", "facebook"))
    severity = int(str(told.pop("severity", 2)))
    names = told.pop("names", ("client_detail",))
    verb = str(told.pop("verb", "delete"))
    label, steps, address = NETWORKS[network]
    assert isinstance(names, tuple)
    base = Card(
        number=number,
        id=f"{number * 7919:016x}",
        tier="look-first" if severity == 3 else "look",
        severity=severity,
        severity_words=SEVERITIES[severity],
        score_percent=97 - number,
        network=network,
        network_label=label,
        kind="comment",
        when="14 March 2016, 18:05 UTC",
        year="2016",
        audience="friends",
        state="",
        parts=words,
        categories=tuple(CategoryLine(name, LABELS[name], 93 - 9 * place) for place, name in enumerate(names)),
        cues=("one person, seen on one day",),
        recognisers=("the client", "family and friends"),
        panel="The registrant told friends on Facebook what a client had said that afternoon.",
        rules=(),
        advice=Advice(
            verb=verb,
            words="Limit it to yourself today, read it again tomorrow, then decide whether to take it down.",
            steps=steps,
            address=address,
            address_label=f"Find it on {label}",
            remains=REMAINS[network],
        ),
        source=f"{network}-export.zip!comments_and_reactions/comments.json[{number * 13}]",
        moment="2016-03-14T18:05:00",
    )
    return replace(base, **told)


def twelve_cards() -> tuple[Card, ...]:
    """Return a dozen findings of many kinds."""
    return (
        card(
            1,
            parts(
                "So the ",
                "**lad from the boatyard**",
                " did come in the end, ",
                "*nineteen*",
                " and already on his third detox. ",
                "*Cried all the way through.*",
                "\n\nDay 2 of the hearing tomorrow and I still don’t know what I’m going to say about the mother.",
            ),
            severity=3,
            names=("identifies_client", "client_detail", "proceedings"),
            kind="comment in a group",
            container="Quayside neighbours",
            headline="Ines commented on a post in Quayside neighbours.",
            cues=("gives an age", "names a workplace that few people share", "a hearing that is under way"),
            recognisers=("the client", "family and friends", "colleagues", "people of the place"),
            rules=("HCPC Standards of conduct, performance and ethics 2024, 2.10 and 5.1",),
            people=("Ola Brandt",),
            place="Quayside",
            audience="a group",
        ),
        card(
            2,
            parts("My ", "*4 o’clock*", " has cancelled. ", "**Get in!!**", " Gin o’clock it is then 🍸"),
            severity=3,
            names=("disparages_clients", "whereabouts"),
            network="twitter",
            kind="post",
            audience="public",
            when="3 June 2011, 15:41 UTC",
            year="2011",
            moment="2011-06-03T15:41:00",
            cues=("relief that somebody did not come", "an hour of that day"),
            recognisers=("the client",),
            panel="The registrant welcomed in public, within the hour, that a client had not come.",
        ),
        card(
            3,
            parts("Late again, on the motorway ", "**the morning after the night before**", " 😉 they won’t notice"),
            severity=3,
            names=("fitness",),
            kind="post",
            when="9 November 2013, 08:12 UTC",
            year="2013",
            moment="2013-11-09T08:12:00",
            verb="supervision",
            cues=("suggests drinking before work", "on the way to a visit"),
            recognisers=("the client", "colleagues"),
            panel="The registrant joked about travelling to work after a night of drinking.",
        ),
        card(
            4,
            parts("Thank you Mrs K., best chocolates ever from a ", "*grateful family*"),
            severity=1,
            names=("boundaries",),
            kind="caption",
            when="24 December 2014",
            year="2014",
            moment="2014-12-24",
            link_title="Chocolatier on the corner, opening hours",
            link_url="https://chocolatier.example/hours",
            audience="public",
            verb="restrict",
        ),
        card(
            5,
            parts("year 9 are ", "**thick as mince**", ", every last one"),
            names=("disparages_clients",),
            network="twitter",
            kind="reply",
            audience="public",
            when="2 February 2012, 21:30 UTC",
            year="2012",
            moment="2012-02-02T21:30:00",
            recognisers=("pupils", "parents", "anyone"),
        ),
        card(
            6,
            parts("Congratulations! I remember ", "*that night on ward 7*", " when you found the chart in the lift"),
            severity=1,
            names=("workplace",),
            network="linkedin",
            audience="connections",
            when="19 September 2022, 07:02 UTC",
            year="2022",
            moment="2022-09-19T07:02:00",
            verb="reword",
        ),
        card(
            7,
            parts("קיבלתי היום ", "*מכתב*", " מהמשפחה שלו, בכיתי כל הדרך הביתה"),
            severity=1,
            kind="post",
            when="date unknown",
            year="undated",
            moment="",
            state="already in the network’s bin",
        ),
        card(
            8,
            (),
            severity=1,
            names=("whereabouts",),
            kind="check-in",
            place="Saint Brannoc’s Hospice",
            people=("M. D.",),
        ),
        card(
            9,
            parts("proud of the girl I work with, ", "*nine months clean*", " today 💚"),
            network="twitter",
            kind="post",
            audience="public",
            when="30 August 2018, 19:44 UTC",
            year="2018",
            moment="2018-08-30T19:44:00",
        ),
        card(
            10,
            parts("jury still out, told them if it was me he’d be ", "**down already**"),
            names=("proceedings",),
            when="11 May 2017, 12:20 UTC",
            year="2017",
            moment="2017-05-11T12:20:00",
            verb="advice first",
            also_in=("facebook-older.zip!comments/comments.json[41]",),
        ),
        card(
            11,
            parts("Slept through ", "*the whole handover*", " lol"),
            severity=1,
            names=("fitness", "workplace"),
            kind="post",
            audience="unknown",
            when="6 January 2010, 06:55 UTC",
            year="2010",
            moment="2010-01-06T06:55:00",
        ),
        card(
            12,
            parts("She recommended me to her sister, how lovely is that"),
            severity=1,
            names=("boundaries",),
            network="linkedin",
            kind="recommendation",
            audience="public",
            when="17 March 2021",
            year="2021",
            moment="2021-03-17",
        ),
    )


def charts() -> tuple[Chart, ...]:
    """Return four charts, two of each sort."""
    years = {2009: 210, 2010: 634, 2011: 1802, 2012: 2010, 2013: 1655, 2014: 890, 2015: 1120, 2016: 1410}
    years |= {2017: 760, 2018: 512, 2019: 498, 2020: 702, 2021: 341, 2022: 260, 2023: 190, 2024: 84}
    hours = (
        40,
        22,
        12,
        6,
        4,
        9,
        61,
        190,
        320,
        280,
        310,
        402,
        610,
        580,
        470,
        455,
        520,
        690,
        980,
        1204,
        1320,
        1160,
        720,
        260,
    )
    networks = {"Facebook": 8610, "X (Twitter)": 3990, "LinkedIn": 478}
    raised = {
        "Tells something of one client": 5,
        "Could sound disrespectful of clients": 3,
        "Raises a doubt about being fit for work": 2,
    }
    raised |= {
        "Shows a relation beyond the professional one": 2,
        "Comments on a case or hearing": 2,
        "Points to a client": 1,
    }
    return (
        Chart(
            "Posts by year",
            bars({str(k): v for k, v in years.items()}),
            True,
            "Posts without a date are not counted here.",
        ),
        Chart(
            "Posts by hour of the day",
            bars({f"{h:02}": n for h, n in enumerate(hours)}),
            True,
            "In UTC, or as the network says.",
        ),
        Chart("Posts by network", bars(networks), False),
        Chart("Posts to look at, by category", bars(raised), False, "A post may have several."),
    )


def bars(counts: dict[str, int]) -> tuple[Bar, ...]:
    return tuple(Bar(label, value, value / max(counts.values())) for label, value in counts.items())


def readings() -> tuple[NetworkReading, ...]:
    """Return the account of three networks, with something lost in two of them."""
    pictures = tuple(
        FileLine(f"photos/album_{n // 40}/picture_{n:04}.jpg", "left out", "a picture: media is not read", 0, "")
        for n in range(240)
    )
    facebook = NetworkReading(
        label="Facebook",
        account="Ines Moravec",
        posts=8610,
        span="March 2009 – June 2024",
        kinds=(("posts", 5120), ("comments", 2911), ("captions", 402), ("check-ins", 177)),
        files=(
            FileLine(
                "posts/your_posts_1.json",
                "read",
                "",
                5120,
                "March 2009 – June 2024",
                places=("[311]: it has no timestamp",),
            ),
            FileLine(
                "comments_and_reactions/comments.json",
                "read",
                "",
                2911,
                "April 2009 – May 2024",
                "the export’s own list says 2,911",
            ),
            FileLine(
                "posts/album/0.json", "read", "", 579, "2010 – 2022", places=tuple(f"[{n}]: no text" for n in range(9))
            ),
            FileLine(
                "events/your_event_responses.json",
                "unread",
                "it ends in the middle; the download may have broken off",
                0,
                "",
            ),
            FileLine("likes/pages_you_liked.json", "left out", "other people’s words", 0, ""),
            FileLine(
                "messages/inbox/t_1/message_1.json", "left out", "private messages: read only when asked for", 0, ""
            ),
            FileLine("new_things/unheard_of.json", "unknown", "", 0, ""),
            *pictures,
        ),
        undated=3,
        wordless=1204,
        gaps=("nothing between March 2014 and July 2014",),
        never=(
            "Comments other people wrote under your posts.",
            "Posts you had already deleted when you asked for the export.",
            "What is said or written inside pictures and videos.",
        ),
    )
    twitter = NetworkReading(
        label="X (Twitter)",
        account="@ines_m",
        posts=3990,
        span="May 2011 – October 2023",
        kinds=(("posts", 2210), ("replies", 1780)),
        files=(
            FileLine("data/tweets.js", "read", "", 3990, "May 2011 – October 2023", "the export’s own list says 3,990"),
            FileLine("data/like.js", "left out", "other people’s words", 0, ""),
        ),
        undated=0,
        wordless=41,
        gaps=(),
        never=("The whole text of posts you passed on: it is cut at 140 characters.",),
    )
    linkedin = NetworkReading(
        label="LinkedIn",
        account="",
        posts=478,
        span="January 2015 – June 2024",
        kinds=(("comments", 401), ("posts", 77)),
        files=(
            FileLine("Comments.csv", "read", "", 401, "2019 – 2024"),
            FileLine("Shares.csv", "read", "", 77, "2015 – 2024"),
        ),
        undated=0,
        wordless=0,
        gaps=("nothing before January 2019 in Comments.csv", "nothing in 2020"),
        never=("Comments older than a few years are often missing.",),
    )
    return facebook, twitter, linkedin


def rich_report(cards: tuple[Card, ...] | None = None) -> Report:
    """Return a report with something in every field."""
    cards = twelve_cards() if cards is None else cards
    return Report(
        made_on="28 November 2026, 14:05 UTC",
        version="1.0.0",
        settings=(("Profession", "counsellor, England"), ("Private messages", "not read"), ("Watch-list", "none")),
        posts_read=13078,
        look_first=sum(one.tier == "look-first" for one in cards),
        look=sum(one.tier == "look" for one in cards),
        cards=cards,
        withheld=0,
        withheld_in="",
        readings=readings(),
        strays=(FileLine("holiday-list.xlsx", "unknown", "", 0, ""),),
        remarks=("The Facebook export covers the last year of messages only; that was chosen when it was asked for.",),
        charts=charts(),
        measures=(
            Measure(
                "Posts to look at that it found", "88 of 100", "at one ordinary post in a hundred listed beside them"
            ),
            Measure(
                "Posts listed that were worth it", "61 of 100", "on the labelled examples, by authors it had not met"
            ),
        ),
        cannot_see=(
            "What is said in videos, and words inside pictures.",
            "What others wrote about you, or under your posts.",
            "What you deleted before you asked for the export.",
        ),
        glossary=GLOSSARY,
        gate_bodies=("your insurer", "the BACP ethics helpline", "your union"),
        span="March 2009 – June 2024",
    )


CHOICES = (
    Choice("remove", "Remove", "Delete it on the network.", acts=True),
    Choice("restrict", "Restrict", "Hide it, or show it to fewer people.", acts=True),
    Choice("reword", "Reword", "Take the particulars out.", acts=True),
    Choice("keep", "Keep", "Leave it as it is."),
    Choice("not-client", "Not about a client", "It speaks of nobody you serve."),
    Choice("supervision", "Take to supervision", "Talk about it before deciding.", closes=False),
    Choice("advice", "Take advice first", "Ask your insurer, union or lawyer before anything.", closes=False),
    Choice("later", "Later", "Come back to it.", closes=False),
)
REASONS = (("", "no reason given"), ("consent", "the person agreed, in writing"), ("other", "another reason"))


def decided_report() -> Report:
    """Return the report of a second audit: the last three cards are decided, the first is new, one came back."""
    cards = [replace(one, presence="still there", standing="still there") for one in twelve_cards()]
    cards[0] = replace(cards[0], presence="new", standing="new: you posted it since the last audit")
    cards[1] = replace(cards[1], presence="came back", standing="came back after it had been gone")
    cards[4] = replace(cards[4], decision="later", decided="Later, on 3 June 2026")
    told = (("keep", "consent", "asked in June"), ("not-client", "", ""), ("remove", "", ""))
    for place, (decision, reason, note) in enumerate(told, 9):
        words = f"{decision}, on 3 June 2026"
        cards[place] = replace(cards[place], decision=decision, reason=reason, note=note, decided=words, settled=True)
    asked = cards[:9]
    return replace(
        rich_report(tuple(cards)),
        look_first=sum(one.tier == "look-first" for one in asked),
        look=sum(one.tier == "look" for one in asked),
        choices=CHOICES,
        reasons=REASONS,
        new=1,
        decided=3,
    )


def long_report(number: int) -> Report:
    """Return a report with so many cards, the dozen over and over."""
    dozen = twelve_cards()
    cards = [
        replace(dozen[n % 12], number=n + 1, id=f"{n:016x}", source=f"facebook.zip!posts/your_posts_1.json[{n}]")
        for n in range(number)
    ]
    ranked = sorted(cards, key=lambda one: -one.severity)
    return replace(
        rich_report(tuple(replace(one, number=n) for n, one in enumerate(ranked, 1))), posts_read=number * 40
    )


def quiet_report() -> Report:
    """Return a report in which no post stood out and every file was read."""
    readings_ = tuple(
        replace(r, files=tuple(replace(f, places=()) for f in r.files if f.status in {"read", "left out"}))
        for r in readings()
    )
    return replace(rich_report(()), readings=readings_, strays=(), remarks=())


TURNED = "\u202ednuor denrut\u202c"
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "</style></textarea></title><script>alert(2)</script>",
    "{{ 7*7 }} {% raw %} {# gone #} ${7*7} <%= 7*7 %>",
    "\"'><svg/onload=alert(3)> &lt;b&gt; &#60; <!-- <![CDATA[",
    f"left {TURNED} right \u2067unclosed \u2069\u2069 end",
    "nul\x00led\x07 lone\ud83d high\udc00 low \x1b[31mred\x9b",
    "w" * 10_000,
    "صباح الخير يا جماعة 🧑\u200d⚕️👩🏽\u200d⚖️ \u200fالمريض 123\u200e",
    "one\rtwo\r\nthree\x0bfour\x85five\u2028six",
    "'; DROP TABLE posts; -- \\ \\u003c \" ' `",
)


def hostile_report() -> Report:
    """Return a report whose every text that stems from an export is written by an enemy."""
    evil = "</script><img src=x onerror=alert(4)>\" ' autofocus onfocus=alert(5) \u202e{{ 7*7 }}\x00"
    cards = tuple(
        card(
            number,
            (TextPart(words[:1], 2), TextPart(words[1:], 1)) if number % 2 else (TextPart(words),),
            network="twitter",
            kind=evil if number == 1 else "post",
            when=evil if number == 1 else "date unknown",
            year=evil if number == 1 else "undated",
            moment=evil,
            audience=evil if number == 1 else "public",
            state=evil,
            headline=evil,
            container=evil,
            link_title=evil if number % 2 else "",
            link_url=LINKS[number % len(LINKS)],
            place=evil,
            people=(evil, TURNED),
            cues=(evil,),
            panel=evil,
            rules=(evil,),
            recognisers=(evil,),
            id=evil,
            source=evil,
            also_in=(evil,),
            presence="new",
            standing=evil,
            decision="later",
            reason="other",
            note=evil,
            decided=evil,
            advice=Advice("delete", evil, (evil,), LINKS[number % len(LINKS)], evil, evil),
        )
        for number, words in enumerate(HOSTILE, 1)
    )
    account = readings()[0]
    file = FileLine(evil, "unread", evil, 0, evil, evil, (evil,))
    account = replace(
        account,
        account=evil,
        gaps=(evil,),
        never=(evil,),
        files=(file, replace(file, status=evil), replace(file, status="read")),
    )
    return replace(
        rich_report(cards),
        readings=(account,),
        strays=(file,),
        remarks=(evil,),
        withheld=3,
        withheld_in=evil,
        choices=CHOICES,
        reasons=REASONS,
    )


LINKS = (
    "javascript:alert(6)",
    "JaVaScRiPt:alert(7)",
    "data:text/html,<script>alert(8)</script>",
    'https://example.org/?a=1&b="><script>alert(9)</script>',
    "java\tscript:alert(10)",
    "//example.org/without-a-scheme",
    "http://[broken",
    "file:///etc/passwd",
    "https://example.org/\u202egnp.exe",
    " http://example.org/in spaces",
)
