"""The house's plan, as a test: which room may know which."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]

# room → the rooms of ours it may import at module level or inside functions
PLAN: dict[str, set[str]] = {
    "audit.archive": {"audit.archive", "audit.errors"},
    "audit.parsers": {"audit.parsers", "audit.archive", "audit.posts", "audit.errors"},
    "audit.posts": set(),
    "audit.merge": {"audit.posts"},
    "audit.findings": {"audit.posts", "classifiers.categories"},
    "audit.advice": {"audit.findings", "audit.posts", "reports.view"},
    "audit.guidance": set(),
    "audit.decisions": {"audit.errors"},
    "audit.ledger": {"audit.errors"},
    "audit.identity": {"audit.ledger", "audit.posts"},
    "audit.reaudit": {"audit.ledger"},
    "audit.remembered": {"audit.errors", "audit.identity", "audit.ledger", "audit.parsers"},
    "audit.crossposts": {"audit.posts"},
    "audit.lock": {"audit.errors", "audit.passphrase", "reports.lock_view"},
    "audit.passphrase": {"audit.errors"},
    "audit.names": set(),
    "audit.reader": set(),
    "audit.editions": {
        "audit.decisions",
        "audit.ledger",
        "audit.names",
        "audit.posts",
        "audit.reader",
        "audit.reaudit",
        "classifiers.categories",
        "reports.edition_view",
        "reports.view",
    },
    "audit.forget": {"audit.errors", "audit.ledger", "classifiers.store"},
    "audit.review": {"audit.cases", "audit.decisions", "audit.ledger"},
    "audit.saved": {"audit.archive", "audit.decisions", "audit.errors", "audit.identity", "audit.ledger"},
    "audit.act": {
        "audit.__version__",
        "audit.act",
        "audit.archive",
        "audit.cases",
        "audit.decisions",
        "audit.errors",
        "audit.guidance",
        "audit.identity",
        "audit.ledger",
        "audit.outputs",
        "audit.page",
        "audit.parsers",
        "audit.posts",
        "audit.reaudit",
        "audit.wording",
        "classifiers.categories",
        "reports.act_view",
    },
    "audit.prove": {
        "audit.prove",
        "audit.decisions",
        "audit.errors",
        "audit.findings",
        "audit.identity",
        "audit.ledger",
        "audit.page",
        "audit.parsers",
        "audit.posts",
        "audit.reaudit",
        "audit.wording",
        "classifiers.categories",
        "reports.prove_view",
    },
    "audit.cases": {"audit.decisions", "audit.findings", "audit.identity", "audit.ledger", "audit.posts"},
    "audit.errors": set(),
    "audit.wording": set(),
    "classifiers": {"classifiers"},
    "reports": {"reports"},
}


def room_of(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return parts[0] if parts[0] in ("classifiers", "reports") else ".".join(parts[:2])


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module == "audit"
            found |= {f"audit.{alias.name}" for alias in node.names} if whole else {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] in ("audit", "classifiers", "reports")}


MODULES = sorted(
    path
    for folder in ("audit", "classifiers", "reports")
    for path in (HOUSE / folder).rglob("*.py")
    if room_of(path) in PLAN
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_knows_only_the_rooms_of_the_plan(path: Path) -> None:
    """Tables flow one way; a room gets what it needs as an argument."""
    allowed = PLAN[room_of(path)]
    known = tuple(f"{room}." for room in allowed)
    strangers = {name for name in imports(path) if not f"{name}.".startswith(known)}

    assert not strangers


def test_only_doors_print_ask_or_exit() -> None:
    """Rooms return; the command line, the page and developers' scripts talk."""
    doors = {"__main__.py", "calibrate.py", "build.py"}
    for folder in ("audit", "classifiers", "reports"):
        for path in (HOUSE / folder).rglob("*.py"):
            if path.name in doors or {"web", "cli"} & set(path.parts):
                continue
            calls = {node.func.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                     if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
            assert not calls & {"print", "input", "exit", "quit"}, path
