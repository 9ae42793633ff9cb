"""What a call of `hanoi-desk pack` asks for, worked out from its options and from the pack on file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hanoi_desk.briefing.leave_behind import NON_PAPER
from hanoi_desk.briefing.pack_texts import texts_on_file
from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.unknown import unknown_country
from hanoi_desk.desk import participant_names
from hanoi_desk.documents import Wanted
from hanoi_desk.language import terms, word_key
from hanoi_desk.pdf import AnnexFile
from hanoi_desk.records import DocumentLanguage, Outreach, OutreachCountry, Pack, Participant, Product, RegionalGroup
from hanoi_desk.store import Query, Store
from hanoi_desk.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A document that is asked for, and the saved pack that it is made of, where it is made of one."""

    wanted: Wanted
    saved: Pack | None = None


def order_of(call: Call, store: Store) -> Order:
    """Return what is asked; a saved pack gives what the options leave open.

    :raises ClearNo: for a pack, a country or a group that is not on file, or where nothing says which product.
    """
    asked, console = call.asked, call.console
    saved = _pack(call, store) if asked.pack else None
    product = asked.product or (saved.product if saved else None)
    if product is None:
        raise ClearNo(console.error("document.no_product"))
    of_saved = saved or Pack(name=asked.group or "", language=DocumentLanguage(console.language.value))
    pack = replace(
        of_saved,
        product=product,
        participants=_participants(call, store, saved),
        language=asked.language or of_saved.language,
        paper=asked.paper or of_saved.paper,
        facet=asked.group or of_saved.facet,
        sections=(NON_PAPER,) if asked.non_paper else of_saved.sections if product is of_saved.product else (),
    )
    if product is Product.REPORT and pack.outreach is None:
        pack = replace(pack, outreach=_newest_contact(store, pack.participants, call.moment().date()))
    is_handed_over = product is Product.LEAVE_BEHIND
    uses_texts = saved is not None and (saved.product is Product.LEAVE_BEHIND or not is_handed_over)
    wanted = Wanted(
        pack=pack,
        texts=texts_on_file(store, pack) if uses_texts else (),
        moment=call.moment(),
        printed_at=call.now,
        draft=pack.draft and not asked.freeze,
        copies=next((copies for copies in (asked.copies, pack.copies) if copies > 1), 0),
        annexes=tuple(_annex(call, path) for path in asked.annex or ()),
    )
    return Order(wanted=wanted, saved=saved)


def _newest_contact(store: Store, participants: Sequence[str], day: date) -> str | None:
    """Return the newest contact with these States that was held by a day: what a report without a saved pack tells."""
    met = Query(OutreachCountry, (("participant", "in", tuple(participants)),), select="outreach")
    held = Query(Outreach, (("id", "in", met), ("held_on", "<=", day)), order_by="held_on", descending=True, limit=1)
    return next(iter(store.ids(held)), None)


def _annex(call: Call, path: Path) -> AnnexFile:
    """Return a file to be taken in, by its name without the ending; one that is no sound PDF is refused when drawn.

    :raises ClearNo: when it cannot be read.
    """
    try:
        return AnnexFile(path.stem, path.read_bytes())
    except OSError as error:
        raise ClearNo(file_sentence(call.console, error, path)) from error


def _pack(call: Call, store: Store) -> Pack:
    wanted = fold(call.asked.pack)
    found: list[Pack] = [pack for pack in store.all(Query(Pack)) if fold(pack.name) == wanted]
    if len(found) != 1:
        key = "document.many_packs" if found else "document.no_pack"
        raise ClearNo(call.console.error(key, name=call.asked.pack))
    return found[0]


def _participants(call: Call, store: Store, saved: Pack | None) -> tuple[str, ...]:
    asked = call.asked
    if asked.all:
        return tuple(store.ids(Query(Participant)))
    if asked.group:
        return _of_group(call, store, asked.group)
    if asked.countries:
        return _named(call, store, asked.countries)
    return saved.participants if saved else ()


def _named(call: Call, store: Store, text: str) -> tuple[str, ...]:
    names = participant_names(store)
    whole = names.find(text)
    if whole is not None:  # a name may hold a comma
        return (whole,)
    found: dict[str, None] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        id_ = names.find(part)
        if id_ is None:
            raise ClearNo(unknown_country(store, names, part, call.console))
        found[id_] = None
    return tuple(found)


def _of_group(call: Call, store: Store, text: str) -> tuple[str, ...]:
    wanted = fold(text)
    everyone: Sequence[Participant] = store.all(Query(Participant))
    for group in RegionalGroup:
        if wanted in _spellings(word_key(group), group.value):
            return tuple(one.id for one in everyone if one.group is group)
    for key in sorted({key for one in everyone for key in one.memberships}):
        if wanted in _spellings(f"membership.{key}", key):
            return tuple(one.id for one in everyone if key in one.memberships)
    raise ClearNo(call.console.error("document.no_group", name=text))


def _spellings(key: str, value: str) -> set[str]:
    term = terms().get(key)
    return {fold(text) for text in (value, value.replace("_", " "), *((term.en, term.vi) if term else ())) if text}
