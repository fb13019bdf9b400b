"""Whose blog it is, and how its file is built."""

from collections import Counter
from dataclasses import dataclass, field

from audit.parsers._blog.words import body, line, web_address
from audit.parsers._blog.xml import Element, Shape
from audit.posts import Post

SHAPE = Shape(
    records=frozenset({"item", "wp:author", "wp:category", "wp:tag", "wp:term"}),
    containers=frozenset({"rss", "channel", "image", "wp:comment", "wp:postmeta", "wp:commentmeta", "wp:termmeta"}),
    spaces={
        "purl.org/rss/1.0/modules/content": "content",
        "/excerpt": "excerpt",
        "wordpress.org/export/": "wp",
        "purl.org/dc/elements": "dc",
    },
)
_EMPTY_WORDS = frozenset({"", "just another wordpress site", "just another wordpress.com site"})


@dataclass(slots=True)
class Blog:
    """What stands before the posts: the blog's title and address, and who writes in it, by login, number and e-mail."""

    title: str = ""
    about: str = ""
    url: str = ""
    names: dict[str, str] = field(default_factory=dict)  # login → name shown
    numbers: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    wrote: Counter[str] = field(default_factory=Counter)  # login → posts and pages so far

    def take(self, element: Element) -> None:
        """Keep what an element outside of the posts says. The first of its name counts: pictures have titles too."""
        match element.name:
            case "title":
                self.title = self.title or line(element.text)
            case "description":
                self.about = self.about or body(element.text).text
            case "link" | "wp:base_blog_url":
                self.url = self.url or web_address(element.text)
            case "wp:author":
                self._take_author(element)

    def _take_author(self, author: Element) -> None:
        login, number = author.get("wp:author_login"), author.get("wp:author_id")
        if login:
            self.names[login.lower()] = line(author.get("wp:author_display_name")) or login
        if number.strip("0"):
            self.numbers.add(number)
        if address := author.get("wp:author_email"):
            self.addresses.add(address.lower())

    def name_of(self, login: str) -> str:
        """Return the name that an author shows."""
        return self.names.get(login.lower(), login)

    def is_author(self, comment: Element) -> bool:
        """Say whether a comment is by somebody who writes in the blog, by the account's number or its e-mail.

        Files of 2010 name no authors: there a signed-in name has to be that of somebody whose posts stood before.
        """
        number, address = comment.get("wp:comment_user_id"), comment.get("wp:comment_author_email").lower()
        if (number and number in self.numbers) or (address and address in self.addresses):
            return True
        if self.numbers or self.addresses or not number.strip("0"):
            return False
        return comment.get("wp:comment_author").lower() in self.wrote

    def told(self) -> Post | None:
        """Return the blog's own words about itself."""
        if self.about.lower().strip(". ") in _EMPTY_WORDS:
            return None
        text = "\n\n".join(filter(None, (self.title, self.about)))
        return Post("bio", text, source="#description", url=self.url, audience="public", container=self.title)
