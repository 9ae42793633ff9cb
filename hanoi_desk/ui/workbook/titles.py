"""What stands over each step of the import of a workbook."""

from PySide6.QtCore import QCoreApplication

from hanoi_desk.ui.actions import QT_TRANSLATE_NOOP

#: Title and hint of what is shown while the file is read, and of each step after it.
_WORDS = (
    (QT_TRANSLATE_NOOP("WorkbookImportDialog", "Reading {file}"), ""),
    (
        QT_TRANSLATE_NOOP("WorkbookImportDialog", "1 of 4: Which sheet?"),
        QT_TRANSLATE_NOOP("WorkbookImportDialog", "Choose the sheet, and the row in which the headings stand."),
    ),
    (
        QT_TRANSLATE_NOOP("WorkbookImportDialog", "2 of 4: What do the columns hold?"),
        QT_TRANSLATE_NOOP(
            "WorkbookImportDialog", "This is asked once: it is remembered for sheets with the same headings."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("WorkbookImportDialog", "3 of 4: What only you can decide"),
        QT_TRANSLATE_NOOP(
            "WorkbookImportDialog", "What you leave open keeps its rows out; they can be imported later."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("WorkbookImportDialog", "4 of 4: What would be imported"),
        QT_TRANSLATE_NOOP("WorkbookImportDialog", "Nothing is written yet. One undo takes the whole import back."),
    ),
)


def title_and_hint(place: int, file: str) -> tuple[str, str]:
    """Return the words over a step, 0 while the file is read."""
    title, hint = (
        QCoreApplication.translate("WorkbookImportDialog", words) if words else "" for words in _WORDS[place]
    )
    return title.format(file=file), hint
