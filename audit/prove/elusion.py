"""What was missed? A random sample of the posts that were not raised, and how many risky ones there can be at most.

The bound is one-sided, 95 %: Clopper and Pearson's exact one (1934), turned from the binomial to the hypergeometric
distribution, since the sample is drawn without putting back from an archive that ends. It therefore never exceeds the
binomial bound, and is exact when all was read. It holds for a sample whose size was settled beforehand; who stops
because of what they saw should read the figure as a little too good.
"""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from audit.errors import AuditError
from audit.ledger import Identity, SampleRow, Sighting
from audit.posts import Post, normal_form, post_id
from audit.wording import day_words, many

CONFIDENCE = 0.95
SIZE = 300  # with none risky among them, some 1 % of the rest can be at most
SEED = 1

Drawn = tuple[Post, Identity]


class NothingToSample(AuditError):
    """Every post with words was raised, or there is none."""

    def __init__(self) -> None:
        super().__init__("There is no post left to draw from: every post with words of yours was raised.")


@dataclass(frozen=True, slots=True)
class Bound:
    """How many of `population` posts, of which `read` were read, are risky at most. `missed` is beyond the sample."""

    risky: int
    read: int
    population: int
    most: int

    @property
    def missed(self) -> int:
        """Return the upper bound on risky posts among those that were not read."""
        return self.most - self.risky

    @property
    def unread(self) -> int:
        """Return how many of the posts were not read."""
        return self.population - self.read

    def sentence(self, *, your: str = "your") -> str:
        """Say the bound in plain words."""
        if not self.read:
            return f"None of {your} {many(self.population, 'other post')} has been read, so nothing can be said."
        found = "none of them should" if not self.risky else f"{self.risky:,} of them should"
        begin = (
            f"{self.read:,} of {your} {many(self.population, 'post')} that {'was' if self.population == 1 else 'were'} "
            f"not raised {'was' if self.read == 1 else 'were'} read, chosen at random; {found} have been raised."
        )
        if not self.unread:
            return f"{begin} All were read, so no estimate is needed."
        return f"{begin} With 95 % confidence, fewer than {self.missed + 1:,} of the other {self.unread:,} should have."


def bound(risky: int, read: int, population: int) -> Bound:
    """Return the one-sided 95 % upper bound on the risky posts of a population.

    Raises: ValueError unless 0 <= risky <= read <= population.
    Source: the largest number that would still show this few in such a sample with a chance above 5 %.
    """
    if not 0 <= risky <= read <= population:
        raise ValueError("0 <= risky <= read <= population does not hold")
    from scipy.stats import hypergeom

    least, most = risky, population - (read - risky)  # what the sample itself leaves possible
    while least < most:
        middle = (least + most + 1) // 2
        if hypergeom.cdf(risky, population, middle, read) > 1 - CONFIDENCE:
            least = middle
        else:
            most = middle - 1
    return Bound(risky, read, population, least)


def unraised(
    posts: Sequence[Post],
    identities: Sequence[Identity],
    findings: Mapping[bytes, int],
    sightings: Mapping[int, Sighting],
) -> list[Drawn]:
    """Return the person's own posts that this audit did not raise, each text once, in an order of their content.

    `findings`: identity of a post → its finding; `sightings`: by finding. What the person found in an earlier part of
    the sample stays in, since it was drawn from these.
    """
    found: dict[str, Drawn] = {}
    for post, identity in zip(posts, identities, strict=True):
        number = findings.get(identity.post)
        raised = number is not None and not (number in sightings and sightings[number].why == "sample")
        if post.own_words and post.text.strip() and not raised:
            found.setdefault(normal_form(post.text), (post, identity))
    return sorted(found.values(), key=lambda drawn: post_id(drawn[0]))


def draw(population: Sequence[Drawn], size: int, seed: int) -> list[Drawn]:
    """Return a random sample in the order to be read; a larger one with the same seed begins with the smaller."""
    if not population:
        raise NothingToSample
    order = list(range(len(population)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a sample, no secret
    return [population[place] for place in order[:size]]


def seed_and_size(samples: Collection[SampleRow], audit: int, population: int) -> tuple[int, int]:
    """Return seed and size of the sample to go on with: the newest of this audit, or the first one."""
    mine = [sample for sample in samples if (sample.audit, sample.population) == (audit, population)]
    return (mine[-1].seed, mine[-1].size) if mine else (SEED, SIZE)


def sample_words(samples: Sequence[SampleRow], audit: int, *, your: str = "your") -> str:
    """Say what the newest sample with anything read in it allows to be said; for statements."""
    read = [sample for sample in samples if sample.judged]
    if not read:
        return "No sample of the posts that were not raised has been read, so nothing is known of what was missed."
    newest = read[-1]
    words = bound(newest.risky, newest.judged, newest.population).sentence(your=your)
    if newest.judged < newest.size:
        words += f" The sample is not finished: {newest.size:,} were drawn."
    if newest.audit != audit:
        words += f" This sample belongs to an earlier audit; it was drawn on {day_words(newest.made_at)}."
    return words
