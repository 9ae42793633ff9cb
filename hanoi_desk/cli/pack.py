"""The command that writes a document for a meeting or an event, whatever the product."""

from pathlib import Path

from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.cli.order import Order, order_of
from hanoi_desk.documents import CannotMake, Collected, collect, draw
from hanoi_desk.files import replace_file
from hanoi_desk.language import terms
from hanoi_desk.records import Product

_PDF = b"%PDF"


def pack(call: Call) -> None:
    """Write the product that is asked for; what it could not print in full is told beside.

    :raises ClearNo: for what is not on file or makes no document, a text that is not confirmed, or a file that stands
        there and is no PDF.
    """
    console, target = call.console, call.asked.output
    if target is None and not call.asked.preview:
        call.asked.parser.error(console.word("cli.pack.no_output"))
    if target is not None:
        call.refuse_marked(target)
        call.refuse_to_overwrite(target, _PDF)
    with call.open_desk() as store:
        order = order_of(call, store)
        try:
            collected = collect(store, order.wanted)
        except CannotMake as error:
            raise ClearNo(sentence(console, error)) from error
    if not _is_to_be_written(call, order, collected):
        return
    document = draw(collected)
    _write(call, target, document.content)
    console.say(console.word("cli.pack.written", n=document.pages, path=target))
    for caution, detail in document.warnings:
        console.warn(console.word(f"cli.brief.{caution}", detail=detail))


def sentence(console: Console, error: CannotMake) -> str:
    """Return why a document cannot be made, with the options where the command line has words of its own."""
    own = f"cli.pack.{error.key.partition('.')[2]}"
    return console.word(own if own in terms() else error.key, **error.gaps)


def _is_to_be_written(call: Call, order: Order, collected: Collected) -> bool:
    """Show the text of what is handed over where that is asked for; tell whether the file is wanted too.

    :raises ClearNo: where it is, and nobody confirmed the text.
    """
    asked, console = call.asked, call.console
    if order.wanted.pack.product is not Product.LEAVE_BEHIND:
        if asked.output is None:
            asked.parser.error(console.word("cli.pack.no_output"))
        return True
    if asked.preview:
        console.say(collected.text())
    if asked.output is None:
        return False
    if not asked.confirmed:
        raise ClearNo(console.word("cli.pack.not_confirmed"))
    return True


def _write(call: Call, target: Path, content: bytes) -> None:
    try:
        replace_file(target, content)
    except OSError as error:  # it names the file beside the target in which the pages were put first
        raise ClearNo(file_sentence(call.console, error, target)) from error
