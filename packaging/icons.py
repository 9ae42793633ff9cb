"""Draw the application's icon in every size from its SVG: PNG files and one .ico for Windows.

.venv/bin/python packaging/icons.py
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = tuple(size for size in SIZES if size <= 256)  # the format holds no larger one


def main() -> int:
    """Write all sizes beside the SVG."""
    _application = QGuiApplication(sys.argv)
    for size in SIZES:
        draw(ICONS / "hanoi-desk.svg", size).save(str(png(size)))
    drawn = [Image.open(png(size)) for size in ICO_SIZES]
    drawn[-1].save(ICONS / "hanoi-desk.ico", sizes=[(size, size) for size in ICO_SIZES], append_images=drawn[:-1])
    return 0


def png(size: int) -> Path:
    """Return where the icon of this many pixels a side lies."""
    return ICONS / f"hanoi-desk-{size}.png"


def draw(svg: Path, size: int) -> QImage:
    """Return the drawing as a picture of `size` by `size` pixels on nothing."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    return picture


if __name__ == "__main__":
    sys.exit(main())
