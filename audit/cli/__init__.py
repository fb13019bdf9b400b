"""A door: the command line. Only doors print, ask or exit. One module here = one group of commands.

Exit status: 0 a report (or answer) was given, however much of the export was broken; 1 nothing could be read or
written, said in one plain sentence; 2 the command itself cannot be meant so.
"""

from audit.cli import act, columns, decide, keep, page, prove, sample, scan
from audit.cli._app import app, main

__all__ = ["act", "app", "columns", "decide", "keep", "main", "page", "prove", "sample", "scan"]
