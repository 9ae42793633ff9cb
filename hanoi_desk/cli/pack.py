"""The command that writes a document for a meeting or an event, whatever the product."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.order import Order, order_of
from hanoi_desk.desk import NumberTaken, freeze_edition
from hanoi_desk.document_numbers import is_number_taken, next_document_number
from hanoi_desk.documents import CannotMake, Collected, Document, collect, copies_of, draw
from hanoi_desk.files import replace_file
from hanoi_desk.records import Product
from hanoi_desk.store import Store
from hanoi_desk.word_copy import MAGIC, write_word

_PDF = b"%PDF"


def pack(call: Call) -> None:
    """Write the product that is asked for; what it could not print in full is told beside.

    With --freeze it is kept in the desk too, as an edition under a number of the register. A file that ends in .docx
    becomes the Word copy of the brief for a meeting.
    :raises ClearNo: for what is not on file or makes no document, a text that is not confirmed, or a file that stands
        there and is of another kind.
    """
    console, asked, target = call.console, call.asked, call.asked.output
    if target is None and not asked.preview:
        asked.parser.error(console.word("cli.pack.no_output"))
    if target is not None:
        call.refuse_marked(target)
        call.refuse_ending(target, ".pdf", ".docx")
        call.refuse_to_overwrite(target, MAGIC if _is_word(target) else _PDF)
    with call.open_desk(to_write=asked.freeze) as store:
        order = _numbered(call, store, order_of(call, store))
        try:
            collected = collect(store, order.wanted)
        except CannotMake as error:
            raise ClearNo(console.error(error.key, **error.gaps)) from error
        if target is not None and _is_word(target):
            _write_word(call, target, collected)
            return
        if not _is_to_be_written(call, order, collected):
            return
        document = draw(collected)
        _write(call, target, copies_of(document, asked.copies) if asked.copies > 1 else document.content)
        if asked.freeze:
            _freeze(call, store, order, document)
    console.say(console.word("cli.pack.written", n=document.pages * max(1, asked.copies), path=target))
    for caution, detail in document.warnings:
        console.warn(console.word(f"cli.brief.{caution}", detail=detail))


def _is_word(target: Path) -> bool:
    return target.suffix.lower() == ".docx"


def _write_word(call: Call, target: Path, collected: Collected) -> None:
    """Write the Word copy.

    :raises ClearNo: for any other product, an edition or numbered copies: those are pages, which nobody changes.
    """
    if not collected.bilaterals or call.asked.freeze or call.asked.copies > 1:
        raise ClearNo(call.console.error("document.no_word_copy"))
    buffer = BytesIO()
    written = write_word(collected.bilaterals, buffer, collected.paper)
    _write(call, target, buffer.getvalue())
    call.console.say(call.console.word("cli.pack.word_copy", path=target))
    for text in written.too_long:
        call.console.warn(call.console.word("cli.brief.too_long", detail=text))


def _numbered(call: Call, store: Store, order: Order) -> Order:
    """Return the order under the number given with --number, or for an edition under the next of the register.

    :raises ClearNo: for an edition of a pack that was never saved, or under a number that another bears.
    """
    number = call.asked.number
    if call.asked.freeze:
        if order.saved is None:
            raise ClearNo(call.console.error("document.not_saved"))
        if number and is_number_taken(store, number):
            raise ClearNo(call.console.error(NumberTaken.key, number=number))
        number = number or next_document_number(store, call.now.year)
    return replace(order, wanted=replace(order.wanted, number=number))


def _freeze(call: Call, store: Store, order: Order, document: Document) -> None:
    edition = freeze_edition(store, order.wanted.pack, document, call.now.date(), copies=call.asked.copies)
    call.console.say(call.console.word("cli.pack.frozen", number=edition.document, n=edition.number))


def _is_to_be_written(call: Call, order: Order, collected: Collected) -> bool:
    """Show the text of what is handed over where that is asked for; tell whether the file is wanted too.

    :raises ClearNo: where it is, and nobody confirmed the text, or its copies are to be numbered.
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
    if asked.copies > 1:
        raise ClearNo(console.error("document.no_copies"))
    if not asked.confirmed:
        raise ClearNo(console.error("document.not_confirmed"))
    return True


def _write(call: Call, target: Path, content: bytes) -> None:
    try:
        replace_file(target, content)
    except OSError as error:  # it names the file beside the target in which the pages were put first
        raise ClearNo(file_sentence(call.console, error, target)) from error
