"""A small driver for Chromium: the DevTools protocol over two pipes, so that no port is opened and nothing is needed.

with Chromium(folder) as browser:
    page = browser.page()
    page.goto("http://127.0.0.1:…")
    page.click("Begin")
    page.press("k")
"""

import fcntl
import json
import os
import select
import shutil
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

SECONDS = 20.0
QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--mute-audio", "--lang=en-GB",
    "--allow-pre-commit-input",
    "--disable-features=DialMediaRouteProvider,OptimizationHints,MediaRouter",
)  # fmt: skip
KEYS = {
    "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39, "ArrowLeft": 37,
    "Home": 36, "End": 35,
    ".": 190, "/": 191, "?": 191,
}  # fmt: skip
# the launcher puts our ends where Chromium looks for them: it reads from 3 and writes to 4
LAUNCH = "import os,sys; os.dup2(int(sys.argv[1]),3); os.dup2(int(sys.argv[2]),4); os.execv(sys.argv[3],sys.argv[3:])"


def found() -> str | None:
    """Return where Chromium is, or None."""
    names = (os.environ.get("CHROMIUM_PATH", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


class Broken(AssertionError):
    """What was waited for did not come."""


class Chromium:
    """The browser, with a profile of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        theirs_in, ours_out = (_high(end) for end in os.pipe())
        ours_in, theirs_out = (_high(end) for end in os.pipe())
        path = found()
        assert path
        more = ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [path, *QUIET, *more, "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(theirs_in), str(theirs_out), *command],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._number, self._pending = 0, b""
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> "Chromium":
        self.call("Browser.getVersion")
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        try:
            self.call("Browser.close")
        except (OSError, Broken):
            self._process.kill()
        self._process.wait(SECONDS)
        os.close(self._in)
        os.close(self._out)

    def call(self, method: str, session: str = "", **given: Any) -> Any:
        """Ask for something and return the answer; events that come meanwhile are kept."""
        self._number += 1
        told = {"id": self._number, "method": method, "params": given}
        if session:
            told["sessionId"] = session
        os.write(self._out, json.dumps(told).encode() + b"\0")
        until = time.monotonic() + SECONDS
        while True:
            message = self._next(until)
            if message.get("id") == self._number:
                if "error" in message:
                    raise Broken(f"{method}: {message['error'].get('message')}")
                return message.get("result", {})
            self._happened(message)

    def _next(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._pending:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            piece = os.read(self._in, 1 << 20) if ready else b""
            if not piece:
                raise Broken("Chromium gives no answer")
            self._pending += piece
        whole, _, self._pending = self._pending.partition(b"\0")
        message: dict[str, Any] = json.loads(whole)
        return message

    def _happened(self, message: dict[str, Any]) -> None:
        self.events.append(message)
        if message.get("method") == "Page.javascriptDialogOpening":
            self._number += 1
            told = {"id": self._number, "method": "Page.handleJavaScriptDialog", "params": {"accept": True},
                    "sessionId": message["sessionId"]}  # fmt: skip
            os.write(self._out, json.dumps(told).encode() + b"\0")

    def page(self, *, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True) -> "Page":
        """Open a page with cookies and storage of its own."""
        context = self.call("Target.createBrowserContext", disposeOnDetach=True)["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session, context)
        for domain in ("Page", "Runtime", "Log", "DOM", "Network"):
            page.call(f"{domain}.enable")
        if not script:
            page.call("Emulation.setScriptExecutionDisabled", value=True)
        page.looks(width=width, height=height, dark=dark)
        return page


class Page:
    """One page of it."""

    def __init__(self, browser: Chromium, session: str, context: str) -> None:
        self._browser, self._session, self.context = browser, session, context

    def call(self, method: str, **given: Any) -> Any:
        """Ask for something within this page."""
        return self._browser.call(method, self._session, **given)

    def events(self, method: str) -> list[dict[str, Any]]:
        """Return what happened on this page so far."""
        self.js("0")
        mine = [one for one in self._browser.events if one.get("sessionId") == self._session]
        return [one["params"] for one in mine if one.get("method") == method]

    def complaints(self) -> list[str]:
        """Return what the browser's console complains of: faults of scripts, and what the policy blocked."""
        logged = [one["entry"] for one in self.events("Log.entryAdded")]
        said = [one["text"] for one in logged if one["level"] == "error" and one["source"] != "network"]
        thrown = [one["exceptionDetails"]["text"] for one in self.events("Runtime.exceptionThrown")]
        return said + thrown

    def looks(self, *, width: int, height: int = 900, dark: bool = False) -> None:
        """Set the size of the window and the person's wish for dark."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call(
            "Emulation.setEmulatedMedia", features=[scheme, {"name": "prefers-reduced-motion", "value": "reduce"}]
        )

    # --- looking ------------------------------------------------------------------------------------------------------

    def js(self, expression: str) -> Any:
        """Return the value of an expression, awaited if it is a promise."""
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise Broken(str(told["exceptionDetails"].get("exception", {}).get("description", "a fault")))
        if "result" not in told:
            raise Broken("the context went while it was asked")
        return told["result"].get("value")

    def until(self, expression: str, seconds: float = SECONDS) -> Any:
        """Wait until an expression holds, and return its value."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with suppress(Broken):  # a page that is being left or built
                if value := self.js(f"((found) => found instanceof Node ? true : found)({expression})"):
                    return value
            time.sleep(0.05)
        raise Broken(f"not in {seconds:.0f} seconds: {expression} — at {self.where()}: {self.text('h1')}")

    def where(self) -> str:
        """Return the path of the page's address."""
        return str(self.js("location.pathname"))

    def whole(self, expression: str, seconds: float = SECONDS) -> None:
        """Wait until an expression holds on a page that is loaded, scripts and all."""
        self.until(f"document.readyState === 'complete' && Boolean({expression})", seconds)

    def at(self, path: str, seconds: float = SECONDS) -> None:
        """Wait until the page is at that path, whole."""
        self.whole(f"location.pathname === {json.dumps(path)}", seconds)

    def text(self, selector: str = "main") -> str:
        """Return the words that show in the first such element, "" if there is none."""
        found = self.js(f"(document.querySelector({json.dumps(selector)})||{{innerText:''}}).innerText")
        return " ".join(str(found).split())

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Save what shows as a PNG."""
        told = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(b64decode(told["data"]))

    # --- doing --------------------------------------------------------------------------------------------------------

    def goto(self, address: str) -> None:
        """Load an address, and wait for the page."""
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def click(self, what: str, *, count: int = 1) -> None:
        """Click, with the mouse, on the link, button or label that shows these words, or on a selector (#… or .…).

        `count` 2: it is the second click of a double one.
        """
        place = self.until(_PLACE % json.dumps(what))
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=count)

    def press(self, key: str) -> None:
        """Press one key."""
        code = KEYS.get(key, ord(key.upper()) if len(key) == 1 else 0)
        text = "\r" if key == "Enter" else key if len(key) == 1 else ""
        given = {"key": key, "windowsVirtualKeyCode": code, "code": key if len(key) > 1 else ""}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **given)
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def write(self, words: str) -> None:
        """Type into the field that has the focus."""
        self.call("Input.insertText", text=words)

    def tab_to(self, what: str, most: int = 120) -> None:
        """Press Tab until what has the focus shows these words, is labelled so, or is that selector."""
        for _ in range(most):
            self.press("Tab")
            if self.js(_FOCUSED % json.dumps(what)):
                return
        raise Broken(f"{what} cannot be reached by Tab — at {self.where()}")

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        """Give files to a field, as the browser's own window does."""
        held = self.call("Runtime.evaluate", expression=f"document.querySelector({json.dumps(selector)})")
        self.call("DOM.setFileInputFiles", files=[str(path) for path in paths], objectId=held["result"]["objectId"])

    def downloads_to(self, folder: Path) -> None:
        """Save what is downloaded there."""
        self._browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder),
                           browserContextId=self.context)  # fmt: skip


_PLACE = """(() => {
  const what = %s;
  const shows = (one) => one.getClientRects().length && getComputedStyle(one).visibility === "visible";
  const plain = (one) => (one.innerText || one.value || "").replace(/\\s+/g, " ").trim();
  const all = /^[#.]/.test(what) ? [...document.querySelectorAll(what)].filter(shows)
    : [...document.querySelectorAll("a, button, summary, label")].filter((one) => shows(one) && !one.disabled);
  const found = /^[#.]/.test(what) ? all[0]
    : all.find((one) => plain(one) === what) || all.find((one) => plain(one).startsWith(what));
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getBoundingClientRect();
  return [box.x + Math.min(box.width / 2, 200), box.y + box.height / 2];
})()"""
_FOCUSED = """(() => {
  const what = %s;
  const one = document.activeElement;
  if (!one || one === document.body) return false;
  if (/^[#.]/.test(what)) return one.matches(what);
  const plain = (other) => (other.innerText || other.textContent || "").replace(/\\s+/g, " ").trim();
  const names = [one, ...(one.labels || [])].map(plain);
  return names.some((name) => name === what || name.startsWith(what));
})()"""


def _high(end: int) -> int:
    """Return the same end under a number that is neither 3 nor 4."""
    moved = fcntl.fcntl(end, fcntl.F_DUPFD, 10)
    os.close(end)
    return moved
