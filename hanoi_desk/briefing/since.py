"""What has changed with one State since the last edition of a document, in words."""

from collections.abc import Iterator, Mapping
from datetime import date

from hanoi_desk.briefing.kept_facts import kept_facts
from hanoi_desk.language import Language, bound, long_date, short_date, sign, word
from hanoi_desk.records import PackEdition
from hanoi_desk.treaty import TreatyStatus


def changes_of(old: Mapping[str, str], new: Mapping[str, str], language: Language) -> Iterator[str]:
    """Yield what changed between two sets of facts on a State, without its name."""
    if old.get("status", "") != new.get("status", ""):
        before, after = (_status(one.get("status", ""), language) for one in (old, new))
        yield word("since.status", language, before=before, after=after)
    if new.get("contact", "") > old.get("contact", ""):
        yield word("since.contact", language, day=short_date(date.fromisoformat(new["contact"])))
    if (more := _number(new, "promises") - _number(old, "promises")) > 0:
        yield word("since.commitment", language, n=more)
    if (late := _number(new, "overdue")) > _number(old, "overdue"):
        yield word("since.overdue", language, n=late)


def since_edition(edition: PackEdition, key: str, facts: Mapping[str, str], language: Language) -> str | None:
    """Say in one sentence what is new with a State since an edition; None where the edition kept no facts at all.

    An edition without a version, 0, is one of another document: it is named by its number in the register.
    """
    before = kept_facts(edition, language)
    if not before:
        return None
    if "status" not in before.get(key, {}):
        return word("since.new", language, n=edition.number)
    day = _day(edition.made_on, language)
    news = sign("; ", language).join(changes_of(before[key], facts, language)) or word("since.nothing", language)
    if not edition.number:
        return bound(word("since.document", language, document=edition.document, day=day, news=news))
    return bound(word("since.edition", language, n=edition.number, day=day, news=news))


def _day(day: date | None, language: Language) -> str:
    if day is None:
        return word("ui.not_recorded", language).lower()
    return long_date(day, language) if language is Language.EN else short_date(day)


def _status(value: str, language: Language) -> str:
    known = {status.value for status in TreatyStatus}
    return word(f"treaty_status.{value}", language).lower() if value in known else value


def _number(facts: Mapping[str, str], name: str) -> int:
    text = facts.get(name, "")
    return int(text) if text.isdecimal() else 0
