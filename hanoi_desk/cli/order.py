"""What a call of `hanoi-desk pack` asks for, worked out from its options and from the pack on file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.unknown import unknown_country
from hanoi_desk.desk import participant_names
from hanoi_desk.language import Language, name_of, terms, word_key
from hanoi_desk.records import (
    DocumentLanguage,
    Mission,
    Officer,
    Pack,
    Paper,
    Participant,
    Product,
    RegionalGroup,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A product that is asked for: on whom, in which languages and on which paper, as of when, and where it goes.

    Without a saved pack, `pack` is None; `facet` is what the countries were chosen by, in words.
    """

    store: Store
    product: Product
    participants: tuple[Participant, ...]
    languages: tuple[Language, ...]  # in the order in which they stand in the document
    paper: Paper
    moment: datetime
    printed_at: datetime
    target: Path | None  # None only where the text is printed and nothing written
    pack: Pack | None = None
    facet: str = ""
    officer: Officer | None = None
    mission: Mission | None = None

    def output(self) -> Path:
        """Return the file to write; raises ValueError where none was named."""
        if self.target is None:
            raise ValueError("no file was named")
        return self.target

    def unit(self, language: Language) -> str:
        """Return the name of our own mission, nothing where the desk knows of none."""
        return name_of(self.mission, language) if self.mission else ""


def order_of(call: Call, store: Store) -> Order:
    """Return what is asked; a saved pack gives what the options leave open.

    :raises ClearNo: for a pack, a country or a group that is not on file, or where nothing says which product or whom.
    """
    asked, console = call.asked, call.console
    pack = _pack(call, store) if asked.pack else None
    product = asked.product or (pack.product if pack else None)
    if product is None:
        raise ClearNo(console.word("cli.pack.no_product"))
    language = asked.language or (pack.language if pack else None)
    languages = _languages(language) if language else (console.language,)
    return Order(
        store=store,
        product=product,
        participants=_participants(call, store, pack),
        languages=languages,
        paper=asked.paper or (pack.paper if pack else Paper.A4),
        moment=call.moment(),
        printed_at=call.now,
        target=asked.output,
        pack=pack,
        facet=asked.group or (pack.facet if pack else ""),
        officer=store.get(Officer, store.who),
        mission=store.get(Mission, store.local("mission") or ""),
    )


def _languages(language: DocumentLanguage) -> tuple[Language, ...]:
    return tuple(Language(code) for code in language.value.split("+"))


def _pack(call: Call, store: Store) -> Pack:
    wanted = fold(call.asked.pack)
    found: list[Pack] = [pack for pack in store.all(Query(Pack)) if fold(pack.name) == wanted]
    if len(found) != 1:
        key = "cli.pack.many_packs" if found else "cli.pack.no_pack"
        raise ClearNo(call.console.word(key, name=call.asked.pack))
    return found[0]


def _participants(call: Call, store: Store, pack: Pack | None) -> tuple[Participant, ...]:
    asked = call.asked
    if asked.all:
        return tuple(store.all(Query(Participant)))
    if asked.group:
        return _of_group(call, store, asked.group)
    if asked.countries:
        return _named(call, store, asked.countries)
    return tuple(store.many(Participant, list(pack.participants))) if pack else ()


def _named(call: Call, store: Store, text: str) -> tuple[Participant, ...]:
    names = participant_names(store)
    whole = names.find(text)
    if whole is not None:  # a name may hold a comma
        return (store.need(Participant, whole),)
    found: dict[str, Participant] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        id_ = names.find(part)
        if id_ is None:
            raise ClearNo(unknown_country(store, names, part, call.console))
        found[id_] = store.need(Participant, id_)
    return tuple(found.values())


def _of_group(call: Call, store: Store, text: str) -> tuple[Participant, ...]:
    wanted = fold(text)
    everyone: Sequence[Participant] = store.all(Query(Participant))
    for group in RegionalGroup:
        if wanted in _spellings(word_key(group), group.value):
            return tuple(one for one in everyone if one.group is group)
    for key in sorted({key for one in everyone for key in one.memberships}):
        if wanted in _spellings(f"membership.{key}", key):
            return tuple(one for one in everyone if key in one.memberships)
    raise ClearNo(call.console.word("cli.pack.no_group", name=text))


def _spellings(key: str, value: str) -> set[str]:
    term = terms().get(key)
    return {fold(text) for text in (value, value.replace("_", " "), *((term.en, term.vi) if term else ())) if text}
