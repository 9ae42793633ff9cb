"""From when to when something holds, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from hanoi_desk.language import short_date


def span(first: date | None, last: date | None) -> str:
    """Return the days as "01/02/2026 – 30/06/2026", "since …" or "until …", and nothing when none is known."""
    if first and last:
        return f"{short_date(first)} – {short_date(last)}"
    if first:
        return QCoreApplication.translate("spans", "since {day}").format(day=short_date(first))
    return QCoreApplication.translate("spans", "until {day}").format(day=short_date(last)) if last else ""
