"""The command that writes a document for a meeting or an event: which product it is, and what is told of it."""

from collections.abc import Callable

from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.later import loaded
from hanoi_desk.cli.order import Order, order_of
from hanoi_desk.pdf import Result
from hanoi_desk.records import Product

_PDF = b"%PDF"

#: What writes a product: given the order, it writes `order.target` and returns what came of it, or None where it wrote
#: nothing. A module is loaded when its product is asked for.
Maker = Callable[[Call, Order], Result | None]

#: The module and the function of each product.
PRODUCTS: dict[Product, tuple[str, str]] = {
    Product.BRIEF: ("cli.pack_meeting", "briefs"),
    Product.BILATERAL: ("cli.pack_meeting", "bilaterals"),
    Product.LEAVE_BEHIND: ("cli.pack_meeting", "leave_behind"),
    Product.EVENT: ("cli.pack_event", "event_pack"),
    Product.REPORT: ("cli.pack_event", "report"),
}


def pack(call: Call) -> None:
    """Write the product that is asked for; what it could not print in full is told beside.

    :raises ClearNo: for what is not on file, a product that this command does not write, or a file that stands there.
    """
    console = call.console
    if call.asked.output is None and not call.asked.preview:
        call.asked.parser.error(console.word("cli.pack.no_output"))
    if call.asked.output is not None:
        call.refuse_marked(call.asked.output)
        call.refuse_to_overwrite(call.asked.output, _PDF)
    with call.open_desk() as store:
        order = order_of(call, store)
        if order.product not in PRODUCTS:
            raise ClearNo(console.word("cli.pack.not_written", name=order.product.value))
        make: Maker = loaded(*PRODUCTS[order.product])
        try:
            result = make(call, order)
        except OSError as error:  # it names the file beside the target in which the pages were put first
            raise ClearNo(file_sentence(console, error, call.asked.output)) from error
    if result is None:
        return
    console.say(console.word("cli.pack.written", n=result.pages, path=call.asked.output))
    for caution, detail in result.warnings:
        console.warn(console.word(f"cli.brief.{caution}", detail=detail))
