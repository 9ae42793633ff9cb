"""Writes the return as a PDF or a spreadsheet, by the ending of the file; loaded when one is written."""

from collections.abc import Callable
from pathlib import Path

from hanoi_desk.briefing import ReturnDocument, return_sheets
from hanoi_desk.language import Language
from hanoi_desk.pdf import write_return
from hanoi_desk.sheets import write_sheets


def write_return_file(
    document: ReturnDocument, path: Path, language: Language, is_cancelled: Callable[[], bool]
) -> None:
    """Write the whole return; a file that is there is replaced wholly or not at all.

    :raises OSError: when the disk says no.
    """
    if path.suffix.lower() == ".pdf":
        write_return(document, path, language)
    else:
        write_sheets(path, return_sheets(document, language), lambda _: is_cancelled())
