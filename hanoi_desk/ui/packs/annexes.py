"""The files that stand behind the papers of a pack, kept with it in the desk: chosen, or dropped on the page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.desk import attachments, remove
from hanoi_desk.file_names import safe_name
from hanoi_desk.records import Attachment, Pack
from hanoi_desk.store import StoreError
from hanoi_desk.ui.attachments import Opening, Taking, take_drops
from hanoi_desk.ui.detail.parts import LinkButton, flow
from hanoi_desk.ui.file_dialogs import FileKind, file_dialog
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, TextLabel, length, make_link, make_small

#: What an annex is; other files may hang on a pack and do not stand in it.
ANNEX_TYPE = "application/pdf"


class AnnexCard(Card):
    """A file is kept with the pack: `saving_asked` asks for one that was never saved to be, before files are taken."""

    saving_asked = Signal(object)  # what to do then

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("annexes")
        self._session = session
        self._pack: Pack | None = None
        self._opening = Opening(session, self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(length(self, 0.3))
        self._hint = TextLabel("", "caption", wrap=True)
        self.add_button = make_small(QPushButton())
        self.add_button.setObjectName("add_annex")
        self.add_button.clicked.connect(self.choose)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        take_drops(self, self.take)

    def retranslate(self) -> None:
        """Put the words on the card."""
        self.set_title(self.tr("Annexes"))
        self._hint.setText(self.tr("Drop PDF files here, or choose them. Their pages are numbered with the others."))
        self.add_button.setText(self.tr("Add PDF…"))
        if self._pack is not None:
            self.show_pack(self._pack)

    def show_pack(self, pack: Pack) -> None:
        """Show the files of a pack."""
        self._pack = pack
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for file in annexes_of(self._session, pack):
            self._rows.addWidget(self._row(file))

    def choose(self) -> None:
        """Ask which files are to be annexes."""
        dialog = file_dialog(
            self, self.tr("Add annexes"), FileKind.ANNEX, "PDF (*.pdf)", QFileDialog.FileMode.ExistingFiles
        )
        dialog.setObjectName("annex_dialog")
        dialog.filesSelected.connect(lambda paths: self.take([Path(path) for path in paths]))
        dialog.open()

    def take(self, paths: list[Path]) -> None:
        """Keep files with the pack; they are read off the interface thread."""
        taken = [path for path in paths if path.suffix.lower() == ".pdf"]
        if len(taken) < len(paths):
            self._session.say(self.tr("Only PDF files can be annexes."))
        if taken and self._pack is not None:
            self.saving_asked.emit(lambda pack: Taking(self._session, self.window()).take(pack, taken))

    def _row(self, file: Attachment) -> QWidget:
        name = safe_name(file.name)
        link = LinkButton(name)
        link.setObjectName(f"open_{file.id}")
        link.clicked.connect(lambda: self._opening.open(file))
        button = make_link(QPushButton(self.tr("Remove")), quiet=True)
        button.setObjectName(f"remove_{file.id}")
        button.setAccessibleName(self.tr("Remove {name}").format(name=name))
        button.clicked.connect(self._remover(file))
        return flow(link, button)

    def _remover(self, file: Attachment) -> Callable[[], None]:
        def act() -> None:
            try:
                remove(self._session.store, file)
            except StoreError as error:
                store_trouble(self.window(), error, self._session.language)
            else:
                self._session.say(self.tr("Removed: {name}").format(name=safe_name(file.name)), undo=True)

        return act


def annexes_of(session: Session, pack: Pack) -> list[Attachment]:
    """Return the files that stand behind the papers of a pack, in their order."""
    return [file for file in attachments(session.store, pack) if file.media_type == ANNEX_TYPE]
