"""Facebook's HTML pages, taken apart: `pages` cuts a page into entries, `walk` reads an entry's blocks, the others one
kind of page each. `audit/parsers/facebook_html.py` says which file is read by what.
"""
