"""Large invented exports, made on the spot: true layouts, dull words, nothing random from run to run."""

import io
import json
import random
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

WORDS = """
    the a and to of in it is was for on that with but at be this have from or had by not are we they an were so
    just got home tea rain bus late shift kids dinner game tonight morning work week love hate new old phone photo
    happy tired train coffee walk dog garden film book song sun snow friday monday birthday cake thanks hello
""".split()
START = datetime(2010, 1, 1, tzinfo=UTC)


def sentence(dice: random.Random) -> str:
    """Return some 25 dull words."""
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(4, 45)))


def twitter_zip(path: Path, count: int) -> Path:
    """Write an X archive with `count` tweets of some 2 kB each, 60,000 a part, as X writes them."""
    dice = random.Random(1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, first in enumerate(range(0, count, 60_000)):
            name = "data/tweets.js" if not part else f"data/tweets-part{part}.js"
            tweets = [_tweet(dice, number) for number in range(first, min(first + 60_000, count))]
            archive.writestr(
                name, f"window.YTD.tweets.part{part} = " + json.dumps(tweets, indent=2, ensure_ascii=False)
            )
    return path


def _tweet(dice: random.Random, number: int) -> dict[str, object]:
    moment = START + timedelta(minutes=37 * number)
    return {
        "tweet": {
            "edit_info": {
                "initial": {"editTweetIds": [str(10**18 + number)], "editsRemaining": "5", "isEditEligible": True}
            },
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
            "display_text_range": ["0", "92"],
            "favorite_count": "3",
            "id_str": str(10**18 + number),
            "id": str(10**18 + number),
            "truncated": False,
            "retweet_count": "0",
            "created_at": moment.strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "full_text": sentence(dice),
            "lang": "en",
            "filler": "x" * 1200,
        }
    }


def facebook_html_zip(path: Path, count: int) -> Path:
    """Write a Facebook HTML export with `count` posts in one file, some 1.7 kB and 30 tags each."""
    dice = random.Random(2)
    held = io.StringIO()
    held.write('<html><head><base href="../../"><meta http-equiv="Content-Type" content="text/html; charset=utf-8">')
    held.write('</head><body class="_5vb_"><div class="_a706" role="main">')
    filler = (
        '<div class="_2pin"><div><div><div><div class="_a7nf"><div class="_a7ng"></div></div></div></div></div></div>'
        * 4
    )
    for number in range(count):
        moment = START + timedelta(minutes=91 * number)
        held.write(
            '<div class="_a6-g"><div class="_2ph_ _a6-h _a6-i">Mira Testperson updated her status.</div>'
            f'<div class="_2ph_ _a6-p"><div>{filler}<div class="_2pin"><div>{sentence(dice)}</div></div></div></div>'
            f'<div class="_3-94 _a6-o"><a target="_blank" href="https://www.facebook.com/dyi/l/?l=A{number}">'
            f'<div class="_a72d">{moment:%b %d, %Y %-I:%M:%S} {moment:%p}</div></a></div></div>'
        )
    held.write("</div></body></html>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html", held.getvalue()
        )
    return path
