"""What the program says of itself: every key, whose work is in it, and what it must not hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from hanoi_desk import __version__
from hanoi_desk.assets import asset
from hanoi_desk.text import fold
from hanoi_desk.ui.actions import ACTIONS, KEY_PLACES, MENUS, PAGE_KEYS, PAGES, in_words
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, KeyHint, SearchBox, SectionTitle, TextLabel, fit, length
from hanoi_desk.updates import fingerprint, shipped_key

#: The table of everything that the program carries or uses.
_OVERVIEW = "NOTICE.md"


@dataclass(frozen=True, slots=True)
class MappedKey:
    """A key, or several that do the same, under the menu or page where they work; all in the user's words."""

    place: str
    words: str
    keys: tuple[str, ...]


def key_map() -> list[MappedKey]:
    """Return every key of the program in the order in which it is read: the menus, then lists, forms and pages."""
    return [
        *(
            _mapped(in_words(title), spec.words(), spec.keys)
            for menu, title in MENUS
            for spec in ACTIONS
            if spec.menu == menu and spec.keys
        ),
        *(
            _mapped(title, spec.words(), spec.keys)
            for place, title in _places()
            for spec in PAGE_KEYS
            if spec.place == place
        ),
    ]


def _places() -> Iterator[tuple[str, str]]:
    for place, title in KEY_PLACES:
        yield place, in_words(title)
    for page in PAGES:
        words = QCoreApplication.translate("KeysDialog", "On the page “{page}”")
        yield page.key, words.format(page=page.words())


def _mapped(place: str, words: str, keys: str) -> MappedKey:
    shown = [QKeySequence(one.strip()).toString(QKeySequence.SequenceFormat.NativeText) for one in keys.split(";")]
    return MappedKey(place.replace("&", ""), words.replace("&", ""), tuple(shown))


class KeysDialog(QDialog):
    """The map of keys: every key of the menus, of lists, forms and pages, found by typing a word or the key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        self.filter = SearchBox(self.tr("Find a key or what it does…"))
        self.filter.setObjectName("filter")
        self.none = TextLabel(self.tr("No key does that."), "muted")
        self._rows: list[tuple[MappedKey, SectionTitle, tuple[QWidget, ...]]] = []
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(length(self, 0.3))
        self._fill(grid)
        _fill(self, inner, (self.filter, self.none))
        self.filter.typed.connect(self.show_found)
        self.filter.left.connect(self.reject)
        self.show_found("")
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, text: str) -> None:
        """Show only the keys whose words, place or name hold all that was typed."""
        wanted = fold(text).split()
        found: dict[SectionTitle, bool] = {}
        for one, head, widgets in self._rows:
            said = fold(f"{one.place} {one.words} {' '.join(one.keys)}")
            hit = all(word in said for word in wanted)
            found[head] = found.get(head, False) or hit
            for widget in widgets:
                widget.setVisible(hit)
        for head, shown in found.items():
            head.setVisible(shown)
        self.none.setVisible(not any(found.values()))

    def _fill(self, grid: QGridLayout) -> None:
        row, place, head = 0, "", SectionTitle("")
        for one in key_map():
            if one.place != place:
                place, head = one.place, SectionTitle(one.place)
                grid.addWidget(head, row, 0, 1, 2)
                row += 1
            words, keys = TextLabel(one.words), KeyHint("  ".join(one.keys))
            grid.addWidget(words, row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((one, head, (words, keys)))
            row += 1
        grid.setRowStretch(row, 1)


class AboutDialog(QDialog):
    """Version, the State-secrets notice, and the licences of everything shipped."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Hanoi Desk"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(TextLabel(f"Hanoi Desk {__version__}", "title"))
        column.addWidget(TextLabel(session.word("notice.state_secrets"), wrap=True))
        self.updates = TextLabel(self._update_sentence(), "muted", wrap=True)
        column.addWidget(self.updates)
        column.addWidget(SectionTitle(self.tr("Whose work is in it")))
        self.which = ComboField(self._texts(), self.tr("Which licence to read"))
        self.which.setObjectName("which")
        self.licences = QTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Whose work is in it"))
        self.licences.setTabChangesFocus(True)
        column.addWidget(self.which)
        column.addWidget(self.licences, 1)
        _fill(self, inner)
        self.which.chosen.connect(self.show_text)
        self.show_text(_OVERVIEW)

    def show_text(self, name: str) -> None:
        """Show one of the texts that are shipped, by the name of its file."""
        text = asset(f"licences/{name}").read_text(encoding="utf-8")
        if name.endswith(".md"):
            self.licences.setMarkdown(text)
        else:
            self.licences.setPlainText(text)

    def _update_sentence(self) -> str:
        key = shipped_key()
        if not key:
            return self.tr(
                "This copy carries no key of the ministry, so no update can be verified with it. Ask for one on paper."
            )
        said = self.tr("Updates are verified with the key {shown}. Compare it with the one on paper from the pouch.")
        return said.format(shown=fingerprint(key))

    def _texts(self) -> list[tuple[str, str]]:
        """Return the texts by file, the overview first; an installed program has one of everything it carries."""
        names = sorted(path.name for path in asset("licences").iterdir() if path.is_file() and path.name != _OVERVIEW)
        return [(_OVERVIEW, self.tr("All in one table")), *((name, name) for name in names)]


def _fill(dialog: QDialog, inner: QWidget, above: Sequence[QWidget] = ()) -> None:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setProperty("role", "read")
    area.setAccessibleName(dialog.windowTitle())
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(area, 1)
    column.addWidget(buttons)
    fit(dialog, 34, 40)
