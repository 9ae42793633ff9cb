"""Which class shows which page or dialog, loaded when first asked for, so that the window is there at once.

The names are data and not imports for that one reason: drawing PDF alone costs more than half of a start.
"""

from importlib import import_module
from typing import Any

_MODULES = {
    "overview": ("overview_page", "OverviewPage"),
    "countries": ("countries_page", "CountriesPage"),
    "outreach": ("list_pages", "OutreachPage"),
    "commitments": ("list_pages", "CommitmentsPage"),
    "follow_ups": ("list_pages", "FollowUpsPage"),
    "people": ("list_pages", "PeoplePage"),
    "events": ("list_pages", "EventsPage"),
    "treaty": ("treaty_page", "TreatyPage"),
    "settings": ("settings_page", "SettingsPage"),
    "log_form": ("log_form", "LogForm"),
    "brief": ("brief_dialog", "BriefDialog"),
    "keys": ("about", "KeysDialog"),
    "about": ("about", "AboutDialog"),
}


def class_of(key: str) -> Any:
    """Return the class that shows a page or dialog."""
    module, name = _MODULES[key]
    return getattr(import_module(f"hanoi_desk.ui.{module}"), name)
