"""Reading a sample, one post at a time: what the door shows and where its keys lead. Each answer is kept at once."""

from collections.abc import Sequence

from audit.ledger import Ledger
from audit.prove.elusion import Bound, Drawn, bound


class Sampling:
    """A sample that is being read. What was judged before is not shown again; what is skipped comes once more."""

    def __init__(self, ledger: Ledger, sample: int, drawn: Sequence[Drawn], population: int) -> None:
        self.ledger, self.sample, self.drawn, self.population = ledger, sample, drawn, population
        self.judged = ledger.judged(sample)
        self.waiting = [one for one in drawn if one[1].post not in self.judged]
        self.skipped: set[bytes] = set()
        self.steps: list[Drawn] = []  # answered in this sitting, the newest last

    @property
    def current(self) -> Drawn | None:
        """Return the post to be read now, or None if all that were not skipped twice are read."""
        return self.waiting[0] if self.waiting else None

    @property
    def read(self) -> int:
        """Return how many of the sample are judged."""
        return len(self.judged)

    @property
    def place(self) -> int:
        """Return the place of the current post, counted from 1; one that comes again has a later place."""
        return len(self.drawn) - len(self.waiting) + 1

    def earlier_answer(self) -> bool | None:
        """Return what was said of the current post before it was taken back, or None."""
        return self.judged.get(self.waiting[0][1].post) if self.waiting else None

    def judge(self, *, risky: bool) -> None:
        """Keep the answer on the current post, and go on."""
        one = self.waiting.pop(0)
        self.ledger.judge(self.sample, one[1].post, risky=risky)
        self.judged[one[1].post] = risky
        self.steps.append(one)

    def skip(self) -> None:
        """Put the current post at the end; the second time it is left for another sitting."""
        one = self.waiting.pop(0)
        if one[1].post not in self.skipped:
            self.skipped.add(one[1].post)
            self.waiting.append(one)

    def undo(self) -> bool:
        """Show the last answered post again. Its answer holds until there is another. False: there is none."""
        if not self.steps:
            return False
        self.waiting.insert(0, self.steps.pop())
        return True

    def keep_found(self) -> int:
        """Add what was judged risky to the findings, and return how many of them are new there."""
        risky = [identity for _, identity in self.drawn if self.judged.get(identity.post)]
        new = [identity for identity in risky if self.ledger.finding_of(identity.post) is None]
        for identity in new:
            self.ledger.add_by_hand(identity)
        return len(new)

    def bound(self) -> Bound:
        """Return how many were missed at most, by what is judged so far."""
        return bound(sum(self.judged.values()), self.read, self.population)


def begun(ledger: Ledger, audit: int, drawn: Sequence[Drawn], *, seed: int, population: int) -> Sampling:
    """Begin a sample, or go on with it. A larger one takes over what was judged of a smaller with the same seed."""
    sample = ledger.add_sample(audit, seed=seed, population=population, size=len(drawn))
    mine = {identity.post for _, identity in drawn} - set(ledger.judged(sample))
    for post, risky in _judged_before(ledger, audit, seed, population).items():
        if post in mine:
            ledger.judge(sample, post, risky=risky)
    return Sampling(ledger, sample, drawn, population)


def _judged_before(ledger: Ledger, audit: int, seed: int, population: int) -> dict[bytes, bool]:
    samples = (one for one in ledger.samples() if (one.audit, one.seed, one.population) == (audit, seed, population))
    return {post: risky for one in samples for post, risky in ledger.judged(one.id).items()}
