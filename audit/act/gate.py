"""The question before every decision and removal. Whatever would help to delete, hide or reword asks here first."""

from collections.abc import Sequence

from audit.decisions import QUESTION
from audit.errors import AuditError

HOW_TO_ANSWER = "backscroll gate no, backscroll gate yes or backscroll gate unsure"
PRESERVE = (
    "Leave every post, comment, picture and setting as it is. Do not delete, edit, hide or restrict anything, and do "
    "not close an account.",
    "Keep the export as the network sent it, untouched, where only you can open it. Ask what to do with the files "
    "that Backscroll wrote, too.",
    "Note today's date and when you found the posts. Leave out anything about a client.",
    "Do not write to the client, or to anybody who may complain, before you have advice.",
)


class GateUnanswered(AuditError):
    """Nobody has said yet whether something is open, and nobody is there to be asked."""

    def __init__(self) -> None:
        super().__init__(
            f"First, one question. {QUESTION} Answer with {HOW_TO_ANSWER}; until then nothing is decided or written."
        )


class ChangeNothing(AuditError):
    """Something is open or likely, so the preserve-first path is given instead of what was asked for."""

    def __init__(self, answer: str, first_to_ask: Sequence[str]) -> None:
        told = "something is open or likely" if answer == "yes" else "you are not sure whether something is open"
        lines = [
            f"You answered that {told}. Change nothing for now; nothing was written.",
            *(f"- {line}" for line in PRESERVE),
            f"- Ask first: {'; '.join(first_to_ask)}.",
            "backscroll what-now says more. When you have advice, backscroll gate changes your answer.",
        ]
        super().__init__("\n".join(lines))


def refuse_unless_no(answer: str, first_to_ask: Sequence[str]) -> None:
    """Let pass only the answer "no". Raises: GateUnanswered; ChangeNothing for any other answer."""
    if not answer:
        raise GateUnanswered
    if answer != "no":
        raise ChangeNothing(answer, first_to_ask)
