"""The line on a cover on which the number of a copy is written, by hand or by the program: drawn, and found again.

It is found in the very pages, so that editions that were kept long ago are numbered as a new document is.
"""

import re
from typing import Any

from pypdf import PdfReader
from reportlab.lib.units import mm

from hanoi_desk.pdf.text import BLACK

#: What tells the line from all others; kept editions have it so, and it never changes.
_WIDE, _DOT, _GAP = 20 * mm, 0.8, 1.6
_DRAWN = re.compile(rb"\[\.8 1\.6\] 0 d\s+n ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l")


def draw_copy_field(canvas: Any, left: float, base: float) -> None:
    """Draw the dotted line."""
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.8)
    canvas.setDash(_DOT, _GAP)
    canvas.line(left, base, left + _WIDE, base)
    canvas.setDash()


def copy_fields(reader: PdfReader) -> dict[int, tuple[float, float]]:
    """Return by page, counted from 0, where the line begins; no page of a document without a cover has one."""
    found = {}
    for at, page in enumerate(reader.pages):
        contents = page.get_contents()
        for hit in _DRAWN.finditer(contents.get_data() if contents is not None else b""):
            left, base, right, end = map(float, hit.groups())
            if base == end and abs(right - left - _WIDE) < 1:
                found[at] = (left, base)
    return found
