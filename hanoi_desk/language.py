"""The words, dates and numbers of the interface and of documents, in English or Vietnamese, and of documents in French.

All words stand in `resources/data/words.csv`; the terms of the trade in `glossary.csv`, which `words.csv` points to
instead of repeating them.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType

from hanoi_desk.assets import asset
from hanoi_desk.records import (
    Commitment,
    Event,
    Mission,
    Officer,
    Organisation,
    Participant,
    Person,
    Precision,
    Treaty,
)
from hanoi_desk.values import Value, frozen


class Language(StrEnum):
    """A language of the interface and of documents; French is one of documents alone.

    A document in French has its fixed words, names of States, dates and numbers in French; what the message bank or an
    officer says stands in it in English, and so does a word that has no French.
    """

    EN = "en"
    VI = "vi"
    FR = "fr"


#: The languages in which the program itself speaks.
INTERFACE = (Language.EN, Language.VI)


@frozen
class Term(Value):
    """A word or sentence in its languages, French only where documents print it. `note` says when to use it."""

    en: str
    vi: str
    fr: str = ""
    note: str = ""


@cache
def glossary() -> Mapping[str, Term]:
    """Return the terms of the trade by their key, in the order of the glossary."""
    return MappingProxyType({row["key"]: _term(row) for row in _rows("glossary.csv")})


@cache
def terms() -> Mapping[str, Term]:
    """Return every word by its key: the glossary, `words.csv`, whose empty cells are those of `same_as`, the errors."""
    found = dict(glossary())
    for row in _rows("words.csv"):
        base = found[row["same_as"]] if row["same_as"] else Term("", "")
        found[row["key"]] = Term(row["en"] or base.en, row["vi"] or base.vi, row["fr"] or base.fr, base.note)
    for row in _rows("errors.csv"):  # see hanoi_desk/errors.py
        found[f"error.{row['key']}"] = Term(row["en"], row["vi"])
        found[f"error.{row['key']}.do"] = Term(row["en_do"], row["vi_do"])
    return MappingProxyType(found)


@cache
def _set_in_french(text: str) -> str:
    """Return the text with the apostrophe of print, and no-break spaces inside quotation marks and before signs."""
    return _FRENCH_SPACE.sub("\u00a0", _FRENCH_APOSTROPHE.sub("’", text))


_FRENCH_SPACE = re.compile(r" (?=[:;?!»%])|(?<=«) ")
_FRENCH_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def _rows(name: str) -> list[dict[str, str]]:
    with asset(f"data/{name}").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        names = next(rows)
        return [dict(zip(names, row, strict=True)) for row in rows if row]


def _term(row: dict[str, str]) -> Term:
    return Term(row["en"], row["vi"], row["fr"], row["note"])


def word(key: str, language: Language, **gaps: object) -> str:
    """Return the word or sentence, its gaps filled; whole numbers are written as the language writes them.

    A cell "one day|{n} days" holds the singular, used when the gap `n` is 1, in French also when it is 0, before the
    plural. A word without French is English. Raises KeyError for an unknown key or a gap left open.
    """
    term = terms()[key]
    text = term.vi if language is Language.VI else term.en
    if language is Language.FR and term.fr:
        text = _set_in_french(term.fr)
    if "|" in text:
        one, many = text.split("|")
        text = one if gaps.get("n") == 1 or (gaps.get("n") == 0 and language is Language.FR) else many
    if "{" not in text:
        return str(text)
    return str(text.format_map({name: _gap(value, language) for name, value in gaps.items()}))


def _gap(value: object, language: Language) -> str:
    return number(value, language) if type(value) is int else str(value)


_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def word_key(member: Enum) -> str:
    """Return the key of an enum's member, such as `outreach_kind.note_verbale`."""
    return f"{_HUMP.sub('_', type(member).__name__).lower()}.{member.value}"


def word_of(member: Enum, language: Language) -> str:
    """Return the label of an enum's member, its first letter large; `word(word_key(member), …)` suits a sentence."""
    return capital(word(word_key(member), language))


def field_word(table: str, field: str, language: Language) -> str:
    """Return the label of a record's field, for histories and forms. Raises KeyError if it has none."""
    own = f"field.{table}.{field}"
    return capital(word(own if own in terms() else f"field.{field}", language))


def capital(text: str) -> str:
    """Return the text with its first letter large, the others as they are: a word of the glossary as a heading."""
    return text[:1].upper() + text[1:]


def sign(text: str, language: Language) -> str:
    """Return a sign that stands between two texts, ": " or "; ", in French with a no-break space before it."""
    return f"\u00a0{text}" if language is Language.FR else text


def joined(parts: Iterable[str], language: Language) -> str:
    """Return "A, B and C"."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} {word('list.and', language)} {last}" if first else last


Named = Participant | Treaty | Mission | Organisation | Event | Person | Officer


def name_of(record: Named, language: Language) -> str:
    """Return the record's name in the language, or in another where it has none; a treaty's is its short one."""
    if language is Language.FR and (name := _french_name(record)):
        return name
    match record:
        case Participant() | Mission() | Organisation():
            names = (record.name_en, record.name_vi)
        case Treaty():
            names = (record.short_en or record.title_en, record.short_vi or record.title_vi or record.short_en)
        case Event():
            names = (record.name, record.name_vi)
        case _:  # a person is called alike in every language
            names = (record.name, record.name)
    wanted, other = names[::-1] if language is Language.VI else names
    return wanted or other


def title_of(treaty: Treaty, language: Language) -> str:
    """Return the full title of a treaty in the language, in English where it has none."""
    titles = {Language.VI: treaty.title_vi, Language.FR: treaty.title_fr}
    return titles.get(language) or treaty.title_en


def shipped(text: str, language: Language) -> str:
    """Return what the shipped record says in English of a treaty, such as its place of signature; other text as is."""
    keys = ("treaty.at_headquarters", "treaty.secretary_general")
    return next((word(key, language) for key in keys if word(key, Language.EN) == text), text)


def _french_name(record: Named) -> str:
    match record:
        case Participant() | Organisation():
            return record.name_fr
        case Treaty():
            return record.short_fr or record.title_fr
        case _:
            return ""


# Dates (vn-document-format.md, section 2)


def long_date(day: date, language: Language) -> str:
    """Return "5 February 2027", "ngày 05 tháng 02 năm 2027" or "5 février 2027"; the first is "1er"."""
    return _join_date(_day_month(day, language), str(day.year), language)


def short_date(day: date) -> str:
    """Return "05/02/2027", alike in both languages."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def month_year(day: date, language: Language) -> str:
    """Return "February 2027", "tháng 02 năm 2027" or "février 2027"."""
    return _join_date(_month(day, language), str(day.year), language)


def date_range(first: date, last: date | None, language: Language) -> str:
    """Return "25-26 October 2025", "từ ngày 25 đến ngày 26 tháng 10 năm 2025" or "25-26 octobre 2025".

    It is one day if `last` is None; from one month to another it is "du 30 octobre au 2 novembre 2025" in French.
    """
    if last is None or last == first:
        return long_date(first, language)
    if first.year != last.year:
        start = long_date(first, language)
    elif first.month != last.month:
        start = _day_month(first, language)
    else:
        start = _day(first, language)
    if language is Language.VI:
        return f"từ {start} đến {long_date(last, language)}"
    if language is Language.FR and not start.isdigit():
        return f"du {start} au {long_date(last, language)}"
    return f"{start}{'-' if start.isdigit() else ' - '}{long_date(last, language)}"


def short_range(first: date, last: date | None) -> str:
    """Return "25-26/10/2025", alike in both languages; one day if `last` is None."""
    if last is None or last == first:
        return short_date(first)
    start = short_date(first)
    if first.year == last.year:
        start = start[:2] if first.month == last.month else start[:5]
    return f"{start}-{short_date(last)}"


def _day(day: date, language: Language) -> str:
    if language is Language.FR and day.day == 1:
        return "1er"
    return f"ngày {day.day:02}" if language is Language.VI else str(day.day)


def _month(day: date, language: Language) -> str:
    if language is not Language.VI:
        return word(f"month.{day.month}", language)
    return f"tháng {day.month:02}" if day.month < 3 else f"tháng {day.month}"  # months 1 and 2 alone take the zero


def _day_month(day: date, language: Language) -> str:
    return f"{_day(day, language)} {_month(day, language)}"


def _join_date(start: str, year: str, language: Language) -> str:
    return f"{start} năm {year}" if language is Language.VI else f"{start} {year}"


def clock(at: datetime | time | str, language: Language, *, brief: bool = False) -> str:
    """Return "14:30", "14 giờ 30" ("14h30" in a table, when `brief`) or "14 h 30" likewise.

    A text is read as "HH:MM".
    """
    if isinstance(at, str):
        at = time.fromisoformat(at)
    if language is Language.EN:
        return f"{at.hour:02}:{at.minute:02}"
    if brief:
        return f"{at.hour}h{at.minute:02}"
    if language is Language.FR:
        return f"{at.hour}\u00a0h\u00a0{at.minute:02}" if at.minute else f"{at.hour}\u00a0h"
    return f"{at.hour} giờ {at.minute:02}" if at.minute else f"{at.hour} giờ"


def moment(at: datetime) -> str:
    """Return "22/11/2026 14:30", the stamp of headers and histories, alike in both languages."""
    return f"{short_date(at)} {at.hour:02}:{at.minute:02}"


# Numbers

_TO_VIETNAMESE = str.maketrans(",.", ".,")
_TO_FRENCH = str.maketrans(",.", "\u00a0,")


def number(value: object, language: Language, digits: int | None = None) -> str:
    """Return "1,234.5", "1.234,5" or "1 234,5".

    It has as many digits after the mark as asked: by default one, none for an int.
    """
    if not isinstance(value, int | float | Decimal):
        raise TypeError(f"not a number: {value!r}")
    places = digits if digits is not None else 0 if isinstance(value, int) else 1
    text = f"{value:,.{places}f}"
    if language is Language.FR:
        return text.translate(_TO_FRENCH)
    return text.translate(_TO_VIETNAMESE) if language is Language.VI else text


def percent(share: float, language: Language, digits: int = 0) -> str:
    """Return a share of one as "45%", with one digit as "45,5%" in Vietnamese and "45,5 %" in French."""
    return number(share * 100.0, language, digits) + ("\u00a0%" if language is Language.FR else "%")


def ordinal(value: int, language: Language) -> str:
    """Return "1st", "22nd", "40th", or "thứ nhất", "thứ 22", "thứ 40", or "1er", "22e", "40e"."""
    if language is Language.FR:
        return "1er" if value == 1 else f"{value}e"
    if language is Language.VI:
        return f"thứ {('nhất', 'hai', 'ba', 'tư', 'năm')[value - 1] if 1 <= value <= 5 else value}"
    tail = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{tail}"


# Time told in words


def days(count: int, language: Language) -> str:
    """Return "1 day", "47 days" or "47 ngày"."""
    return word("time.days", language, n=count)


def days_left(count: int, language: Language) -> str:
    """Return "39 days left", "last day today" at 0, "closed" below 0; in Vietnamese "Còn 39 ngày" and so on."""
    if count < 0:
        return word("time.closed", language)
    return word("time.days_left", language, n=count) if count else word("time.last_day", language)


def age(day: date, today: date, language: Language) -> str:
    """Return "today", "yesterday", "8 days ago", or for a day to come "tomorrow", "in 5 days"."""
    past = (today - day).days
    if -1 <= past <= 1:
        return word(("time.today", "time.yesterday", "time.tomorrow")[past], language)
    return word("time.ago", language, n=past) if past > 0 else word("time.ahead", language, n=-past)


def checked(day: date, today: date, language: Language) -> str:
    """Return "checked 47 days ago" or "kiểm chứng cách đây 47 ngày", for the age of a fact."""
    past = (today - day).days
    if past > 1:
        return word("time.checked_ago", language, n=past)
    return word("time.checked", language, when=age(day, today, language))


def overdue(due: date, today: date, language: Language) -> str:
    """Return "8 days overdue" or "Quá hạn 8 ngày"."""
    return word("time.overdue", language, n=(today - due).days)


def promised_for(commitment: Commitment, language: Language) -> str:
    """Return by when a promise is to be kept, as exactly as it was given: "by the end of March 2027"."""
    return by_when(commitment.by, commitment.precision, commitment.by_words, language)


def by_when(by: date | None, precision: Precision, by_words: str, language: Language) -> str:
    """Return "by 31 March 2027", "in the first quarter of 2027", "at the spring session", or what was said instead.

    `by` is the last day of the period; `by_words` are the speaker's own, such as the name of a session.
    """
    said = by_words.strip()
    if precision is Precision.SESSION:
        return word("by.session", language, session=said) if said else word("by.some_session", language)
    if by is None or precision is Precision.NONE:
        return said or word("by.none", language)
    quarter = (by.month + 2) // 3
    return word(
        f"by.{precision.value}",
        language,
        day=long_date(by, language),
        month=month_year(by, language),
        quarter=word(f"quarter.{quarter}", language),
        year=str(by.year),
    )


_BOUND = re.compile(
    r"\b(Điều|điều|Khoản|khoản|Điểm|điểm|Ngày|ngày|Tháng|tháng|Năm|năm|Articles?|[Aa]rts?\.|par\.|paragraphs?) (?=\d)"
    r"|(?<=\d) (?=văn kiện|ngày|giờ|instruments?\b|days?\b|jours?\b)"
)


def bound(text: str) -> str:
    """Return the text with no-break spaces where a line may not end: "Điều 65", "ngày 22", "40 văn kiện"."""
    return _BOUND.sub(lambda hit: (hit[1] or "") + "\u00a0", text)
