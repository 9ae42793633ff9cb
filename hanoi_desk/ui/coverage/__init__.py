"""Who looks after whom: the table that is filled in place, and its import from a sheet."""
