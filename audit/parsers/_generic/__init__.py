"""Files that no parser knows: what is in them by name and by content, proposed to the person and read when accepted.

`forms` gives the rows of a table, of JSON or of plain text, whatever it is; `look` proposes which column holds what;
`claims` says for each file whether it is read, and how.
"""
