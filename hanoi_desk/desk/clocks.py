"""Whether the clock of the laptop is wrong: what is due, and the last day to sign, are counted from it."""

from datetime import date, datetime, timedelta

from hanoi_desk.store import Store

#: The day on which the Convention was opened for signature: no clock that is right shows an earlier one.
OPENED_ON = date(2025, 10, 25)
_LAST = "last_used"
#: Less than this is a change of zone, of summer time, or a clock that was set right.
_MOST = timedelta(hours=26)


def clock_went_back(store: Store, now: datetime) -> date | None:
    """Return the day on which the desk was last in use, or that of OPENED_ON, if the clock is well before it.

    `now` is aware, and remembered: a clock that was ahead once is told of once only.
    :raises StoreError: when that cannot be written.
    """
    last = _last_used(store)
    store.set_local(_LAST, now.isoformat())
    if now.date() < OPENED_ON:
        return max(last.date(), OPENED_ON) if last else OPENED_ON
    return last.astimezone(now.tzinfo).date() if last and last - now > _MOST else None


def _last_used(store: Store) -> datetime | None:
    try:
        at = datetime.fromisoformat(store.local(_LAST) or "")
    except ValueError:
        return None
    return at if at.tzinfo else None
