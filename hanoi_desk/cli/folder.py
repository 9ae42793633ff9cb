"""The commands that write a desk as a folder and take such a folder in."""

import errno
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from hanoi_desk.cli.call import Call, file_sentence, secret_sentence
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.cli.workbook import import_workbook_file
from hanoi_desk.desk.exchange_folder import FolderComparison, Standing, compare_folder, import_folder
from hanoi_desk.desk.exports import note_plain_export
from hanoi_desk.document_numbers import same_number
from hanoi_desk.errors import sentences
from hanoi_desk.folder import FolderError, FolderFault, Refusal, read_folder, write_folder
from hanoi_desk.language import word_key
from hanoi_desk.records import Issue, Pack, PackEdition
from hanoi_desk.store import Store, StoreError
from hanoi_desk.store.titles import title

Json = dict[str, Any]

#: How many lines that cannot be taken are told in words at once; JSON has all.
_MOST_TOLD = 20


def export(call: Call) -> None:
    """Write the whole desk into a folder that is new or empty.

    :raises ClearNo: when there is something already, or it cannot be written; nothing is then left behind.
    """
    console, target = call.console, call.asked.folder
    call.refuse_marked(target)
    with call.open_desk() as store:
        try:
            written = write_folder(store, target, console.language, call.now)
        except FolderError as error:
            raise ClearNo(_sentence(console, error.refusal)) from error
        except OSError as error:  # it names a file of the folder that is no more
            raise ClearNo(file_sentence(console, error, target)) from error
        with suppress(StoreError):  # a desk that can only be read, or is being saved elsewhere, remembers nothing
            note_plain_export(store, call.now, written.records)
    console.say(console.word("cli.export.written", records=written.records, files=written.files, path=target))


def import_(call: Call) -> None:
    """Compare a folder with the desk; with --apply keep its records, all or none. A file is taken for a workbook.

    :raises ClearNo: when it is no folder of a desk or damaged, or with --apply when any of its records cannot be kept.
    """
    if call.asked.folder.is_file():
        import_workbook_file(call)
        return
    console = call.console
    if call.asked.mapping or call.asked.sheet:
        raise ClearNo(console.error("workbook.only_files"))
    if call.asked.apply:
        call.refuse_marked(call.asked.folder)
    if not call.asked.folder.exists():
        raise FileNotFoundError(errno.ENOENT, "", str(call.asked.folder))
    try:
        folder = read_folder(call.asked.folder)
        with call.open_desk() as store:
            comparison = compare_folder(store, folder)
            twice = list(_numbers_twice(call.console, store, comparison))
            applied = call.asked.apply and not comparison.refused
            if applied:
                import_folder(store, comparison)
    except FolderError as error:
        raise ClearNo(_sentence(console, error.refusal)) from error
    _tell(call, comparison, applied, twice)
    if call.asked.apply and not applied:
        raise ClearNo(console.error("folder.not_taken"))


def _numbers_twice(console: Console, store: Store, comparison: FolderComparison) -> Iterator[str]:
    """Say which documents of the folder bear a number that another document of the desk bears."""
    for compared in comparison.records:
        if isinstance(compared.record, PackEdition):
            for other in same_number(store, compared.record):
                (pack,) = store.many(Pack, [other.pack], deleted=True)
                yield console.word("cli.folder.number_twice", number=other.document, n=other.number, pack=pack.name)


def _tell(call: Call, comparison: FolderComparison, applied: bool, twice: list[str]) -> None:
    console = call.console
    warnings = [*([console.word("cli.folder.sample")] if comparison.folder.sample else []), *twice]
    if call.asked.json:
        console.give(_as_json(console, comparison, applied, warnings))
    else:
        for text in _as_lines(console, comparison):
            console.say(text)
    for refusal in comparison.refused[: 0 if call.asked.json else _MOST_TOLD]:
        console.warn(_sentence(console, refusal))
    for warning in warnings:
        console.warn(warning)
    if not call.asked.json and (applied or not call.asked.apply):
        console.say(console.word("cli.folder.applied" if applied else "cli.folder.only_shown"))


def _as_lines(console: Console, comparison: FolderComparison) -> Iterator[str]:
    folder = comparison.folder
    yield console.word("cli.folder.from", desk=folder.desk, made_on=folder.made_on)
    yield console.word("cli.folder.counts", **_counts(comparison))
    for table, counts in comparison.by_kind().items():
        new, changed = counts[Standing.NEW], counts[Standing.CHANGED]
        if new or changed:
            kind = console.word(f"record.{table}")
            yield "  " + console.word("cli.folder.kind", kind=kind, new=new, changed=changed)


def _counts(comparison: FolderComparison) -> dict[str, int]:
    """Return how many records are new, changed and the same, and how many points are refused."""
    return {
        **{standing.value: comparison.count(standing) for standing in Standing},
        "refused": len({(refusal.file, refusal.line) for refusal in comparison.refused}),
    }


def _as_json(console: Console, comparison: FolderComparison, applied: bool, warnings: list[str]) -> Json:
    folder = comparison.folder
    return {
        "desk": folder.desk,
        "made_on": folder.made_on,
        "sample": folder.sample,
        **_counts(comparison),
        "files": len(folder.files),
        "applied": applied,
        "kinds": {
            table: {standing.value: counts[standing] for standing in Standing}
            for table, counts in comparison.by_kind().items()
        },
        "lines": [
            {
                "kind": compared.record.table,
                "id": compared.record.id,
                "title": title(compared.record),
                "standing": compared.standing.value,
                "fields": list(compared.fields),
            }
            for compared in comparison.records
            if compared.standing is not Standing.SAME
        ],
        "refusals": [
            {
                "file": refusal.file,
                "line": refusal.line,
                "field": refusal.field or None,
                "why": refusal.why.value,
                "value": refusal.value or None,
                "sentence": _sentence(console, refusal),
            }
            for refusal in comparison.refused
        ],
        "warnings": warnings,
    }


def _sentence(console: Console, refusal: Refusal) -> str:
    """Return what is wrong and where, in one line."""
    if refusal.why is FolderFault.SECRET_MARK:
        said = secret_sentence(console, refusal.value)
    elif isinstance(refusal.why, Issue):
        said = console.word(word_key(refusal.why))
    else:
        told = sentences(f"folder.{refusal.why.value}", console.language)
        said = f"{told.happened} ({refusal.value}) {told.to_do}" if refusal.value else told.line
    where = refusal.file
    if refusal.line:
        where = console.word("cli.folder.line", file=refusal.file, line=str(refusal.line))
    return f"{', '.join(filter(None, (where, refusal.field)))}: {said}"
