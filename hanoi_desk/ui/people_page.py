"""The page that lists persons: their posts, who may be on file twice, and who is erased for good."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import merges, split_persons, tell_apart
from hanoi_desk.records import Appointment, Person
from hanoi_desk.ui.detail import PersonDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.forms import AppointmentForm, PersonForm
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import PersonListing
from hanoi_desk.ui.messages import ask
from hanoi_desk.ui.people.end_post import EndPostForm
from hanoi_desk.ui.people.erase_dialog import EraseDialog
from hanoi_desk.ui.people.likely import Likely
from hanoi_desk.ui.people.merge_dialog import MergeDialog
from hanoi_desk.ui.session import Session


class PeoplePage(FormPage):
    """Persons and the posts they hold. Ctrl+M compares two records, Shift+Del erases for good."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._likely = Likely(session)
        detail = PersonDetail(session, likely=self._likely)
        super().__init__(session, PersonListing(session, likely=self._likely), detail, parent)
        self._likely.setParent(self)
        self._likely.found.connect(self.refresh)
        detail.post_asked.connect(self._edit_post)
        detail.end_asked.connect(self._end_post)
        detail.compare_asked.connect(self._compare)
        detail.apart_asked.connect(self._tell_apart)
        detail.split_asked.connect(self._ask_to_split)
        detail.erase_asked.connect(self._erase)
        for keys, act in (("Ctrl+M", self._compare_chosen), ("Shift+Del", self._erase_chosen)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def words(self) -> ListWords:
        return ListWords(
            self.tr("People"),
            self.tr("Filter: name, post, country…"),
            self.tr("New person…"),
            self.tr("No person is on file yet. Persons named when a contact is logged appear here."),
        )

    def add(self) -> None:
        self.open_form(PersonForm(self.session, Person(name=""), self.tr("New person"), self))

    def edit(self, record_id: str) -> None:
        person = self.session.store.need(Person, record_id)
        self.open_form(PersonForm(self.session, person, self.tr("Person"), self))

    def _saved(self, record_id: str) -> None:
        super()._saved(record_id)
        pairs = self._likely.of(record_id)
        store = self.session.store
        person, other = store.get(Person, record_id), store.get(Person, pairs[0].other(record_id)) if pairs else None
        if person and other:
            words = self.tr("Saved: {name}. {other} may be the same person: Ctrl+M compares them.")
            self.session.say(words.format(name=person.name, other=other.name), undo=True)

    # ---- posts ----

    def _edit_post(self, person_id: str, post_id: str) -> None:
        store = self.session.store
        person = store.need(Person, person_id)
        known = store.get(Appointment, post_id) if post_id else None
        post = known or Appointment(person=person_id, title="", participant=person.participant)
        form = AppointmentForm(self.session, post, self.tr("Post of {name}").format(name=person.name), self)
        form.saved.connect(lambda _: self._saved(person_id))
        form.open()

    def _end_post(self, post_id: str) -> None:
        store = self.session.store
        post = store.need(Appointment, post_id)
        person = store.need(Person, post.person)
        form = EndPostForm(self.session, post, person, self)
        form.saved.connect(lambda _: self._saved(person.id))
        form.open()

    # ---- two records of one person ----

    def _compare_chosen(self) -> None:
        if self.table.current:
            pairs = self._likely.of(self.table.current)
            self._compare(self.table.current, pairs[0].other(self.table.current) if pairs else "")

    def _compare(self, person_id: str, other_id: str) -> None:
        store = self.session.store
        one, other = store.need(Person, person_id), store.get(Person, other_id) if other_id else None
        why = next((pair.why for pair in self._likely.of(person_id) if other_id == pair.other(person_id)), None)
        self.show_merge(MergeDialog(self.session, one, other, why, self))

    def show_merge(self, dialog: MergeDialog) -> None:
        """Open what compares two records, and say what comes of it."""
        dialog.merged.connect(self._say_merged)
        dialog.told_apart.connect(self._say_apart)
        dialog.open()

    def _say_merged(self, person_id: str) -> None:
        self.table.choose(person_id)
        self.read_chosen()
        name = self.session.store.need(Person, person_id).name
        self.session.say(self.tr("Two records of {name} are one now.").format(name=name), undo=True)

    def _say_apart(self) -> None:
        self.session.say(self.tr("They are two persons, and will not be offered as one again."), undo=True)

    def _tell_apart(self, person_id: str, other_id: str) -> None:
        store = self.session.store
        one, other = store.need(Person, person_id), store.need(Person, other_id)

        def act() -> None:
            tell_apart(store, one, other)
            self._say_apart()

        self.do(act)

    def _ask_to_split(self, save_id: str) -> None:
        kept = self.session.store.need(Person, self.detail.shown)
        gone = next((one.gone for one in merges(self.session.store, kept.id) if one.save.id == save_id), None)
        if gone is None:
            return
        question = self.tr("Tell {gone} and {kept} apart again?").format(gone=gone.name, kept=kept.name)
        more = self.tr(
            "Everything comes back as it was before they were made one. What was written since, or changed since,"
            " stays with {kept}."
        ).format(kept=kept.name)
        ask(
            self,
            question,
            self.tr("Tell apart"),
            lambda: self._tell_them_apart(save_id),
            more=more,
            no=self.tr("Cancel"),
        )

    def _tell_them_apart(self, save_id: str) -> None:
        def act() -> None:
            back = split_persons(self.session.store, save_id)
            self.session.say(self.tr("{name} has a record of its own again.").format(name=back.name), undo=True)

        self.do(act)

    # ---- for good ----

    def _erase_chosen(self) -> None:
        if self.table.current:
            self._erase(self.table.current)

    def _erase(self, person_id: str) -> None:
        person = self.session.store.need(Person, person_id)

        def opened() -> None:
            dialog = EraseDialog(self.session, person, self)
            dialog.erased.connect(lambda: self.session.say(self.tr("The person was erased for good.")))
            dialog.open()

        self.do(opened)
