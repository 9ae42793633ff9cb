"""The rows that were not taken as a table of their own, to be mended and imported again."""

import csv
import io

from hanoi_desk.desk.workbook.cells import as_text
from hanoi_desk.desk.workbook.comparing import RowStanding, WorkbookComparison
from hanoi_desk.desk.workbook.remarks import sentence
from hanoi_desk.language import Language, word
from hanoi_desk.sheets import harmless


def rejected_rows(comparison: WorkbookComparison, language: Language) -> bytes:
    """Return the rejected rows as csv in UTF-8: the headings, the cells as they were, and why; formulas harmless.

    Texts are repaired where that was decided, dates written year first, so that nothing is asked again.
    """
    page = comparison.read.page
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*map(harmless, page.names), word("workbook.reason", language)])
    for row in comparison.of(RowStanding.REJECTED):
        cells = [harmless(as_text(page.value(row.number, column))) for column in range(len(page.names))]
        reasons = [sentence(remark, language) for remark in row.remarks if remark.refuses]
        writer.writerow([*cells, harmless("; ".join(reasons))])
    return text.getvalue().encode("utf-8-sig")
