"""`python -m audit` is the same as `backscroll`."""

from audit.cli import main

main()
