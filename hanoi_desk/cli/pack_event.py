"""Writes what `hanoi-desk pack` makes of many States or of one contact: the event pack, the formal report."""

from hanoi_desk.briefing.event_pack import PackWishes, collect_event_pack, participants_of_event
from hanoi_desk.briefing.report import ReportWishes, collect_report
from hanoi_desk.briefing.values import Marking
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.order import Order
from hanoi_desk.language import Language, capital, terms, word
from hanoi_desk.pdf import Result, write_event_pack, write_report
from hanoi_desk.records import Event, Officer, Outreach, PackEdition
from hanoi_desk.store import Query
from hanoi_desk.text import fold


def event_pack(call: Call, order: Order) -> Result:
    """Write the pack, one part for each language; a saved pack says of which event it is and what goes into it.

    :raises ClearNo: where nothing says which States it is about, or the saved pack is to be public.
    """
    store, saved = order.store, order.pack
    if saved and saved.marking is Marking.PUBLIC:
        raise ClearNo(call.console.word("cli.pack.not_public"))
    event = store.get(Event, saved.event) if saved and saved.event else None
    ids = [participant.id for participant in order.participants]
    if not ids and event:
        ids = list(participants_of_event(store, event))
    if not ids:
        raise ClearNo(call.console.word("cli.pack.no_countries"))
    packs = [
        collect_event_pack(
            store,
            ids,
            language=language,
            now=order.moment,
            printed_at=order.printed_at,
            wishes=_wishes(order, event, language),
        )
        for language in order.languages
    ]
    return write_event_pack(packs, order.output(), order.paper)


def report(call: Call, order: Order) -> Result:
    """Write the formal report on the contact that a saved pack is about, in the first language asked for.

    :raises ClearNo: where no saved pack names a contact.
    """
    saved = order.pack
    outreach = order.store.get(Outreach, saved.outreach) if saved and saved.outreach else None
    if saved is None or outreach is None:
        raise ClearNo(call.console.word("cli.pack.no_outreach"))
    asked = ReportWishes(recipients=saved.distribution, marking=saved.marking)
    made = collect_report(
        order.store, outreach.id, language=order.languages[0], printed_at=order.printed_at, wishes=asked
    )
    return write_report(made, order.output())


def group_words(text: str, language: Language) -> str:
    """Return the name of a group in the language of the document where the text is one of its names or its key."""
    wanted = fold(text)
    for key, term in terms().items():
        prefix, _, own = key.partition(".")
        if prefix in ("regional_group", "membership"):
            names = (own, own.replace("_", " "), term.en, term.vi)
            if wanted in map(fold, names):
                return capital(word(key, language))
    return text


def _wishes(order: Order, event: Event | None, language: Language) -> PackWishes:
    store, saved = order.store, order.pack
    facet = group_words(order.facet, language)
    drafter = order.officer
    unit = order.unit(language)
    if saved is None:
        return PackWishes(event=event, facet=facet, unit=unit, prepared_by=drafter.name if drafter else "")
    editions: list[PackEdition] = store.all(Query(PackEdition, (("pack", "=", saved.id),), order_by="-number", limit=1))
    previous = editions[0] if editions else None
    prepared = store.get(Officer, saved.prepared_by) if saved.prepared_by else drafter
    reviewed = store.get(Officer, saved.reviewed_by) if saved.reviewed_by else None
    return PackWishes(
        event=event,
        facet=facet,
        sections=saved.sections,
        head_of_delegation=saved.head_of_delegation,
        distribution=saved.distribution,
        unit=unit,
        prepared_by=prepared.name if prepared else "",
        reviewed_by=reviewed.name if reviewed else "",
        version=previous.number + 1 if previous else 1,
        previous=previous,
        marking=saved.marking,
    )
