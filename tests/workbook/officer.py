"""An officer's own workbook as it grows over a year: a title above, mixed dates, an old font, merged cells, a total."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

SHEET = "Nhật ký 2026"
HEADINGS = (
    *("STT", "Ngày", "Nước", "Người gặp", "Chức vụ", "Nội dung", "Cam kết", "Hạn", "Việc tiếp theo"),
    *("Hạn hoàn thành", "Phụ trách", "Ghi chú"),
)
ROWS = (
    # Excel's own date; two countries; two persons.
    (1, date(2026, 3, 25), "Lào, Cam-pu-chia", "Khamphone Sengdara; Sok Chenda", "Tham tán; Bí thư thứ nhất", "Hội ý",
     None, None, "Gửi tài liệu", date(2026, 4, 2), "An", "®· gÆp t¹i Viªn"),
    # A date in Vietnamese words, a promise with a month, an old encoding in the last column.
    (2, "ngày 12 tháng 11 năm 2026", "Ghana", "Ông Kwame Boateng", "Đại sứ", "Gặp song phương",
     "Sẽ phê chuẩn sau khi Quốc hội thông qua", "tháng 3 năm 2027", None, None, None, "B¹n ®Ò nghÞ hç trî kü thuËt"),
    # Figures that could be read both ways, settled by the next row.
    (3, "03/04/2026", "Kenya", None, None, "Chào xã giao", "Ký trước khi hết hạn", "31/12/2026",
     None, None, None, None),
    (4, "25/04/2026", "Pháp", "Bà Marie Dupont", "Vụ trưởng", "Điện đàm", None, None, "Nhắc lại", "05/05/2026", "An",
     "C¸c n­íc kh¸c ch­a cã ý kiÕn"),
    # Excel's number of a day; a name that nobody knows.
    (5, 46338, "Xứ Lạ", None, None, "Không rõ nước nào", None, None, None, None, None, None),
)  # fmt: skip


def officers_workbook(path: Path, rows=ROWS) -> Path:
    """Write the workbook and return its path."""
    book = Workbook()
    book.active.title = "Bìa"
    book.active["A1"] = "Theo dõi vận động Công ước Hà Nội"
    sheet = book.create_sheet(SHEET)
    sheet["A1"] = "THEO DÕI VẬN ĐỘNG NĂM 2026"
    sheet.merge_cells("A1:L1")
    sheet.append([])
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
        sheet.cell(sheet.max_row, 12).font = Font(name=".VnTime")
        sheet.append([])
    sheet.append(["Tổng cộng", None, len(rows)])
    book.save(path)
    return path
