"""Nothing leaves the machine: no module of ours can speak to a network, and an audit runs with sockets closed."""

import ast
import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
TALKERS = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "urllib3"}


def test_no_module_of_ours_imports_a_network_library() -> None:
    """Only the local page's folder may, and the developers' script that fetches the encoder's weights."""
    for folder in ("audit", "classifiers", "reports"):
        for path in (HOUSE / folder).rglob("*.py"):
            if "web" in path.parts or path.name == "build.py":
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
            names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
            assert not names & TALKERS, path


def test_an_audit_runs_with_sockets_closed(tmp_path: Path) -> None:
    """Any attempt to make a socket, by us or by a library, would end the run."""
    script = f"""
import socket, sys
def refuse(*a, **k): raise SystemExit("a socket was made")
class Closed(socket.socket):  # a class still, since libraries inherit from it when they are imported
    __init__ = refuse
socket.socket, socket.create_connection, socket.getaddrinfo = Closed, refuse, refuse
from audit.cli import main
sys.argv = ["backscroll", "scan", {str(HOUSE / "sample_exports" / "twitter" / "2024")!r}, "-o", "r.html"]
main()
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(HOUSE)}, check=False)  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "r.html").exists()


def test_what_runs_the_encoder_neither_calls_home_nor_leaves_anything(tmp_path: Path) -> None:
    """onnxruntime's own telemetry speaks past Python's sockets; it is off if it makes no id, store or session."""
    script = "from classifiers.encoder import Encoder; Encoder.load().layers(['tea'])"
    quiet = {name: value for name, value in os.environ.items() if name not in ("CI", "ORT_DISABLE_TELEMETRY")}
    places = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR")}
    done = subprocess.run([sys.executable, "-B", "-c", script], cwd=HOUSE, capture_output=True, text=True,
                          env={**quiet, **places}, check=False)  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*")) == []
