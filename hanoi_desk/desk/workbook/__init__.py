"""An officer's own workbook taken in: read by a plan, compared with what is held, kept as one save."""

from hanoi_desk.desk.workbook.cells import shown_text as shown_text
from hanoi_desk.desk.workbook.comparing import ComparedRow as ComparedRow
from hanoi_desk.desk.workbook.comparing import RowStanding as RowStanding
from hanoi_desk.desk.workbook.comparing import WorkbookComparison as WorkbookComparison
from hanoi_desk.desk.workbook.comparing import compare_workbook as compare_workbook
from hanoi_desk.desk.workbook.comparing import compared_in_parts as compared_in_parts
from hanoi_desk.desk.workbook.comparing import import_workbook as import_workbook
from hanoi_desk.desk.workbook.comparing import records_in as records_in
from hanoi_desk.desk.workbook.known import Known as Known
from hanoi_desk.desk.workbook.known import known_names as known_names
from hanoi_desk.desk.workbook.rejected import rejected_rows as rejected_rows
from hanoi_desk.desk.workbook.remarks import Remark as Remark
from hanoi_desk.desk.workbook.remarks import RowCaution as RowCaution
from hanoi_desk.desk.workbook.remarks import RowFault as RowFault
from hanoi_desk.desk.workbook.remarks import sentence as sentence
from hanoi_desk.desk.workbook.remembering import plan_for as plan_for
from hanoi_desk.desk.workbook.remembering import remember_plan as remember_plan
from hanoi_desk.desk.workbook.rows import ReadRows as ReadRows
from hanoi_desk.desk.workbook.rows import Unknown as Unknown
from hanoi_desk.desk.workbook.rows import read_rows as read_rows
