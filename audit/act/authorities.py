"""What each body's own document says, by trade and country. Our words; name and year of the document, always.

`checked`: held against the body's page, a judgment or a reliable report. The others say "check the current text".
"""

from dataclasses import dataclass

from audit.guidance import GDPR, HEALTH, trade


@dataclass(frozen=True, slots=True)
class Authority:
    """One document, and what of it matters once a disclosure is found."""

    document: str
    says: str
    checked: bool = True


_CANDOUR = Authority(
    "GMC and NMC, Openness and honesty when things go wrong (2015, updated 2022)",
    "Tell the person when something went wrong that causes, or could cause, harm or distress. Take advice on the form.",
    checked=False,
)
_HCPC = (
    Authority(
        "HCPC, Standards of conduct, performance and ethics (in force 1 September 2024)",
        "2.10 and 2.12: use social media responsibly and protect privacy. 5.1: confidentiality. 9.1: public trust.",
    ),
    Authority(
        "HCPC, Guidance on the use of social media (2017, revised 2024)",
        "Historic posts are covered, even from before registration: look whether they call your standards into "
        "question, and act.",
    ),
    Authority(
        "HCPC, Standards 8 and 9 (2024)",
        "Be open when something went wrong. Tell the HCPC promptly of a charge, or of suspension or restriction by an "
        "employer.",
        checked=False,
    ),
)
_UK_DATA = Authority(
    "UK GDPR, Articles 33 and 34, with the ICO's self-assessment for data breaches",
    "The controller reports within 72 hours unless a risk is unlikely, tells people at high risk, and records it.",
    checked=False,
)
_HIPAA = Authority(
    "HIPAA Breach Notification Rule, 45 CFR 164.400–414",
    "A disclosure that was not allowed counts as reportable unless a four-factor assessment shows a low probability "
    "of compromise. People are told without unreasonable delay, in 60 days at the latest.",
)

BODIES: dict[tuple[str, str], tuple[Authority, ...]] = {
    ("therapy", "GB"): (
        Authority(
            "BACP, Ethical Framework for the Counselling Professions (2018)",
            "Commitment 3b: protect confidentiality. 6b: promptly tell clients of what puts them at risk of harm, "
            "whether or not they know, and act quickly to limit it. Good practice point 48: no disrepute.",
        ),
        Authority(
            "BACP, members' page on social media (undated)",
            "The same duties apply online, closed groups included. Look over your profiles with your supervisor.",
        ),
        Authority(
            "UKCP, Code of Ethics and Professional Practice (in force 1 October 2019)",
            "Conduct before that date is judged by the code in force then: note when you posted.",
        ),
    ),
    ("psychology", "GB"): (
        *_HCPC,
        Authority(
            "BPS, Code of Ethics and Conduct (2018, 2021)",
            "Confidentiality, disguise of case material, consent for publication.",
            checked=False,
        ),
    ),
    ("allied", "GB"): _HCPC,
    ("nursing", "GB"): (
        Authority(
            "NMC, The Code (2015, updated 2018)", "20.10: use social media responsibly, respecting others' privacy."
        ),
        Authority(
            "NMC, Guidance on using social media responsibly (undated)",
            "Confidential information, pictures and inappropriate comments about patients put registration at risk.",
        ),
        Authority("NMC, The Code (2015, updated 2018), part 14", "Candour about mistakes.", checked=False),
        _CANDOUR,
    ),
    ("medicine", "GB"): (
        Authority(
            "GMC, Using social media as a medical professional (2024), paragraphs 4, 9, 18 and 19",
            "The sum of what is shared can be enough for a patient, or somebody close, to recognise the case.",
        ),
        Authority("GMC, Good medical practice (2024), paragraphs 81 and 88", "Trust; confidentiality in all channels."),
        Authority(
            "GMC, Confidentiality: good practice in handling patient information (2017)",
            "Anonymous means: not to be identified with what else is likely to be available.",
            checked=False,
        ),
        _CANDOUR,
    ),
    ("dental", "GB"): (
        Authority(
            "GDC, Standards for the Dental Team (2013), 4.2.3 and 9.1.3",
            "No comment about patients on social media; nothing public that could affect confidence.",
        ),
        Authority("GDC, Guidance on using social media (2016)", "How the standards apply online."),
    ),
    ("pharmacy", "GB"): (
        Authority(
            "GPhC, Demonstrating professionalism online (2016)",
            "Standards apply outside work and in closed groups too.",
        ),
    ),
    ("social work", "GB"): (
        Authority(
            "Social Work England, Professional standards (2019), 5.6",
            "No use of social media that is unlawful, unethical or brings the profession into disrepute.",
        ),
        Authority(
            "Social Work England, Professional standards guidance (2020)",
            "People can be recognised even if a reference is anonymised. Look for the text on communicating online "
            "that was in consultation in 2025.",
        ),
        Authority(
            "SSSC, Social Care Wales and NISCC, their codes of practice (undated)",
            "Scotland, Wales, Northern Ireland.",
            checked=False,
        ),
    ),
    ("law", "GB"): (
        Authority(
            "SRA, Code of Conduct for Solicitors (2019), 6.3", "Current and former clients alike.", checked=False
        ),
        Authority(
            "SRA, warning notice Offensive communications (2017, revised)",
            "Tone counts, also outside practice.",
            checked=False,
        ),
        Authority(
            "BSB, Social media guidance (interim, 2023)", "Core Duty 6: the affairs of each client stay confidential."
        ),
    ),
    ("court", "GB"): (
        Authority(
            "Judiciary of England and Wales, social media guidance (2021, later revised; unpublished)",
            "Nothing on cases in hand; likes and reposts count. Ask your leadership judge for the text.",
        ),
        Authority("Guide to Judicial Conduct (2023)", "The same principles.", checked=False),
        Authority(
            "Administration of Justice Act 1960, section 12", "Private proceedings: publishing can be contempt.", False
        ),
    ),
    ("teaching", "GB"): (
        Authority("Teachers' Standards for England (2011), part 2", "Conduct in and out of school.", checked=False),
        Authority(
            "GTC Scotland, guidance on electronic communication (undated)",
            "Might it reflect poorly on you or your school?",
        ),
    ),
    ("therapy", "US"): (
        Authority("ACA, Code of Ethics (2014), H.6.d", "Take precautions not to disclose through social media."),
    ),
    ("psychology", "US"): (
        Authority("APA, Ethics Code, 4.07", "Nothing identifiable in public media unless disguised or agreed.", False),
    ),
    ("nursing", "US"): (
        Authority(
            "NCSBN, A Nurse's Guide to the Use of Social Media (2011, updated)",
            "Deleted does not mean gone; a room number or diagnosis instead of a name is not enough.",
        ),
    ),
    ("medicine", "US"): (
        Authority(
            "AMA, Code of Medical Ethics, Opinion 2.3.2", "Look after your own presence; nothing identifiable online."
        ),
    ),
    ("social work", "US"): (
        Authority("NASW, Code of Ethics (2017, 2021), 1.07", "Nothing identifying on social media.", checked=False),
    ),
    ("law", "US"): (
        Authority("ABA, Model Rule 1.6(a) with Comment 4", "All information relating to the representation."),
        Authority("ABA, Formal Opinion 480 (2018)", "What is in a public record is still confidential."),
    ),
    ("court", "US"): (
        Authority(
            "ABA, Model Code of Judicial Conduct, Rules 1.2, 2.9 and 2.10(A)",
            "No public statement on what is pending or impending in any court.",
            checked=False,
        ),
        Authority("ABA, Formal Opinion 462 (2013)", "Assume that comments spread and stay.", checked=False),
    ),
    ("teaching", "US"): (
        Authority(
            "FERPA, 20 USC 1232g and 34 CFR 99.3",
            "What lets a reasonable person in the school community tell the pupil. It binds the school.",
            checked=False,
        ),
    ),
}
_AU_HEALTH = (
    Authority(
        "Ahpra and National Boards, Social media: how to meet your obligations (2019)",
        "Confidentiality, boundaries and respectful talk, in closed groups too.",
    ),
    Authority("Health Practitioner Regulation National Law, section 133", "No testimonials in advertising.", False),
)


def authorities(profession: str, country: str) -> tuple[Authority, ...]:
    """Return the documents that matter, the trade's own first. A trade or country we do not know gets what is left."""
    name, where = trade(profession), country.upper()
    found = list(BODIES.get((name, where), ()))
    if where == "AU" and name in HEALTH:
        found += _AU_HEALTH
    if where == "GB":
        found.append(_UK_DATA)
    elif where in GDPR:
        found.append(Authority("EU GDPR, Articles 33 and 34", _UK_DATA.says, checked=False))
    elif where == "US" and name in HEALTH | {"social work"}:
        found.append(_HIPAA)
    return tuple(found)
