"""Exports of blogs: XML, and pages of a post each."""

import html
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.made.words import moment, said, zipped


def _paragraphs(dice: random.Random, count: int) -> list[str]:
    """Return paragraphs of a blog post, with the emphasis and the links that people put there."""
    told = []
    for _ in range(count):
        words = html.escape(said(dice, 60).replace("\n", " "), quote=False)
        if dice.random() < 0.2:
            words += f' <a href="https://site.example/{dice.randint(1, 999)}">{dice.choice(("here", "this"))}</a>.'
        told.append(f"{words} <em>really</em>" if dice.random() < 0.2 else words)
    return told


def wordpress_zip(path: Path, count: int) -> Path:
    """Write a WXR file: `count` articles of some 3 kB as the block editor keeps them."""
    dice = random.Random(11)
    head = (
        '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"\n'
        '\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"\n'
        '\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n\txmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        '\txmlns:wp="http://wordpress.org/export/1.2/"\n>\n<channel>\n\t<title>The Bag</title>\n'
        "\t<link>https://bag.example</link>\n\t<wp:wxr_version>1.2</wp:wxr_version>\n"
        "\t<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[petra]]></wp:author_login>"
        "<wp:author_display_name><![CDATA[Petra Lund]]></wp:author_display_name></wp:author>\n"
    )
    items = "".join(_wordpress_item(dice, number) for number in range(count))
    return zipped(path, [("bag.wordpress.2026-05-12.xml", f"{head}{items}</channel>\n</rss>\n")])


def _wordpress_item(dice: random.Random, number: int) -> str:
    told = _paragraphs(dice, dice.randint(3, 9))
    content = "\n\n".join(f"<!-- wp:paragraph -->\n<p>{one}</p>\n<!-- /wp:paragraph -->" for one in told)
    when = f"{moment(number, 2000):%Y-%m-%d %H:%M:%S}"
    held = "".join(
        f"\t\t<wp:{name}><![CDATA[{value}]]></wp:{name}>\n"
        for name, value in (
            *(("post_id", number), ("post_date", when), ("post_date_gmt", when), ("post_modified", when)),
            *(("comment_status", "open"), ("ping_status", "open"), ("post_name", f"post-{number}")),
            *(("status", "publish"), ("post_parent", 0), ("menu_order", 0), ("post_type", "post")),
            *(("post_password", ""), ("is_sticky", 0)),
        )
    )
    meta = "".join(
        f"\t\t<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>"
        f"<wp:meta_value><![CDATA[{number}]]></wp:meta_value></wp:postmeta>\n"
        for key in ("_edit_last", "_thumbnail_id", "_wp_old_slug")
    )
    return (
        f"\t\t<item>\n\t\t<title><![CDATA[Post {number}]]></title>\n\t\t<link>https://bag.example/post-{number}/</link>\n"
        f"\t\t<dc:creator><![CDATA[petra]]></dc:creator>\n"
        f'\t\t<guid isPermaLink="false">https://bag.example/?p={number}</guid>\n\t\t<description></description>\n'
        f"\t\t<content:encoded><![CDATA[{content}]]></content:encoded>\n"
        "\t\t<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n"
        f'{held}\t\t<category domain="category" nicename="bread"><![CDATA[Bread]]></category>\n{meta}\t\t</item>\n'
    )


def blogger_zip(path: Path, count: int) -> Path:
    """Write a Takeout with one blog's feed: `count` articles of some 2 kB, their HTML escaped."""
    dice = random.Random(12)
    entries = "".join(_blogger_entry(dice, number) for number in range(count))
    feed = (
        "<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:blogger='http://schemas.google.com/blogger/2018'>\n  <id>tag:blogger.com,1999:blog-44</id>\n"
        f"  <title>Left</title>\n{entries}</feed>\n"
    )
    return zipped(path, [("Takeout/Blogger/Blogs/Left/feed.atom", feed)])


def _blogger_entry(dice: random.Random, number: int) -> str:
    content = html.escape("".join(f"<p>{one}<br /></p>" for one in _paragraphs(dice, dice.randint(3, 9))))
    when = f"{moment(number, 2000):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f"  <entry>\n    <id>tag:blogger.com,1999:blog-44.post-{number}</id>\n    <blogger:type>POST</blogger:type>\n"
        "    <blogger:status>LIVE</blogger:status>\n    <author>\n      <name>Mr. Bram</name>\n"
        "      <uri>https://www.blogger.com/profile/044</uri>\n      <blogger:type>BLOGGER</blogger:type>\n"
        f"    </author>\n    <title>Post {number}</title>\n    <content type='html'>{content}</content>\n"
        f"    <blogger:created>{when}</blogger:created>\n    <published>{when}</published>\n"
        f"    <updated>{when}</updated>\n"
        "    <category scheme='tag:blogger.com,1999:blog-44' term='classroom'/>\n"
        f"    <blogger:filename>/2013/10/post-{number}.html</blogger:filename>\n    <blogger:trashed/>\n  </entry>\n"
    )


def medium_zip(path: Path, count: int) -> Path:
    """Write Medium's export: a page of some 5 kB for each of `count` articles."""
    dice = random.Random(13)
    return zipped(path, (_medium_page(dice, number) for number in range(count)))


def _medium_page(dice: random.Random, number: int) -> tuple[str, str]:
    when = moment(number, 2000)
    title, key = f"Post {number}", f"{number:012x}"
    told = "".join(
        f'<p name="{dice.randrange(1 << 16):04x}" class="graf graf--p graf-after--p">{one}</p>'
        for one in _paragraphs(dice, dice.randint(8, 20))
    )
    page = (
        '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        f"<title>{title}</title><style>\n      * {{\n        font-family: Georgia, serif;\n      }}\n    </style>"
        f'</head><body><article class="h-entry">\n<header>\n<h1 class="p-name">{title}</h1>\n</header>\n'
        '<section data-field="body" class="e-content">\n<section name="a1b2" class="section section--body">'
        '<div class="section-content"><div class="section-inner sectionLayout--insetColumn">'
        f'<h3 name="aaaa" class="graf graf--h3 graf--leading graf--title">{title}</h3>{told}</div></div></section>\n'
        '</section>\n<footer><p>By <a href="https://medium.com/@s" class="p-author h-card">S. Aas</a> on '
        f'<a href="https://medium.com/p/{key}"><time class="dt-published" datetime="{when:%Y-%m-%dT%H:%M:%S}.000Z">'
        f'{when:%B %d, %Y}</time></a>.</p><p><a href="https://medium.com/@s/post-{key}" class="p-canonical">Canonical'
        ' link</a></p><p>Exported from <a href="https://medium.com">Medium</a> on June 2, 2026.</p></footer></article>'
        "</body></html>"
    )
    return f"posts/{when:%Y-%m-%d}_Post-{key}.html", page


def substack_zip(path: Path, count: int) -> Path:
    """Write Substack's export: `posts.csv` and a body of some 4 kB for each of `count` articles."""
    dice = random.Random(14)
    rows = ["post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"]
    members: list[tuple[str, str]] = []
    for number in range(count):
        when = f"{moment(number, 2000):%Y-%m-%dT%H:%M:%S}.000Z"
        name = f"{41000000 + number}.post"
        rows.append(f"{name},{when},true,{when},{when},newsletter,everyone,Post {number},Under it,\n")
        told = "".join(f"<p>{one}</p>" for one in _paragraphs(dice, dice.randint(8, 20)))
        members.append((f"posts/{name}.html", told))
    return zipped(path, [("posts.csv", "".join(rows)), *members])


def tumblr_zip(path: Path, count: int) -> Path:
    """Write Tumblr's export: a page of some 1 kB for each of `count` posts."""
    dice = random.Random(15)
    return zipped(path, _tumblr_pages(dice, count))


def _tumblr_pages(dice: random.Random, count: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        when = moment(number, 300)
        told = "".join(f"<p>{one}</p>" for one in _paragraphs(dice, dice.randint(2, 5)))
        yield (
            f"posts/html/{101000000000 + number}.html",
            '<!DOCTYPE HTML><html><head><meta charset="utf-8"><link rel="stylesheet" type="text/css" '
            f'href="../style.css"></head><body>{told}<div id="footer"><span id="timestamp"> {when:%B} {when.day}th, '
            f'{when:%Y %-I:%M}{when:%p}</span> <span class="tag">tea</span></div></body></html>',
        )
