"""What only WhatsApp does. What every parser must do is in test_every_export.py."""

import random
from datetime import datetime
from pathlib import Path

import pytest

from audit.archive import Archive, Member
from audit.parsers import Reading, read_exports
from audit.posts import Post
from tests.parsers.mangle import WORD, mangled

SAMPLES = sorted(
    folder for folder in (Path(__file__).parents[2] / "sample_exports/whatsapp").iterdir() if folder.is_dir()
)
ROBIN = {"whatsapp-me.txt": "Robin\n"}
IPHONE = "[13/05/2024, 7:02:11 PM] "
ANDROID = "13/05/2024, 19:02 - "
MARK, JOINER = "\u200e", "\u200d"


def read(files: dict[str, str | bytes], *, messages: bool = True, archive: str = "export.zip") -> Reading:
    members = [Member.of(name, content) for name, content in files.items()]
    for member in members:
        member.archive = archive
    return read_exports([Archive(archive, members)], messages=messages)


def robin(chat: str | bytes) -> list[Post]:
    return read({"_chat.txt": chat, **ROBIN}).posts


def words(chat: str) -> list[str]:
    return [post.text for post in robin(chat)]


def unread(reading: Reading) -> list[str]:
    return [gone.reason for line in reading.members for gone in line.unread]


# --- where a message begins ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        "13/5/24, 19:02 - ", "13/05/2024, 19:02 - ", "13/05/2024 19:02 - ", "13.05.24, 19:02 - ", "13-05-2024 19:02 - ",
        "13.5.2024 klo 19.02 - ", "13/05/2024 à 19:02 - ", "13/05/24 19.02 - ", "13.05.24 г., 19:02 - ",
        "13/5/24 7:02 p. m. - ", "13/5/24, 7:02\xa0p.\xa0m. - ", "13/05/24, 7:02\u202fpm - ",
        "5/13/24, 7:02\u202fPM - ",
        "2024-05-13 19:02 - ", "2024/05/13, 19:02 – ", "2024/5/13 下午7:02 - ", "24. 5. 13. 오후 7:02 - ",
        "2024. 05. 13. 19:02 - ", "13/5/2567 19:02 - ",
        "\u0661\u0663/\u0665/\u0662\u0660\u0662\u0664\u060c \u0667:\u0660\u0662 \u0645 - ",
        "[13/05/2024, 19:02:00] ", "[13.05.24, 19:02:00] ", "[5/13/24, 7:02:00\u202fPM] ", "[13.5.2024 klo 19.02.00] ",
        "[2024-05-13 19:02:00] ", "[2024/5/13 下午7:02:00] ", "\u200e[13/05/2024, 7:02:00\u2009PM] ",
        "\u200f[13\u200f/5\u200f/2024, 7:02:00 \u0645] ",
    ],
)  # fmt: skip
def test_headers_of_many_regions(header: str):
    """Orders, separators, words and invisible marks follow the phone's region; the time is the phone's own."""
    [post] = robin(f"{header}Sam: theirs\n{header}Robin: mine\nsecond line\n")

    assert (post.text, post.posted_at, post.clock) == ("mine\nsecond line", datetime(2024, 5, 13, 19, 2), "local")


def test_a_message_goes_on_until_the_next_header():
    """Blank lines and carriage returns are part of it; emoji stay joined."""
    chat = f"{IPHONE}Robin: one\r\n\r\n👩{JOINER}👧 two\r\n{IPHONE}Sam: theirs\r\nand more\r\n"

    assert words(chat) == [f"one\n\n👩{JOINER}👧 two"]


def test_a_date_that_somebody_typed_is_no_header():
    """One or two lines of another shape than all the others' are words."""
    chat = "".join(f"13/05/2024, 19:0{n} - Sam: x\n" for n in range(8))

    rota = "rota:\n14/05/24 10:00 - ward: bed 4"
    assert words(f"{chat}{ANDROID}Robin: {rota}\n") == [rota]


def test_two_chats_strung_together_are_both_read():
    """One from each kind of phone, with dates the other way round."""
    one = "".join(f"13/05/2024, 19:0{n} - Robin: a{n}\n" for n in range(6))
    two = "".join(f"[5/14/24, 7:0{n}:00 PM] Robin: b{n}\n" for n in range(6))
    posts = robin(one + two)

    assert [post.text for post in posts] == [f"a{n}" for n in range(6)] + [f"b{n}" for n in range(6)]
    assert posts[-1].posted_at == datetime(2024, 5, 14, 19, 5)


def test_lines_before_the_first_header_belong_to_nobody():
    """Where a file was cut off at its beginning."""
    reading = read({"_chat.txt": f"the end of something\n{ANDROID}Robin: mine\n", **ROBIN})

    assert [post.text for post in reading.posts] == ["mine"]
    assert unread(reading) == ["it stands before the first message, so nobody can say who wrote it"]


def test_utf_16_and_a_byte_order_mark():
    """Whoever opened the file and saved it again."""
    chat = f"{ANDROID}Robin: naïve\n"

    assert [post.text for post in robin(chat.encode("utf-16"))] == ["naïve"]
    assert [post.text for post in robin(chat.encode("utf-8-sig"))] == ["naïve"]


# --- dates -----------------------------------------------------------------------------------------------------------


def dates(*days: str, form: str = "{}, 19:02 - Robin: x{}\n", more: str = "") -> list[str]:
    posts = robin("".join(form.format(day, number) for number, day in enumerate(days)) + more)
    return [f"{post.posted_at:%Y-%m-%d}" if post.posted_at else "" for post in posts]


def test_the_whole_chat_tells_day_from_month():
    """A number above twelve, else that dates never run backwards."""
    assert dates("5/6/24", "5/13/24") == ["2024-05-06", "2024-05-13"]
    assert dates("5/6/24", "13/6/24") == ["2024-06-05", "2024-06-13"]
    assert dates("1/2/24", "2/2/24", "1/3/24") == ["2024-02-01", "2024-02-02", "2024-03-01"]
    assert dates("1/2/24", "1/3/24", "2/2/24") == ["2024-01-02", "2024-01-03", "2024-02-02"]


def test_dates_that_mean_two_days_are_not_guessed():
    """The words are kept without a time, and that is told."""
    reading = read({"_chat.txt": "5/6/24, 7:02 PM - Robin: mine\n", **ROBIN})

    assert [(post.text, post.posted_at) for post in reading.posts] == [("mine", None)]
    assert unread(reading) == [
        "its dates can be read in two ways (day or month first): its messages are kept without them"
    ]
    assert dates("05/06/24") == ["2024-06-05"]  # with noughts nobody writes the month first
    assert dates("5.6.24") == ["2024-06-05"]


def test_an_attached_file_tells_the_date():
    """Its name has year, month and day."""
    photo = "5/6/24, 19:03 - Sam: IMG-20240506-WA0001.jpg (file attached)\n"

    assert dates("5/6/24", more=photo) == ["2024-05-06"]


def test_the_other_chats_of_the_phone_tell_the_date():
    """They were written in the same region."""
    files = {
        "WhatsApp Chat with A.txt": "5/6/24, 19:02 - Robin: one\n",
        "WhatsApp Chat with B.txt": "5/13/24, 19:02 - Robin: two\n",
    }

    assert {post.posted_at for post in read({**files, **ROBIN}).posts} == {
        datetime(2024, 5, 6, 19, 2), datetime(2024, 5, 13, 19, 2),
    }  # fmt: skip


def test_an_impossible_date_costs_the_date():
    """A word for the half of the day that we do not know costs the hour."""
    assert dates("13/5/24", "31/2/24", "14/5/24") == ["2024-05-13", "", "2024-05-14"]
    [post] = robin("13/5/24, 7:02 zorg - Robin: x\n")
    assert (post.clock, post.posted_at) == ("day", datetime(2024, 5, 13))


# --- what is words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "<Media omitted>", "<Medien ausgeschlossen>", "<Multimedia omitido>", "<省略多媒体文件>",
        "IMG-20240513-WA0001.jpg (file attached)", f"{MARK}notes.pdf (Datei angehängt)",
        "VID-20240513-WA0002.mp4 (xyz)",
    ],
)  # fmt: skip
def test_pictures_on_android(line: str):
    """In many languages; a caption follows on the next line."""
    bare, captioned = robin(f"{ANDROID}Robin: {line}\n{ANDROID}Robin: {line}\nthe caption\n")

    assert (bare.text, bare.media) == ("", 1)
    assert (captioned.text, captioned.media) == ("the caption", 1)


@pytest.mark.parametrize(
    ("said", "text", "media"),
    [
        (f"{MARK}image omitted", "", 1), (f"{MARK}Bild weggelassen", "", 1), (f"{MARK}sticker omitted", None, 0),
        (f"{MARK}<attached: 00000012-PHOTO-2024-05-13-19-02-11.jpg>", "", 1), (f"rota {MARK}image omitted", "rota", 1),
        (f"rota.xlsx • {MARK}2 pages {MARK}document omitted", "", 1), (f"{MARK}You deleted this message.", None, 0),
        (f"{MARK}Missed voice call, {MARK}Tap to call back", None, 0), (f"{MARK}Robin changed the group name", None, 0),
        (f"yes {MARK}<This message was edited>", "yes", 0), (f"ja {MARK}<etwas ganz Neues hier>", "ja", 0),
        ("hi @\u2068Sam\u2069", "hi @Sam", 0),
        ("an image omitted from the report", "an image omitted from the report", 0),
    ],
)  # fmt: skip
def test_what_whatsapp_writes_on_an_iphone(said: str, text: str | None, media: int):
    """It begins with an invisible mark, so words that look alike stay words."""
    found = robin(f"{IPHONE}Robin: {said}\n")

    assert [(post.text, post.media) for post in found] == ([] if text is None else [(text, media)])


@pytest.mark.parametrize(
    "said", ["<rolls eyes>", "<3", "a <b> c", "null and void", "see plan.pdf (page 3 only)", "POLL: me", "Video call"]
)
def test_words_that_look_like_placeholders(said: str):
    """Nothing that a person may have typed is dropped."""
    assert words(f"{ANDROID}Robin: {said}\n") == [said]


@pytest.mark.parametrize(
    "said", ["This message was deleted", "You deleted this message.", "Eliminaste este mensaje", "null"]
)
def test_notices_are_no_words(said: str):
    """The report counts them."""
    reading = read({"_chat.txt": f"{ANDROID}Robin: {said}\n", **ROBIN})

    assert reading.posts == []
    assert any("1 line under your name was written by WhatsApp itself" in remark for remark in reading.remarks)


def test_polls_are_ones_own_words():
    """Question and options, without the votes."""
    poll = f"POLL:\nFriday?\n{MARK}OPTION: Yes ({MARK}3 votes)\nOPTION: No (0 votes)\n"

    assert words(f"{IPHONE}Robin: {MARK}{poll}") == ["Friday?\nYes\nNo"]
    assert words(f"{ANDROID}Robin: {poll.replace('POLL', 'UMFRAGE')}") == ["Friday?\nYes\nNo"]


def test_mentions_are_people():
    """Names between invisible marks."""
    [post] = robin(f"{IPHONE}Robin: @\u2068Sam Vale\u2069 ok?\n")

    assert (post.text, post.people) == ("@Sam Vale ok?", ("Sam Vale",))


# --- whose -----------------------------------------------------------------------------------------------------------

TWO = f"{ANDROID}Messages and calls are end-to-end encrypted.\n{ANDROID}Robin: mine\n{ANDROID}Sam: theirs\n"
GROUP = f"{TWO}{ANDROID}Ludo: too\n"


def test_nothing_is_guessed():
    """A chat that does not tell whose it is gives no post; the report says what to do."""
    for chat in (TWO, GROUP):
        reading = read({"_chat.txt": chat})

        assert reading.posts == []
        assert any("with --me" in remark and "whatsapp-me.txt beside" in remark for remark in reading.remarks)
        assert not any(name in repr((reading.remarks, reading.members)) for name in ("Robin", "theirs"))


@pytest.mark.parametrize(
    ("member", "archive"),
    [
        ("WhatsApp Chat with Sam.txt", "x.zip"), ("WhatsApp-Chat mit Sam.txt", "x.zip"),
        ("a/Chat de WhatsApp con Sam.txt", "x"), ("_chat.txt", "WhatsApp Chat - Sam.zip"),
        ("Discussion WhatsApp avec Sam (1).txt", "x.zip"), ("Conversa do WhatsApp com Sam.txt", "x.zip"),
        ("WhatsApp_Chat_with_Sam.txt", "x.zip"), ("WhatsApp Chat - Sam/_chat.txt", "x.zip"),
    ],
)  # fmt: skip
def test_a_chat_between_two_bears_the_others_name(member: str, archive: str):
    """In the name of its file, its folder or its archive: the other one is the person."""
    [post] = read({member: TWO}, archive=archive).posts

    assert (post.text, post.container, post.audience, post.account) == ("mine", "Sam", "private", "Robin")


def test_a_group_that_bears_a_name_tells_nothing():
    """Three who write, or a sentence about the group, make it one."""
    created = f'{ANDROID}Sam created group "Sam"\n{TWO}'

    assert read({"WhatsApp Chat with Sam.txt": GROUP}).posts == []
    assert read({"WhatsApp Chat with Sam.txt": created}).posts == []


def test_whose_messages_you_deleted_is_you():
    """WhatsApp writes it so on the person's own phone only."""
    [post] = read({"_chat.txt": f"{GROUP}{ANDROID}Robin: Du hast diese Nachricht gelöscht.\n"}).posts

    assert (post.text, post.audience) == ("mine", "group")


def test_signs_that_disagree_tell_nothing():
    """The chat is called Sam, and Sam is "you"."""
    assert read({"WhatsApp Chat with Sam.txt": f"{TWO}{ANDROID}Sam: You deleted this message\n"}).posts == []


def test_a_name_once_found_counts_in_the_other_chats():
    """Of the same folder, and of other archives that were handed over with it."""
    files = {"WhatsApp Chat with Sam.txt": TWO, "WhatsApp Chat with Ward.txt": GROUP}
    assert [post.audience for post in read(files).posts] == ["private", "group"]

    archives = [Archive(name, [Member.of(name, content)]) for name, content in files.items()]
    assert len(read_exports(archives, messages=True).posts) == 2


def test_what_is_told_comes_first():
    """More names on more lines, without tilde, in any case. A name that is not there is told."""
    told = {"WhatsApp Chat with Sam.txt": GROUP, "whatsapp-me.txt": "\ufeff~ SAM\r\n\r\nLudo\r\n"}

    assert [post.text for post in read(told).posts] == ["theirs", "too"]
    assert unread(read({**told, "whatsapp-me.txt": "Nobody"})) == [
        "nobody of the name in whatsapp-me.txt writes in this chat, so nothing was taken for yours"
    ]


def test_the_chat_with_oneself_is_a_note():
    """Its name says (You)."""
    [post] = read({"WhatsApp Chat with Robin (You).txt": f"{ANDROID}Robin: remember J.P.\n"}).posts

    assert (post.kind, post.audience, post.container) == ("note", "private", "Robin")


def test_sentences_with_a_colon_are_no_people():
    """`Sam changed the subject to "Ward: nights"` is WhatsApp's own."""
    renamed = f'{ANDROID}Robin changed the group name to "Ward: nights"\n'

    assert words(TWO + renamed) == ["mine"]


def test_only_when_asked_for():
    """It is all private."""
    reading = read({"WhatsApp Chat with Sam.txt": TWO}, messages=False)

    assert reading.posts == []
    assert [line.status for line in reading.members] == ["left out"]


def test_a_lone_renamed_file():
    """Known by its first line."""
    assert [post.text for post in read({"chat backup.txt": TWO, **ROBIN}).posts] == ["mine"]


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_mangled_files_never_raise(folder: Path):
    """Whatever is broken: posts and unread places come out, no exception, and no reason quotes a word."""
    whole = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.txt")}
    for seed in range(100):
        dice = random.Random(seed)
        reading = read({name: mangled(content, dice) for name, content in whole.items()})
        reasons = unread(reading)

        assert all(isinstance(post, Post) for post in reading.posts)
        assert not [reason for reason in reasons if "not built as we expect" in reason or WORD in reason]
