"""Writes the products on single countries: what `hanoi-desk pack` makes for one meeting."""

from hanoi_desk.briefing import Briefing, UnknownCountry, collect_country_brief
from hanoi_desk.briefing.bilateral import OwnCountry, collect_bilateral
from hanoi_desk.briefing.leave_behind import Internal, LeaveBehindKind, collect_leave_behind
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.order import Order
from hanoi_desk.language import Language
from hanoi_desk.pdf import Result, write_bilaterals, write_briefs, write_leave_behind
from hanoi_desk.records import Officer, Participant


def briefs(call: Call, order: Order) -> Result:
    """Write the one-page brief on each of the countries, one after the other, in each of the languages.

    :raises ClearNo: where no country is named.
    """
    if not order.participants:
        raise ClearNo(call.console.word("cli.pack.no_country"))
    try:
        found = [
            (_brief(order, participant, language), language)
            for participant in order.participants
            for language in order.languages
        ]
    except UnknownCountry as error:
        raise ClearNo(call.console.word("cli.no_country", name=str(error))) from error
    return write_briefs(found, order.output(), order.paper)


def _brief(order: Order, participant: Participant, language: Language) -> Briefing:
    return collect_country_brief(
        order.store,
        participant.id,
        language=language,
        now=order.moment,
        printed_at=order.printed_at,
        prepared_by=_prepared_by(order),
        reviewed_by=_reviewed_by(order),
        unit=order.unit(language),
    )


def bilaterals(call: Call, order: Order) -> Result:
    """Write the brief for a meeting with each of the countries, one after the other, in each of the languages.

    :raises ClearNo: where no country is named, or only our own.
    """
    if not order.participants:
        raise ClearNo(call.console.word("cli.pack.no_country"))
    briefs_ = []
    for participant in order.participants:
        try:
            briefs_ += [
                collect_bilateral(
                    order.store,
                    participant.id,
                    language=language,
                    now=order.moment,
                    pack=order.pack,
                    printed_at=order.printed_at,
                    prepared_by=_prepared_by(order),
                    reviewed_by=_reviewed_by(order),
                    unit=order.unit(language),
                )
                for language in order.languages
            ]
        except OwnCountry as error:
            if len(order.participants) == 1:
                raise ClearNo(call.console.word("cli.pack.own_country")) from error
        except UnknownCountry as error:
            raise ClearNo(call.console.word("cli.no_country", name=str(error))) from error
    return write_bilaterals(briefs_, order.output(), order.paper)


def leave_behind(call: Call, order: Order) -> Result | None:
    """Write an aide-mémoire or a non-paper for the country, once its whole text is confirmed; print it if asked.

    :raises ClearNo: where not exactly one country and one language are asked for, the text is not confirmed, or it
        holds words of our own files.
    """
    participant, language = _only_one(call, order)
    asked, console = call.asked, call.console
    try:
        document = collect_leave_behind(
            order.store,
            participant.id,
            kind=LeaveBehindKind.NON_PAPER if asked.non_paper else LeaveBehindKind.AIDE_MEMOIRE,
            language=language,
            now=order.moment,
            pack=order.pack,
        )
    except OwnCountry as error:
        raise ClearNo(console.word("cli.pack.own_country")) from error
    except UnknownCountry as error:
        raise ClearNo(console.word("cli.no_country", name=str(error))) from error
    except Internal as error:
        raise ClearNo(console.word("cli.pack.internal", found=error.found)) from error
    if asked.preview:
        console.say(document.text())
    if asked.preview and order.target is None:
        return None
    if not asked.confirmed:
        raise ClearNo(console.word("cli.pack.not_confirmed"))
    return write_leave_behind(document, order.output(), order.paper)


def _only_one(call: Call, order: Order) -> tuple[Participant, Language]:
    if len(order.participants) != 1 or len(order.languages) != 1:
        raise ClearNo(call.console.word("cli.pack.one_country"))
    return order.participants[0], order.languages[0]


def _prepared_by(order: Order) -> str:
    named = order.store.get(Officer, order.pack.prepared_by) if order.pack and order.pack.prepared_by else None
    officer = named or order.officer
    return officer.name if officer else ""


def _reviewed_by(order: Order) -> str:
    named = order.store.get(Officer, order.pack.reviewed_by) if order.pack and order.pack.reviewed_by else None
    return named.name if named else ""
