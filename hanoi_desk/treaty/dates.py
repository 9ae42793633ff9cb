"""The date rules of the final clauses: pure calendar arithmetic on the depositary's dates.

Calendar days, the day of deposit being day 0; no working days, no holidays, and no time of day (treaty-rules.md, 4.2).
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hanoi_desk.records import Treaty

#: The depositary works in New York: its calendar decides which day an act falls on, and the last day of signature.
NEW_YORK = ZoneInfo("America/New_York")


def new_york_day(moment: datetime) -> date:
    """Return the date in New York at an aware moment.

    Raises ValueError for a moment without a time zone, which could be off by a day.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone to become a New York date")
    return moment.astimezone(NEW_YORK).date()


def plus_days(start: date, days: int) -> date:
    """Return the date so many days after another, or the last date of the calendar where there is none later."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return date.max


def one_year_after(start: date) -> date:
    """Return the same day one year later; 28 February for 29 February.

    A period counted in years ends, where the last month lacks the day, on the last day of that month.
    """
    if start.year == date.max.year:
        return date.max
    if (start.month, start.day) == (2, 29):
        return start.replace(year=start.year + 1, day=28)
    return start.replace(year=start.year + 1)


def general_date(deposit_of_threshold: date, days_after: int) -> date:
    """Return the day a treaty enters into force, from the deposit that reached the threshold (article 65(1))."""
    return plus_days(deposit_of_threshold, days_after)


def later_date(general: date, own_deposit: date, trigger: date, later_days: int) -> date:
    """Return the day a treaty enters into force for one participant (article 65, paragraph 2).

    `general` is the general date and `trigger` the deposit that fixed it. A participant that deposited on or before
    `trigger` has the general date; any other the later of that and `later_days` after its own deposit.
    """
    return general if own_deposit <= trigger else max(general, plus_days(own_deposit, later_days))


def may_be_signed(treaty: Treaty, day: date) -> bool:
    """Tell whether the treaty is open for signature on a New York date; the first and the last day count.

    A treaty of which neither the opening nor the close is known is taken as not open: nothing proves that it is.
    """
    if treaty.opens_on is None and treaty.closes_on is None:
        return False
    return (treaty.opens_on is None or treaty.opens_on <= day) and (treaty.closes_on is None or day <= treaty.closes_on)


def signature_days_left(treaty: Treaty, moment: datetime) -> int | None:
    """Return the whole days from the New York date of an aware moment to the last day of signature.

    0 on the last day itself; None after it, or where signature has no known end.
    """
    if treaty.closes_on is None:
        return None
    left = (treaty.closes_on - new_york_day(moment)).days
    return left if left >= 0 else None
