"""The command line: the same work as in the window, for scripts and for those who like to type."""

from hanoi_desk.cli.entry import main as main
