"""Words on a Facebook page: text out of elements, and what a stretch of text is by its form, in any language."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from audit.parsers._facebook_html.pages import Element
from audit.parsers._local_dates import LONGEST, LocalDates
from audit.posts import Unread, clean_text

INLINE = frozenset(
    "a abbr b bdi bdo cite code em font i label mark q s small span strong sub sup time u wbr".split()  # noqa: SIM905
)
UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript"))
MEDIA = frozenset(("img", "video", "audio"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MEDIA_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|heic|bmp|mp4|mov|m4v|webm|3gp|mp3|m4a|aac|wav|ogg|opus)$", re.IGNORECASE
)

# "Updated", as it stands before the date of the last change
UPDATED = re.compile(
    r"updated|edited|aktualisiert|bearbeitet|mise? à jour|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt"
    r"|opdateret|oppdatert|uppdatera(?:d|des)|päivitetty|zaktualizowano|aktualizov[áa]n[oé]|ažurirano|posodobljeno"
    r"|frissítve|actualizat|güncellen(?:di|me)|ενημερώθηκε|обновлено|оновлено|обновена|更新|編集|수정|업데이트"
    r"|cập nhật|อั[พป]เดต|diperbarui|dikemas kini|تم التحديث|עודכן|अपडेट|na-update",
    re.IGNORECASE,
)
PLACE_WORDS = re.compile(
    r"(?:place|location|ort|lieu|lugar|luogo|local|plaats|sted|plats|paikka|miejsce|místo|miesto|mjesto|hely|loc|yer|konum"
    r"|τοποθεσία|место|місце|地點|地点|場所|장소|địa điểm|สถานที่|tempat|lokasi|المكان|מקום|स्थान)\s*[:：]",
    re.IGNORECASE,
)
_PLACE_ON_MAP = re.compile(
    r"[^:：\n]{1,30}[:：]\s*(.{0,300}?)\s*\(\s*-?\d{1,3}[.,]\d+\s*,\s*-?\d{1,3}[.,]\d+\s*\)", re.DOTALL
)
_LABELLED = re.compile(r"[^:：\n]{1,30}[:：]\s*(\S.{0,300})", re.DOTALL)
_COORDINATES = re.compile(r"\(?\s*-?\d{1,3}[.,]\d+\s*,\s*-?\d{1,3}[.,]\d+\s*\)?")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,7}")
_NUMBER = re.compile(r"-?\d+(?:[.,/]\d+)?")
_LONGEST_FORM = 500  # characters: what is longer is no address, number or date
_DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\d{4}")  # what has none is no date, and to find that out in the date's own way takes long
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PLAIN_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def in_lines(run: list[str], *, keep_breaks: bool = False) -> str:
    """Join the stretches of a paragraph; a line break is the element `br`, which stands in the run as U+2028."""
    text = "".join(run)
    if keep_breaks:
        text = text.replace("\r\n", "\n").replace("\u2028\n", "\u2028")
    elif "\n" in text or "  " in text or "\t" in text or "\r" in text:
        text = _BLANKS.sub(" ", text)
    if "\u2028" in text:
        text = "\n".join(line.strip(" ") for line in text.split("\u2028"))
    return text.strip(" \t\r\n\f")


def text_of(element: Element, *, keep_breaks: bool = False) -> str:
    """Return all words in the element, blocks on lines of their own."""
    if not len(element):
        return in_lines([element.text], keep_breaks=keep_breaks) if element.text else ""
    run: list[str] = []
    _gather(element, run, 0)
    return re.sub(r"\n{3,}", "\n\n", in_lines(run, keep_breaks=keep_breaks))


def _gather(element: Element, run: list[str], depth: int) -> None:
    if depth > 400:
        run.append("".join(element.itertext()))
        return
    if element.text:
        run.append(element.text)
    for child in element:
        tag = child.tag
        if tag == "br":
            run.append("\u2028")
        elif tag not in UNSEEN and tag not in MEDIA:
            block = tag not in INLINE
            if block and run and not run[-1].endswith("\u2028"):
                run.append("\u2028")
            _gather(child, run, depth + 1)
            if block and run and not run[-1].endswith("\u2028"):
                run.append("\u2028")
        if child.tail:
            run.append(child.tail)


def take_out(element: Element | None) -> None:
    """Remove the element from its page; what stands behind it stays."""
    parent = element.getparent() if element is not None else None
    if element is None or parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = clean_text((before.tail or "") + tail)
    else:
        parent.text = clean_text((parent.text or "") + tail)
    element.tail = None
    parent.remove(element)


def classes(element: Element) -> frozenset[str]:
    """Return the element's classes."""
    return frozenset((element.get("class") or "").split())


def web_address(href: str | None) -> str:
    """Return the address if it is http or https, else nothing."""
    if not href:
        return ""
    href = href.strip()
    return href if href[:7].lower() == "http://" or href[:8].lower() == "https://" else ""


def file_name(path: str | None) -> str:
    """Return the name of a file of the export that a page shows, "" for anything on the web."""
    if not path or ":" in path[:12] or path.startswith(("//", "#")):
        return ""
    return unquote(path).split("?")[0].rstrip("/").rpartition("/")[2]


def is_media_name(name: str) -> bool:
    """Say whether a file name is that of a picture, video or sound. One without an ending is."""
    return bool(_MEDIA_FILE.search(name)) or "." not in name


def is_facebook(address: str) -> bool:
    """Say whether the address is one of Facebook's own."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host == "facebook.com" or host.endswith(".facebook.com")


def is_link(text: str) -> bool:
    """Say whether the text is an address and nothing else."""
    return bool(_PLAIN_LINK.fullmatch(text))


def is_technical(text: str, dates: LocalDates) -> bool:
    """Say whether a value holds no words: a number, a date, coordinates, a web, mail or machine address."""
    if not any(c.isalpha() for c in text):
        return True
    if len(text) > _LONGEST_FORM:
        return False
    forms = (_PLAIN_LINK, _COORDINATES, _ADDRESS, _MAIL)
    return any(form.fullmatch(text) for form in forms) or dates.read_alone(text).when is not None


def is_camera_value(text: str) -> bool:
    """Say whether the text is what a camera notes: a number, or the address that a picture came from."""
    return bool(_NUMBER.fullmatch(text) or _ADDRESS.fullmatch(text))


def is_coordinates(text: str) -> bool:
    """Say whether the text is a latitude and a longitude."""
    return bool(_COORDINATES.fullmatch(text))


def place_in(text: str, *, alone: bool) -> str | None:
    """Return the name out of `Place: Cafe Beispiel (1.25, 2.5)`. `alone`: the coordinates may be missing."""
    if len(text) > 400 or (":" not in text and "：" not in text):
        return None
    if found := _PLACE_ON_MAP.fullmatch(text):
        return found[1].strip()
    if alone and (word := PLACE_WORDS.match(text)):
        return text[word.end() :].strip()
    return None


def labelled_value(text: str) -> str | None:
    """Return what stands after a short label and a colon."""
    found = _LABELLED.fullmatch(text)
    return found[1].strip() if found else None


LITTLE = 0.02  # share of a page's letters that may stand outside its entries without a word in the report


def strangers(inside: int, outside: int) -> Iterator[Unread]:
    """Yield what is to be said where much of a page's letters stands outside the entries that we know."""
    if outside > LITTLE * (inside + outside):
        share = round(100 * outside / (inside + outside))
        yield Unread("", f"{share} % of its words stand outside the entries that we know: shown without a time")


def cut_off(head: str, ends: str) -> Iterator[Unread]:
    """Yield what is to be said where a page's end is missing. `ends`: its last characters."""
    ends = ends.rstrip()
    if ends and (not ends.endswith(">") or ("<html" in head and "</html" not in ends)):
        yield Unread("", "the file is cut off: its end is missing")


def undated(count: int) -> str:
    """Return the reason why entries have no time."""
    which = "the date of one entry is" if count == 1 else f"the dates of {count} entries are"
    return f"{which} written in a way that we cannot read without guessing: kept without a time"


class EditNotes:
    """Knows the lines `Updated <date>` of a page. Words that stood before a date for certain are remembered."""

    def __init__(self, dates: LocalDates) -> None:
        self._dates = dates
        self._known: set[str] = set()

    def is_one(self, text: str, shown_date: str, *, first: bool, attached: bool = False) -> bool:
        """Say whether the line is such a note, or a date alone in an attachment.

        `first`: it is the first of its block, where a person's words stand.
        """
        if len(text) > LONGEST or not _DIGIT.search(text):
            return False
        if shown_date and text != shown_date and text.endswith(shown_date) and len(text) < len(shown_date) + 40:
            self._remember(text.removesuffix(shown_date))
            return True
        words = self._words_before_a_date(text) if YEAR.search(text) else None
        if words is None:
            return False
        if UPDATED.search(text) or words in self._known or (attached and not words):
            return True
        return not first

    def _words_before_a_date(self, text: str) -> str | None:
        """Return the few words that stand before (or after) a date with its hour, None if the text is anything else."""
        parts = text.split(" ")
        for count in range(min(4, len(parts))):
            moment = self._dates.read(" ".join(parts[count:]).lstrip(":： "))
            if moment.when is not None and not moment.day_only:
                return " ".join(parts[:count])
        close = re.match(r"\D{1,12}", text)
        if close and self._dates.read(text[close.end() :]).when is not None:
            return close[0].strip()
        return None

    def _remember(self, words: str) -> None:
        if len(self._known) < 20:
            self._known.add(words.strip())


_TAGGED = re.compile(
    r"(?:you tagged|du hast|vous avez (?:identifié|tagué)|etiquetaste a|marcaste|hai taggato|je hebt|du taggade"
    r"|du tagget|du taggede|merkitsit henkilön|oznaczono|oznaczyłeś|bạn đã gắn thẻ|你標註了|你标记了|您標註了)\s*",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(
    r",\s+|、|\s+(?:and|und|et|e|y|en|og|och|ja|i|a|és|și|ve|και|и|та|và|dan)\s+|\s+(?:markiert|getagd|getaggt)\b|[和及與]"
)


def names_in(line: str) -> list[str]:
    """Return the names out of `You tagged Ola and Kari`; the whole line where its words are unknown."""
    if not (start := _TAGGED.match(line)):
        return [line] if line else []
    return [name for part in _BETWEEN_NAMES.split(line[start.end() :]) if (name := part.strip(" ."))]
