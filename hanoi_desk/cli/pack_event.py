"""Writes the event pack: what `hanoi-desk pack --product event` makes of a list, a group, an event or all States."""

from hanoi_desk.briefing.event_pack import PackWishes, collect_event_pack, participants_of_event
from hanoi_desk.briefing.values import Marking
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.order import Order
from hanoi_desk.language import Language
from hanoi_desk.pdf import Result, write_event_pack
from hanoi_desk.records import Event, Officer, PackEdition
from hanoi_desk.store import Query


def event_pack(call: Call, order: Order) -> Result:
    """Write the pack, one part for each language; a saved pack says of which event it is and what goes into it.

    :raises ClearNo: where nothing says which States it is about.
    """
    store, saved = order.store, order.pack
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


def _wishes(order: Order, event: Event | None, language: Language) -> PackWishes:
    store, saved = order.store, order.pack
    drafter = order.officer
    unit = order.unit(language)
    if saved is None:
        return PackWishes(event=event, facet=order.facet, unit=unit, prepared_by=drafter.name if drafter else "")
    editions: list[PackEdition] = store.all(Query(PackEdition, (("pack", "=", saved.id),), order_by="-number", limit=1))
    previous = editions[0] if editions else None
    prepared = store.get(Officer, saved.prepared_by) if saved.prepared_by else drafter
    reviewed = store.get(Officer, saved.reviewed_by) if saved.reviewed_by else None
    return PackWishes(
        event=event,
        facet=order.facet,
        sections=saved.sections,
        head_of_delegation=saved.head_of_delegation,
        distribution=saved.distribution,
        unit=unit,
        prepared_by=prepared.name if prepared else "",
        reviewed_by=reviewed.name if reviewed else "",
        version=previous.number + 1 if previous else 1,
        previous=previous,
        marking=Marking(saved.marking),
    )
