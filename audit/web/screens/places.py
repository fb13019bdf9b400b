"""Professions and countries to choose from: those that our rules and clocks know, by the names people use."""

TRADES: tuple[str, ...] = (
    "Counsellor", "Psychotherapist", "Psychologist", "Nurse", "Midwife", "Health visitor", "Doctor", "GP",
    "Psychiatrist", "Dentist", "Pharmacist", "Physiotherapist", "Occupational therapist", "Paramedic", "Care worker",
    "Social worker", "Support worker", "Youth worker", "Solicitor", "Barrister", "Lawyer", "Paralegal", "Judge",
    "Magistrate", "Court clerk", "Teacher", "Lecturer", "Police officer", "Prison officer", "Probation officer",
    "Coach", "Chaplain",
)  # fmt: skip

_OURS = (
    ("GB", "United Kingdom"),
    ("IE", "Ireland"),
    ("US", "United States"),
    ("CA", "Canada"),
    ("AU", "Australia"),
    ("NZ", "New Zealand"),
)
_EUROPE = (
    ("AT", "Austria"), ("BE", "Belgium"), ("BG", "Bulgaria"), ("HR", "Croatia"), ("CY", "Cyprus"), ("CZ", "Czechia"),
    ("DK", "Denmark"), ("EE", "Estonia"), ("FI", "Finland"), ("FR", "France"), ("DE", "Germany"), ("GR", "Greece"),
    ("HU", "Hungary"), ("IS", "Iceland"), ("IT", "Italy"), ("LV", "Latvia"), ("LI", "Liechtenstein"),
    ("LT", "Lithuania"), ("LU", "Luxembourg"), ("MT", "Malta"), ("NL", "Netherlands"), ("NO", "Norway"),
    ("PL", "Poland"), ("PT", "Portugal"), ("RO", "Romania"), ("SK", "Slovakia"), ("SI", "Slovenia"), ("ES", "Spain"),
    ("SE", "Sweden"),
)  # fmt: skip
PLACES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("", (("", "Not said, or somewhere else"),)),
    ("With rules of their own", _OURS),
    ("Elsewhere in Europe", _EUROPE),
)
NAMES: dict[str, str] = {code: name for _, countries in PLACES for code, name in countries if code}


def who(profession: str, country: str) -> str:
    """Return for whom something is said: "a nurse in United Kingdom"."""
    trade = profession or "any profession"
    return f"{trade}, {NAMES.get(country.upper(), country)}" if country else f"{trade}, no country said"
