"""Decisions in, work to do out: lists, files and letters. Nothing here acts on an account; the person does.

    gate        refuses whatever would help to remove, hide or reword while something is open or likely
    ways        where to click, by network, decision and kind of post; what stays behind
    worklist    what is still to be done, in small batches, riskiest first; ticks: what was done
    copies      which copies survive, and who can be asked
    handoff     the posts to be removed, in a folder for bulk tools; x_files: in X's own forms; records: their originals
                from the export, character by character; readme: what each file is for
    aftermath   what to do having found one's own past disclosure; clocks: until when; authorities: by which rules
    letters     drafts with blanks, without anything of a client

A new network needs nothing here: without a module of its own in `ways` its parser's steps are given.
"""
