"""The report page: one file that loads nothing, hides the words, and asks before it tells how to remove anything."""

import base64
import hashlib
import re
import time
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from reports.render import TEMPLATES, render_report
from reports.view import Card, FileLine, NetworkReading, Report, TextPart
from tests.reports.samples import (
    HOSTILE,
    decided_report,
    hostile_report,
    long_report,
    quiet_report,
    rich_report,
    twelve_cards,
)

REPORTS = {
    "quiet": quiet_report,
    "one": lambda: rich_report(twelve_cards()[:1]),
    "rich": rich_report,
    "hostile": hostile_report,
    "decided": decided_report,
    "long": lambda: long_report(320),
}
EACH = pytest.mark.parametrize("name", REPORTS)


@cache
def page(name: str) -> str:
    return render_report(REPORTS[name]())


@cache
def soup(name: str) -> BeautifulSoup:
    return BeautifulSoup(page(name), "lxml")


def with_cards(*cards: Card) -> tuple[str, BeautifulSoup]:
    text = render_report(rich_report(cards))
    return text, BeautifulSoup(text, "lxml")


def saying(text: str) -> Card:
    return replace(twelve_cards()[4], number=1, parts=(TextPart(text),))


def texts(tags: list[Tag]) -> list[str]:
    return [tag.get_text(" ", strip=True) for tag in tags]


# What the page may load: nothing.


@EACH
def test_the_policy_names_the_very_style_and_script_of_the_page(name: str) -> None:
    """The digests in the Content-Security-Policy are those of the one style and the one script in the page."""
    policy = soup(name).find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]

    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        [text] = re.findall(f"<{tag}>(.*?)</{tag}>", page(name), re.S)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert all(f"{rule} 'none'" in policy for rule in ("img-src", "base-uri", "form-action"))


@EACH
def test_the_policy_comes_first_and_the_page_says_who_made_it(name: str) -> None:
    """The policy stands straight after the charset; the generator within the first thousand bytes."""
    head = page(name).encode()[:1000].decode()

    assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', head)
    assert '<meta name="generator" content="Backscroll 1.0.0">' in head
    assert '<meta name="referrer" content="no-referrer">' in head
    assert '<meta name="robots" content="noindex">' in page(name)


@EACH
def test_nothing_is_loaded_from_anywhere(name: str) -> None:
    """No tag has a source; only links that a person follows lead out of the page."""
    for tag in soup(name).find_all(True):
        assert not {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"} & set(tag.attrs)
        assert tag.name not in {"link", "img", "iframe", "object", "embed", "base", "image", "audio", "video"}
        if "href" in tag.attrs and tag.name != "a":
            assert tag["href"].startswith("#")
    for banned in ("url(", "@import", "fetch(", "XMLHttpRequest", "innerHTML", "localStorage", "eval("):
        assert banned not in (TEMPLATES / "style.css").read_text() + (TEMPLATES / "report.js").read_text()


@EACH
def test_there_is_one_script_and_one_style_whatever_the_posts_say(name: str) -> None:
    """The number of scripts and styles is one each; no tag carries a style or a handler of its own."""
    tags = soup(name).find_all(True)

    assert [sum(tag.name == kind for tag in tags) for kind in ("script", "style")] == [1, 1]
    assert page(name).count("<script") == page(name).count("<style") == 1
    assert not [tag for tag in tags for attribute in tag.attrs if attribute == "style" or attribute.startswith("on")]


@EACH
def test_links_out_of_the_page_tell_the_other_side_nothing(name: str) -> None:
    """Each is http or https, opens apart, and hands over neither referrer nor window."""
    outward = [a for a in soup(name).find_all("a") if not a["href"].startswith("#")]

    for a in outward:
        assert a["href"].startswith(("https://", "http://"))
        assert a["target"] == "_blank"
        assert set(a["rel"]) == {"noreferrer", "noopener"}
    assert bool(outward) == (name != "quiet")


# Posts are hostile text.


def test_a_hostile_post_stands_escaped_and_does_nothing() -> None:
    """Markup, template signs and scripts in a post are only letters."""
    text, tree = with_cards(saying("</script><img src=x onerror=alert(1)> {{ 7*7 }} {% if %} &lt;"))

    assert "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }} {% if %} &amp;lt;" in text
    assert tree.select_one(".said").get_text() == "</script><img src=x onerror=alert(1)> {{ 7*7 }} {% if %} &lt;"
    assert not tree.find_all("img")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "//example.org",
        "http://",
        "http://[broken",
        "http://two words.example",
        "",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    """What is not http or https stays out of every href, in the advice and in the post's own link."""
    one = saying("words")
    _, tree = with_cards(
        replace(one, link_url=address, link_title="a link", advice=replace(one.advice, address=address))
    )

    assert not [a for a in tree.find_all("a") if not a["href"].startswith("#")]
    assert "a link" in tree.select_one(".around").get_text()


def test_every_text_of_an_enemy_is_held() -> None:
    """The hostile report can be written as UTF-8 and holds no control characters and no marks that turn the writing."""
    text = page("hostile")

    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert len(soup("hostile").select(".card")) == len(HOSTILE)
    assert "49" not in [word for said in soup("hostile").select(".said") for word in said.get_text().split()]


def test_hidden_marks_are_left_out_and_told() -> None:
    """A post that turns the writing round is shown straight, with a word that something was left out."""
    _, tree = with_cards(saying("left \u202ednuor\u202c right"), replace(saying("plain"), number=2))
    first, second = tree.select(".words")

    assert first.select_one(".said").get_text() == "left dnuor right"
    assert "hidden marks" in first.get_text()
    assert "hidden marks" not in second.get_text()


def test_each_word_of_a_post_stands_unbroken_and_in_order() -> None:
    """Marks for what raised a post stand between words: a plain search of the file finds each word."""
    for one in rich_report().cards:
        place = page("rich").index(f'id="card-{one.number}"')
        for word in "".join(part.text for part in one.parts).split():
            place = page("rich").find(word, place)
            assert place >= 0, word
    assert "w" * 10_000 in page("hostile")


def test_a_run_that_ends_within_a_word_takes_the_whole_word() -> None:
    """Even a mark that begins or ends in the middle of a word does not break it, nor does an apostrophe."""
    parts = (
        TextPart("he can"),
        TextPart("'t swi", 2),
        TextPart("m"),
        TextPart("ming"),
        TextPart(', so I said "no"', 1),
    )
    text, _ = with_cards(replace(saying(""), parts=parts))

    assert 'he <mark class="most">can\'t swimming,</mark><mark> so I said "no"</mark></div>' in text


def test_control_characters_part_words_only_where_they_are_spaces() -> None:
    """A NUL within a word leaves the word whole; a vertical tab between two keeps them apart."""
    text, _ = with_cards(saying("sec\x00ret one\x0btwo three\rfour"))

    assert "secret one two three four" in text


def test_the_words_are_hidden_until_asked_for() -> None:
    """Words, names, places, links and sources stand inside the part that style hides; every box is unticked."""
    for one in BeautifulSoup(page("rich"), "lxml").select(".card"):
        box = one.select_one(".ask input")
        hidden = one.select_one(".words").extract()
        assert not box.has_attr("checked")
        assert hidden.select_one(".said") and hidden.select_one(".source")
        assert not [word for word in ("boatyard", "Brandt", "Brannoc", "Chocolatier", "json") if word in one.get_text()]
    style = (TEMPLATES / "style.css").read_text()
    assert "\n.words { display: none; }\n.ask > input:checked ~ .words { display: block; }" in style


# The question comes first.


@EACH
def test_the_question_stands_before_any_removal_step(name: str) -> None:
    """Question and careful text come before the first step in the file, and no answer is given beforehand."""
    text = page(name)[page(name).index("<body") :]
    steps = text.find('class="go"')

    assert text.index('name="gate"') < text.index("Change nothing for now") < (steps if steps > 0 else len(text))
    assert not soup(name).select("input[name=gate][checked]")
    assert [answer["value"] for answer in soup(name).select("input[name=gate]")] == ["no", "yes", "unsure"]


def test_steps_show_only_after_a_no() -> None:
    """Style hides advice until there is an answer; without script its summary repeats the question."""
    style = (TEMPLATES / "style.css").read_text()
    shown = [rule for rule in re.findall(r"([^{}]+)\{ display: block; \}", style) if re.search(r"\.go\b(?! )", rule)]

    assert ".if-hold, .if-unasked, .if-go, .go { display: none; }" in style
    assert all('[data-gate="no"] .go' in rule or ".no-js .go" in rule for rule in shown)
    for one in soup("rich").select(".card"):
        go = one.select_one("details.go")
        assert not go.has_attr("open")
        assert "complaint" in go.summary.get_text() and "inquest" in go.summary.get_text()
        assert not [a for a in one.select("a[href^=http]") if not a.find_parent(class_=["go", "words"])]


def test_every_card_says_change_nothing_and_whom_to_ask() -> None:
    """For a yes or not sure each card has its own careful text, with the bodies of the profession."""
    for one in soup("rich").select(".card"):
        hold = one.select_one(".if-hold").get_text()
        assert "Change nothing for now." in hold
        assert "the BACP ethics helpline" in hold


def test_a_long_report_says_each_advice_once() -> None:
    """Beyond a few hundred cards each points to advice that stands in the page, behind the same question."""
    cards = soup("long").select(".card")
    once = soup("long").select(".shared")

    assert {one.select_one(".todo a")["href"] for one in cards} == {f"#{one['id']}" for one in once}
    assert len(once) < 20 < len(cards) == 320
    assert all(one.select_one("details.go") for one in once)
    assert not soup("long").select(".card details.go")
    assert all(a.find_parent(class_="if-go") for a in soup("long").select(".card .todo a[href^=http]"))


# Wording.


@EACH
def test_the_page_never_condemns_and_never_promises(name: str) -> None:
    """Our own words never say breach, guilty or safe."""
    ours = soup(name).get_text(" ").lower()

    assert not re.search(r"\b(breach|breaches|breached|safe|safely|guilty|violation|offence|unprofessional)\b", ours)


def test_nothing_found_is_a_calm_result() -> None:
    """Without findings there are no cards, filters or steps; limits and account still stand."""
    tree = soup("quiet")

    assert "None of them stood out" in tree.get_text()
    assert not tree.select(".card, #filters, .go, .steps")
    assert tree.find(id="limits") and tree.find(id="account") and tree.find(id="question")


def test_the_page_says_that_it_is_private() -> None:
    """The privacy line stands at the top, as promised."""
    line = soup("rich").select_one("header .private").get_text()

    assert "This file is private. It lies on your computer only; nothing was sent anywhere." in line


# Counts agree, and nothing is passed over.


@EACH
def test_counts_agree(name: str) -> None:
    """Summary, headings, filters and cards tell the same numbers."""
    report, tree = REPORTS[name](), soup(name)
    figures = [int(one.get_text().replace(",", "")) for one in tree.select(".figures b")]
    shelves = {one["data-shelf"]: one for one in tree.select(".tier[data-shelf]")}

    assert figures[:3] == [report.posts_read, report.look_first, report.look]
    assert len(tree.select(".card")) == len(report.cards)
    for tier, shelf in shelves.items():
        listed = sum(tier == ("decided" if one.settled else one.tier) for one in report.cards)
        assert len(shelf.select(".card")) == int(shelf.select_one(".count").get_text().replace(",", "")) == listed
    for group in tree.select("fieldset[data-group]"):
        if group["data-group"] not in {"year", "category"}:
            assert sum(int(n.replace(",", "")) for n in texts(group.select(".many"))) == len(report.cards)


def test_filters_offer_what_the_cards_have() -> None:
    """Each box to tick has a value that some card carries, and each card's values have their box."""
    cards = soup("rich").select(".card")
    for group in ("severity", "network", "kind", "audience", "category"):
        offered = {box["value"] for box in soup("rich").select(f"[data-group={group}] input")}
        several = group == "category"
        carried = {v for one in cards for v in (one[f"data-{group}"].split() if several else [one[f"data-{group}"]])}
        assert offered == carried


def test_every_file_stands_in_the_account() -> None:
    """Each file is named, whatever its status, with its reason; an unheard-of status counts as unknown."""
    odd = FileLine("odd.json", "half read", "nobody knows", 0, "")
    reading = replace(rich_report().readings[0], files=(*rich_report().readings[0].files, odd))
    text = render_report(replace(rich_report(), readings=(reading,)))
    tree = BeautifulSoup(text, "lxml")
    named = texts(tree.select(".network .files .file"))

    assert sorted(named) == sorted([*(file.name for file in reading.files), "holiday-list.xlsx"])
    assert all(file.reason.lower() in text.lower() for file in reading.files)
    assert all(place in text for file in reading.files for place in file.places)
    assert "3 files of a kind Backscroll does not know" in text


def test_long_lists_of_files_are_folded() -> None:
    """Thousands of files stay out of the way, folded by status and by reason; none shows until it is asked for."""
    files = tuple(FileLine(f"photos/{n}.jpg", "left out", "a picture", 0, "") for n in range(5000))
    files += tuple(FileLine(f"odd/{n}", "unread", f"reason {n % 3}", 0, "") for n in range(3000))
    reading = NetworkReading("Facebook", "", 0, "", (), files, 0, 0, (), ())
    tree = BeautifulSoup(render_report(replace(quiet_report(), readings=(reading,))), "lxml")

    assert len(tree.select(".files .file")) == 8000
    assert not tree.select(".network details[open]")
    assert not soup("rich").select(".network details[open]")


def test_everything_in_the_report_is_on_the_page() -> None:
    """Remarks, limits, glossary, settings, measures, charts and what was withheld can all be read."""
    report = replace(rich_report(), withheld=1204, withheld_in="the-rest.csv")
    text = BeautifulSoup(render_report(report), "lxml").get_text(" ")

    told = [*report.remarks, *report.cannot_see, report.made_on, report.span]
    told += [word for pair in (*report.glossary, *report.settings) for word in pair]
    told += [word for measure in report.measures for word in (measure.label, measure.value, measure.note)]
    told += [word for chart in report.charts for word in (chart.title, chart.note, *(bar.label for bar in chart.bars))]
    told += ["1,204 further findings", "the-rest.csv", "2,010"]
    assert not [word for word in told if word not in text]


def test_each_bar_tells_its_number_twice() -> None:
    """Every bar has a title, and its number stands in the table beside the chart."""
    for chart, drawn in zip(rich_report().charts, soup("rich").select("figure"), strict=True):
        assert texts(drawn.select("svg title")) == [f"{bar.label}: {bar.value:,}" for bar in chart.bars]
        assert texts(drawn.select("td")) == [f"{bar.value:,}" for bar in chart.bars]


# Usable by keyboard and screen reader.


@EACH
def test_ids_are_unique_and_every_reference_leads_somewhere(name: str) -> None:
    """No id stands twice; labels, descriptions and links within the page meet their target."""
    ids = [tag["id"] for tag in soup(name).find_all(id=True)]
    wanted = {tag["for"] for tag in soup(name).select("label[for]")}
    wanted |= {a["href"][1:] for a in soup(name).select("[href^='#']")}
    wanted |= {
        one
        for key in ("aria-labelledby", "aria-describedby")
        for t in soup(name).select(f"[{key}]")
        for one in t[key].split()
    }

    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


@EACH
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    """There is one h1, no level is left out, and every card has a heading that names it."""
    body = soup(name).body
    levels = [int(tag.name[1]) for tag in body.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for one in body.select(".card"):
        [heading] = one.find_all(re.compile("^h"))
        assert heading.name == "h4"
        assert len(heading.get_text(" ", strip=True).split()) >= 3


@EACH
def test_every_control_has_a_name(name: str) -> None:
    """Boxes, fields and lists have a label, buttons have words, groups of boxes a legend."""
    tree = soup(name)
    labels = {label["for"]: label for label in tree.select("label[for]")}
    for control in tree.select("input, select"):
        label = labels.get(control.get("id")) or control.find_parent("label")
        assert label is not None
        assert label.get_text(strip=True)
    assert all(button.get_text(strip=True) for button in tree.select("button"))
    assert all(group.legend for group in tree.find_all("fieldset"))
    assert tree.html["lang"] == "en"
    assert [len(tree.find_all(landmark)) for landmark in ("header", "main", "footer")] == [1, 1, 1]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def themes() -> list[dict[str, str]]:
    """Return the colours of light, dark, and both with more contrast."""
    blocks = re.findall(r":root \{([^}]+)\}", (TEMPLATES / "style.css").read_text())
    light, dark, strong, strong_dark = (dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in blocks[:4])
    return [light, light | dark, light | strong, light | dark | strong_dark]


@pytest.mark.parametrize("theme", range(4))
def test_every_text_stands_out_from_its_ground(theme: int) -> None:
    """Text has a contrast of 4.5 or more, edges of controls 3 or more, in light and dark."""
    colours = themes()[theme]
    pairs = [
        (text, ground, 4.5) for text in ("ink", "soft", "accent") for ground in ("ground", "sheet", "tint", "marked")
    ]
    pairs += [("on-accent", "accent", 4.5), ("line", "ground", 3.0), ("line", "sheet", 3.0)]
    for text, ground, least in pairs:
        light, dark = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= least, (text, ground)


# The same every time, and quick.


@EACH
def test_the_same_report_gives_the_same_page(name: str) -> None:
    """Nothing in the page depends on when or where it is made."""
    assert render_report(REPORTS[name]()) == page(name)


def plain_report(number: int) -> Report:
    """Return a report of short comments, each with its own words."""
    first = replace(twelve_cards()[5], network="facebook", network_label="Facebook", panel="It told friends of a ward.")
    cards = (replace(first, number=n, parts=(TextPart(f"that night on ward {n}"),)) for n in range(1, number + 1))
    return rich_report(tuple(cards))


def test_five_thousand_cards_make_a_page_of_bearable_size() -> None:
    """Five thousand short comments take under 6.2 MB; a dozen rich cards under 4 kB each besides their words."""
    empty = len(render_report(plain_report(0)).encode())

    assert len(render_report(plain_report(5000)).encode()) < 6_200_000
    assert (len(page("rich").encode()) - empty) / 12 < 4_000 + 1_500  # the filters' share counts once


def test_five_thousand_cards_are_rendered_in_seconds() -> None:
    """Some half a second on a quiet machine; the bound is wide so that a busy one passes too."""
    report = long_report(5000)
    start = time.perf_counter()
    render_report(report)

    assert time.perf_counter() - start < 6
