"""Hanoi Desk: a diplomat's desk for the United Nations Convention against Cybercrime, the Hanoi Convention."""

__version__ = "0.1.0"
