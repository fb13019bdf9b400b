"""WordPress: the export file (WXR), RSS with the blog's own elements, in one file or in several parts.

Drafts, pages, pictures with their captions and comments lie in it beside the posts. Comments are other people's but
for those of the blog's authors. Control characters, undeclared prefixes and a blank first line are found in real files.
"""

from collections.abc import Iterator

from audit.archive import Member, Unreadable
from audit.parsers._blog.xml import Records, end_of
from audit.parsers._export import PICTURES, PICTURES_REASON, Account, Export, Reader
from audit.parsers._wordpress.blog import SHAPE, Blog
from audit.parsers._wordpress.items import AUTHOR, FORMS, MACHINERY, OTHERS, item_posts, term_posts
from audit.posts import Post, Unread

NETWORK = "wordpress"
LABEL = "WordPress"
_FILE = r"(?:[^/]*[._-])?wordpress\.\d{4}-\d\d-\d\d[^/]*\.xml(?:_?\.txt)?"
SIGNATURE = (_FILE, r"(?:[^/]*[._-])?wordpress\.xml", r"[^/]*\.wxr")


def read_blog(member: Member, export: Export) -> Iterator[Post | Unread]:
    """Yield every post, page and picture in file order, own comments behind each, and what the blog says of itself."""
    with member.open() as stream:
        blog, told, records = Blog(), False, Records(stream, SHAPE)
        for element in records:
            if element.name in ("wp:category", "wp:tag", "wp:term"):
                yield from term_posts(element, blog)
            elif element.name != "item":
                blog.take(element)
            else:
                if not told and (about := blog.told()):
                    yield about
                told = True
                yield from item_posts(element, blog, export.counted)
        if not told and (about := blog.told()):
            yield about
        yield from end_of(records, "rss", "channel", "item")


def account(export: Export) -> Account:
    """Return whose blog it is: its one author, else the blog by its title. E-mail addresses are never shown."""
    for _, member in export.find("|".join(READS)):
        try:
            blog = _head(member)
        except Unreadable:
            continue
        if blog.names or blog.title:
            names = list(blog.names.values())
            name = names[0] if len(names) == 1 else blog.title
            return Account(name=name, url=blog.url, about=blog.about)
    return Account()


def _head(member: Member) -> Blog:
    """Return what stands before the first post."""
    blog = Blog()
    with member.open() as stream:
        for element in Records(stream, SHAPE):
            if element.name == "item":
                break
            blog.take(element)
    return blog


def remarks(export: Export) -> list[str]:
    """Return what the report should say of the export as a whole."""
    authors = sum(key.startswith(AUTHOR) for key in export.counted)
    told = [
        (OTHERS, "comments by other people under the blog's posts"),
        (FORMS, "answers to the blog's forms, orders and forum posts, which other people wrote"),
        (MACHINERY, "records of the blog's machinery (menus, design)"),
    ]
    found = [f"WordPress: left out are {words}: {export.counted[key]}." for key, words in told if export.counted[key]]
    if authors > 1:
        found.append(
            f"The WordPress blog has posts by {authors} authors, and its export does not say which of them is you: all"
            " are read, each with its author's name as its account."
        )
    return found


READS: dict[str, Reader] = dict.fromkeys(SIGNATURE, read_blog)
MESSAGES: dict[str, Reader] = {}
LEFT_OUT = {
    r"(?:.*/)?wp-content/.*": "the blog's uploads, design and plug-ins: no posts",
    PICTURES: PICTURES_REASON,
}
SNIFF = [
    (r"wordpress\.org/export/|WordPress eXtended RSS|<!--\s*generator=\"WordPress", "export.wordpress.xml"),
    (r"<wp:(?:wxr_version|post_type|base_blog_url)>", "export.wordpress.xml"),
]
NEVER = (
    "Earlier wordings of your posts are not in WordPress's export, though the blog may keep them as revisions.",
    "Comments that you left on other people's blogs are not in it.",
    "Pictures, sound and videos are not in it, only their addresses and captions.",
    "Who may read a blog that is closed as a whole is not in it: published posts count as public.",
)
TWO_CLICKS: dict[str, str] = {}
_COPIES = "E-mail subscribers and feed readers keep their copies, and so does the Wayback Machine."
HOW_TO_DELETE = {
    "": "Sign in to the blog's dashboard (/wp-admin), open the list of what it is (Posts, Pages, Media, Comments),"
    f" point at it, Trash; then the Trash tab, Delete Permanently. {_COPIES}",
    "article": "Dashboard, Posts (or Pages), All Posts, point at the title, Trash; then the Trash tab, Delete"
    " Permanently. To hide it first: Quick Edit, Private. An edited post keeps its old wording as a revision, which"
    f" only those who may edit it see. {_COPIES}",
    "comment": "Dashboard, Comments, point at it, Trash; then the Trash tab, Delete Permanently. Whoever subscribed to"
    " the comments has it by e-mail.",
    "caption": "Dashboard, Media, open the picture: change title, caption, description and alternative text, or Delete"
    " permanently. The words may stand in posts as well.",
    "bio": "Dashboard, Settings, General: site title and tagline; a category's words: Posts, Categories.",
}
