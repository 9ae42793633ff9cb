"""Keys of a part of a page that work wherever the cursor is on that page."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk.ui.page import Page


def add_page_key(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Call `act` for a key pressed anywhere on the page of a widget that is seen, but not in a form over the page."""
    QShortcut(QKeySequence(keys), widget).activated.connect(lambda: act() if _is_in_use(widget) else None)


def _is_in_use(widget: QWidget) -> bool:
    page: QWidget | None = widget
    while page is not None and not isinstance(page, Page):
        page = page.parentWidget()
    focused = QApplication.focusWidget()
    return page is None or focused is None or focused is page or page.isAncestorOf(focused)
