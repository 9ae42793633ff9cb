"""The window: shows records, asks for new ones and calls the desk."""
