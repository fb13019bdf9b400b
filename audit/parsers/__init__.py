"""Exports in, posts and places we could not read out. One module here = one kind of export; where it is large, its
parts lie in a folder of its name with an underscore.

`read_exports(archives)` tells which networks' exports the archives hold and reads them. A module without a leading
underscore is a parser and offers:

    NETWORK     the name in the posts table
    LABEL       the name on the page
    SIGNATURE   patterns of member paths that give the export away; what stands before the match is the export's root
    READS       {pattern of a path below the root: reader}, the first match wins; (member, export) → posts, unreads
    MESSAGES    the same, for private messages: left out unless asked for
    LEFT_OUT    {pattern: why it is not read}: the report says so
    NEVER       what the network never puts in its export, a sentence each
    HOW_TO_DELETE  {kind of post, or "": steps in words}; TWO_CLICKS {kind: address that lists such posts}
  and, where needed:
    SNIFF       [(pattern of the first 4,096 bytes as text, path)]: a lone or renamed file is read as if it lay there
    account(export) → Account
    counts(export) → {path: number of records by the export's own manifest}
    finish(posts, accounts) → posts, once all of a network's members are read: joins, versions, other clocks
    remarks(export) → sentences about the whole of one export, called once after it is read, with what its readers
                counted in `export.counted`; the report shows them under the archive's name

Patterns are case-insensitive and match the whole path below the root. To add a network, add one module, one folder of
samples and one test; nothing else is edited.

What no parser claims is looked into by `_generic`, and read by `generic` as the person says (`Told`), never without.
"""

from audit.parsers._export import Account, Export
from audit.parsers._generic.claims import Proposed
from audit.parsers._reading import (
    MemberRead,
    NetworkFacts,
    Reading,
    label_told_by_head,
    labels_told_by,
    network_facts,
    networks,
    proposed_in,
    read_exports,
)
from audit.parsers._told import Columns, Me, Told

__all__ = [
    "Account",
    "Columns",
    "Export",
    "Me",
    "MemberRead",
    "NetworkFacts",
    "Proposed",
    "Reading",
    "Told",
    "label_told_by_head",
    "labels_told_by",
    "network_facts",
    "networks",
    "proposed_in",
    "read_exports",
]
