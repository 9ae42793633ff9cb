"""Writes tables for people as spreadsheets, with nothing in them that a spreadsheet would compute."""

from hanoi_desk.sheets.harmless import harmless as harmless
from hanoi_desk.sheets.harmless import is_computed as is_computed
from hanoi_desk.sheets.values import ENDINGS as ENDINGS
from hanoi_desk.sheets.values import Sheet as Sheet
from hanoi_desk.sheets.values import Stopped as Stopped
from hanoi_desk.sheets.values import Value as Value
from hanoi_desk.sheets.values import as_date as as_date
from hanoi_desk.sheets.values import marked_name as marked_name
from hanoi_desk.sheets.writing import sheet_bytes as sheet_bytes
from hanoi_desk.sheets.writing import write_sheets as write_sheets
