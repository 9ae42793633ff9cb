"""Which class shows which page or dialog, loaded when first asked for, so that the window is there at once.

The names are data and not imports for that one reason: drawing PDF alone costs more than half of a start.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

_MODULES = {
    "application": ("app", "Application"),
    "overview": ("overview_page", "OverviewPage"),
    "countries": ("countries_page", "CountriesPage"),
    "outreach": ("list_pages", "OutreachPage"),
    "commitments": ("commitments_page", "CommitmentsPage"),
    "follow_ups": ("follow_ups_page", "FollowUpsPage"),
    "asks": ("asks_page", "AsksPage"),
    "my_day": ("my_day_page", "MyDayPage"),
    "people": ("people_page", "PeoplePage"),
    "organisations": ("organisations_page", "OrganisationsPage"),
    "missions": ("missions_page", "MissionsPage"),
    "officers": ("missions_page", "OfficersPage"),
    "coverage": ("coverage_page", "CoveragePage"),
    "events": ("events_page", "EventsPage"),
    "programme": ("events.programme_page", "ProgrammePage"),
    "plenary": ("events.plenary_page", "PlenaryPage"),
    "packs": ("packs.page", "PacksPage"),
    "return": ("return_page", "ReturnPage"),
    "return_file": ("return_file", "write_return_file"),
    "treaty": ("treaty_page", "TreatyPage"),
    "bank": ("message_bank_page", "MessageBankPage"),
    "settings": ("settings_page", "SettingsPage"),
    "trash": ("trash_page", "TrashPage"),
    "safekeeping": ("safekeeping_page", "SafekeepingPage"),
    "log_form": ("log_form", "LogForm"),
    "brief": ("brief_dialog", "BriefDialog"),
    "calendar": ("calendar_dialog", "CalendarDialog"),
    "workbook": ("workbook.choosing", "choose_workbook"),
    "help": ("help_window", "HelpWindow"),
    "tour": ("tour", "Tour"),
    "keys": ("about", "KeysDialog"),
    "about": ("about", "AboutDialog"),
    "support": ("support_dialog", "SupportDialog"),
    "record": ("record_dialog", "RecordDialog"),
    "finder": ("search_results", "Finder"),
    "new_date": ("new_date", "NewDate"),
    "record_form": ("record_form", "RecordForm"),
    "first_start": ("first_start", "FirstStart"),
    "make_desk": ("making", "make_desk"),
    "make_behind": ("making", "make_behind"),
    "unlock": ("unlock", "Unlock"),
    "waiting": ("safekeeping.waiting", "Waiting"),
    "rescue": ("safekeeping.rescue", "offer_for_closed"),
}


#: What is loaded while nobody waits, the likeliest first, in pieces that nobody notices; documents are too large.
_PIECES = (
    "hanoi_desk.ui.search_results",
    "hanoi_desk.ui.listings",
    "hanoi_desk.ui.detail",
    "hanoi_desk.ui.forms",
    "hanoi_desk.ui.list_pages",
    "hanoi_desk.ui.commitments_page",
    "hanoi_desk.ui.follow_ups_page",
    "hanoi_desk.ui.events_page",
    "hanoi_desk.ui.log.sheet",
    "hanoi_desk.ui.log_form",
    "hanoi_desk.ui.countries.dossier",
    "hanoi_desk.ui.countries.country_list",
    "hanoi_desk.ui.countries_page",
    "hanoi_desk.ui.my_day_page",
    "hanoi_desk.ui.people_page",
    "hanoi_desk.ui.return_page",
    "hanoi_desk.ui.asks_page",
    "hanoi_desk.ui.organisations_page",
    "hanoi_desk.ui.missions_page",
    "hanoi_desk.ui.events.programme_page",
    "hanoi_desk.ui.events.plenary_page",
)


def load_pieces() -> Iterator[str]:
    """Load what will be asked for sooner or later, a piece at each step, and yield its name."""
    for piece in _PIECES:
        import_module(piece)
        yield piece


def class_of(key: str) -> Any:
    """Return the class that shows a page or dialog."""
    module, name = _MODULES[key]
    return getattr(import_module(f"hanoi_desk.ui.{module}"), name)
