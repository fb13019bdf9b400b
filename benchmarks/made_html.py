"""Large invented exports in HTML, made on the spot: every entry whole, with the mix of kinds that real pages have."""

import html
import random
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote_plus

from benchmarks.made.words import moment, said, sentence, token

_FACEBOOK_DAY = "%b %d, %Y %-I:%M"
_OTHERS = ("Ola Nordmann", "Jess Okafor", "Sian Rees", "Kim Alvarez")
_BLOCKS = '<div class="_2pin"><div><div><div><div>{}</div></div></div></div></div>'


def _written(path: Path, files: Iterable[tuple[str, Iterable[str]]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files:
            with archive.open(name, "w") as stream:
                for piece in pieces:
                    stream.write(piece.encode())
    return path


def _said(dice: random.Random, most: int = 45) -> str:
    """Return words as a page shows them: signs escaped, lines parted by a mark."""
    return html.escape(said(dice, most)).replace("&#x27;", "&#039;").replace("\n", "<br />")


def facebook_zip(path: Path, count: int) -> Path:
    """Write a Facebook export of 2025 with `count` posts in one page: words, links, pictures, places, groups."""
    name = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"
    return _written(path, [(name, _facebook(count))])


def _facebook(count: int) -> Iterable[str]:
    dice = random.Random(11)
    yield (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><base href="../../" />'
        "<title>Your posts, check-ins, photos and videos</title><style>._5vb_{background-color:#fff}</style></head>"
        '<body class="_5vb_ _2yq _a7o5"><div class="clearfix _ikh"><div class="_4bl9"><div class="_li">'
        '<div class="_a705"><main class="_a706" role="main">'
    )
    for number in range(count):
        yield _facebook_entry(dice, number)
    yield "</main></div></div></div></div></body></html>"


def _facebook_entry(dice: random.Random, number: int) -> str:
    when = moment(number, 91)
    shown = f"{when:%b %d, %Y %-I:%M:%S} {when:%p}".replace("AM", "am").replace("PM", "pm")
    told, attached = _facebook_attachment(dice, number)
    own = (
        f'<div class="_2pin"><div>{_said(dice)}</div><div>Updated {shown}</div><div></div><div></div></div>'
        if told != "updated her status."
        else f'<div class="_2pin"><div>{_said(dice)}<br />{_said(dice)}</div><div></div><div></div></div>'
    )
    return (
        f'<section class="_a6-g" aria-labelledby="u_0_{number:x}_kQ"><h2 class="_2ph_ _a6-h _a6-i"'
        f' id="u_0_{number:x}_kQ">Mira Testperson {told}</h2><div class="_2ph_ _a6-p"><div>{attached}{own}</div></div>'
        f'<footer class="_3-94 _a6-o"><a target="_blank" href="https://www.facebook.com/dyi/l/?l=AYC{token(dice, 64)}'
        f'&amp;s=1"><div class="_a72d">{shown}</div></a></footer></section>'
    )


def _facebook_attachment(dice: random.Random, number: int) -> tuple[str, str]:
    kind = number % 10
    if kind < 4:
        return "updated her status.", ""
    if kind < 6:
        link = f"https://example.org/essays/{number}"
        inner = f'<div>{sentence(dice)[:60]}</div><a target="_blank" href="{link}">{link}</a>'
        return "shared a link.", _BLOCKS.format(f"<div><div><div>{inner}</div></div></div>")
    if kind < 8:
        return "added a new photo.", _BLOCKS.format(f'<div class="_a7nf">{_picture(dice, number)}</div>')
    if kind < 9:
        place = "<div>Place: Wharf Street Cafe (53.71, -1.86)</div><div>Address: 4 Wharf Street</div>"
        return "was at Wharf Street Cafe.", f'<div class="_2pin"><div><div><div>{place}</div></div></div></div>'
    return "posted in Allotment Friends of the Valley.", ""


def _picture(dice: random.Random, number: int) -> str:
    file = f"your_facebook_activity/posts/media/Mobileuploads_1a2B3c/{number}_{dice.randrange(10**9)}_n.jpg"
    rows = (("Upload IP Address", "192.0.2.44"), ("Camera Make", "Pocket 3"), ("Orientation", "1"))
    cells = "".join(
        f'<tr><td class="_2pin _a6_q">{label}</td><td class="_2pin _2piu _a6_r">{value}</td></tr>'
        for label, value in rows
    )
    return (
        f'<div class="_a7ng"><div><a target="_blank" href="{file}"><img class="_a6_o _3-96" src="{file}" /></a>'
        f'<div>Mobile uploads</div></div><div class="_3-95">{_said(dice)}</div>'
        f"<div><table>{cells}</table></div></div>"
    )


def facebook_wall_zip(path: Path, count: int) -> Path:
    """Write a Facebook export of 2015: `count` posts on the wall, and as many entries without words or by others."""
    index = "<html><body><div class=contents><h1>Mira Testperson</h1></div></body></html>"
    return _written(path, [("index.htm", [index]), ("html/wall.htm", _wall(count))])


def _wall(count: int) -> Iterable[str]:
    dice = random.Random(12)
    yield (
        "<html><head><title>Mira Testperson - Timeline</title></head><body>"
        '<div class="nav"><ul><li class="selected">Timeline</li></ul></div>'
        '<div class="contents"><h1>Mira Testperson</h1><div>'
    )
    for number in range(count):
        when = moment(number, 91)
        shown = f"{when:%A, %B %-d, %Y at %-I:%M}{when:%p}".replace("AM", "am").replace("PM", "pm")
        meta = f'<p><div class="meta">{shown} UTC+01</div>'
        words = f'<div class="comment">{_said(dice)}</div></p>'
        yield f"{meta}Mira Testperson updated her status.{words}"
        other = f"{meta}{dice.choice(_OTHERS)} wrote on your timeline."
        yield f"{other}{words}" if number % 3 else f"{meta}Mira Testperson likes Corner Bakery Examplefield.</p>"
    yield '</div></div><div class="footer">Downloaded by Mira Testperson on Monday</div></body></html>'


def instagram_zip(path: Path, count: int) -> Path:
    """Write an Instagram export of 2025: half of the `count` posts are pictures with captions, half comments."""
    half = count // 2
    folder = "your_instagram_activity"
    files = [
        (f"{folder}/media/posts_1.html", _instagram("Posts", half, _caption)),
        (f"{folder}/comments/post_comments_1.html", _instagram("Comments", count - half, _instagram_comment)),
    ]
    return _written(path, files)


def _instagram(title: str, count: int, entry: Callable[[random.Random, int, str], str]) -> Iterable[str]:
    dice = random.Random(13)
    yield (
        f'<html><head><title>{title}</title><base href="../../" /></head><body class="_5vb_ _2yq _a7o5">'
        '<div class="_a705"><div class="_a706" role="main">'
    )
    for number in range(count):
        when = moment(number, 91)
        shown = f"{when:%b %d, %Y %-I:%M} {when:%p}".replace("AM", "am").replace("PM", "pm")
        yield entry(dice, number, shown)
    yield "</div></div></body></html>"


def _caption(dice: random.Random, number: int, shown: str) -> str:
    file = f"media/posts/202405/{number}_{dice.randrange(10**9)}_n.jpg"
    picture = f'<div><div><a target="_blank" href="{file}"><img class="_a6_o _3-96" src="{file}" /></a></div></div>'
    return (
        '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
        f'<div class="_3-95 _2pim _a6-h _a6-i">{_said(dice)}</div><div class="_3-95 _a6-p"><div>'
        f'{picture * (1 + number % 2)}</div><table><tr><td colspan="2" class="_2pin _a6_q"><div class="_a6-q">Latitude'
        f'</div><div><div class="_a6-q">1.25</div></div></td></tr></table></div><div class="_3-94 _a6-o">{shown}</div>'
        "</div>"
    )


def _instagram_comment(dice: random.Random, number: int, shown: str) -> str:
    rows = "".join(
        f'<tr><td colspan="2" class="_2pin _a6_q">{label}<div><div>{value}</div></div></td></tr>'
        for label, value in (("Comment", _said(dice)), ("Media Owner", f"ola.n{number % 50}"))
    )
    return (
        f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><div class="_a6-p"><table>{rows}<tr>'
        f'<td class="_2pin _a6_q">Time</td><td class="_2pin _2piu _a6_r">{shown}</td></tr></table></div></div>'
    )


def telegram_zip(path: Path, count: int) -> Path:
    """Write a Telegram export with `count` messages of the person's and as many of others, a thousand a page."""
    row = '<div class="row"><div class="label details">\n{}\n</div><div class="value bold">\n{}\n</div></div>'
    summary = (
        "<html><head><title>Exported Data</title></head><body>"
        f"{row.format('First name', 'Mira')}{row.format('Last name', 'Testperson')}</body></html>"
    )
    pages = [
        (f"chats/chat_001/messages{page + 1 if page else ''}.html", _telegram(page * 1000, 1000))
        for page in range(2 * count // 1000)
    ]
    return _written(path, [("export_results.html", [summary]), *pages])


def _telegram(first: int, count: int) -> Iterable[str]:
    dice = random.Random(first)
    yield (
        '<!DOCTYPE html>\n<html>\n\n <head>\n\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n\n </head>\n\n'
        ' <body onload="CheckLocation();">\n\n  <div class="page_wrap">\n\n   <div class="page_header">\n\n'
        '     <div class="text bold">\nAllotment \n     </div>\n\n   </div>\n\n'
        '   <div class="page_body chat_page">\n\n    <div class="history">\n\n'
    )
    for number in range(first, first + count):
        yield _telegram_message(dice, number)
    yield "    </div>\n\n   </div>\n\n  </div>\n\n </body>\n\n</html>\n"


def _telegram_message(dice: random.Random, number: int) -> str:
    when = moment(number)
    name = ("Mira Testperson", _OTHERS[number % 4])[number % 2]
    return (
        f'     <div class="message default clearfix" id="message{number}">\n\n'
        '      <div class="pull_left userpic_wrap">\n\n'
        '       <div class="userpic userpic3" style="width: 42px; height: 42px">\n\n'
        f'        <div class="initials" style="line-height: 42px">\n{name[0]}\n        </div>\n\n       </div>\n\n'
        '      </div>\n\n      <div class="body">\n\n'
        f'       <div class="pull_right date details" title="{when:%d.%m.%Y %H:%M:%S} UTC+01:00">\n{when:%H:%M}\n'
        f'       </div>\n\n       <div class="from_name">\n{name} \n       </div>\n\n       <div class="text">\n'
        f"{_said(dice)}<br>{_said(dice)}\n       </div>\n\n      </div>\n\n     </div>\n\n"
    )


def youtube_zip(path: Path, count: int) -> Path:
    """Write a Google export with `count` comments in YouTube's page of 2020."""
    return _written(path, [("Takeout/YouTube/my-comments/my-comments.html", _youtube(count))])


def _youtube(count: int) -> Iterable[str]:
    dice = random.Random(14)
    yield '<html><head><meta charset="utf-8"><title>My comments</title></head><body><ul>'
    for number in range(count):
        when = moment(number, 91)
        video, comment = token(dice, 11), token(dice, 26)
        title = sentence(dice)[:50]
        watched = f"http://www.youtube.com/watch?v={video}"
        yield (
            f'<li>You added a comment on <a href="{watched}">{title}</a> at {when:%Y-%m-%d %H:%M:%S} UTC.<br/>'
            if number % 2
            else f'<li>You replied to <a href="{watched}&amp;lc={comment}">a comment</a> at'
            f" {when:%Y-%m-%d %H:%M:%S} UTC.<br/>"
        )
        yield f"{_said(dice)}<br>it&#39;s fine</li>"
    yield "</ul></body></html>"


def activity_zip(path: Path, count: int) -> Path:
    """Write a Google export with `count` searches in My Activity's page, behind as long a style as Google's."""
    return _written(path, [("Takeout/My Activity/Search/MyActivity.html", _activity(count))])


def _activity(count: int) -> Iterable[str]:
    dice = random.Random(15)
    cell = '<div class="content-cell mdl-cell mdl-cell--{}-col mdl-typography--{}">'
    yield f"<html><head><title>My Activity History</title><style>{'.mdl{margin:0}' * 9000}</style></head><body>"
    yield '<div class="mdl-grid">'
    for number in range(count):
        when = moment(number, 91)
        words = f"{sentence(dice)[:60].strip()} {number}"
        yield (
            '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
            '<div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">Search<br></p></div>'
            f"{cell.format(6, 'body-1')}Searched for\xa0"
            f'<a href="https://www.google.com/search?q={quote_plus(words)}">{words}</a><br>'
            f"{when:%b %-d, %Y, %-I:%M:%S %p} UTC<br></div>"
            f"{cell.format(6, 'body-1 mdl-typography--text-right')}</div>{cell.format(12, 'caption')}<b>Products:</b>"
            "<br>&emsp;Search<br><b>Why is this here?</b><br>&emsp;This activity was saved to your Google Account"
            " because the following settings were on:&nbsp;Web &amp; App Activity. You can control these settings"
            ' &nbsp;<a href="https://myaccount.google.com/activitycontrols">here</a>.</div></div></div>'
        )
    yield "</div></body></html>"


def plus_zip(path: Path, count: int) -> Path:
    """Write a Google export with `count` posts of Google+, a page each, with the comments of others below them."""
    dice = random.Random(16)
    names = (f"Takeout/Google+ Stream/Posts/2014{number:06} - a.html" for number in range(count))
    return _written(path, ((name, [_plus(dice, number)]) for number, name in enumerate(names)))


def _plus(dice: random.Random, number: int) -> str:
    when = moment(number, 91)
    remarks = "".join(
        f'<div class="comment"><span class="author">{other}</span> - <span class="comment-content">{sentence(dice)}'
        "</span></div>"
        for other in _OTHERS[: number % 4]
    )
    return (
        f"<html><head><title>{sentence(dice)[:40]}</title><style>{'.author-photo{margin:0}' * 60}</style></head><body>"
        '<div itemscope itemtype="http://schema.org/SocialMediaPosting">'
        '<a href="https://plus.google.com/1" class="author">Mira Testperson</a>'
        f'<span itemprop="dateCreated" class="time"><a href="https://plus.google.com/1/posts/{number}">'
        f"{when:%Y-%m-%dT%H:%M:%S}+0000</a></span>"
        f'<div class="main-content">{sentence(dice)}<br>{sentence(dice)}<div>{_said(dice)}</div></div>'
        f'<div class="visibility">Shared with: Public</div><div class="comments">{remarks}</div></div></body></html>'
    )
