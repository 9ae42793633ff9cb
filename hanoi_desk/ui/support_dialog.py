"""The support bundle, shown whole before it is saved: what is in it, part by part, and that no record is."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.files import replace_file
from hanoi_desk.settings import config_folder, load
from hanoi_desk.support import Part, collect, file_name, may_replace, packed
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Task
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import TextLabel, fit, length, make_primary


class SupportDialog(QDialog):
    """Collects off the interface thread, shows the text that would leave the computer, and saves nothing by itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("support")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save a support bundle"))
        self.session = session
        self.parts: tuple[Part, ...] = ()
        self.text = QPlainTextEdit()
        self.text.setObjectName("support_text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What is in the bundle"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("The bundle is collected…"))
        self.save_button = make_primary(QPushButton(self.tr("Save…")))
        self.save_button.setObjectName("save_support")
        self.save_button.setEnabled(False)
        self.close_button = QPushButton(self.tr("Cancel"))
        self.close_button.setAutoDefault(False)
        self._arrange()
        self.save_button.clicked.connect(self.choose_file)
        self.close_button.clicked.connect(self.reject)
        self._task = self._collect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(length(self, 0.6))
        column.addWidget(TextLabel(self.tr("Save a support bundle"), "title", wrap=True))
        explained = self.tr(
            "This is all that the file will hold: read it before you save it. There is no record in it, no name, and no"
            " path. Nothing is sent: you give the file to those who look after the program, or you do not."
        )
        column.addWidget(TextLabel(explained, "muted", wrap=True))
        column.addWidget(self.progress)
        column.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        fit(self, 40, 40)

    def _collect(self) -> Task:
        store = self.session.store
        path, key = store.path, store.opened.key if store.opened else None
        screen = QGuiApplication.primaryScreen()
        more = {
            "qt": qVersion(),
            "platform plugin": QGuiApplication.platformName(),
            "screen scale": f"{screen.devicePixelRatio():g}" if screen else "?",
        }
        folder = config_folder()

        def work(task: Task) -> tuple[Part, ...]:
            return collect(load(folder), folder, path, key, more=more, is_stopped=lambda: task.cancelled)

        return self.session.background.run(work, self._show, self._fail)

    def _show(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        said = [f"{part.name}.txt – {self.session.word(f'support.{part.name}')}\n\n{part.text}" for part in parts]
        self.text.setPlainText("\n".join(said))
        self.progress.hide()
        self.save_button.setEnabled(True)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: BaseException) -> None:
        self.progress.hide()
        messages.failure(self, error, self.session.language)

    def choose_file(self) -> None:
        """Ask where to save the bundle."""
        name = file_name(self.session.now)
        dialog = SaveDialog(self, self.windowTitle(), FileKind.SUPPORT, name, "Zip (*.zip)")
        dialog.when_chosen(self.save)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the bundle that is shown; a file that is none is never replaced."""
        language = self.session.language
        if messages.refuse_secret(self, path, language):
            return
        try:
            if not may_replace(path):
                messages.known(self, "not_a_bundle", language)
                return
            replace_file(path, packed(self.parts, self.session.now))
        except OSError as error:
            messages.failure(self, error, language, path, "unwritten")
            return
        self.session.say(self.tr("The support bundle is saved: {name}").format(name=path.name))
        self.accept()

    def done(self, result: int) -> None:
        """Throw away what is still being collected."""
        self._task.cancel()
        super().done(result)
