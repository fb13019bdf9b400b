"""What an element of an entry is by its classes, and by what lies in it."""

from functools import lru_cache

from audit.parsers._facebook_html.pages import Element
from audit.parsers._facebook_html.words import INLINE, MEDIA, is_camera_value, is_link, text_of

TITLE = frozenset(("_a6-h", "_2lek"))
FOOT = frozenset(("_a6-o", "_2lem"))
_PEOPLE = frozenset(("_a701", "_u14"))  # "You tagged …"
_TECHNICAL = frozenset(("_a6-q", "_tqp"))  # camera, reactions
_GREY = "uiBoxGray"  # comments under a picture
BLOCK = "_2pin"
_MEANINGS = ((_TECHNICAL, "technical"), (_PEOPLE, "people"), ({_GREY}, "remark"), (FOOT, "foot"), (TITLE, "title"))
_BODY = frozenset(("_a6-p", "_2let"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TABLE = frozenset(("table", "tbody", "thead", "tr", "td", "th"))
_LONGEST_CAMERA_VALUE = 60


@lru_cache(1000)
def meaning_of(kinds: str) -> str:
    """Return what an element with these classes is, "" if nothing special."""
    names = frozenset(kinds.split())
    known = next((meaning for those, meaning in _MEANINGS if not names.isdisjoint(those)), "")
    return known or (BLOCK if BLOCK in names else "")


@lru_cache(1000)
def role_of(tag: str, kinds: str | None) -> str:
    """Return what a part of an entry is by its classes, else by its tag: title, body, date, or ""."""
    for name in kinds.split() if kinds else ():
        if name in TITLE:
            return "title"
        if name in _BODY:
            return "body"
        if name in FOOT:
            return "date"
    if tag == "footer":
        return "date"
    return "title" if tag in _HEADINGS else ""


def holds_blocks(element: Element) -> bool:
    """Say whether the element, or the one in it, begins with a block."""
    for _ in range(4):
        if not len(element):
            return False
        element = element[0]
        if BLOCK in (element.get("class") or ""):
            return True
    return False


def branches_of(element: Element) -> list[Element]:
    """Return the blocks that lie side by side in the element, however often it is wrapped."""
    for _ in range(8):
        children = list(element)
        if any(child.tag in INLINE or child.tag in MEDIA or child.tag == "br" for child in children):
            return []
        if (element.text or "").strip() or any((child.tail or "").strip() for child in children):
            return []
        if len(children) != 1 or children[0].tag in _TABLE:
            return [] if any(child.tag in _TABLE for child in children) else children
        element = children[0]
    return []


def is_only_link(text: str, element: Element) -> bool:
    """Say whether a line's only words are those of its link."""
    if is_link(text):
        return True
    anchors = [child for child in element.iter("a") if child.get("href")]
    return len(anchors) == 1 and text_of(anchors[0]) == text


def is_camera_table(cells: list[Element]) -> bool:
    """Say whether the cells of a table hold what a camera noted."""
    return are_camera_values(["".join(cell.itertext()).strip() for cell in cells])


def are_camera_values(values: list[str]) -> bool:
    """Say whether the texts of a table's cells are what a camera notes: short, and a number or address among them."""
    return all(len(value) <= _LONGEST_CAMERA_VALUE for value in values) and any(map(is_camera_value, values))
