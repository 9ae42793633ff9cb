"""The one style sheet, made from the colours and the font so that it grows with the text."""

from PySide6.QtGui import QFont, QFontMetricsF

from hanoi_desk.assets import asset
from hanoi_desk.ui.colours import Colours

_SAME_NAMES = (
    "window", "surface", "sunken", "border", "edge", "text", "muted", "focus", "link", "selected", "hovered", "problem",
    "primary_hovered", "side_mark",
)  # fmt: skip


def style_sheet(colours: Colours, font: QFont) -> str:
    """Return the sheet; every length comes from the height of a line of `font`."""
    points = font.pointSizeF()
    line = QFontMetricsF(font).height()
    gaps = {
        "small": f"{points * 0.88:.2f}pt",
        "tiny": f"{points * 0.82:.2f}pt",
        "side_size": f"{points * 1.2:.2f}pt",
        "large": f"{points * 1.4:.2f}pt",
        "huge": f"{points * 1.75:.2f}pt",
        "figure": f"{points * 2.4:.2f}pt",
        "thin": f"{max(1, round(line * 0.12))}px",
        "pad": f"{max(2, round(line * 0.32))}px",
        "less_pad": f"{max(2, round(line * 0.32)) - 1}px",
        "less_wide": f"{max(4, round(line * 0.62)) - 1}px",
        "wide": f"{max(4, round(line * 0.62))}px",
        "round": f"{max(3, round(line * 0.34))}px",
        "slim": f"{max(8, round(line * 0.6))}px",
        "sentence": f"{round(line * 18)}px",
        "box": f"{round(line * 0.8)}px",
        "half_box": f"{round(line * 0.4)}px",
        "tick": asset(f"icons/tick-{'dark' if colours.dark else 'white'}.svg").as_posix(),
        "chevrons": asset("icons").as_posix(),
        "arrow": f"{max(9, round(line * 0.55))}px",
        "scroll_arrows": f"{round(line * 2.4)}px",
        "handle": f"{max(20, round(line * 1.8))}px",
    }
    names = {name: getattr(colours, name) for name in _SAME_NAMES}
    names |= {"primary": colours.primary.ground, "on_primary": colours.primary.text}
    names |= {"side": colours.side.ground, "on_side": colours.side.text, "side_muted": colours.side_muted}
    names |= {"tip": colours.tip.ground, "on_tip": colours.tip.text}
    sheet = _SHEET
    # Longest names first, so that `@primary_hovered` is not taken for `@primary`.
    for name, value in sorted((names | gaps).items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{name}", value)
    return sheet


_SHEET = """
QToolTip { color: @on_tip; background: @tip; border: 1px solid @tip; padding: @thin @pad; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QDialogButtonBox { button-layout: 3; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: @sentence; }
QLabel[role="title"] { font-size: @huge; font-weight: 700; }
QLabel[role="other_name"] { color: @muted; font-size: @huge; }
QLabel[role="heading"] { font-size: @large; font-weight: 600; }
QLabel[role="figure"] { font-size: @figure; font-weight: 700; }
QLabel[role="figure"][tone="red"] { color: @problem; }
QLabel[role="section"] { color: @muted; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="caption"] { color: @muted; font-size: @small; }
QLabel[role="problem"] { color: @problem; font-size: @small; }
QLabel[role="link"] { color: @link; }
QLabel[role="side_title"] { color: @on_side; font-size: @side_size; font-weight: 700; }
QLabel[role="side_note"] { color: @side_muted; font-size: @tiny; }
QWidget[role="side"] { background: @side; }
QWidget[role="surface"] { background: @surface; }
QWidget[role="header"] { background: @surface; border-bottom: 1px solid @border; }
QFrame[role="rule"] { background: @border; border: none; }

QPushButton { background: @surface; color: @text; border: 1px solid @edge; border-radius: @round;
  padding: @pad @wide; font-weight: 500; }
QPushButton:hover { background: @hovered; border-color: @muted; }
QPushButton:pressed { background: @selected; }
QPushButton:focus { border: 2px solid @focus; padding: @less_pad @less_wide; }
QPushButton:disabled { color: @muted; border-color: @border; }
QPushButton[role="primary"] { background: @primary; color: @on_primary; border-color: @primary; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: @primary_hovered; }
QPushButton[role="primary"]:focus { border: 2px solid @focus; outline: none; background: qlineargradient(x1: 0, y1: 0,
  x2: 0, y2: 1, stop: 0 @on_primary, stop: 0.09 @on_primary, stop: 0.1 @primary, stop: 0.9 @primary,
  stop: 0.91 @on_primary, stop: 1 @on_primary); }
QPushButton[role="primary"]:disabled { background: @border; color: @muted; border-color: @border; }
QPushButton[role="small"] { font-size: @small; padding: @thin @pad; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @link; padding: 0px 1px;
  font-weight: 500; text-align: left; }
QPushButton[role="link"]:focus { padding: 0px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid @focus; }
QPushButton[role="quiet_link"] { background: transparent; border: 1px solid transparent; color: @muted;
  padding: 0px @thin; font-weight: 600; }
QPushButton[role="quiet_link"]:hover { color: @text; text-decoration: underline; }
QPushButton[role="quiet_link"]:focus { border: 2px solid @focus; }
QPushButton[role="facet"] { font-size: @small; padding: @thin @pad; border-radius: @round; background: @sunken; }
QPushButton[role="facet"]:checked { background: @selected; border-color: @focus; color: @text; font-weight: 600; }
QPushButton::menu-indicator { width: 0px; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: @round; padding: @thin @pad; }
QToolButton:hover { background: @hovered; border-color: @edge; }
QToolButton:focus { border: 2px solid @focus; }
QToolButton[role="cross"] { font-size: @large; padding: 0px @thin; }
QToolButton[role="scroll"] { background: @window; color: @text; font-weight: 600; padding: 0px; }
QToolButton[role="inside"] { border: none; padding: 0px @pad; color: @muted; }
QToolButton[role="inside"]:focus { border: 2px solid @focus; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QFrame[role="field"] { background: @surface;
  color: @text; border: 1px solid @edge; border-radius: @round; padding: @pad; selection-background-color: @focus;
  placeholder-text-color: @muted; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QFrame[role="field"]:hover { border-color: @muted; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus,
QFrame[role="field"][focused="true"] { border: 2px solid @focus; padding: @less_pad; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"],
QFrame[role="field"][problem="true"] { border: 2px solid @problem; padding: @less_pad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @sunken; color: @muted; }
QLineEdit[readOnly="true"] { background: @sunken; }
QLineEdit[role="inside"], QLineEdit[role="inside"]:focus { background: transparent; border: none; padding: 0px;
  margin: 0px; }
QLineEdit[role="search"] { background: @sunken; }
QLineEdit[role="search"]:focus { background: @surface; }
QComboBox { padding-right: @wide; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 0px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @edge; padding: @thin;
  selection-background-color: @selected; selection-color: @text; outline: none; }
QComboBox QAbstractItemView::item { padding: @pad; border: 1px solid transparent; }
QComboBox QAbstractItemView::item:selected { background: @selected; color: @text; border: 1px solid @focus; }

QCheckBox, QRadioButton { spacing: @pad; border: 2px solid transparent; border-radius: @round; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox::indicator, QAbstractItemView::indicator, QRadioButton::indicator { width: @box; height: @box;
  border: 1px solid @muted; border-radius: @thin; background: @surface; }
QRadioButton::indicator { border-radius: @half_box; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @focus; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @focus; border-color: @focus;
  image: url("@tick"); }
QCheckBox::indicator:indeterminate { background: @muted; border-color: @muted; }
QRadioButton::indicator:checked { border-color: @focus; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 @focus, stop: 0.55 @focus, stop: 0.6 @surface, stop: 1 @surface); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @border; background: @sunken; }
QGroupBox { font-weight: 600; border: none; margin-top: @wide; }

QTabBar { font-weight: 600; background: transparent; }
QTabBar::tab { color: @muted; padding: @thin @pad @pad @pad; margin-right: @thin; border: 2px solid transparent;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @primary; }
QTabBar::scroller { width: @scroll_arrows; }
QTabBar QToolButton::left-arrow { image: url("@chevrons/chevron-left.svg"); width: @arrow; height: @arrow; }
QTabBar QToolButton::right-arrow { image: url("@chevrons/chevron-right.svg"); width: @arrow; height: @arrow; }

QTableView, QListView, QTreeView { background: @surface; alternate-background-color: @sunken; color: @text;
  border: 1px solid @border; border-radius: @round; gridline-color: @border; outline: none;
  selection-background-color: @selected; selection-color: @text; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid @focus; }
QTableView[role="plain"], QListView[role="plain"], QTreeView[role="plain"] { border: none; background: transparent; }
QTableView[role="plain"]:focus, QListView[role="plain"]:focus, QTreeView[role="plain"]:focus { border: none; }
QTableView::item, QListView::item { padding: @pad; border: none; border-bottom: 1px solid @border; }
QTableView::item:selected, QListView::item:selected { background: @selected; color: @text; }
QTableView::item:focus, QListView::item:focus { border: 2px solid @focus; }
QTreeView::item { padding: @thin 0px; border: 1px solid transparent; }
QTreeView::item:selected { background: @selected; color: @text; }
QTreeView::item:focus { border: 1px solid @focus; }
QTreeView::branch:has-children:closed { image: url("@chevrons/chevron-right.svg"); padding: @thin; }
QTreeView::branch:has-children:open { image: url("@chevrons/chevron-down.svg"); padding: @thin; }
QHeaderView { background: transparent; font-weight: 600; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
  padding: @pad; font-weight: 600; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow { image: url("@chevrons/chevron-up.svg"); width: @arrow; height: @arrow; }
QHeaderView::down-arrow { image: url("@chevrons/chevron-down.svg"); width: @arrow; height: @arrow; }
QTableCornerButton::section { background: @surface; border: none; }
QCalendarWidget QAbstractItemView { selection-background-color: @focus; selection-color: @surface; outline: none;
  border: none; margin: 0px; }
QCalendarWidget QAbstractItemView::item { padding: 0px; border: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @sunken; }
QCalendarWidget QAbstractItemView:disabled { color: @muted; }
QCalendarWidget QToolButton { color: @text; font-weight: 600; }
QListView[role="popup"], QListView[role="popup"]:focus { border: 1px solid @edge; padding: @thin; }
QFrame[role="popup"] { background: @surface; border: 1px solid @edge; border-radius: @round; }

QMenuBar { background: @surface; color: @text; border-bottom: 1px solid @border; }
QMenuBar::item { padding: @pad; background: transparent; }
QMenuBar::item:selected { background: @selected; }
QMenu { background: @surface; color: @text; border: 1px solid @edge; padding: @thin; }
QMenu::item { padding: @pad @wide; border: 1px solid transparent; }
QMenu::item:selected { background: @selected; color: @text; border: 1px solid @focus; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: @thin @pad; }
QStatusBar { background: @surface; color: @muted; }
QStatusBar::item { border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea[role="read"], QPdfView, QTextEdit { border: 2px solid transparent; border-radius: @round; }
QScrollArea[role="read"]:focus, QPdfView:focus, QTextEdit:focus { border-color: @focus; }
QScrollArea > QWidget > QWidget[role="page"] { background: transparent; }
QSplitter::handle { background: transparent; }

QProgressBar { color: transparent; background: @border; border: none; border-radius: @thin; max-height: @pad; }
QProgressBar::chunk { background: @focus; border-radius: @thin; }

QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: @slim; }
QScrollBar:horizontal { height: @slim; }
QScrollBar::handle { background: @edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: @handle; }
QScrollBar::handle:horizontal { min-width: @handle; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
