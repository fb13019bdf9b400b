"""Exports of JSON: most networks."""

import html
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.made.tables import discord_members
from benchmarks.made.words import moment, number_like, said, token, zipped

Json = dict[str, Any]


def _shown(value: object) -> str:
    """Return JSON with a line for each key, far to the right, as networks write it; `indent` would take minutes."""
    return json.dumps(value, separators=(",\n        ", " : "), ensure_ascii=False)


def _on_one_line(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _by_byte(value: object) -> str:
    """Return JSON as Facebook and Instagram write it: each byte of UTF-8 as a character of its own, escaped."""
    return _WIDE.sub(lambda found: "".join(f"\\u00{byte:02x}" for byte in found[0].encode()), _shown(value))


_WIDE = re.compile(r"[^\x00-\x7f]+")


def twitter_members(count: int) -> Iterator[tuple[str, str]]:
    """Yield the files of `count` tweets of some 1.5 kB each, 60,000 a part, as X writes them."""
    dice = random.Random(1)
    for part, first in enumerate(range(0, count, 60_000)):
        name = "data/tweets.js" if not part else f"data/tweets-part{part}.js"
        tweets = [_tweet(dice, number) for number in range(first, min(first + 60_000, count))]
        yield name, f"window.YTD.tweets.part{part} = {_shown(tweets)}"


def twitter_zip(path: Path, count: int) -> Path:
    """Write an X archive with `count` tweets."""
    return zipped(path, twitter_members(count))


def _tweet(dice: random.Random, number: int) -> Json:
    key, when = str(number_like(dice, 10**18, number)), moment(number)
    text = html.escape(said(dice), quote=False)
    tweet: Json = {
        "edit_info": {
            "initial": {
                "editTweetIds": [key],
                "editableUntil": f"{when:%Y-%m-%dT%H:%M:%S}.000Z",
                "editsRemaining": "5",
                "isEditEligible": True,
            }
        },
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", str(len(text))],
        "favorite_count": str(number % 90),
        "id_str": key,
        "id": key,
        "truncated": False,
        "retweet_count": "0",
        "created_at": f"{when:%a %b %d %H:%M:%S} +0000 {when:%Y}",
        "favorited": False,
        "full_text": text,
        "lang": "en",
    }
    if number % 3 == 0:
        _answer(dice, tweet, number)
    if number % 5 == 0:
        _picture(dice, tweet)
    return {"tweet": tweet}


def _answer(dice: random.Random, tweet: Json, number: int) -> None:
    tweet["full_text"] = f"@example{number % 50} {tweet['full_text']}"
    tweet["entities"]["user_mentions"] = [
        {
            "name": "Example",
            "screen_name": f"example{number % 50}",
            "indices": ["0", "10"],
            "id_str": "1200",
            "id": "1200",
        }
    ]
    tweet |= {
        "in_reply_to_status_id_str": str(number_like(dice, 9 * 10**17, number)),
        "in_reply_to_screen_name": f"example{number % 50}",
    }


def _picture(dice: random.Random, tweet: Json) -> None:
    short, name = f"https://t.co/{token(dice, 10)}", token(dice, 15)
    tweet["full_text"] += f" {short}"
    picture = {
        "expanded_url": f"https://twitter.com/mira/status/{tweet['id_str']}/photo/1",
        "indices": ["80", "103"],
        "url": short,
        "media_url": f"http://pbs.twimg.com/media/{name}.jpg",
        "id_str": tweet["id_str"],
        "id": tweet["id_str"],
        "media_url_https": f"https://pbs.twimg.com/media/{name}.jpg",
        "sizes": {size: {"w": "1200", "h": "900", "resize": "fit"} for size in ("thumb", "small", "medium", "large")},
        "type": "photo",
        "display_url": f"pic.twitter.com/{short[-10:]}",
    }
    tweet["entities"]["media"] = [picture]
    tweet["extended_entities"] = {"media": [picture]}


def facebook_zip(path: Path, count: int) -> Path:
    """Write Facebook's JSON: half of `count` are posts, half comments, some 600 bytes each."""
    dice = random.Random(41)
    posts = [_facebook_post(dice, number) for number in range(count - count // 2)]
    comments = [_facebook_comment(dice, number) for number in range(count // 2)]
    top = "your_facebook_activity/"
    return zipped(
        path,
        [
            (f"{top}posts/your_posts__check_ins__photos_and_videos_1.json", _by_byte(posts)),
            (f"{top}comments_and_reactions/comments.json", _by_byte({"comments_v2": comments})),
        ],
    )


def _facebook_post(dice: random.Random, number: int) -> Json:
    when = int(moment(number, 91).timestamp())
    post: Json = {"timestamp": when, "data": [{"post": said(dice)}, {"update_timestamp": when}]}
    if number % 4 == 0:
        post["attachments"] = [{"data": [{"media": _facebook_picture(dice, when)}]}]
    elif number % 4 == 1:
        link = {"name": "News of the day", "source": "Vale Post", "url": f"https://post.example/{token(dice, 12)}"}
        post["attachments"] = [{"data": [{"external_context": link}]}]
    return {**post, "title": "Imogen Péter updated her status."}


def _facebook_picture(dice: random.Random, when: int) -> Json:
    name = f"{dice.getrandbits(60)}_{dice.getrandbits(60)}_n.jpg"
    return {
        "uri": f"your_facebook_activity/posts/media/Mobileuploads_q4/{name}",
        "creation_timestamp": when,
        "media_metadata": {"photo_metadata": {"exif_data": [{"upload_ip": "192.0.2.14"}]}},
        "title": "Mobile uploads",
        "description": "",
    }


def _facebook_comment(dice: random.Random, number: int) -> Json:
    when = int(moment(number, 57).timestamp()) + 7
    comment = {"timestamp": when, "comment": said(dice, 30), "author": "Imogen Péter"}
    title = f"Imogen Péter commented on Ola {number % 90}'s post."
    return {"timestamp": when, "data": [{"comment": comment}], "title": title}


def instagram_zip(path: Path, count: int) -> Path:
    """Write Instagram's JSON: `count` posts with a picture, some 700 bytes each."""
    dice = random.Random(42)
    posts = []
    for number in range(count):
        picture = _instagram_picture(dice, number)
        picture["uri"] = f"media/posts/202309/{dice.getrandbits(60)}_n_{dice.getrandbits(60)}.jpg"
        picture["media_metadata"] = {
            "photo_metadata": {"exif_data": [{"iso": 64, "device_id": "android-0", "source_type": "4"}]},
            "camera_metadata": {"has_camera_metadata": True},
        }
        posts.append({"media": [picture]})
    return zipped(path, [("your_instagram_activity/media/posts_1.json", _by_byte(posts))])


def _instagram_picture(dice: random.Random, number: int) -> Json:
    return {
        "uri": "",
        "creation_timestamp": int(moment(number).timestamp()),
        "media_metadata": {"camera_metadata": {"has_camera_metadata": False}},
        "title": said(dice),
        "cross_post_source": {"source_app": "FB"},
    }


def threads_zip(path: Path, count: int) -> Path:
    """Write Threads' part of Instagram's JSON: `count` posts of some 500 bytes."""
    dice = random.Random(43)
    control = {"reply_control": "everyone", "geo_gated_country_list": ""}
    posts = [{"media": [{**_instagram_picture(dice, number), "text_app_post": control}]} for number in range(count)]
    name = "your_instagram_activity/threads/threads_and_replies.json"
    return zipped(path, [(name, _by_byte({"text_post_app_text_posts": posts}))])


def mastodon_zip(path: Path, count: int) -> Path:
    """Write a Mastodon archive: `count` posts of some 2 kB, on one line as Mastodon writes them."""
    dice = random.Random(44)
    me = "https://social.example/users/marlow"
    public = "https://www.w3.org/ns/activitystreams#Public"
    items = []
    for number in range(count):
        key = number_like(dice, 10**17, number)
        address, when = f"{me}/statuses/{key}", f"{moment(number):%Y-%m-%dT%H:%M:%SZ}"
        words = html.escape(said(dice, 60), quote=False).replace("\n", "<br />")
        content = f"<p>{words}</p>"
        if number % 3 == 0:
            content = (
                '<p><span class="h-card" translate="no"><a href="https://other.example/@ola" class="u-url mention">'
                f"@<span>ola</span></a></span> {words}</p>"
            )
        shared = {"published": when, "to": [public], "cc": [f"{me}/followers"]}
        note = {
            "id": address,
            "type": "Note",
            "summary": None,
            "inReplyTo": f"https://other.example/{dice.getrandbits(60)}" if number % 3 == 0 else None,
            **shared,
            "url": f"https://social.example/@marlow/{key}",
            "attributedTo": me,
            "sensitive": False,
            "atomUri": address,
            "inReplyToAtomUri": None,
            "conversation": f"tag:social.example,2023:objectId={dice.getrandbits(24)}:objectType=Conversation",
            "content": content,
            "contentMap": {"en": content},
            "attachment": [],
            "tag": [],
            "replies": {
                "id": f"{address}/replies",
                "type": "Collection",
                "first": {
                    "type": "CollectionPage",
                    "next": f"{address}/replies?only_other_accounts=true&page=true",
                    "partOf": f"{address}/replies",
                    "items": [],
                },
            },
        }
        items.append({"id": f"{address}/activity", "type": "Create", "actor": me, **shared, "object": note})
    box = {"@context": public, "id": "outbox.json", "type": "OrderedCollection", "orderedItems": items}
    actor = {"id": me, "type": "Person", "preferredUsername": "marlow", "name": "", "url": me}
    return zipped(path, [("actor.json", _on_one_line(actor)), ("outbox.json", _on_one_line(box))])


def tiktok_zip(path: Path, count: int) -> Path:
    """Write TikTok's JSON: `count` comments of some 300 bytes."""
    dice = random.Random(45)
    comments = [
        {
            "date": f"{moment(number):%Y-%m-%d %H:%M:%S} UTC",
            "comment": said(dice, 25),
            "photo": "N/A",
            "video": "N/A",
            "sticker": "",
            "originalPostUrl": f"https://www.tiktok.com/@example/video/{number_like(dice, 7 * 10**18, number)}",
            "original post link": "",
        }
        for number in range(count)
    ]
    held = {"Comment": {"Comments": {"App": 1, "CommentsList": comments}}, "Profile And Settings": {}}
    return zipped(path, [("user_data_tiktok.json", _shown(held))])


def telegram_zip(path: Path, count: int) -> Path:
    """Write Telegram Desktop's JSON: a public group with `count` messages of the person's and as many of others."""
    dice = random.Random(46)
    messages = [_telegram_message(dice, 2 * number + other, other) for number in range(count) for other in range(2)]
    group = {"name": "Duty Solicitors", "type": "public_supergroup", "id": 1500000011, "messages": messages}
    held = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 104200611, "first_name": "Mara", "last_name": "Quill", "bio": ""},
        "chats": {"about": "This page lists all chats from this export.", "list": [group]},
    }
    return zipped(path, [("result.json", _shown(held))])


def _telegram_message(dice: random.Random, number: int, other: int) -> Json:
    when, text = moment(number, 19), said(dice, 30)
    return {
        "id": number + 1,
        "type": "message",
        "date": f"{when:%Y-%m-%dT%H:%M:%S}",
        "date_unixtime": str(int(when.timestamp())),
        "from": "Oke B" if other else "Mara Quill",
        "from_id": "user200" if other else "user104200611",
        "text": text,
        "text_entities": [{"type": "plain", "text": text}],
    }


def discord_zip(path: Path, count: int) -> Path:
    """Write Discord's package of today: one channel of `count` messages of some 150 bytes."""
    dice = random.Random(47)
    messages = [
        {
            "ID": number_like(dice, 10**18, number),
            "Timestamp": f"{moment(number):%Y-%m-%d %H:%M:%S}",
            "Contents": said(dice, 30),
            "Attachments": "",
        }
        for number in range(count)
    ]
    return zipped(path, discord_members("messages.json", _on_one_line(messages)))
