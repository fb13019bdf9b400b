"""How a review looks on a terminal, and how it reads its keys. On a plain pipe it reads lines and shows no words."""

import sys
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

import typer

from audit.archive import harmless
from audit.decisions import DECISIONS, REASONS, offered
from audit.review import EVERYWHERE, HELP, HIDDEN, NOTE, REASON, REASON_KEYS, WHY_NOT, Review

if TYPE_CHECKING:
    from audit.cases import Case
    from reports.view import Card

DOTS = "○○○", "●○○", "●●○", "●●●"
MOVES = "space words · . skip · b back · u undo · / note · c hide everything · ? help · q leave"
NAMED = {"\r": "enter", "\n": "enter", " ": "space", "\x1b": "escape", "\x04": "end", "\x1a": "end"}


class Desk:
    """The terminal while a review lasts: a screen of its own, which takes all words away with it when it closes."""

    def __init__(self, *, words: bool) -> None:
        from rich.console import Console

        self.keys = sys.stdin.isatty() and sys.stdout.isatty()
        self.words = words or self.keys
        self.console: Console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)

    def __enter__(self) -> "Desk":
        self.console.set_alt_screen(self.keys)
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.clear()
        if self.keys:
            self.console.set_alt_screen(False)

    def clear(self) -> None:
        """Leave no words on the screen; what a screen of its own showed cannot be scrolled back to."""
        if self.keys:
            typer.echo("\033[2J\033[H", nl=False)

    def answered(self, state: Review) -> Review:
        """Wait for a key, or for a note typed whole, and return what it leads to."""
        try:
            if state.asking == NOTE:
                return state.noted(self._line("Your note, without the post's words: ") or "")
            return state.pressed(self._key())
        except EOFError:
            return state.pressed("end")
        except KeyboardInterrupt:
            return replace(state, store=(), over=True)

    def _key(self) -> str:
        if self.keys:
            key = typer.getchar()
            return NAMED.get(key, key.lower())
        line = self._line("")
        return "end" if line is None else line.strip().lower() or "enter"

    def _line(self, ask: str) -> str | None:
        """Return a line without its end, or None if there is none left."""
        typer.echo(ask, nl=False)
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None

    def draw(self, state: Review, card: "Card | None") -> None:
        """Show where the review stands."""
        self.clear()
        if state.asking == HIDDEN:
            self._say("Hidden. Any key goes on." if self.keys else "Hidden. Enter goes on.")
            return
        self._head(state)
        if state.asking == HELP:
            self._help(state)
        elif card is None:
            self._say("That was the last one. u takes back, b goes back, q leaves.")
        else:
            self._sheet(state, card)
        if state.said:
            self._say(state.said, style="bold")

    def _head(self, state: Review) -> None:
        many = len(state.cases)
        place = f"{state.at + 1:,} of {many:,}" if state.case else f"all {many:,} seen"
        aside = f", {state.set_aside:,} set aside" if state.set_aside else ""
        full = round(20 * state.decided / many)
        self._say(f"{place}   {'█' * full}{'░' * (20 - full)}   {state.decided:,} decided{aside}", style="bold")

    def _sheet(self, state: Review, card: "Card") -> None:
        self._say(f"{card.network_label}, {card.kind} · {card.when} · {card.audience}")
        self._say(f"{DOTS[card.severity]} {card.severity_words}")
        facts = {
            "Since last time": card.standing,
            "State": card.state,
            "Could be read as": "; ".join(f"{line.label.lower()} ({line.percent} %)" for line in card.categories),
            "What raised it": "; ".join(card.cues),
            "Who could recognise": ", ".join(card.recognisers),
            "Read out": card.panel,
            "Rules": " ".join(card.rules),
            "You decided": card.decided,
            "Your note": state.note or card.note,
        }
        for name, told in facts.items():
            if told:
                self._row(name, told)
        self._words(state, card)
        self._places(state)
        self._keys(state)

    def _row(self, name: str, told: str) -> None:
        from rich.table import Table
        from rich.text import Text

        row = Table.grid(padding=(0, 2))
        row.add_column(width=22, style="dim")
        row.add_column(overflow="fold")
        row.add_row(Text(name), Text(_plain(told)))
        self.console.print(row)

    def _words(self, state: Review, card: "Card") -> None:
        if not state.part:
            self._say("\nThe words are hidden. Space shows them.", style="dim")
            return
        if not self.words:
            self._say("\nWords are shown on a terminal only, or with --show.", style="dim")
            return
        parts = state.parts
        self._say(f"\n{_plain(parts[state.part - 1]) or 'There are no words of your own in it.'}\n")
        if len(parts) > 1:
            more = "space goes on" if state.part < len(parts) else "space hides them"
            self._say(f"Part {state.part} of {len(parts)}: {more}.", style="dim")
        around = (card.headline, card.container and f"In: {card.container}", card.link_title, card.place)
        for told in filter(None, around):
            self._say(_plain(told), style="dim")

    def _places(self, state: Review) -> None:
        """The same words on other networks, and the key that decides about all of them at once."""
        if not state.elsewhere:
            return
        told = "; ".join(_place_words(case) for case in state.elsewhere)
        self._say(f"\nThe same words: {told}.")
        many = f"all {len(state.places)} places"
        if state.everywhere:
            self._say(f"Your decision will hold for {many}. {EVERYWHERE} for this one only", style="bold")
        else:
            self._say(f"{EVERYWHERE} decides the same for {many}")

    def _keys(self, state: Review) -> None:
        if state.asking == REASON:
            self._say(f"\n{DECISIONS[state.choice].label}. A reason, if you like:")
            for key, reason in REASON_KEYS.items():
                self._say(f"  {key} {REASONS[reason]}")
            self._say("  Enter for none, b goes back")
            return
        shown = offered(state.gate)
        self._say("\n" + " · ".join(f"{choice.key} {choice.label.lower()}" for choice in shown.values()))
        if len(shown) < len(DECISIONS):
            self._say(WHY_NOT)
        self._say(MOVES, style="dim")

    def _help(self, state: Review) -> None:
        for choice in offered(state.gate).values():
            self._row(f"{choice.key}  {choice.label}", choice.meaning)
        if state.gate != "no":
            self._say(WHY_NOT)
        self._row("space or Enter", "Show the words, go on in them, hide them.")
        self._row(".  b", "Skip this one; go back one.")
        self._row("u", "Take back the last decision.")
        self._row(EVERYWHERE, "Where the same words stand on several networks: decide the same for all, or for one.")
        self._row("/", "A note of your own: why, never the post's words.")
        self._row("c", "Hide everything at once; any key goes on.")
        self._row("q", "Leave. All that you decided is kept, and the next review goes on from there.")
        self._say("\nAny key goes on.", style="dim")

    def _say(self, text: str, style: str = "") -> None:
        from rich.text import Text

        self.console.print(Text(text, style=style))


def _place_words(case: "Case") -> str:
    from audit.page import when_words
    from audit.parsers import network_facts

    post = case.finding.post
    decided = f" (you decided: {DECISIONS[case.decision.decision].label.lower()})" if case.decision else ""
    return f"{network_facts(post.network).label}, {when_words(post)}{decided}"


def _plain(text: str) -> str:
    """Hostile text for a terminal, line by line. Joiners within an emoji are dropped, so that it is not torn."""
    lines = text.replace("\u200d", "").replace("\t", " ").splitlines()
    return "\n".join(harmless(line, max(len(line), 1)) for line in lines)
