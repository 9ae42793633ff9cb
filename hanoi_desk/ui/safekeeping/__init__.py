"""The parts of the page on which a desk is kept safe: keys, backups, the lock, and the dialogs they open."""
