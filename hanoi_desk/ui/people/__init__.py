"""What is done with persons in dialogs: a post ended, two records compared and made one, a person erased."""
