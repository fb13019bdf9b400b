"""The classifier, made ready while the person still answers questions: on a new computer it first has to learn.

That takes minutes once, and is done by the time the archives are chosen. An audit that comes sooner waits for it, and
can be stopped while it waits.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.web.remote import PEEP

if TYPE_CHECKING:
    from classifiers.model import Model

Told = Callable[[str], None]


class Learning:
    """One model for one page."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._model: Model | None = None
        self._what = ""  # it is learning: what; "" while it is only loaded

    def begin(self) -> None:
        """Make it ready, in a thread of its own."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._learn, daemon=True, name="learning")
                self._thread.start()

    @property
    def busy(self) -> bool:
        """Say whether it is being made ready at this moment."""
        return self._thread is not None and self._thread.is_alive()

    def model(self, told: Told | None = None) -> "Model":
        """Return it, as soon as it is ready. `told` is called while it still learns, and may raise."""
        from classifiers.model import load_model

        while self._thread is not None and self._thread.is_alive():
            if told and self._what:
                told(self._what)
            self._thread.join(PEEP)
        if self._model is None:  # it was not begun, or could not be made ahead: then here, with its fault if any
            self._model = load_model(told)
        return self._model

    def _learns(self, what: str) -> None:
        self._what = what

    def _learn(self) -> None:
        from classifiers.model import load_model

        try:
            self._model = load_model(self._learns)
        except Exception:  # the audit tries again, and says what is wrong
            self._model = None
