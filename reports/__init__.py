"""A `view.Report` in, one HTML page out, which loads nothing from outside and works from disk.

`render_report(report)` gives the page as text. Templates see `view` dataclasses only; posts in them are hostile text.
"""
