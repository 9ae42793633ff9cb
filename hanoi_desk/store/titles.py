"""The words by which a record is known in lists, in alphabetical order, and in the search."""

from collections.abc import Callable
from typing import Any

from hanoi_desk.records import (
    Appointment,
    Ask,
    Attachment,
    Commitment,
    Coverage,
    DomesticStep,
    Event,
    FollowUp,
    Meeting,
    Message,
    Mission,
    Officer,
    Organisation,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Pack,
    PackEdition,
    PackText,
    Participant,
    Person,
    Record,
    Source,
    Statement,
    Treaty,
    TreatyAction,
)

_TITLES: dict[type[Record], Callable[[Any], str]] = {
    Participant: lambda r: r.name_en,
    Treaty: lambda r: r.short_en or r.title_en,
    TreatyAction: lambda r: r.text,
    DomesticStep: lambda r: r.text,
    Mission: lambda r: r.name_en,
    Officer: lambda r: r.name,
    Organisation: lambda r: r.name_en,
    Person: lambda r: r.name,
    Appointment: lambda r: r.title,
    Event: lambda r: r.name,
    Outreach: lambda r: r.summary or first_line(r.notes),
    OutreachCountry: lambda r: first_line(r.said),
    OutreachPerson: lambda r: r.name,
    Commitment: lambda r: first_line(r.words),
    FollowUp: lambda r: r.what,
    Source: lambda r: r.title,
    Message: lambda r: r.code,
    Coverage: lambda r: r.note,
    Ask: lambda r: r.what,
    Attachment: lambda r: r.name,
    Meeting: lambda r: r.topic or r.counterpart_text or r.ours_text,
    Statement: lambda r: first_line(r.words),
    Pack: lambda r: r.name,
    PackText: lambda r: first_line(r.text_vi or r.text_en),
    PackEdition: lambda r: r.document,
}


def title(record: Record) -> str:
    """Return the words by which a record is known, in the language in which they were written; may be empty."""
    return _TITLES[type(record)](record)


def first_line(text: str) -> str:
    """Return the first line of a note, at most 120 characters of it, for a list."""
    line = text.strip().partition("\n")[0].strip()
    return line if len(line) <= 120 else line[:119].rstrip() + "…"
