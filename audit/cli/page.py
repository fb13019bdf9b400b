"""The page in the browser: what `backscroll` without a command opens."""

import os
import sys
import threading
import webbrowser
from typing import Annotated

import typer

from audit.cli._app import app

BROWSER_SECONDS = 5.0


@app.command(epilog="Examples: `backscroll` · `backscroll page --no-browser`")
def page(
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open it in the browser, or only say its address.")
    ] = True,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Leave no trace of this audit.")] = False,
) -> None:
    """Open the page in your browser: the whole audit, step by step. It ends when you quit it or leave it."""
    open_page(browser=browser, keep=not no_ledger)


def open_page(*, browser: bool = True, keep: bool = True) -> None:
    """Serve the page until it ends; with one running already, open that one."""
    from audit.web.desk import Desk
    from audit.web.serve import serve

    desk = Desk(keep=keep)
    if desk.without_ledger:
        typer.echo(desk.without_ledger, err=True)
    opening: list[threading.Thread] = []
    try:
        serve(
            desk,
            opened=lambda address, first: opening.append(_opening(address, first, browser=browser and _has_screen())),
            told=lambda bug: typer.echo(bug, err=True),
        )
    except KeyboardInterrupt:
        typer.echo("\nBackscroll has ended.", err=True)
    finally:
        desk.close()
    if desk.learning.busy:  # what it was learning can be learnt again; nothing else is under way
        sys.stdout.flush()
        os._exit(0)
    for thread in opening:  # a start that only joined another is quicker than any browser
        thread.join(BROWSER_SECONDS)


def _opening(address: str, first: bool, *, browser: bool) -> threading.Thread:
    """Open the address, or say it where no browser can be opened. It works once, so it is not said needlessly."""
    end = "To end it: Quit on the page, or Ctrl-C here." if first else "It was running already."

    def opened() -> None:
        if browser and webbrowser.open(address):
            typer.echo(f"Backscroll opens in your browser. {end}")
        else:
            typer.echo(f"Open this address in your browser; it works once:\n\n    {address}\n\n{end}")

    thread = threading.Thread(target=opened, daemon=True, name="browser")
    thread.start()
    return thread


def _has_screen() -> bool:
    """Say whether a browser has somewhere to show itself: one that runs in the terminal is of no use here."""
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
