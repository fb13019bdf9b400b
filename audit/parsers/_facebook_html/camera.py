"""What a camera noted: tables under pictures, which hold no words of the person's."""

import re

MOST_OF_A_TABLE = 6000
_ADDRESS = re.compile(r">\s*(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7})\s*<")
_LONG_CELL = re.compile(r">[^<]{61}")
_NO_CAMERA = ("<a ", "<img", "<br", "<p", "<span", "<video")


def without_camera_tables(page: str) -> str:
    """Return the page without the tables of camera, place and IP address that hang on pictures: most of its elements.

    Such a table names an IP address, and all its cells are short. Anything else stays.
    """
    kept, done, at = [], 0, page.find("<table")
    while at >= 0:
        end = page.find("</table>", at)
        if end < 0:
            break
        table = page[at:end]
        if len(table) < MOST_OF_A_TABLE and _is_camera_table(table):
            kept.append(page[done:at])
            done = end + len("</table>")
        at = page.find("<table", end)
    return "".join((*kept, page[done:])) if kept else page


def _is_camera_table(table: str) -> bool:
    return bool(_ADDRESS.search(table)) and not (
        any(tag in table for tag in _NO_CAMERA) or "<table" in table[1:] or _LONG_CELL.search(table)
    )
