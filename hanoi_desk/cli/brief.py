"""The command that writes a country brief as PDF."""

from hanoi_desk.cli.call import Call, file_sentence
from hanoi_desk.cli.console import ClearNo
from hanoi_desk.cli.unknown import unknown_country
from hanoi_desk.desk import participant_names
from hanoi_desk.documents import CannotMake, Wanted, collect, draw
from hanoi_desk.files import replace_file
from hanoi_desk.language import Language, name_of
from hanoi_desk.records import DocumentLanguage, Pack, Participant
from hanoi_desk.store import Store

_PDF = b"%PDF"


def brief(call: Call) -> None:
    """Write the one-page brief on a State or organization; what it could not print in full is told beside.

    :raises ClearNo: when no one goes by the name, or another kind of file would be overwritten.
    """
    console, target = call.console, call.asked.output
    language: Language = call.asked.language or console.language
    call.refuse_marked(target)
    call.refuse_ending(target, ".pdf")
    call.refuse_to_overwrite(target, _PDF)
    with call.open_desk() as store:
        participant = _named(store, call)
        pack = Pack(name="", participants=(participant.id,), language=DocumentLanguage(language.value))
        wanted = Wanted(pack=pack, moment=call.moment(), printed_at=call.now, draft=False)
        try:
            document = draw(collect(store, wanted))
        except CannotMake as error:
            raise ClearNo(console.error("no_country", name=call.asked.country)) from error
    try:
        replace_file(target, document.content)
    except OSError as error:  # it names the file beside the target in which the pages were put first
        raise ClearNo(file_sentence(console, error, target)) from error
    console.say(console.word("cli.brief.written", name=name_of(participant, console.language), path=target))
    for caution, detail in document.warnings:
        console.warn(console.word(f"cli.brief.{caution}", detail=detail))


def _named(store: Store, call: Call) -> Participant:
    names = participant_names(store)
    found = names.find(call.asked.country)
    if found is None:
        raise ClearNo(unknown_country(store, names, call.asked.country, call.console))
    return store.need(Participant, found)
