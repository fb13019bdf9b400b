"""What a page sent: the fields of a plain form, or the values of a JSON object. Nothing is kept on disk."""

import json
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from audit.errors import AuditError

MOST_FIELDS = 2_000


class NotUnderstood(AuditError):
    """A request that no page of ours makes."""

    def __init__(self) -> None:
        super().__init__("That could not be understood. Load the page again and try once more.")


async def fields_of(request: Request) -> dict[str, str]:
    """Return the last value of each field, of a form or of a flat JSON object. Raises: NotUnderstood."""
    return {name: values[-1] for name, values in (await all_fields_of(request)).items()}


async def all_fields_of(request: Request) -> dict[str, list[str]]:
    """Return every value of each field: boxes of one name that are ticked together. Raises: NotUnderstood."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            whole = await object_of(request)
            return {name: [_text(one) for one in _listed(value)] for name, value in whole.items()}
        text = (await request.body()).decode("utf-8")
        return parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise NotUnderstood from None


async def object_of(request: Request) -> dict[str, Any]:
    """Return the JSON object that was sent. Raises: NotUnderstood."""
    try:
        whole = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise NotUnderstood from None
    if not isinstance(whole, dict):
        raise NotUnderstood
    return whole


def wants_json(request: Request) -> bool:
    """Say whether a script asked, which wants to be answered in JSON, or a form, which wants a page."""
    return "application/json" in request.headers.get("accept", "")


def answered(request: Request, content: Any, back: str) -> Response:
    """Answer a script with `content`, a form with the page it came from: `next` in its address, else `back`."""
    if wants_json(request):
        return JSONResponse(content)
    wanted = request.query_params.get("next", "")
    return RedirectResponse(wanted if is_local(wanted) else back, status_code=303)


def is_local(address: str) -> bool:
    """Say whether it is a path of ours: no other host, no header smuggled in."""
    return (
        address.startswith("/")
        and not address.startswith(("//", "/\\"))
        and address.isascii()
        and address.isprintable()
        and "\\" not in address
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    raise NotUnderstood
