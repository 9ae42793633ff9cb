"""One entry of a field of chips."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from hanoi_desk.ui.colours import Tone, shown_colours
from hanoi_desk.ui.widgets.labels import set_tip
from hanoi_desk.ui.widgets.painting import elided, length, paint_focus, paint_panel, scaled
from hanoi_desk.ui.widgets.suggestions import Suggestion


class Chip(QAbstractButton):
    """One entry; Delete, Backspace or its cross removes it."""

    dropped = Signal()
    stepped = Signal(int)

    def __init__(self, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestion = suggestion
        self.setText(suggestion.title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_tip(self, ", ".join(part for part in (suggestion.title, suggestion.detail) if part))
        self.setFont(scaled(self.font(), 0.92))
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("{name}, press Delete to remove it").format(name=self.suggestion.title))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        elif event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(scaled(QApplication.font(), 0.92))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + length(self, 1.9), metrics.height() + length(self, 0.16))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), length(self, 4)), self.sizeHint().height())

    def _cross(self) -> QRectF:
        wide = length(self, 1.2)
        return QRectF(self.width() - wide, 0, wide, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._cross().contains(event.position()):
            self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, rect = shown_colours(), QPainter(self), QRectF(self.rect())
        pair = colours.tones[Tone.NEUTRAL]
        paint_panel(painter, rect, pair.ground, colours.edge, self.height() / 2)
        side, cross = length(self, 0.5), self._cross()
        painter.setPen(QColor(pair.text))
        text = QRectF(side, 0, cross.left() - side + 1, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided(self.fontMetrics(), self.text(), text.width()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, arm = cross.center() - QPointF(side * 0.3, 0), self.fontMetrics().height() * 0.17
        for slant in (arm, -arm):
            painter.drawLine(centre - QPointF(arm, slant), centre + QPointF(arm, slant))
        if self.hasFocus():
            paint_focus(painter, rect, colours.focus, self.height() / 2)
