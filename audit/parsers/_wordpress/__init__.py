"""WordPress's export file, taken apart: `blog` knows whose blog it is, `items` reads what stands in it.

The file is RSS with the blog's own elements (`wp:`), whose namespace carries the version: 1.0 of 2010 names no authors,
1.1 and 1.2 name them at the top. `content:encoded` and `excerpt:encoded` differ in their namespace only.
"""
