"""The small form of an attached file: what it is called, and a note about it."""

from dataclasses import replace

from hanoi_desk.desk import keep
from hanoi_desk.file_names import ending, media_type, safe_name
from hanoi_desk.records import Attachment
from hanoi_desk.text import secret_word
from hanoi_desk.ui.messages import ask
from hanoi_desk.ui.record_form import RecordForm


class AttachmentForm(RecordForm):
    """A file's name and note. The name is cleaned, and its ending stays: it says what the file is."""

    def build(self) -> None:
        self.line(self.text("name"))
        self.line(self.area("note"))

    def save(self) -> None:
        """Keep the name and the note; a mark of a State secret in them stops and asks first."""
        mark = secret_word(self.value("name")) or secret_word(self.value("note"))
        if mark is None:
            super().save()
            return
        ask(
            self,
            self.session.word("notice.secret_word", mark=mark),
            self.tr("It is no State secret: save"),
            super().save,
            more=self.session.word("notice.after_mistake"),
            no=self.tr("Back to the text"),
        )

    def keep(self, record: Attachment) -> None:
        assert isinstance(self._shown, Attachment)
        name = safe_name(record.name) if record.name.strip() else ""
        was = ending(self._shown.name)
        if name and was and ending(name) != was:
            name = safe_name(f"{name}.{was}")
        keep(self.session.store, replace(record, name=name, media_type=media_type(name)))
