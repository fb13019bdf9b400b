"""Large invented exports, made on the spot: true layouts, dull words, nothing random from run to run.

A maker takes a path and how many posts, and writes the export there as its network packs it: `feeds` for JSON, `tables`
for CSV, `pages` for XML and pages of a post each, `chats` for texts and the repository of Bluesky. `words` says what
they are made of.
"""

from benchmarks.made.words import START, sentence

__all__ = ["START", "sentence"]
