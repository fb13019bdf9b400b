"""Speed and memory, as ratios to a lower bound stated with each table and measured in the same run.

`python -m benchmarks` (or `make bench`) prints the tables; a case's name behind it runs that one alone.
"""
