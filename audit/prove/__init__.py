"""Prove: what the ledger can show of looking back, without a word of any post.

`standing_of(ledger)` gathers what the ledger knows of the newest audit; every other module makes one thing of it:

    outcomes      a finding's presence and decision → what came of it, in the words that every output uses
    history       → past audits, and what is new, gone or still there
    elusion       posts that were not raised → a random sample to read; what was read → how many were missed at most
    statement     → the content-free statement for the renewal file; `seal` commits to what it rests on
    agenda        → questions to take to supervision
    reflection    → the draft of a reflective account, in the form that a body expects; `bodies` knows the bodies
    reminder      a renewal date → a calendar; `icalendar` writes it

Nothing here reads an export but the sample, and that only shows words where the door lets it.
"""
