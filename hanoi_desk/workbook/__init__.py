"""Reads an officer's own workbook, xlsx or csv, as plain values: nothing in it is trusted and nothing is changed."""

from hanoi_desk.workbook.errors import CellFault as CellFault
from hanoi_desk.workbook.errors import CellNote as CellNote
from hanoi_desk.workbook.errors import Stopped as Stopped
from hanoi_desk.workbook.errors import WorkbookError as WorkbookError
from hanoi_desk.workbook.errors import WorkbookFault as WorkbookFault
from hanoi_desk.workbook.reading import Book as Book
from hanoi_desk.workbook.reading import read_book as read_book
from hanoi_desk.workbook.reading import read_sheets as read_sheets
from hanoi_desk.workbook.sheet import Sheet as Sheet
from hanoi_desk.workbook.sheet import Value as Value
