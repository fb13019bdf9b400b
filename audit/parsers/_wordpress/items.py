"""Posts, pages, pictures and one's own comments out of the items of a WordPress export."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from audit.parsers._blog.words import Body, body, joined, line, titled, web_address, with_breaks
from audit.parsers._blog.xml import Element
from audit.parsers._clock import iso_time, plausible
from audit.parsers._wordpress.blog import Blog
from audit.posts import Post, Unread

OTHERS, FORMS, MACHINERY, AUTHOR = "comments of others", "answers to forms", "machinery", "author "
_UNPUBLISHED = frozenset({"draft", "pending", "future", "auto-draft"})
_ANSWERS = frozenset({"feedback", "flamingo_inbound", "flamingo_contact", "nf_sub", "wpforms_entry", "user_request"})
_ANSWERS |= {"shop_order", "shop_order_refund", "edd_payment", "give_payment", "ticket", "wpcf7s", "cf7_entry"}
_MACHINERY = frozenset({"nav_menu_item", "custom_css", "safecss", "customize_changeset", "oembed_cache", "acf-field"})
_MACHINERY |= {"acf-field-group", "wp_global_styles", "wp_font_family", "wp_font_face", "amp_validated_url"}
_MACHINERY |= {"scheduled-action", "wp_log", "wp_navigation", "jp_img_sitemap", "jp_sitemap", "jp_sitemap_master"}
_FORUM = frozenset({"topic", "reply"})
_PINGS = frozenset({"pingback", "trackback"})
_TYPED = re.compile(  # custom fields that hold words for readers
    r"_wp_attachment_image_alt|_?(?:wps_|wp_)?subtitle|_wpas_mess|jetpack_publicize_message|advanced_seo_description"
    r"|_(?:yoast_wpseo_metadesc|aioseop?_description|genesis_description)|rank_math_description",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(  # what WordPress makes a picture's title of
    r"[^\s]{0,200}\.\w{2,4}|[\w().-]{0,200}\d[\w().-]{0,200}|(?:img|image|photo|dsc|screenshot)\b.{0,60}", re.IGNORECASE
)
_SHORTCODES = (
    r"caption|wp_caption|gallery|embed|audio|video|wpvideo|playlist|youtube|vimeo|tweet|soundcloud|more|contact-form"
    r"|contact-field|contact-form-7|(?:et_pb|vc|fusion|av|fl|cs|tatsu|mk)_\w{1,60}"
)
_SHORTCODE = re.compile(rf"\[/?(?:{_SHORTCODES})(?![\w-])(?:[^\[\]\"']++|\"[^\"]*+\"|'[^']*+')*+\]", re.IGNORECASE)
_IN_SHORTCODE = re.compile(
    r"\b(?:caption|title|heading|subtitle|text|label)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)


def item_posts(item: Element, blog: Blog, counted: Counter[str]) -> Iterator[Post | Unread]:
    """Yield what an item holds: a post, page or picture, and one's own comments under it."""
    place, kind = f"[{item.place}]", item.get("wp:post_type").lower() or "post"
    if not any(item.get(name) for name in ("title", "content:encoded", "wp:post_id", "guid", "link", "description")):
        yield Unread(place, "it is not built as a post is")
        return
    if item.cut:
        yield Unread(place, "part of it is cut off or broken: what could be read is kept")
    login = item.get("dc:creator")
    if kind in _ANSWERS or (kind in _FORUM and login.lower() not in blog.wrote):
        counted[FORMS] += 1
    elif kind in _MACHINERY:
        counted[MACHINERY] += 1
    elif post := _post(item, kind, blog):
        if kind in ("post", "page"):
            blog.wrote[login.lower()] += 1
            counted[f"{AUTHOR}{login.lower()}"] += 1
        yield post
    for number, comment in enumerate(item.all("wp:comment")):
        if comment.get("wp:comment_type").lower() in _PINGS:  # notices that blogs send each other
            continue
        if not blog.is_author(comment):
            counted[OTHERS] += 1
        elif own := _comment(comment, item, blog):
            own.source = f"{place}.comments[{number}]"
            yield own


def _post(item: Element, kind: str, blog: Blog) -> Post | None:
    said, title, status = _words(item), line(item.get("title")), item.get("wp:status").lower()
    attached = kind == "attachment"
    if (attached and _FILE_NAME.fullmatch(title)) or (status == "auto-draft" and not said.text):
        title = ""
    excerpt, typed = body(with_breaks(item.get("excerpt:encoded"))), _typed(item)
    text = joined(titled(title, said.text), excerpt.text, *typed)
    media = said.media + attached
    if not text and not media:
        return None
    return Post(
        "caption" if attached else "article",
        text,
        _when(item, "wp:post", item.get("pubDate") if status == "publish" else ""),
        f"[{item.place}]",
        _number(item, blog),
        web_address(item.get("link")),
        _audience(status, item.get("wp:post_password")),
        "earlier version" if kind == "revision" else _state(status),
        headline=_filed_under(item),
        container=blog.title,
        media=media,
        account=blog.name_of(item.get("dc:creator")),
    )


def _words(item: Element) -> Body:
    """Return the body's words. In posts of before 2018 line breaks are paragraphs; between blocks they are nothing."""
    content = item.get("content:encoded") or item.get("description")
    if "[" in content:
        content = _SHORTCODE.sub(_shown, content)
    return body(content if "<!-- wp:" in content else with_breaks(content))


def _shown(shortcode: re.Match[str]) -> str:
    """Return the words that a shortcode holds in its values; `[caption]` did until 2012."""
    said = [one or other for one, other in _IN_SHORTCODE.findall(shortcode[0])]
    return f"\n\n{said[0]}\n\n" if any(said) else " "


def _typed(item: Element) -> Iterator[str]:
    for row in item.all("wp:postmeta"):
        if _TYPED.fullmatch(row.get("wp:meta_key")):
            yield body(row.get("wp:meta_value")).text


def _filed_under(item: Element) -> str:
    named = [one for one in item.all("category") if one.attributes.get("domain") not in ("post_format", "nav_menu")]
    names = [line(one.text) for one in named]
    shown = ", ".join(dict.fromkeys(name for name in names if name and name != "Uncategorized"))
    return f"Filed under: {shown}" if shown else ""


def _number(item: Element, blog: Blog) -> str:
    """Return the post's lasting identity: WordPress never changes a guid, not even when the blog moves."""
    number = item.get("wp:post_id")
    return item.get("guid") or item.get("link") or (f"{blog.url}#{number}" if number else "")


def _when(element: Element, prefix: str, published: str = "") -> datetime | None:
    """Read UTC; a draft has none (0000-00-00 00:00:00), only the blog's own clock."""
    if moment := plausible(iso_time(element.get(f"{prefix}_date_gmt"))):
        return moment
    return plausible(iso_time(element.get(f"{prefix}_date"), assume_utc=False)) or _mail_time(published)


def _mail_time(text: str) -> datetime | None:
    """Read `Tue, 02 Mar 2021 17:00:00 +0000`."""
    try:
        return plausible(parsedate_to_datetime(text)) if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _audience(status: str, password: str) -> str:
    if status in ("publish", "inherit", "closed"):
        return "group" if password else "public"
    return "private" if status in _UNPUBLISHED or status in ("private", "trash") else "unknown"


def _state(status: str) -> str:
    return "draft" if status in _UNPUBLISHED else "trash" if status == "trash" else "live"


def _comment(comment: Element, item: Element, blog: Blog) -> Post | None:
    """Return a comment of one of the blog's authors."""
    said = body(with_breaks(comment.get("wp:comment_content")))
    number, approved = comment.get("wp:comment_id"), comment.get("wp:comment_approved").lower()
    link = web_address(item.get("link"))
    if not said.text:
        return None
    return Post(
        "comment",
        said.text,
        _when(comment, "wp:comment"),
        native_id=f"{_number(item, blog)}#comment-{number}" if number else "",
        url=f"{link}#comment-{number}" if link and number else link,
        audience="public" if approved in ("1", "") else "private",
        state="trash" if approved in ("trash", "post-trashed") else "live",
        container=blog.title,
        reply_to=line(item.get("title")),
    )


def term_posts(term: Element, blog: Blog) -> Iterator[Post]:
    """Yield what was typed about a category or tag; the blog shows it above the category's posts."""
    text = body(term.get("wp:category_description", "wp:tag_description", "wp:term_description")).text
    if text and term.get("wp:term_taxonomy") != "nav_menu":
        name = line(term.get("wp:cat_name", "wp:tag_name", "wp:term_name"))
        place = f"#{term.name.partition(':')[2]}[{term.place}]"
        yield Post("bio", titled(name, text), source=place, audience="public", container=blog.title)
