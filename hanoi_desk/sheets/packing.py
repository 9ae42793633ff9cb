"""Packs the sheets of a workbook without a file on the way: what waits to be packed waits in memory, packed itself.

openpyxl keeps rows in an unencrypted file among the temporary ones until a workbook is saved; what was in it can be
read from the disk afterwards, and a crash leaves the file itself (safekeeping.md, threat 18).
"""

import gzip
import io
import shutil
import zipfile
from contextlib import suppress
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def begin_rows(page: Any) -> None:
    """Let the rows of a sheet wait in memory; all that is set for the whole sheet comes before, and rows after."""
    page._writer = _Rows(page)
    page._writer.write_top()


def packed(book: Workbook) -> bytes:
    """Return the file of a workbook whose sheets have all begun their rows, which names no person."""
    book.properties.creator = ""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _Packing(book, archive).write_data()
    return content.getvalue()


def give_up(book: Workbook) -> None:
    """End the rows of a workbook that is not to be written after all."""
    with suppress(Exception):  # what was in the way of writing may be in the way here too
        for page in book.worksheets:
            if not page.closed:
                page.close()


class _Rows(WorksheetWriter):  # type: ignore[misc]
    """Rows that wait, packed, in memory."""

    def __init__(self, page: Any) -> None:
        self._memory = io.BytesIO()
        super().__init__(page, out=gzip.GzipFile(fileobj=self._memory, mode="wb", compresslevel=1))

    def move_to(self, target: Any) -> None:
        """Write all rows into an open member of an archive."""
        self.out.close()
        self._memory.seek(0)
        with gzip.GzipFile(fileobj=self._memory) as waiting:
            shutil.copyfileobj(waiting, target)
        self._memory.close()


class _Packing(ExcelWriter):  # type: ignore[misc]
    def write_worksheet(self, ws: Any) -> None:
        if not ws.closed:
            ws.close()
        ws._rels = ws._writer._rels
        with self._archive.open(ws.path[1:], "w", force_zip64=True) as member:
            ws._writer.move_to(member)
        self.manifest.append(ws)
