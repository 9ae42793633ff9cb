"""The questions of a first start: language, our mission, the officer, the desk file, and the State-secrets notice."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk.desk.keys import Place, Seal, disk_seal, place_of, refuse_shared
from hanoi_desk.language import Language, word, word_of
from hanoi_desk.records import MissionKind
from hanoi_desk.store import StoreError
from hanoi_desk.ui.file_dialogs import FileKind, SaveDialog
from hanoi_desk.ui.messages import store_sentences
from hanoi_desk.ui.safekeeping.busy import BusyLine
from hanoi_desk.ui.safekeeping.new_passphrase import NONE, NewPassphrase
from hanoi_desk.ui.widgets import Card, ComboField, FormRow, Line, TextLabel, fit, length, make_link, make_primary

#: The ending of a desk file.
ENDING = ".hdesk"


@dataclass(frozen=True, slots=True)
class FirstChoices:
    """What was answered; `sample` asks for the sample desk beside `path` and needs none of the other answers.

    An empty `passphrase` asks for a plain desk.
    """

    path: Path
    sample: bool
    mission_kind: MissionKind = MissionKind.EMBASSY
    mission: str = ""
    officer: str = ""
    passphrase: str = ""
    wants_paper: bool = False


class FirstStart(QDialog):
    """Asks what a desk needs to begin with; the answer comes with the signal `answered`."""

    language_chosen = Signal(str)
    answered = Signal(object)  # FirstChoices
    other_chosen = Signal()
    cancelled = Signal()  # of what an answer began

    def __init__(self, language: Language, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_start")
        self.language = language
        self._folder = folder
        self.title = TextLabel("", "title", wrap=True)
        self.introduction = TextLabel("", "muted", wrap=True)
        self.language_field = ComboField()
        self.language_field.setObjectName("language")
        self.mission_kind = ComboField()
        self.mission_kind.setObjectName("mission_kind")
        self.mission = Line()
        self.mission.setObjectName("mission")
        self.officer = Line()
        self.officer.setObjectName("officer")
        self.path = Line(str(folder / f"Hanoi Desk{ENDING}"))
        self.path.setObjectName("path")
        self.browse = QPushButton()
        self.usual_place = make_link(QPushButton())
        self.usual_place.setObjectName("usual_place")
        self.usual_place.hide()
        self.passphrase = NewPassphrase(language, may_be_none=True)
        self.passphrase.setObjectName("passphrase")
        self.paper = QCheckBox()
        self.paper.setObjectName("wants_paper")
        self.paper.setChecked(True)
        self._key_box = Card()
        self.disk = TextLabel("", "caption", wrap=True)
        self.disk.setObjectName("disk")
        self.notice = TextLabel("", wrap=True)
        self.understood = QCheckBox()
        self.understood.setObjectName("understood")
        self.start_button = make_primary(QPushButton())
        self.start_button.setObjectName("start_empty")
        self.sample_button = QPushButton()
        self.sample_button.setObjectName("look_around")
        self.other_button = make_link(QPushButton())
        self.other_button.setObjectName("open_other")
        self.busy = BusyLine()
        self._rows: dict[str, FormRow] = {}
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(length(self, 0.8))
        side = length(self, 1.6)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(self.title)
        column.addWidget(self.introduction)
        place = QWidget()
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.path, 1)
        across.addWidget(self.browse)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("language", self.language_field),
            ("mission_kind", self.mission_kind),
            ("mission", self.mission),
            ("officer", self.officer),
            ("path", place),
        )
        for key, field in fields:
            self._rows[key] = FormRow("", field)
            column.addWidget(self._rows[key])
        column.addWidget(self.usual_place, 0, Qt.AlignmentFlag.AlignLeft)
        self._key_box.body.addWidget(self.passphrase)
        self._key_box.body.addWidget(self.paper)
        self._key_box.body.addWidget(self.disk)
        column.addWidget(self._key_box)
        box = Card()
        box.body.addWidget(self.notice)
        box.body.addWidget(self.understood)
        column.addWidget(box)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        buttons.addWidget(self.other_button)
        column.addLayout(buttons)
        area = self._area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(side, length(self, 0.4), side, length(self, 0.4))
        foot.addWidget(self.busy)
        outer.addLayout(foot)
        fit(self, 40, 44)

    def set_busy(self, busy: bool) -> None:
        """Say that the desk is made, and take no other answer meanwhile; Cancel and Escape leave that."""
        self._area.setEnabled(not busy)
        self.busy.say(self.tr("The desk is made…") if busy else "")

    def reject(self) -> None:
        """Leave the questions, or what an answer began."""
        if self.busy.isHidden():
            super().reject()
        else:
            self.busy.cancelled.emit()

    def _cancel(self) -> None:
        self.set_busy(False)
        self.cancelled.emit()

    def _connect(self) -> None:
        self.busy.cancelled.connect(self._cancel)
        self.language_field.chosen.connect(self._choose_language)
        self.browse.clicked.connect(self._choose_place)
        self.understood.toggled.connect(self._allow)
        self.start_button.clicked.connect(self._start)
        self.sample_button.clicked.connect(self._look_around)
        self.other_button.clicked.connect(self.other_chosen)
        self.path.editingFinished.connect(self._look_at_place)
        self.usual_place.clicked.connect(self._take_usual_place)
        self.passphrase.changed.connect(lambda: self.paper.setVisible(self.passphrase.kind != NONE))
        self._allow(False)

    def retranslate(self) -> None:
        """Put the words on everything, in the language that is chosen."""
        self.setWindowTitle("Hanoi Desk")
        self.title.setText(self.tr("Welcome to Hanoi Desk"))
        self._area.setAccessibleName(self.title.text())
        self.introduction.setText(
            self.tr("One file on this computer holds the whole desk. Nothing leaves it: the program opens no network.")
        )
        self.language_field.set_choices([("en", "English"), ("vi", "Tiếng Việt")])
        self.language_field.set_value(self.language.value)
        kind = self.mission_kind.value or MissionKind.PERMANENT_MISSION.value
        self.mission_kind.set_choices([(k.value, word_of(k, self.language)) for k in MissionKind])
        self.mission_kind.set_value(kind)
        labels = {
            "language": self.tr("Language"),
            "mission_kind": self.tr("Our mission is"),
            "mission": self.tr("Name of the mission, for example Permanent Mission of Viet Nam, Vienna"),
            "officer": self.tr("Your name"),
            "path": self.tr("The desk file"),
        }
        for key, label in labels.items():
            self._rows[key].set_label(label)
        self.path.setAccessibleName(labels["path"])
        self.browse.setText(self.tr("Choose…"))
        self.usual_place.setText(self.tr("Take the usual folder: {path}").format(path=self._folder))
        self._key_box.set_title(self.tr("The passphrase of the desk"))
        self.passphrase.retranslate()
        self.paper.setText(self.tr("Then make a paper for the custodian, for the day on which it is forgotten"))
        self._show_disk()
        self.notice.setText(word("notice.state_secrets", self.language))
        self.understood.setText(self.tr("I have read this and will keep to it"))
        self.start_button.setText(self.tr("Start empty"))
        self.sample_button.setText(self.tr("Look around the sample desk"))
        self.other_button.setText(self.tr("Open a desk that exists…"))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language when the program does."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_problem(self, field: str, sentence: str) -> None:
        """Say beside a field what is wrong with it."""
        self._rows[field].show_problem(sentence)

    def _choose_language(self, key: str) -> None:
        self.language = Language(key)
        self.language_chosen.emit(key)
        self.passphrase.choose_list(key)
        self.retranslate()

    def _choose_place(self) -> None:
        name = self.path.text().strip()
        dialog = SaveDialog(self, self.tr("The desk file"), FileKind.DESK, name, f"Hanoi Desk (*{ENDING})")
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.fileSelected.connect(self._take_place)
        dialog.open()

    def _take_place(self, path: str) -> None:
        self.path.setText(path)
        self._look_at_place()

    def _take_usual_place(self) -> None:
        name = Path(self.path.text().strip()).name or f"Hanoi Desk{ENDING}"
        self._take_place(str(self._folder / name))

    def _look_at_place(self) -> bool:
        """Warn of a folder that another program copies elsewhere; False where no desk may lie.

        That is a network, and a folder that everybody on the computer may change.
        """
        path = Path(self.path.text().strip()).expanduser()
        place = place_of(path)
        warning, refused = self._shared_sentence(path), place is Place.NETWORK
        refused = refused or bool(warning)
        if place is Place.NETWORK:
            warning = self.tr(
                "This is a network drive, where saved records can be lost. Choose a folder of this computer."
            )
        elif place is Place.SYNCED:
            warning = self.tr(
                "Another program copies this folder to other computers. That can damage the desk, and takes it out of"
                " your hands."
            )
        self._rows["path"].show_problem(warning)
        usual = self._folder / "desk"
        self.usual_place.setVisible(bool(warning) and place_of(usual) is Place.LOCAL)
        self._show_disk()
        return not refused

    def _shared_sentence(self, path: Path) -> str:
        try:
            refuse_shared(path)
        except StoreError as error:
            return " ".join(store_sentences(error, self.language))
        return ""

    def _show_disk(self) -> None:
        """Say whether the disk is encrypted as a whole, and advise that where it is not."""
        seal = disk_seal(Path(self.path.text().strip() or self._folder).expanduser())
        advice = self.tr(
            "Ask for the encryption of the whole disk too (BitLocker, FileVault or LUKS): it covers what other programs"
            " write, and the memory of a computer that sleeps with its lid closed. Shut down instead of sleeping when"
            " you travel."
        )
        said = {
            Seal.ENCRYPTED: self.tr("The disk of this computer is encrypted as a whole. That is as it should be."),
            Seal.PLAIN: self.tr("The disk of this computer is not encrypted as a whole."),
            Seal.UNKNOWN: self.tr("It cannot be seen here whether the disk is encrypted as a whole."),
        }[seal]
        self.disk.setText(said if seal is Seal.ENCRYPTED else f"{said} {advice}")

    def _allow(self, understood: bool) -> None:
        self.start_button.setEnabled(understood)
        self.sample_button.setEnabled(understood)

    def _start(self) -> None:
        missing = self.tr("Please fill this in: it stands on every record and brief.")
        for key, field in (("mission", self.mission), ("officer", self.officer)):
            self._rows[key].show_problem("" if field.text().strip() else missing)
            if not field.text().strip():
                self._area.ensureWidgetVisible(self._rows[key])
        path = Path(self.path.text().strip() or f"Hanoi Desk{ENDING}").expanduser()
        path = path if path.suffix else path.with_suffix(ENDING)
        if not self._look_at_place():
            return
        if path.exists():
            self._rows["path"].show_problem(self.tr("There is a file with this name already. Choose another name."))
            return
        if not (self.mission.text().strip() and self.officer.text().strip()):
            return
        passphrase = self.passphrase.answer()
        if passphrase is None:
            self._area.ensureWidgetVisible(self.passphrase)
            self.passphrase.take_focus()
            return
        kind = MissionKind(self.mission_kind.value)
        wants_paper = bool(passphrase) and self.paper.isChecked()
        names = self.mission.text(), self.officer.text()
        self.answered.emit(FirstChoices(path, False, kind, *names, passphrase, wants_paper))

    def _look_around(self) -> None:
        folder = Path(self.path.text().strip()).expanduser().parent
        self.answered.emit(FirstChoices(folder / f"Hanoi Desk sample{ENDING}", True))
