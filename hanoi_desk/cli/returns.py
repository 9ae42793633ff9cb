"""The command that writes the return for the capital as pages or as a spreadsheet."""

from pathlib import Path

from hanoi_desk.board import CONVENTION, NoTreaty
from hanoi_desk.briefing import return_sheets, word_return
from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.language import Language, name_of
from hanoi_desk.pdf import write_return
from hanoi_desk.records import Mission
from hanoi_desk.returns import collect_return
from hanoi_desk.sheets import write_sheets

#: What each kind of file begins with.
_BEGINNINGS = {".pdf": b"%PDF-", ".xlsx": b"PK\x03\x04"}


def return_for_capital(call: Call) -> None:
    """Count the outreach of a period and write it; the ending of the file says as what.

    :raises ClearNo: for another ending or a period that ends before it begins, when another kind of file would be
        overwritten, or the file cannot be written.
    """
    asked, console = call.asked, call.console
    target: Path = asked.output
    ending = target.suffix.lower()
    call.refuse_marked(target)
    call.refuse_ending(target, *_BEGINNINGS)
    if asked.last < asked.first:
        raise ClearNo(console.error("return.period"))
    call.refuse_to_overwrite(target, _BEGINNINGS[ending])
    language: Language = asked.language or console.language
    with call.open_desk() as store:
        mission = store.get(Mission, store.local("mission") or "")
        try:
            found = collect_return(store, asked.first, asked.last, call.now)
        except NoTreaty as error:
            raise ClearNo(console.error("no_treaty", treaty=CONVENTION)) from error
        document = word_return(found, language, now=call.now, unit=name_of(mission, language) if mission else "")
    try:
        if ending == ".pdf":
            for caution, detail in write_return(document, target, language).warnings:
                console.warn(console.word(f"cli.brief.{caution}", detail=detail))
        else:
            write_sheets(target, return_sheets(document, language))
    except OSError as error:
        raise ClearNo(file_sentence(console, error, target)) from error
    console.say(console.word("cli.return.written", path=target))
