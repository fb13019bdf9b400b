"""Invented exports in the networks' true layouts and quirks: a folder a network, in it a folder a vintage.

Beside each folder `<vintage>.expected.jsonl` says what we make of it. Nobody in them exists.
"""
