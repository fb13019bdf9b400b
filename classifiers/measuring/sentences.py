"""What each table means, in plain words. No sentence holds a figure or says how one turned out: tables do."""

MEANING: dict[str, str] = {
    "By way of scoring": (
        "*Found at 2 in 1,000* is the share of the posts to be flagged that the classifier finds when it may raise two "
        "of a thousand ordinary posts by mistake; *at 10* likewise. *Of severity 3*: of the gravest, at 10 in 1,000. "
        "*Near misses raised*: of harmless posts written to look dangerous. *Ordinary raised in 1,000*: what came of "
        "the ten, with a bar set on other authors: where it is more, the bar was too low for these authors, and the "
        "share found is flattered. *AUC*: how often a post to be flagged "
        "scores above one that is not; chance would give one half. *words* is what is left where the encoder cannot "
        "run; *-archive* means that the author's own ordinary posts showed what is ordinary."
    ),
    "By category": "How well posts of a category are told from all others, and from other posts to be flagged.",
    "Not to be flagged": "Harmless posts that are raised all the same, at 10 false alarms in 1,000 ordinary posts.",
    "Missed: by kind": (
        "Posts to be flagged that are not raised at 10 false alarms in 1,000, and their share of all such posts; so in "
        "the tables that follow."
    ),
    "Missed: needs the trade": "*Yes*: only somebody who knows the trade sees what the post says.",
    "Missed lines of severity 3": (
        "Invented posts, drawn by chance from the gravest that were missed. *Below the bar by*: how much of a decision "
        "(in log-odds) was wanting."
    ),
    "Calibration": (
        "Whether a probability means what it says. *Expected calibration error* is how far, on average, the predicted "
        "probability lies from the share that was true; *Brier score* the mean squared error, to be held against that "
        "of somebody who always said the base share. All of it holds for a mixture like the examples', much of which "
        "is to be flagged; where far less is, as in most archives, the same probability promises more than it keeps."
    ),
    "Reliability": (
        "Of the posts given such a probability of *flagged*, the share that was to be flagged. Where the two columns "
        "are alike, the probability can be taken at its word; where *observed* is lower it says too much, where higher "
        "too little."
    ),
    "Reliability of the other answers": "The same for each category and for the two questions about severity.",
    "Severity, labelled against predicted": (
        "Rows are what the readers settled on, columns what the classifier says; *predicted 0* is not raised at all. "
        "Read a row to see where its posts went."
    ),
    "Agreement on severity": (
        "How far the predicted severity is that of the readers. *Quadratic kappa* counts a larger distance as worse; 1 "
        "would be the same everywhere, 0 no better than chance."
    ),
    "Robustness": (
        "The same posts typed otherwise, judged each by itself by an unaltered model at unaltered bars; only posts "
        "that the alteration changes. Where *altered* is lower than *as written*, such typing hides something; where "
        "more ordinary posts are raised, it gives false alarms. Small differences may be chance, above all in rows of "
        "few lines."
    ),
    "Simulated archives": (
        "Archives put together from unseen authors' posts and scored the way a scan does it, beside each post judged "
        "by itself. The question is whether a person whose archive is risky through and through hides among their own "
        "posts: *stay look first* is the share of the gravest posts, in the first tier by themselves, that are in it "
        "with the archive too. Archives below the least size are judged as single posts are. Where *severity 3* counts "
        "few posts, their shares say little."
    ),
    "Ablation": (
        "The same measurement with one part of the classifier left out. A part is worth what is lost without it, "
        "against the row *all parts*; where nothing is lost, the part could go. *The first batches only* shows what "
        "the examples added since have changed."
    ),
    "Learning curve": (
        "The same measurement, learnt from fewer authors; each row is the mean of its draws, ± their standard "
        "deviation. If the last rows still rise, more authors would help; where they level, other things would."
    ),
    "Agreement of two readers": "How far two readers who did not see each other's labels agree: kappa, 1 is agreement.",
}


def meaning_of(title: str) -> str:
    """Return what a table means, or ""."""
    return MEANING.get(title, "")
