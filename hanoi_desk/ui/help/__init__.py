"""The help as it is shown and printed: every sentence is drawn from plain values, never from markup."""
