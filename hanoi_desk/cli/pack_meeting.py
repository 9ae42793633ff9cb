"""Writes the products on single countries: what `hanoi-desk pack` makes for one meeting."""

from hanoi_desk.briefing import UnknownCountry, collect_country_brief
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.order import Order
from hanoi_desk.pdf import Result, write_pdf


def briefs(call: Call, order: Order) -> Result:
    """Write the one-page brief on the country.

    :raises ClearNo: where not exactly one country and one language are asked for.
    """
    if len(order.participants) != 1 or len(order.languages) != 1:
        raise ClearNo(call.console.word("cli.pack.one_country"))
    [participant], [language] = order.participants, order.languages
    try:
        briefing = collect_country_brief(
            order.store,
            participant.id,
            language=language,
            now=order.moment,
            printed_at=order.printed_at,
            prepared_by=order.officer.name if order.officer else "",
            unit=order.unit(language),
        )
    except UnknownCountry as error:
        raise ClearNo(call.console.word("cli.no_country", name=str(error))) from error
    return write_pdf(briefing, order.target, language)
