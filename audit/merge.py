"""What stands in two exports, or twice in one, is one post. Every place it stands in is kept."""

from collections.abc import Hashable, Sequence

from audit.posts import Post, distinct, normal_form

_FILLED = ("native_id", "url", "headline", "container", "reply_to", "link_url", "link_title", "place", "language")
MOST_TWINS = 50  # wordings of one post among which a cut copy's whole is looked for
_GONE_FIRST = ("deleted", "trash", "archived", "expired", "earlier version", "draft", "live")


def merged(posts: Sequence[Post]) -> list[Post]:
    """Return each post once, in first-seen order.

    Same network and native id: one post, unless the words differ, since then it was edited between two exports.
    No native id: same network, time and words.
    """
    kept: dict[Hashable, list[Post]] = {}
    alike: dict[Hashable, Post] = {}  # by words, too: where an export gives one id to all its posts
    sources: dict[int, dict[str, None]] = {}
    order: list[Post] = []
    for post in posts:
        key = _key(post)
        twins = kept.setdefault(key, [])
        twin = _twin(post, key, twins, alike) if twins else None  # most have none, and nothing more is asked of them
        if twin is None:
            twins.append(post)
            order.append(post)
        else:
            _take_over(twin, post)
            told = sources.setdefault(id(twin), dict.fromkeys(twin.also_in))
            told.update(dict.fromkeys((post.source, *post.also_in)))
    for post in order:
        if told := sources.get(id(post)) or dict.fromkeys(post.also_in):
            post.also_in = tuple(told)
    return order


def _twin(post: Post, key: Hashable, twins: list[Post], alike: dict[Hashable, Post]) -> Post | None:
    """Return which of the posts of its key it is, if any. `alike` remembers every wording that was met."""
    alike.setdefault((key, normal_form(twins[0].text)), twins[0])
    words = key, normal_form(post.text)
    twin = alike.get(words) or next((one for one in twins[:MOST_TWINS] if _same_words(one, post)), None)
    alike[words] = twin or post
    return twin


def _key(post: Post) -> Hashable:
    if post.native_id:
        return post.network, post.native_id
    if post.text:
        return post.network, post.posted_at, normal_form(post.text)
    return post.network, post.posted_at, post.headline, post.link_url, post.place, post.media, post.container


def _same_words(one: Post, other: Post) -> bool:
    """Cut and whole copies of one post have the same beginning."""
    shorter, longer = sorted((normal_form(one.text), normal_form(other.text)), key=len)
    return longer.startswith(shorter.rstrip("… "))


def _take_over(kept: Post, twin: Post) -> None:
    """Add to `kept` what only its twin knows."""
    if len(twin.text) > len(kept.text):
        kept.text = twin.text
    for name in _FILLED:
        if not getattr(kept, name):
            setattr(kept, name, getattr(twin, name))
    if kept.posted_at is None or (kept.clock != "utc" and twin.clock == "utc"):
        kept.posted_at, kept.date_only = twin.posted_at, twin.date_only
    if kept.audience == "unknown":
        kept.audience = twin.audience
    kept.state = min(kept.state, twin.state, key=_GONE_FIRST.index)
    kept.own_words = kept.own_words or twin.own_words
    kept.people = tuple(dict.fromkeys(kept.people + twin.people))
    kept.media = max(kept.media, twin.media)
    if kept.reactions is None:
        kept.reactions = twin.reactions


def scored_text(post: Post) -> str:
    """Return what is judged: the words, or else the network's own sentence, then the link's title and the place."""
    return "\n".join(distinct((post.text or post.headline, post.link_title, post.place)))
