"""Whom to ask first, by trade and country. Background, not legal advice, and the report says so."""

_GENERAL = (
    "your professional indemnity insurer",
    "your union or professional body's helpline",
)
_BY_TRADE: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("counsel", "psychother", "therap", "psycholog", "coach"), ("your clinical supervisor",)),
    (("doctor", "gp", "surgeon", "psychiatr", "dentist", "dental"), ("your medical or dental defence body",)),
    (("nurse", "midwi", "paramedic", "physio", "care", "pharmac"), ("your union's professional officer",)),
    (("social work", "support worker", "youth"), ("your manager or supervisor",)),
    (("solicitor", "barrister", "lawyer", "attorney", "paralegal"), ("your firm's compliance officer or its counsel",)),
    (("judge", "magistrate", "court", "juror"), ("your leadership judge, or the court's ethics adviser",)),
    (("teacher", "teaching", "lecturer", "tutor"), ("your union's regional officer",)),
    (("police", "prison", "probation"), ("your federation or union representative",)),
)


def first_to_ask(profession: str, country: str) -> tuple[str, ...]:
    """Return whom to ask before anything is changed, nearest first. An unknown trade gets the general ones."""
    trade = profession.lower()
    own = next((bodies for words, bodies in _BY_TRADE if any(word in trade for word in words)), ())
    employer = "your employer's data-protection lead"
    clock = {"GB": " (72 hours)", "IE": " (72 hours)", "US": " (60 days)"}.get(country.upper(), "")
    return (*own, *_GENERAL, employer + clock)
