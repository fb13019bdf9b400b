"""Files that no parser knows: nothing is read without the person's word, and with it just what they said."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit.archive import Archive, Member
from audit.merge import merged
from audit.parsers import Columns, Me, Reading, Told, read_exports
from audit.parsers._generic.dates import Dates, order_in
from audit.parsers._generic.look import Proposal, proposals
from audit.parsers._told import NotColumns
from tests.parsers.reading import read, texts, unread

YES = Told(accepted=True)
FORUM = """Post ID,Author,Created,Body,Link
1,Mira,2019-03-04 10:00,my nine o'clock was late again,https://f.example/1
2,Ola,2019-03-04 10:05,zilpah says no such thing,https://f.example/2
3,mira,2019-03-05,"quiet, for once",https://f.example/3
"""


def told(*columns: str, me: str = "", accepted: bool = False) -> Told:
    return Told(tuple(map(Columns.told, columns)), accepted, Me([me]))


def proposed(name: str, content: str | bytes) -> Proposal:
    [found] = proposals(Member.of(name, content))
    return found


def columns_in(name: str, content: Any) -> Columns:
    found = proposed(name, content if isinstance(content, str | bytes) else json.dumps(content)).columns
    assert found is not None
    return found


def status(reading: Reading) -> list[tuple[str, str]]:
    return [(line.network, line.status) for line in reading.members]


# --- nothing without a word -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["forum.csv", "export.tsv", "notes.txt", "app.json", "app.jsonl"])
def test_nothing_is_read_without_the_persons_word(name: str) -> None:
    """Whatever it is, it is unknown until it is said how to read it; the account names the columns, never a cell."""
    content = {
        "forum.csv": FORUM,
        "export.tsv": "date\ttext\n2019-03-04\tmy client zilpah came late\n",
        "notes.txt": "my client zilpah came late\n\nand again today, too\n",
        "app.json": [{"body": "my client zilpah came late", "at": "2019-03-04"}],
        "app.jsonl": '{"body": "my client zilpah came late"}\n{"body": "zilpah, twice"}\n',
    }[name]
    reading = read({name: content})

    assert status(reading) == [("", "unknown")]
    assert not reading.posts
    assert len(reading.proposed) == 1
    assert "can be read" in reading.members[0].reason
    assert not [word for word in ("zilpah", "late", "again", "Ola") if word in reading.members[0].reason]


def test_what_a_parser_knows_is_never_ours() -> None:
    """Reddit's comments are read by Reddit's parser, under whatever name they come and whatever was accepted."""
    header = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
    row = "1,https://www.reddit.com/r/a/1/,2019-03-04 10:00:00 UTC,,a,0,https://www.reddit.com/r/a/,,hello there,\n"
    reading = read({"mine.csv": header + row}, told=YES)

    assert [post.network for post in reading.posts] == ["reddit"]
    assert not reading.proposed


def test_files_within_a_known_export_stay_its_own() -> None:
    """An unknown table beside X's files may be anything of X's: accepting proposals does not reach into an export."""
    tweets = 'window.YTD.tweets.part0 = [{"tweet": {"id_str": "7", "full_text": "tea and rain"}}]'
    files = {"data/tweets.js": tweets, "data/other.csv": "text,date\nsomebody else said this here,2019-03-04\n"}

    assert texts(read(files, told=YES)) == ["tea and rain"]
    assert len(read(files, told=told("text=text")).posts) == 2


def test_a_picture_named_csv_is_no_words() -> None:
    """Bytes that are no text are looked at no further, and nothing is proposed."""
    reading = read({"photos.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40}, told=YES)

    assert status(reading) == [("", "unknown")]
    assert not reading.proposed


# --- the proposal -----------------------------------------------------------------------------------------------------


def test_a_forums_columns_are_told_by_name_and_content() -> None:
    """Words, date, author, address and number each have their column."""
    assert columns_in("forum.csv", FORUM) == Columns("Body", "Created", author="Author", link="Link", id="Post ID")


@pytest.mark.parametrize(
    ("header", "text", "date", "author"),
    [
        ("Datum;Verfasser;Nachricht", "Nachricht", "Datum", "Verfasser"),
        ("Date;Auteur;Commentaire", "Commentaire", "Date", "Auteur"),
        ("fecha;usuario;mensaje", "mensaje", "fecha", "usuario"),
        ("Дата;Автор;Текст", "Текст", "Дата", "Автор"),
        ("日付;著者;本文", "本文", "日付", "著者"),
        ("created_at;userName;postText", "postText", "created_at", "userName"),
    ],
)
def test_columns_are_known_in_many_languages(header: str, text: str, date: str, author: str) -> None:
    """A header in the tool's own language is understood, and shown as it is written."""
    rows = "".join(f"2019-03-{day:02},mira,words that were written on day {day}\n" for day in range(1, 6))
    found = columns_in("export.csv", header + "\n" + rows.replace(",", ";"))

    assert (found.text, found.date, found.author) == (text, date, author)


def test_a_table_without_a_header_never_shows_a_post_as_a_name() -> None:
    """Its first row is a record; columns go by numbers."""
    content = "2019-03-04,my client zilpah came late,x\n2019-03-05,and again,y\n"
    found = proposed("export.csv", content)

    assert found.names == ("column 1", "column 2", "column 3")
    assert texts(read({"export.csv": content}, told=YES)) == ["my client zilpah came late", "and again"]


def test_a_single_column_with_commas_is_one_column() -> None:
    """A comma in a sentence is no mark between cells."""
    reading = read({"posts.csv": "Text\nlate again, oops\nanother day, another client\n"}, told=YES)

    assert texts(reading) == ["late again, oops", "another day, another client"]


def test_a_column_nobody_can_be_sure_of_is_not_accepted_by_itself() -> None:
    """Two columns of a few words each and no name that helps: the person has to say which."""
    rows = "".join(f"{n},blue car {n},red house {n}\n" for n in range(9))
    reading = read({"export.csv": "nr,foo,bar\n" + rows}, told=YES)

    assert status(reading) == [("", "unknown")]
    assert "say which column" in reading.members[0].reason
    assert len(read({"export.csv": "nr,foo,bar\n" + rows}, told=told("text=bar")).posts) == 9


def test_a_title_over_every_answer_is_where_it_stands_not_what_was_said() -> None:
    """A thread's title is somebody else's as a rule: it goes with the place, and is not judged."""
    rows = "".join(f"Zilpah and tea,mira,2019-03-0{n},words of mine number {n}\n" for n in range(1, 6))
    [first, *_] = read({"a.csv": "Title,Author,Date,Text\n" + rows}, told=YES).posts

    assert (first.text, first.container) == ("words of mine number 1", "Zilpah and tea")


def test_a_title_of_ones_own_goes_with_the_words() -> None:
    """Where one person writes and each title stands once, it was written with the post."""
    rows = "".join(f"day {n} of tea,2019-03-0{n},words of mine number {n}\n" for n in range(1, 6))
    [first, *_] = read({"a.csv": "Title,Date,Text\n" + rows}, told=YES).posts

    assert first.text == "day 1 of tea\n\nwords of mine number 1"


# --- what the person says ---------------------------------------------------------------------------------------------


def test_what_is_said_counts_and_the_rest_is_filled_in() -> None:
    """With the text's column alone, date, author and address are taken as proposed."""
    [first, second] = read({"forum.csv": FORUM}, told=told("text=body", me="Mira")).posts

    assert (first.text, first.posted_at) == ("my nine o'clock was late again", datetime(2019, 3, 4, 10))
    assert (first.url, first.clock, second.clock) == ("https://f.example/1", "local", "day")


def test_a_field_can_be_said_to_be_in_no_column() -> None:
    """`author=-` says that all of it is the person's, whatever the column says."""
    assert len(read({"forum.csv": FORUM}, told=told("text=Body, author=-")).posts) == 3


def test_what_is_said_of_one_file_is_not_said_of_another() -> None:
    """Of two files with the same columns only the one that was named is read."""
    files = {"a/forum.csv": FORUM, "b/other.csv": FORUM}
    reading = read(files, told=told("forum.csv: text=Body, author=-"))

    assert [(line.name, line.status) for line in reading.members] == [
        ("a/forum.csv", "read"),
        ("b/other.csv", "unknown"),
    ]


def test_a_column_that_is_not_there_is_said() -> None:
    """A slip in a name costs nothing in silence: the file is unread, and the remark names what was looked for."""
    reading = read({"forum.csv": FORUM}, told=told("forum.csv: text=Bodyy"))

    assert status(reading) == [("", "unread")]
    assert "no column" in reading.members[0].reason
    assert any("Bodyy" in remark for remark in reading.remarks)


@pytest.mark.parametrize("said", ["", "Body", "date=Created", "text=", "text=Body, colour=red", "text=Body, order=year",
                                  "text=Body, me=anna", "text=-"])  # fmt: skip
def test_what_cannot_be_understood_is_refused(said: str) -> None:
    """Before anything is read."""
    with pytest.raises(NotColumns):
        Columns.told(said)


def test_a_columns_name_may_hold_commas_and_colons() -> None:
    """Only what is followed by the name of a field and = begins the next field."""
    found = Columns.told("C: my, export.csv: text=Words, in full, date=Sent: at, id=No.")

    assert (found.file, found.text, found.date, found.id) == ("C: my, export.csv", "Words, in full", "Sent: at", "No.")
    assert Columns.told(str(found)) == Columns("Words, in full", "Sent: at", id="No.")


# --- whose words ------------------------------------------------------------------------------------------------------


def test_nobody_is_guessed_to_be_the_person() -> None:
    """Several people write and nobody said who the person is: the file is left out, and the reason tells how."""
    for words in (YES, told("text=Body")):
        reading = read({"forum.csv": FORUM}, told=words)

        assert status(reading) == [("", "left out")]
        assert "--me" in reading.members[0].reason
        assert not reading.posts


def test_others_words_are_left_out_and_counted() -> None:
    """With the person's name, however it is written, only theirs is read."""
    reading = read({"forum.csv": FORUM}, told=Told(accepted=True, me=Me([" MIRA "])))

    assert len(reading.posts) == 2
    assert not [post for post in reading.posts if "zilpah" in post.text]
    assert any("1 record of other people" in remark for remark in reading.remarks)


def test_a_name_that_nobody_bears_reads_nothing() -> None:
    """Even if only one person writes in it: the file may be somebody else's."""
    reading = read({"forum.csv": FORUM.replace("Ola", "Mira")}, told=Told(accepted=True, me=Me(["Anna"])))

    assert not reading.posts
    assert "under a name of yours" in reading.members[0].reason


def test_a_later_stranger_in_a_file_of_one_person_is_left_out() -> None:
    """The proposal saw one name; a second one behind it is not taken for the person."""
    rows = "".join(f"{n},Mira,2019-03-04,words of mine number {n}\n" for n in range(2_100))
    reading = read({"a.csv": "id,Author,Date,Text\n" + rows + "9999,Ola,2019-03-04,zilpah says no\n"}, told=YES)

    assert len(reading.posts) == 2_100
    assert not [post for post in reading.posts if "zilpah" in post.text]


def test_a_record_without_an_author_is_nobodys() -> None:
    """Where there is a column of authors, an empty cell says nothing."""
    content = FORUM + "4,,2019-03-06,who wrote this one here,https://f.example/4\n"

    assert len(read({"forum.csv": content}, told=Told(accepted=True, me=Me(["Mira"]))).posts) == 2


@pytest.mark.parametrize("messages", [True, False])
def test_what_looks_like_private_messages_is_read_only_when_asked_for(messages: bool) -> None:
    """A column of recipients makes messages of a table."""
    content = "from,to,date,text\nMira,Ola,2019-03-04,late again are you\nOla,Mira,2019-03-04,no I am here\n"
    reading = read({"sms.csv": content}, messages=messages, told=Told(accepted=True, me=Me(["Mira"])))

    assert [(post.kind, post.audience) for post in reading.posts] == [("message", "private")] * messages
    assert reading.members[0].status == ("read" if messages else "left out")


def test_talk_in_a_text_is_told_from_a_diary() -> None:
    """Dated lines that go on with a name and a colon are messages of several people."""
    lines = [f"2019-03-{n:02} 10:00 {who}: words number {n}" for n, who in enumerate(["Mira", "Ola"] * 5, 1)]
    reading = read({"log.txt": "\n".join(lines)}, told=Told(accepted=True, me=Me(["Mira"])))

    assert texts(reading) == [f"words number {n}" for n in (1, 3, 5, 7, 9)]
    assert {post.kind for post in reading.posts} == {"message"}


def test_of_a_talk_with_an_ai_only_the_persons_side_is_read() -> None:
    """`user` and `assistant` say by themselves which side is the person's."""
    chats = [{"title": "t", "mapping": {f"8b1c5ed2-0d{n}3-4f7e": {"message": {
        "author": {"role": role}, "create_time": 1551693600.5, "content": {"parts": [f"words number {n} of it"]}}}
        for n, role in enumerate(["user", "assistant"] * 2)}}]  # fmt: skip
    reading = read({"conversations.json": chats}, told=YES)

    assert [(post.kind, post.text) for post in reading.posts] == [
        ("note", "words number 0 of it"),
        ("note", "words number 2 of it"),
    ]


# --- shapes of JSON ---------------------------------------------------------------------------------------------------

RECORD = {"body": "my client was late again", "created": "2019-03-04T10:00:00Z"}


@pytest.mark.parametrize(
    "content",
    [
        [RECORD, RECORD | {"body": "and once more today"}],
        {"user": {"name": "Mira"}, "posts": [RECORD, RECORD | {"body": "and once more today"}]},
        {"data": {"items": {"posts": [RECORD, RECORD | {"body": "and once more today"}]}}},
        {"101": RECORD, "102": RECORD | {"body": "and once more today"}},
        {"posts": {"-Kxabcdefghijklmnop": RECORD, "-Kxabcdefghijklmnoq": RECORD | {"body": "and once more today"}}},
        {"body": [RECORD["body"], "and once more today"], "created": [RECORD["created"]] * 2},
        {"2019": [RECORD], "2020": [RECORD | {"body": "and once more today"}]},
        [[RECORD], [RECORD | {"body": "and once more today"}]],
    ],
)
def test_json_of_any_build(content: Any) -> None:
    """Lists, objects within objects, objects by id, columns as lists: the same two posts."""
    reading = read({"app.json": content}, told=YES)

    assert texts(reading) == ["my client was late again", "and once more today"]
    assert {post.posted_at for post in reading.posts} == {datetime(2019, 3, 4, 10, tzinfo=UTC)}
    assert len({post.source for post in reading.posts}) == 2


def test_one_post_a_file() -> None:
    """A folder of small objects is one post each."""
    reading = read({"1.json": RECORD, "2.json": RECORD | {"body": "and once more today"}}, told=YES)

    assert len(reading.posts) == 2


def test_a_broken_line_costs_that_line() -> None:
    """JSON lines: each is read by itself."""
    lines = [json.dumps(RECORD), '{"body": "cut of', json.dumps(RECORD | {"body": "and once more today"})]
    reading = read({"app.jsonl": "\n".join(lines)}, told=YES)

    assert len(reading.posts) == 2
    assert unread(reading) == [("[2]", "it is not JSON, or it is cut off")]


def test_a_broken_record_costs_that_record() -> None:
    """JSON: what stands behind it is read."""
    content = f'[{{"body": "x",, "created": 1}}, {json.dumps(RECORD)}]'
    reading = read({"app.json": content}, told=YES)

    assert texts(reading) == ["my client was late again"]
    assert unread(reading) == [("[0]", "it is broken")]


def test_a_list_within_a_record_sees_the_record() -> None:
    """A chat's own title is where its messages stand; who wrote them is told by each."""
    chats = [{"topic": "tea", "posts": [{"text": f"words of mine number {n}", "author": "Mira"} for n in range(3)]}]
    reading = read({"app.json": chats}, told=YES)

    assert (reading.posts[0].text, reading.posts[0].container) == ("words of mine number 0", "tea")
    assert len(reading.posts) == 3


def test_two_lists_are_both_proposed_and_what_is_not_read_is_said() -> None:
    """Posts and comments of one file; a third list that was not named is told as not read."""
    content = {
        name: [{"id": n, "body": f"words of mine in {name} {n}"} for n in range(3)] for name in ("posts", "comments")
    }

    assert len(read({"app.json": content}, told=YES).posts) == 6
    reading = read({"app.json": content}, told=told("text=posts.body"))
    assert len(reading.posts) == 3
    assert [reason for _, reason in unread(reading) if "comments.body" in reason]


def test_deep_nesting_ends() -> None:
    """Ten thousand brackets cost the file, not the run."""
    assert not read({"app.json": "[" * 10_000}, told=YES).posts
    assert not read({"app.json": '{"a":' * 10_000}, told=YES).posts


# --- shapes of text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("2019-03-04 late shift\nand more\n\n2019-03-05 quiet\n2019-03-06\nwrote a lot\n",
         [("late shift\nand more", 4), ("quiet", 5), ("wrote a lot", 6)]),
        ("## 4 March 2019\n\nlate shift\n\n## 5 March 2019\nquiet\n\n## 6 March 2019\nwrote a lot\n",
         [("late shift", 4), ("quiet", 5), ("wrote a lot", 6)]),
        ("04.03.2019: late shift\n05.03.2019: quiet\n06.03.2019: wrote a lot\n",
         [("late shift", 4), ("quiet", 5), ("wrote a lot", 6)]),
        ("Montag, 4. März 2019\nlate shift\nDienstag, 5. März 2019\nquiet\nMittwoch, 6. März 2019\nwrote a lot\n",
         [("late shift", 4), ("quiet", 5), ("wrote a lot", 6)]),
        ("March 4th, 2019: late shift\nMarch 5th, 2019: quiet\nMarch 6th, 2019: wrote a lot\n",
         [("late shift", 4), ("quiet", 5), ("wrote a lot", 6)]),
        ("[13/03/2019, 21:04] late shift\n[14/03/2019, 20:59] quiet\n[15/03/2019, 22:10] wrote a lot\n",
         [("late shift", 13), ("quiet", 14), ("wrote a lot", 15)]),  # a chat's dates, but nobody speaks
    ],
)  # fmt: skip
def test_dated_entries(content: str, expected: list[tuple[str, int]]) -> None:
    """A date before the words, as a heading or on a line of its own begins an entry."""
    found = read({"diary.txt": content}, told=YES).posts

    assert [(post.text, post.posted_at.day if post.posted_at else 0) for post in found] == expected


def test_words_before_the_first_date_are_kept() -> None:
    """They are words, if without a time."""
    found = read({"diary.md": "Begun in Lyon\n2019-03-04 a\n2019-03-05 b is here\n2019-03-06 c\n"}, told=YES).posts

    assert (found[0].text, found[0].posted_at) == ("Begun in Lyon", None)
    assert len(found) == 4


def test_paragraphs_and_lines() -> None:
    """Blank lines part posts; where there are none, each line is one. The person may say otherwise."""
    paragraphs = "late again\noh dear\n\nquiet for once\n"

    assert texts(read({"a.txt": paragraphs}, told=YES)) == ["late again\noh dear", "quiet for once"]
    assert texts(read({"a.txt": "late again\nquiet for once\n"}, told=YES)) == ["late again", "quiet for once"]
    assert len(read({"a.txt": paragraphs}, told=told("text=line")).posts) == 3


# --- dates ------------------------------------------------------------------------------------------------------------

AT = datetime(2019, 3, 4, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    ["1551693600", "1551693600000", "1551693600000000", "1551693600.0", "2019-03-04T10:00:00Z", "20190304T100000Z",
     "2019-03-04T11:00:00+01:00", "Mon, 4 Mar 2019 10:00:00 +0000", "Mon Mar 04 10:00:00 +0000 2019",
     "04/03/2019 10:00 UTC"],
)  # fmt: skip
def test_moments(cell: str) -> None:
    """Every usual way to write a moment whose zone is told."""
    assert Dates(order="day").read(cell).when == AT


@pytest.mark.parametrize("cell", ["2019-03-04", "04.03.2019", "4.3.19", "20190304", "4 March 2019", "4. März 2019",
                                  "2019年3月4日"])  # fmt: skip
def test_days(cell: str) -> None:
    """A day without an hour is a day only."""
    assert tuple(Dates().read(cell)) == (datetime(2019, 3, 4), True)


def test_the_rest_of_the_column_tells_the_order() -> None:
    """03/04/2019 is April where another row has day 17 first, March where it stands second."""
    day_first = "date,text\n03/04/2019,some words of mine\n17/04/2019,some more of mine\n"
    month_first = "date,text\n03/04/2019,some words of mine\n04/17/2019,some more of mine\n"

    assert read({"a.csv": day_first}, told=YES).posts[0].posted_at == datetime(2019, 4, 3)
    assert read({"a.csv": month_first}, told=YES).posts[0].posted_at == datetime(2019, 3, 4)


def test_an_order_that_nothing_tells_is_not_guessed() -> None:
    """The words are kept without a date, and the account says so; the person can say the order."""
    content = "date,text\n03/04/2019,some words of mine\n05/06/2019,some more of mine\n"
    reading = read({"a.csv": content}, told=YES)

    assert [post.posted_at for post in reading.posts] == [None, None]
    assert "two ways" in unread(reading)[0][1]
    assert read({"a.csv": content}, told=told("text=text, order=month")).posts[0].posted_at == datetime(2019, 3, 4)


def test_contradicting_dates_tell_no_order() -> None:
    """17/03 beside 03/17: nothing is known of 03/04."""
    assert order_in(["17/03/2019", "03/17/2019"]) == ""


def test_the_order_is_found_behind_what_was_looked_at() -> None:
    """The first days of a month tell nothing; row 2,101 does."""
    rows = "".join(f"0{n % 9 + 1}/04/2019,some words of mine {n}\n" for n in range(2_100))
    reading = read({"a.csv": "date,text\n" + rows + "17/04/2019,some more of mine\n"}, told=YES)

    assert not [post for post in reading.posts if post.posted_at is None]


def test_a_date_that_cannot_be_read_costs_the_date() -> None:
    """Words without a usable time are still words."""
    reading = read(
        {"a.csv": "date,text\n2019-03-04,some words\n2019-03-05,more of them\nlater,and these here\n"}, told=YES
    )

    assert [post.posted_at is None for post in reading.posts] == [False, False, True]
    assert "1 of its dates cannot be read" in unread(reading)[0][1]


def test_date_and_hour_in_two_columns() -> None:
    """They are read together."""
    content = "Date,Time,Message\n2019-03-04,21:10,some words of mine\n2019-03-05,09:05,some more of mine\n"

    assert read({"a.csv": content}, told=YES).posts[0].posted_at == datetime(2019, 3, 4, 21, 10)


def test_bare_numbers_are_dates_only_under_a_dates_name() -> None:
    """Ids of ten digits are no times."""
    content = "number,text\n1551693600,some words of mine\n1551693700,some more of mine\n"

    assert columns_in("a.csv", content).date == ""


# --- the same again ---------------------------------------------------------------------------------------------------


def test_two_exports_of_one_tool_give_one_post_each() -> None:
    """The file's name and the record's place may change: number, time and words are what count."""
    me = Told(accepted=True, me=Me(["Mira"]))
    head, *rows = FORUM.splitlines()
    later = "\n".join([head, *reversed(rows), "9,Mira,2020-01-01,a new one of mine,https://f.example/9"])
    archives = [Archive("a", [Member.of("2024.csv", FORUM)]), Archive("b", [Member.of("2025.csv", later)])]

    assert len(merged(read_exports(archives, told=me).posts)) == 3


def test_the_same_words_again_without_a_number_are_one_post() -> None:
    """Date and words make it."""
    content = "date,text\n2019-03-04,some words of mine\n2019-03-04,some words of mine\n2019-03-05,some words of mine\n"

    assert len(merged(read({"a.csv": content}, told=YES).posts)) == 2


def test_numbers_of_two_tools_do_not_mix() -> None:
    """Post 1 of a forum and post 1 of an app are two posts, even if one begins as the other does."""
    forum = "post_id,date,message\n1,2019-03-04,late again\n2,2019-03-04,late again, oh dear me\n"
    app = [{"id": "1", "body": "late again and again"}, {"id": "2", "body": "late again, and tea"}]

    assert len(merged(read({"forum.csv": forum, "app.json": app}, told=YES).posts)) == 4


def test_what_an_earlier_audit_knows_is_read_so() -> None:
    """`remembered` answers by name and columns; only names of columns are asked about."""
    asked: list[tuple[str, tuple[str, ...]]] = []

    def remembered(name: str, columns: Any) -> tuple[Columns, ...]:
        asked.append((name, tuple(columns)))
        return (Columns("Body", "Created", author="Author"),)

    reading = read({"forum.csv": FORUM}, told=Told(me=Me(known=lambda name: name == "mira"), remembered=remembered))

    assert len(reading.posts) == 2
    assert asked == [("forum.csv", ("Post ID", "Author", "Created", "Body", "Link"))]


# --- hostile ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_encodings_and_marks(encoding: str, mark: str) -> None:
    """Whatever a spreadsheet program saves, with or without a BOM."""
    content = mark.join(("Datum", "Text")) + "\r\n" + mark.join(("2019-03-04", "schöne Grüße, später")) + "\r\n"
    if mark == ",":
        content = content.replace("schöne Grüße, später", '"schöne Grüße, später"')

    assert texts(read({"a.csv": content.encode(encoding)}, told=YES)) == ["schöne Grüße, später"]


def test_a_spreadsheets_first_line_tells_the_mark() -> None:
    """`sep=;` is no header."""
    assert texts(read({"a.csv": "sep=;\r\ndate;text\r\n2019-03-04;one, two; three\r\n"}, told=YES)) == [
        "one, two; three"
    ]


def test_formulas_stay_words() -> None:
    """A cell that a spreadsheet would run is read as it is; nothing runs it."""
    content = 'date,text\n2019-03-04,"=HYPERLINK(""http://x.example"",""late again"")"\n'

    assert texts(read({"a.csv": content}, told=YES)) == ['=HYPERLINK("http://x.example","late again")']


def test_a_quote_that_is_never_closed_costs_its_row() -> None:
    """The rows behind it are read."""
    rows = "".join(f"2019-03-0{n},words of mine {n}\n" for n in range(1, 6))
    reading = read({"a.csv": 'date,text\n2019-03-04,"never closed\n' + rows}, told=YES)

    assert {f"words of mine {n}" for n in range(1, 6)} <= set(texts(reading))


def test_a_huge_cell_costs_its_record_only() -> None:
    """A cell of 40 million characters is beyond any post."""
    rows = ["date,text", "2019-03-04,words before it", f"2019-03-05,{'x' * (40 << 20)}", "2019-03-06,words behind it"]
    reading = read({"a.csv": "\n".join(rows)}, told=YES)

    assert {"words before it", "words behind it"} <= set(texts(reading))


def test_json_on_one_line_is_read_a_piece_at_a_time() -> None:
    """50 MB without a line break: no more than a few pieces of it are held."""
    record = json.dumps(RECORD | {"body": "my client was late again. " * 200}).encode() + b","
    count = (50 << 20) // len(record)
    content = b"[" + record * count + json.dumps(RECORD).encode() + b"]"
    largest = 0

    class Watched(io.BytesIO):
        def readinto(self, buffer: Any, /) -> int:
            nonlocal largest
            largest = max(largest, len(buffer))
            return super().readinto(buffer)

    member = Member("app.json", len(content), len(content), lambda: Watched(content), "app.json")
    reading = read_exports([Archive("app.json", [member])], told=YES)

    assert len(reading.posts) == count + 1
    assert largest <= 4 << 20


def test_reading_stops_looking_after_a_sample() -> None:
    """To propose something for a large file only its beginning is read."""
    taken = 0

    class Counted(io.BytesIO):
        def readinto(self, buffer: Any, /) -> int:
            nonlocal taken
            count = super().readinto(buffer)
            taken += count
            return count

    content = ("date,text\n" + "2019-03-04,some words of mine that go on for a while\n" * 400_000).encode()
    member = Member("a.csv", len(content), len(content), lambda: Counted(content), "a.csv")
    reading = read_exports([Archive("a.csv", [member])])

    assert reading.proposed
    assert taken < len(content) // 4


def test_keys_that_are_words_are_never_shown() -> None:
    """An object keyed by what was said gives no column that a screen would name."""
    said = "my client zilpah came late again and would not say why she did"
    content = {"answers": [{said: "yes it was so, and more of it", "text": "a note of mine on this"}]}
    found = proposed("app.json", json.dumps(content))

    assert not [name for name in found.names if "zilpah" in name]


def test_html_is_shown_as_a_browser_would() -> None:
    """Tags go, entities are undone; words with a < in them stay."""
    content = [{"body": "<p>Snow &amp; soup</p>"}, {"body": "3 < 4 and 5 > 2, as I said"}]

    assert texts(read({"a.json": content}, told=YES)) == ["Snow & soup", "3 < 4 and 5 > 2, as I said"]


def test_no_reason_quotes_a_cell() -> None:
    """Whatever goes wrong, places and reasons hold no word of the file."""
    content = 'date,who,text\n"quorwick,quorwick\x00\nquorwick,quorwick,"quorwick\n' + "quorwick," * 30
    for words in (YES, told("text=text"), told("text=nothing")):
        reading = read({"a.csv": content}, told=words)
        sentences = [*(line.reason for line in reading.members), *reading.remarks, *(r for _, r in unread(reading))]

        assert not [sentence for sentence in sentences if "quorwick" in sentence]


def test_kinds_are_understood_where_a_column_tells_them() -> None:
    """A repost is somebody else's words; a kind that we do not know is a post."""
    rows = [
        ("post", "words of mine"),
        ("Comment", "more words of mine"),
        ("retweet", "words of others"),
        ("blip", "and more"),
    ]
    content = "type,date,text\n" + "".join(f"{kind},2019-03-04,{text} here\n" for kind, text in rows)
    found = read({"a.csv": content}, told=YES).posts

    assert [(post.kind, post.own_words) for post in found] == [
        ("post", True), ("comment", True), ("repost", False), ("post", True)
    ]  # fmt: skip


def samples() -> Iterator[Path]:
    yield from sorted((Path(__file__).parents[2] / "sample_exports" / "generic" / "2024").iterdir())


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_the_samples_are_proposed_without_doubt(path: Path) -> None:
    """A forum in German, an app and a diary: each is what a person would accept."""
    found = [one for one in proposals(Member.of(path.name, path.read_bytes())) if one.sure]

    assert len(found) == 1
