"""Names, handles and addresses, taken out of a post's words as far as they can be told.

What the exports tag or mention is known; of the rest, a capital within a sentence is the best sign there is. So more is
taken out than need be ("Royal Infirmary"), and still a name can stay ("daniel", or one that begins a sentence). Whoever
uses this says so.
"""

import re
from collections.abc import Iterable
from functools import cache

NAME, ADDRESS, NUMBER = "[name]", "[address]", "[number]"

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w-])[\w-]+\.(?:com|org|net|co\.uk|ie|info)(?:/\S*)?"
)
_STREET = re.compile(
    r"\b\d{1,4}[a-z]?,? (?:[A-Z][\w'’]+ ){1,3}"
    r"(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Court|Way|Place|Terrace)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d ().-]{6,}\d(?!\w)")
_HANDLE = re.compile(r"(?<![\w/])@\w[\w.]*(?:@[\w.-]+)?|\bu/\w+")
_UP, _LOW = r"[A-ZÀ-ÖØ-ÞŠŽŁŚŻĆČĐŐŰİ]", r"[^\W\d_A-Z]"
_TITLED = re.compile(
    r"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Nurse|Sister|Judge|Sgt|PC|DC)\.?|[Cc]lient|[Pp]atient|[Pp]upil|[Ss]tudent"
    rf"|[Rr]esident|called|named|little|old) {_UP}[\w'’-]+(?: {_UP}[\w'’-]+)?"
)
_SEVERAL = re.compile(r"\[name\](?:[ -]\[name\])+")
_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.){1,3}(?:[A-Z]\b\.?)?(?!\w)")
_WITHIN = re.compile(rf"(?<=[^\W_A-Z] ){_UP}{_LOW}[\w'’-]*(?:[ -]{_UP}[\w'’-]+)*|(?<=[,;:'’)] ){_UP}{_LOW}[\w'’-]*")
_FIRST = re.compile(
    rf"(?:^|(?<=[.!?\n] )|(?<=\n)){_UP}{_LOW}[\w'’-]*"
    r"(?= (?:was|is|has|had|says?|said|told|came|cried|died|went|asked|wants?|wanted|does|did|just|hit|gave)\b)"
)
_BEGINS = re.compile(
    r"he|she|it|they|we|you|one|this|that|these|those|there|here|what|who|which|how|why|when|where|everyone|everybody"
    r"|someone|somebody|anyone|nobody|nothing|everything|something|today|yesterday|tomorrow|tonight|work|life|school"
    r"|mum|mom|dad|mine|yours|everybody|client|patient|people|half|all|some|then|also|and|but|so|kids?|boss|traffic"
)
_STANDS_ALWAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|christmas|easter|english|british|irish|scottish|welsh|american|god|covid|facebook|twitter"
    r"|linkedin|instagram|zoom|i['’](?:m|ve|d|ll)"
)


def without_names(text: str, names: Iterable[str]) -> str:
    """Return the text with names, handles, links, street addresses and numbers to call replaced by a word in brackets.

    `names`: those that the exports tag or mention, and the person's own, in any form.
    """
    for pattern, word in ((_LINK, ADDRESS), (_STREET, ADDRESS), (_PHONE, NUMBER), (_HANDLE, NAME)):
        text = pattern.sub(word, text)
    text = _known(text, names)
    text = _TITLED.sub(rf"\1 {NAME}", text)
    text = _INITIALS.sub(NAME, text)
    found = {match[0] for match in _WITHIN.finditer(text) if not _STANDS_ALWAYS.fullmatch(match[0].casefold())}
    found |= {match[0] for match in _FIRST.finditer(text) if not _BEGINS.fullmatch(match[0].casefold())}
    return _SEVERAL.sub(NAME, _known(text, found))


def _known(text: str, names: Iterable[str]) -> str:
    low = text.casefold()
    held = {form for name in names for form in _forms(name) if form.casefold() in low}
    for form in sorted(held, key=lambda form: (-len(form), form)):
        flags = re.IGNORECASE if " " in form or any(char.isdigit() or char == "_" for char in form) else re.NOFLAG
        text = re.sub(rf"(?<!\w){re.escape(form)}(?:-{_UP}\w*)*(?!\w)", NAME, text, flags=flags)
    return text


@cache
def _forms(name: str) -> list[str]:
    """Return the whole name and each of its parts: "Ola Nordmann", "Ola", "Nordmann"."""
    whole = name.strip().lstrip("@")
    parts = [part for part in re.split(r"[\s,]+", whole) if len(part) > 1 and part[:1].isupper()]
    forms = dict.fromkeys((whole, *parts))
    return [form for form in forms if len(form) > 1 and not _STANDS_ALWAYS.fullmatch(form.casefold())]
