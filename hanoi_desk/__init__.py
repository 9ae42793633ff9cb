"""Hanoi Desk: a diplomat's desk for the Hanoi Convention."""
