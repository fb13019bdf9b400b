"""Speed and memory, as ratios to a lower bound that is measured in the same run.

`python -m benchmarks` (or `make bench`) prints the tables; names of cases behind it run those alone; `--write` puts the
tables into `docs/benchmarks.md`. `made` makes the exports, `measure` reads them, `cases`, `html`, `large` and `scoring`
say which.
"""
