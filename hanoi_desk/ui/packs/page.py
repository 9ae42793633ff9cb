"""The builder of briefing packs: what the document says at the left, its very pages at the right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.briefing.checks import checks
from hanoi_desk.desk import NumberTaken, edition_file, editions, freeze_edition
from hanoi_desk.document_numbers import next_document_number
from hanoi_desk.documents import CannotMake, Wanted
from hanoi_desk.errors import told
from hanoi_desk.language import word
from hanoi_desk.records import Pack, PackEdition, Product
from hanoi_desk.store import Query, StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.packs.composing import Composed
from hanoi_desk.ui.packs.filing import PackFiling
from hanoi_desk.ui.packs.handing import Handing
from hanoi_desk.ui.packs.making import Made, Making
from hanoi_desk.ui.packs.printing import Printing
from hanoi_desk.ui.packs.wishes import LARGE, Wishes
from hanoi_desk.ui.session import Session


class PacksPage(PackFiling):
    """`Goal.record` is a saved pack, or an event, a meeting, a contact or a State that a new one is for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.made: Made | None = None
        self._scope: str | None = None  # the State whose text was written last, "" for all, None for no text
        self._read_text: str | None = None  # the text that somebody has read and confirmed
        self._after: Callable[[], None] | None = None  # what waits for the document
        self._opened: tuple[PackEdition, bytes] | None = None  # the edition that is shown in place of the document
        self._is_outdated = False  # what is shown is not what was written last
        self._wishes = Wishes(session)
        self.making = Making(session, self)
        self.handing = Handing(session, self)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.document_tab.edited.connect(self._take_fields)
        self.texts_tab.edited.connect(self._take_texts)
        self.texts_tab.scope_field.chosen.connect(self._look_at)
        self.printing.edited.connect(self._take_printing)
        self.report.changed.connect(self.remake)
        self.pane.paper_seen.connect(lambda _: self._show_fills())
        self.editions_tab.asked.connect(self._use_edition)
        self.foot.cancel_button.clicked.connect(self.cancel)
        self.foot.confirmed.connect(self._confirm)
        self.foot.print_button.clicked.connect(self.print_document)
        self.foot.save_button.clicked.connect(self.choose_file)
        self.foot.freeze_button.clicked.connect(self.freeze)
        self.foot.word_button.clicked.connect(self.choose_word_file)
        self.making.made.connect(self._show)
        self.making.failed.connect(self._fail)
        self.making.progressed.connect(self._tell)
        for keys, act in (("Ctrl+S", self.choose_file), ("Ctrl+Return", self.save), ("Ctrl+Enter", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def forget_document(self) -> None:
        self.made, self._read_text, self._scope, self._after, self._opened = None, None, None, None, None
        self.texts_tab.scope_field.set_value("")
        self.making.stop()
        self.pane.clear()
        self.checks_tab.clear()

    # ---- editing ----

    def _take_fields(self, fields: dict[str, Any]) -> None:
        self.composed = self.composed.having(**fields)
        if not {"name", "distribution", "head_of_delegation"} & set(fields):
            self.show_composed()
        self._changed(None)

    def _take_printing(self, fields: dict[str, Any]) -> None:
        self.composed = self.composed.having(**fields)
        if {"copies", "draft"} & set(fields):  # which stand on the pages
            self._changed(None)
        else:
            self.keeper.touch()
            self._show_state()

    def _take_texts(self, composed: Composed, scope: str) -> None:
        self.composed = composed
        self._changed(scope)

    def _changed(self, scope: str | None) -> None:
        self._scope = scope
        self.keeper.touch()
        self._show_state()
        self.remake()

    def _look_at(self, scope: str) -> None:
        """Bring the paper of a State into sight, whose texts are to be written, or without one the common lines."""
        place, language = self.session.board().places.get(scope), self.composed.languages[0]
        name = self.paper_name(place.participant, language) if place else word("pack.common", language)
        self.pane.go_to_paper(name)

    # ---- making ----

    def remake(self, *, at_once: bool = False) -> None:
        if not self.isVisible():
            self._stale = True
            return
        wanted = self._wanted(draft=self.composed.pack.draft)
        first = self._wishes.paper(wanted, self._scope) if self._scope is not None else None
        self._is_outdated = True
        self.making.ask(wanted, first, at_once=at_once)

    def _wanted(self, *, draft: bool, number: str = "") -> Wanted:
        states, copies = self.document_tab.participants(), self.composed.pack.copies
        wanted = self._wishes.whole(self.composed, states, draft=draft, copies=copies, number=number)
        return replace(wanted, report=self.report.wishes())

    def cancel(self) -> None:
        """Stop making the document; the next change begins anew."""
        self._after = None
        self.making.stop()
        self._show_state()

    def _tell(self, share: float, done: int, of: int, name: str) -> None:
        if self._sheets.currentWidget() is self.nothing:
            self.show_pages(False)  # what kept the document from being made does so no more
        count = self.tr("{n} of {all}").format(n=done, all=of)
        self.foot.show_progress(share, self.tr("Building: {paper}").format(paper=name), count)

    def _show(self, made: Made) -> None:
        document, self._opened = made.document, None
        self.pane.show_document(document.content, document.papers)
        self.show_pages(True)
        if not made.is_whole:
            return
        self.made, self._is_outdated = made, False
        if self.composed.pack.product is Product.LEAVE_BEHIND and self._read_text != made.collected.text():
            self._read_text = None
        if self._scope is not None and len(made.wanted.pack.participants) >= LARGE:
            self._look_at(self._scope)
        self._show_changes()
        self._show_checks()
        self._show_state()
        if self._after is not None:
            act, self._after = self._after, None
            act()

    def _fail(self, error: BaseException) -> None:
        self.made, self._after = None, None
        self.checks_tab.clear()
        self._show_state()
        if isinstance(error, CannotMake):
            is_report = self.composed.pack.product is Product.REPORT
            action = self.tr("Choose the contact") if is_report else self.tr("Choose countries")
            self.show_pages(False, told(error, self.session.language).happened, action)
        else:
            self.show_pages(False, "")
            messages.failure(self, error, self.session.language)

    # ---- showing ----

    def show_composed(self) -> None:
        pack = self.composed.pack
        packs: list[Pack] = self.session.store.all(Query(Pack, order_by="title"))
        new = [] if self._saved is not None else [(pack.id, self.tr("New document"))]
        self.chooser.set_choices([*new, *((one.id, one.name) for one in packs)])
        self.chooser.set_value(pack.id)
        self.document_tab.show_composed(self.composed, self.section_words(pack.product))
        states = self.document_tab.participants()
        self.texts_tab.show_composed(self.composed, states)
        kept = editions(self.session.store, pack) if self._saved is not None else []
        self.editions_tab.show_editions(kept, numbered=pack.product is not Product.LEAVE_BEHIND)
        self.set_tab_count("editions", len(kept))
        self.document_tab.annexes.show_pack(pack)
        self.printing.show_pack(pack)
        self.report.setVisible(pack.product is Product.REPORT)
        self._show_state()

    def _show_state(self) -> None:
        is_paper = self.composed.pack.product is Product.LEAVE_BEHIND
        document = self.made.document if self.made else None
        if self._opened is not None:
            self.foot.show_rest(self.tr("Edition {n}, as it was kept").format(n=self._opened[0].number))
        elif not self.making.is_busy:
            pages = self.tr("%n page(s)", "", document.pages) if document else self.tr("No document yet")
            self.foot.show_rest(pages, self.tr("not saved") if self._unsaved() else "")
        ticked = is_paper and self._read_text is not None
        self.foot.show_tick(is_paper and document is not None and self._opened is None, ticked)
        may = self._opened is not None or (document is not None and (ticked or not is_paper))
        self.foot.word_button.setVisible(self.composed.pack.product is Product.BILATERAL and self._opened is None)
        self.foot.allow(handing=may, freezing=self._opened is None)
        self.copy_button.setEnabled(self._saved is not None)
        self.delete_button.setEnabled(self._saved is not None or self._unsaved() is not None)
        self.save_pack_button.setEnabled(self._is_dirty())

    def _show_checks(self) -> None:
        if self.made is not None:
            pack, texts, session = self.made.wanted.pack, self.made.wanted.texts, self.session
            found = checks(session.store, session.board(), pack, texts, session.today, session.language)
            self.checks_tab.show_checks(found)
        self._show_fills()

    def _show_fills(self) -> None:
        if self.made is not None:
            document = self.made.document
            self.checks_tab.show_document(document.warnings, document.fills, self.pane.paper)
            full = [fill for fill in document.fills if fill.overflows and fill.paper in ("", self.pane.paper)]
            words = self.tr("{block} overflows").format(block=full[0].block) if full else ""
            self.pane.told.setText(words)

    def _show_changes(self) -> None:
        self.editions_tab.show_changes(self.made.document.changed if self.made else ())

    # ---- handing over ----

    def _confirm(self, ticked: bool) -> None:
        self._read_text = self.made.collected.text() if ticked and self.made else None
        self._show_state()

    def _when_made(self, act: Callable[[Made], None]) -> None:
        """Hand over what is shown once it is what was written last."""

        def now() -> None:
            may = self.composed.pack.product is not Product.LEAVE_BEHIND or self._read_text is not None
            if self.made is not None and may and self.is_clear(now):
                self.report.keep()
                act(self.made)

        if self.making.is_busy or self._is_outdated:
            self._after = now
            if not self.making.is_busy:
                self.remake(at_once=True)
        else:
            now()

    def print_document(self) -> None:
        """Print what is shown through the dialog of the system."""
        if self._opened is not None:
            self._use_edition("print", self._opened[0])
        else:
            self._when_made(self._print)

    def _print(self, made: Made) -> None:
        self._hand_to_printer(made.document.file_name.removesuffix(".pdf"), made.document.content)

    def _hand_to_printer(self, title: str, content: bytes, kept: PackEdition | None = None) -> None:
        pack = self.composed.pack
        if pack.numbered and pack.product is not Product.LEAVE_BEHIND:
            self.handing.print_numbered(title, content, self._numbered(kept))
        else:
            self.handing.print_document(title, content, self.printing.printing())

    def _numbered(self, kept: PackEdition | None) -> Printing:
        """Return how numbered copies are printed: as many of a kept edition as its cover says, if it says so."""
        printing = self.printing.printing()
        return replace(printing, copies=kept.copies) if kept and kept.copies > 1 else printing

    def choose_file(self) -> None:
        """Ask where to save what is shown."""
        if self._opened is not None:
            self._use_edition("save", self._opened[0])
            return
        self._when_made(lambda made: self.handing.choose_file(made.document.file_name, self.save_to))

    def choose_word_file(self) -> None:
        """Ask where to save the same words for Word, for the last-minute sentence."""
        self._when_made(self._choose_word_file)

    def _choose_word_file(self, made: Made) -> None:
        briefs, paper = made.collected.bilaterals, made.wanted.pack.paper
        name = Path(made.document.file_name).with_suffix(".docx").name
        self.handing.choose_file(name, lambda path: self.handing.save_word(path, briefs, paper))

    def save_to(self, path: Path) -> bool:
        """Write what is shown; a file that stood there is replaced wholly or not at all."""
        return self.made is not None and self.handing.save(path, self.made.document.content)

    def freeze(self) -> None:
        """Give the document its number and keep it, with its very file, as an edition of the pack."""
        self._when_made(self._begin_edition)

    def _begin_edition(self, _: Made) -> None:
        if (self._saved is None or self._is_dirty()) and not self.save():
            return
        document = next_document_number(self.session.store, self.session.today.year)
        copies = self.printing.number
        self.making.make(self._wanted(draft=False, number=document), lambda made: self._freeze(made, copies))

    def _freeze(self, made: Made, copies: int) -> None:
        try:
            edition = freeze_edition(
                self.session.store, self.composed.pack, made.document, self.session.today, copies=copies
            )
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        except NumberTaken as error:
            messages.failure(self, error, self.session.language)
            return
        self.show_tab("editions")
        self.session.say(
            self.tr("Edition {n} is kept: {number}").format(n=edition.number, number=edition.document), undo=True
        )

    def _use_edition(self, what: str, edition: PackEdition) -> None:
        try:
            content = edition_file(self.session.store, edition)
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        if content is None:
            self.session.say(self.tr("The file of this edition was removed."))
            return
        if what == "open":
            self._opened = edition, content
            self.making.stop()
            self.pane.show_document(content, ())
            self.show_pages(True)
            self._show_state()
        elif what == "save":
            self.handing.choose_file(edition.file_name, lambda path: self.handing.save(path, content))
        elif what == "copies":
            name = f"{edition.file_name.removesuffix('.pdf')}_copies-1-{edition.copies}.pdf"
            self.handing.save_numbered(name, content, self._numbered(edition))
        else:
            self._hand_to_printer(edition.document, content, edition)

    # ---- leaving ----

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the window that closes: what is written must be on disk before the desk is."""
        self.window().installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put what is written on disk when the window closes."""
        if event.type() == QEvent.Type.Close and watched is self.window():
            self.keeper.flush()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Put what is written on disk, and make nothing that nobody sees."""
        super().hideEvent(event)
        self.keeper.flush()
        self.making.stop()
        self._stale = True
