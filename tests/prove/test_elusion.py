"""The sample of what was not raised: drawn the same again, and a bound that promises no more than it may."""

from itertools import count
from pathlib import Path

import pytest
from scipy.stats import beta, hypergeom

from audit.identity import identity_of
from audit.ledger import Ledger
from audit.posts import Post
from audit.prove.elusion import Drawn, NothingToSample, bound, draw, sample_words, seed_and_size, unraised
from audit.prove.sampling import Sampling, begun
from tests.prove.made import RAISED, audited, tweets

CASES = [(0, 300, 5000), (3, 300, 5000), (0, 20, 40), (2, 35, 40), (1, 1, 100), (12, 300, 100_000)]


@pytest.mark.parametrize(("risky", "read", "population"), CASES)
def test_the_bound_is_the_largest_number_that_such_a_sample_leaves_likely(
    risky: int, read: int, population: int
) -> None:
    """With that many, so few would show with a chance above 5 %; with one more, not."""
    most = bound(risky, read, population).most

    assert hypergeom.cdf(risky, population, most, read) > 0.05
    assert most == population - (read - risky) or hypergeom.cdf(risky, population, most + 1, read) <= 0.05


@pytest.mark.parametrize(("risky", "read", "population"), CASES)
def test_it_is_never_wider_than_clopper_and_pearson(risky: int, read: int, population: int) -> None:
    """The binomial bound is for an archive without end; ours is at most that, and close to it in a large archive."""
    rate = 1.0 if risky == read else float(beta.ppf(0.95, risky + 1, read - risky))
    ours = bound(risky, read, population).most

    assert ours <= rate * population + 1
    assert population < 5000 or ours >= 0.9 * rate * population


def test_it_holds_as_often_as_it_says() -> None:
    """Whatever the true number, the bound lies below it in at most one sample of twenty."""
    population, read = 400, 60
    for true in (1, 5, 20, 60, 150):
        too_low = sum(
            hypergeom.pmf(seen, population, true, read)
            for seen in range(min(true, read) + 1)
            if bound(seen, read, population).most < true
        )
        assert too_low <= 0.05 + 1e-9


def test_when_all_was_read_nothing_is_estimated() -> None:
    """The whole archive read: what was found is all there is."""
    found = bound(2, 50, 50)

    assert (found.most, found.missed) == (2, 0)
    assert "no estimate" in found.sentence()


def test_when_nothing_was_read_nothing_is_said() -> None:
    """An empty sample gives no figure."""
    assert bound(0, 0, 100).missed == 100
    assert "%" not in bound(0, 0, 100).sentence()


def test_what_cannot_be_is_refused() -> None:
    """More risky than read, more read than there is."""
    for wrong in ((2, 1, 10), (0, 11, 10), (-1, 1, 10)):
        with pytest.raises(ValueError, match="does not hold"):
            bound(*wrong)


def numbered(texts: list[str], ledger: Ledger) -> list[Drawn]:
    return [(post, identity_of(post, ledger.key)) for post in tweets(texts)]


def population_of(ledger: Ledger, posts: list[Post]) -> list[Drawn]:
    findings = {post: known.id for known in ledger.known() for post, _, _ in known.identities}
    identities = [identity_of(post, ledger.key) for post in posts]
    return unraised(posts, identities, findings, ledger.sightings(ledger.latest().id))


def test_only_own_words_that_were_not_raised_are_drawn_each_text_once(tmp_path: Path) -> None:
    """Reposts, wordless posts, findings and repetitions stay out, whatever the order of the posts."""
    posts = tweets(["tea", "raised one", "tea ", "", "rain", "RT somebody"])
    posts[-1].own_words = False
    with Ledger(tmp_path) as ledger:
        audited(ledger, posts, {"raised one": RAISED})
        population = population_of(ledger, posts)
        turned = population_of(ledger, posts[::-1])

    assert sorted(post.text.strip() for post, _ in population) == ["rain", "tea"]
    assert [post.text.strip() for post, _ in population] == [post.text.strip() for post, _ in turned]


def test_the_same_seed_draws_the_same_and_a_larger_size_goes_on(tmp_path: Path) -> None:
    """A sample of five is the beginning of a sample of nine; another seed draws others."""
    with Ledger(tmp_path) as ledger:
        population = numbered([f"number {n}" for n in range(40)], ledger)

    assert draw(population, 5, 7) == draw(population, 9, 7)[:5]
    assert draw(population, 9, 7) != draw(population, 9, 8)
    assert len(draw(population, 99, 7)) == 40
    with pytest.raises(NothingToSample):
        draw([], 5, 7)


def started(ledger: Ledger, size: int, seed: int = 1) -> Sampling:
    posts = tweets([f"number {n}" for n in range(10)])
    if not ledger.audits():
        audited(ledger, posts, {})
    population = population_of(ledger, posts)
    audit = ledger.latest().id
    return begun(ledger, audit, draw(population, size, seed), seed=seed, population=len(population))


def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Each answer is kept at once; the next sitting, and a larger sample, begin with what is unread."""
    with Ledger(tmp_path) as ledger:
        first = started(ledger, 4)
        first.judge(risky=True)
        first.judge(risky=False)
        left = [post.text for post, _ in first.waiting]
    with Ledger(tmp_path) as ledger:
        again = started(ledger, 4)
        assert [post.text for post, _ in again.waiting] == left
        larger = started(ledger, 6)
        assert (larger.read, sum(larger.judged.values()), len(larger.waiting)) == (2, 1, 4)
        assert seed_and_size(ledger.samples(), ledger.latest().id, 10) == (1, 6)


def test_undo_shows_the_post_again_and_the_new_answer_counts(tmp_path: Path) -> None:
    """Until there is another answer, the old one stands."""
    with Ledger(tmp_path) as ledger:
        reading = started(ledger, 3)
        shown = reading.current
        reading.judge(risky=True)

        assert reading.undo()
        assert (reading.current, reading.earlier_answer(), reading.place) == (shown, True, 1)
        reading.judge(risky=False)
        assert list(ledger.judged(reading.sample).values()) == [False]
        assert reading.undo()
        assert not reading.undo()


def test_what_is_skipped_comes_once_more(tmp_path: Path) -> None:
    """Then it is left for another sitting, and not counted as read."""
    with Ledger(tmp_path) as ledger:
        reading = started(ledger, 3)
        steps = count()
        while reading.current is not None:
            reading.skip()
            next(steps)

        assert next(steps) == 6
        assert reading.read == 0


def test_what_is_found_joins_the_findings_and_stays_in_the_sample(tmp_path: Path) -> None:
    """A risky post becomes a finding, once; the population of the sample stays what it was."""
    with Ledger(tmp_path) as ledger:
        reading = started(ledger, 3)
        reading.judge(risky=True)

        assert (reading.keep_found(), reading.keep_found()) == (1, 0)
        [known] = ledger.known()
        assert known.by_hand
        assert started(ledger, 3).population == 10
        assert started(ledger, 3).read == 1
        assert "1 of my 10 posts" in sample_words(ledger.samples(), ledger.latest().id, your="my")


def test_a_statement_says_what_the_sample_cannot(tmp_path: Path) -> None:
    """No sample, an unfinished one, one of an earlier audit: each is said."""
    with Ledger(tmp_path) as ledger:
        reading = started(ledger, 3)
        audit = ledger.latest().id
        assert "No sample" in sample_words(ledger.samples(), audit)
        reading.judge(risky=False)
        assert "not finished" in sample_words(ledger.samples(), audit)
        assert "earlier audit" in sample_words(ledger.samples(), audit + 1)
