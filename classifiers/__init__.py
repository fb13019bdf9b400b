"""Text in, scores and reasons out. Knows no network, file or page.

`categories` names what is flagged; `labelled/*.jsonl` is the source of all that is learnt, one file an author's batch;
a fitted model is only a cache of it. `load_model()` gives the model, fitted at first use.
"""
