"""Run the benchmarks, each case in a process of its own, and print their tables."""

import json
import subprocess
import sys

from benchmarks import cases


def main() -> None:
    """Print a table a case."""
    wanted = sys.argv[1:] or list(cases.CASES)
    for name in wanted:
        script = f"import json; from benchmarks import cases; print(json.dumps(cases.CASES[{name!r}]()))"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        rows = json.loads(done.stdout.splitlines()[-1])
        print(f"\n{cases.TITLES[name]}\n")
        header = list(rows[0])
        print("| " + " | ".join(header) + " |\n|" + "---|" * len(header))
        for row in rows:
            print("| " + " | ".join(str(row[column]) for column in header) + " |")


if __name__ == "__main__":
    main()
