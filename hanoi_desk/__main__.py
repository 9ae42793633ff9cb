"""Run Hanoi Desk with `python -m hanoi_desk`."""

import sys

from hanoi_desk.cli import main

if __name__ == "__main__":
    sys.exit(main())
