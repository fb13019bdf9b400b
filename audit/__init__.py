"""Backscroll's program: from a downloaded archive to a private report.

    export → archive → parsers → posts table → classifiers → findings → ledger → reports

`cli` is the door, `pipeline` the corridor; each room takes what it needs as an argument and gives something new back.
Nothing heavy is imported here, so that `backscroll --help` is there at once.
"""

__version__ = "0.1.0"
