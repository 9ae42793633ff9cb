"""The list of who took the whole desk out of its encryption, and when: such a copy anybody can read."""

import json
from dataclasses import dataclass
from datetime import datetime

from hanoi_desk.store import Store

_KEY = "plain_exports"
#: So many are remembered, the newest.
_MOST = 50


@dataclass(frozen=True, slots=True)
class PlainExport:
    """A folder with the whole desk in it: when it was written, by the officer with this identifier, how many records.

    Where it was written is not kept: it may be a person's own folder.
    """

    at: datetime
    who: str
    records: int


def note_plain_export(store: Store, now: datetime, records: int) -> None:
    """Remember that the whole desk was written without encryption."""
    noted = [{"at": one.at.isoformat(), "who": one.who, "records": one.records} for one in plain_exports(store)]
    new = {"at": now.isoformat(timespec="minutes"), "who": store.who, "records": records}
    store.set_local(_KEY, json.dumps([new, *noted][:_MOST]))


def plain_exports(store: Store) -> list[PlainExport]:
    """Return the exports that are remembered, newest first."""
    try:
        noted = json.loads(store.local(_KEY) or "[]")
        return [PlainExport(datetime.fromisoformat(one["at"]), str(one["who"]), int(one["records"])) for one in noted]
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return []
