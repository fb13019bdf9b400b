"""How much we are willing to take out of an archive. Stated here, told in the report, tested.

An export's words are small: the largest text file that a network writes is some 100 MiB. What inflates a hundredfold
beyond that is a trap or a fault.
"""

MIB = 1 << 20

MEMBER_BYTES = 4096 * MIB  # of one member, unpacked
RATIO = 150  # unpacked to packed, once more than RATIO_FREE came out
RATIO_FREE = 64 * MIB
IN_ALL_FREE = 1024 * MIB  # of all members together, unpacked: this much, or RATIO times what was handed over
NESTED_BYTES = 200 * MIB  # packed zips inside a zip are held in memory, all of them together up to this size
NESTED_DEPTH = 3
NESTED_ZIPS = 50  # of all depths together
MEMBERS = 500_000  # names in one archive
