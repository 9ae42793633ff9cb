"""The ways out of damage: the nearest good backup first, and then what can still be read of the desk itself."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.desk.backups import Backup, backups_beside
from hanoi_desk.desk.rescue import Salvaged, put_back, salvage_closed
from hanoi_desk.language import Language, short_date, word
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Background
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog, file_dialog
from hanoi_desk.ui.widgets import TextLabel, fit, length, make_primary


class RescueDialog(QDialog):
    """`backup_chosen` gives the path of a backup; what is salvaged goes to a new file that is chosen here."""

    backup_chosen = Signal(object)  # Path

    def __init__(
        self,
        language: Language,
        backups: Sequence[Backup],
        salvage: Callable[[Path], Salvaged],
        background: Background,
        parent: QWidget | None = None,
        trouble: str = "damaged",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rescue")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Hanoi Desk")
        self._language = language
        self._salvage = salvage
        self._background = background
        nearest = max(backups, key=lambda one: one.made_at, default=None)
        offered = self.tr("There is no backup in the folder beside the desk. Is there one on a stick?")
        left = self.tr(
            "Much of the desk may still be readable: it can be brought into a new desk file, with a count of what was"
            " lost."
        )
        if nearest:
            offered = self.tr(
                "The nearest good backup is of {day}, {time}. It was opened and checked when it was made."
            )
            offered = offered.format(day=short_date(nearest.made_at.date()), time=f"{nearest.made_at:%H:%M}")
            left = self.tr(
                "What was written since then may still be readable: it can be brought into a new desk file, with a"
                " count of what was lost."
            )
        self.restore_button = make_primary(QPushButton(self.tr("Restore that backup…")))
        self.restore_button.setObjectName("rescue_restore")
        self.restore_button.setVisible(nearest is not None)
        self.other_button = QPushButton(self.tr("Another backup…"))
        self.salvage_button = QPushButton(self.tr("Save what can be read…"))
        self.salvage_button.setObjectName("rescue_salvage")
        self.close_button = QPushButton(self.tr("Close"))
        self.report = TextLabel("", wrap=True)
        self.report.setObjectName("salvage_report")
        column = QVBoxLayout(self)
        column.setSpacing(length(self, 0.7))
        column.addWidget(TextLabel(word(f"error.{trouble}", language), "title", wrap=True))
        column.addWidget(
            TextLabel(self.tr("Nothing was changed. The damaged file stays as it is."), "muted", wrap=True)
        )
        column.addWidget(TextLabel(offered, wrap=True))
        column.addWidget(TextLabel(left, wrap=True))
        column.addWidget(self.report)
        column.addStretch(1)
        for buttons in ((self.restore_button, self.other_button), (self.salvage_button, None, self.close_button)):
            row = QHBoxLayout()
            for button in buttons:
                if button is None:
                    row.addStretch(1)
                else:
                    row.addWidget(button)
            if buttons[-1] is self.other_button:
                row.addStretch(1)
            column.addLayout(row)
        self.restore_button.clicked.connect(lambda: self._choose(nearest.path) if nearest else None)
        self.other_button.clicked.connect(self.choose_other)
        self.salvage_button.clicked.connect(self.choose_target)
        self.close_button.clicked.connect(self.reject)
        fit(self, 34, 24)

    def choose_other(self) -> None:
        """Ask for a backup that lies elsewhere."""
        dialog = file_dialog(self, self.tr("Choose a backup"), FileKind.BACKUP, "Hanoi Desk (*.hdesk)")
        dialog.fileSelected.connect(lambda path: self._choose(Path(path)))
        dialog.open()

    def choose_target(self) -> None:
        """Ask for the new file of what can be read."""
        dialog = SaveDialog(
            self, self.tr("A new desk file"), FileKind.DESK, "Hanoi Desk 2.hdesk", "Hanoi Desk (*.hdesk)"
        )
        dialog.fileSelected.connect(lambda path: self.salvage_to(Path(path)))
        dialog.open()

    def salvage_to(self, target: Path) -> None:
        """Bring what can be read into a new file, off the interface thread, and count it."""

        def done(found: Salvaged) -> None:
            self.salvage_button.setEnabled(True)
            self.report.setText("\n".join(self._told(found, target)))

        def failed(error: BaseException) -> None:
            self.salvage_button.setEnabled(True)
            self.report.setText("")
            if not isinstance(error, StoreError):
                raise error
            messages.store_trouble(self, error, self._language)

        self.salvage_button.setEnabled(False)
        self.report.setText(self.tr("What can be read is brought over…"))
        self._background.run(lambda _: self._salvage(target), done, failed)

    def _told(self, found: Salvaged, target: Path) -> list[str]:
        lines = [
            word("cli.salvage.table", self._language, table=table, n=n, lost=found.unread.get(table, 0))
            for table, n in found.rows.items()
        ]
        if found.outside_log:
            lines.append(word("cli.salvage.outside", self._language, n=found.outside_log))
        return [*lines, word("cli.salvage.made", self._language, path=target)]

    def _choose(self, path: Path) -> None:
        self.accept()
        self.backup_chosen.emit(path)


def offer_for_closed(
    path: Path,
    passphrase: str | None,
    language: Language,
    background: Background,
    now: Callable[[], datetime],
    front: Callable[[], QWidget | None],
    reopen: Callable[[Path, str | None], object],
    second: str = "",
    trouble: str = "damaged",
) -> None:
    """Offer the nearest backup of a desk that does not open, and what can still be read of it.

    `front` is the window over which troubles are told; `reopen` is called when a backup has taken the desk's place.
    `second` is the folder of the second backups, as the settings know it; `trouble` is the name of what was found.
    """
    dialog = RescueDialog(
        language,
        backups_beside(path, Path(second) if second else None),
        lambda target: salvage_closed(path, target, passphrase),
        background,
        front(),
        trouble,
    )

    def restore(backup: Path) -> None:
        moment = now().replace(tzinfo=None)
        background.run(lambda _: put_back(backup, path, passphrase, moment), done, failed)

    def done(_: object) -> None:
        reopen(path, passphrase)

    def failed(error: BaseException) -> None:
        if not isinstance(error, StoreError):
            raise error
        messages.store_trouble(front(), error, language)

    dialog.backup_chosen.connect(restore)
    dialog.open()
