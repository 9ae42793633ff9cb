"""What is being put together: a pack and its own sentences, as plain values that are changed by replacing them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from hanoi_desk.language import Language
from hanoi_desk.records import Pack, PackPart, PackText
from hanoi_desk.store.codec import from_json, is_typed, to_json
from hanoi_desk.text import secret_word


class DamagedDraft(ValueError):
    """A draft that cannot be read."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A pack with its texts, saved or not; `scope` is a participant, or None for the whole pack."""

    pack: Pack
    texts: tuple[PackText, ...] = ()

    def having(self, **changes: Any) -> "Composed":
        """Return it with other fields of the pack."""
        return replace(self, pack=replace(self.pack, **changes))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the document, in their order."""
        return tuple(Language(code) for code in self.pack.language.value.split("+"))

    @property
    def tongues(self) -> tuple[Language, ...]:
        """The languages in which its texts are written: a document in French takes the English ones."""
        spoken = (language if language is Language.VI else Language.EN for language in self.languages)
        return tuple(dict.fromkeys(spoken))

    # ---- reading texts ----

    def changed(self, part: PackPart, message: str, scope: str | None) -> PackText | None:
        """Return what stands in place of a row of the bank in a scope alone."""
        return next((t for t in self.texts if (t.part, t.message, t.participant) == (part, message, scope)), None)

    def own(self, part: PackPart, scope: str | None) -> tuple[PackText, ...]:
        """Return the texts of a part that replace no row of the bank, in their order, of a scope alone."""
        found = (t for t in self.texts if t.part is part and t.message is None and t.participant == scope)
        return tuple(sorted(found, key=lambda t: t.position))

    def is_left_out(self, message: str, scope: str | None) -> bool:
        """Tell whether a row of the bank is not used in a scope; what is left out everywhere is so in every country."""
        return any(
            t.part is PackPart.LEFT_OUT and t.message == message and t.participant in (None, scope) for t in self.texts
        )

    def scopes(self) -> set[str]:
        """Return the participants that have a text of their own."""
        return {t.participant for t in self.texts if t.participant}

    # ---- changing texts ----

    def saying(self, text: PackText) -> "Composed":
        """Return it with a text, in place of the one with the same id if there is one."""
        rest = [text if one.id == text.id else one for one in self.texts]
        return self._with(rest if any(one.id == text.id for one in self.texts) else [*rest, text])

    def without(self, text: PackText) -> "Composed":
        """Return it without a text."""
        return self._with(one for one in self.texts if one.id != text.id)

    def leaving_out(self, message: str, scope: str | None, out: bool) -> "Composed":
        """Return it with a row of the bank not used in a scope, or used again."""
        rest = [
            t
            for t in self.texts
            if not (t.part is PackPart.LEFT_OUT and t.message == message and t.participant == scope)
        ]
        if out:
            rest.append(PackText(pack=self.pack.id, part=PackPart.LEFT_OUT, participant=scope, message=message))
        return self._with(rest)

    def moved(self, text: PackText, by: int) -> "Composed":
        """Return it with one of its own texts before or after its neighbour."""
        row = list(self.own(text.part, text.participant))
        at = next(n for n, one in enumerate(row) if one.id == text.id)
        to = max(0, min(len(row) - 1, at + by))
        row.insert(to, row.pop(at))
        places = {one.id: n for n, one in enumerate(row)}
        return replace(
            self, texts=tuple(replace(t, position=places[t.id]) if t.id in places else t for t in self.texts)
        )

    def next_position(self, part: PackPart, scope: str | None) -> int:
        """Return the place after the last own text of a part."""
        return max((t.position for t in self.own(part, scope)), default=-1) + 1

    def _with(self, texts: Iterable[PackText]) -> "Composed":
        return replace(self, texts=tuple(texts))


def secret_mark(composed: Composed) -> str:
    """Return the mark of a State secret in any text of a pack, nothing where there is none."""
    pack = composed.pack
    said = [pack.name, pack.head_of_delegation, *pack.distribution]
    for text in composed.texts:
        said += [text.text_en, text.text_vi, text.met_when_en, text.met_when_vi]
    return next((mark for words in said if (mark := secret_word(words))), "")


def is_empty(text: PackText) -> bool:
    """Tell whether a text says nothing in any language."""
    return not any(one.strip() for one in (text.text_en, text.text_vi, text.met_when_en, text.met_when_vi))


def written(texts: Iterable[PackText]) -> tuple[PackText, ...]:
    """Return the texts that are worth keeping: those that say something, and what is left out."""
    return tuple(t for t in texts if t.part is PackPart.LEFT_OUT or not is_empty(t))


def said(text: PackText, language: Language) -> str:
    """Return what a text says in one language alone."""
    return text.text_en if language is Language.EN else text.text_vi


def saying(text: PackText, language: Language, words: str) -> PackText:
    """Return the text with other words in one language."""
    return replace(text, text_en=words) if language is Language.EN else replace(text, text_vi=words)


def met_when(text: PackText, language: Language) -> str:
    """Return how an objective is known to have been met, in one language alone."""
    return text.met_when_en if language is Language.EN else text.met_when_vi


def meeting(text: PackText, language: Language, words: str) -> PackText:
    """Return the objective with other words for how it is known to have been met."""
    return replace(text, met_when_en=words) if language is Language.EN else replace(text, met_when_vi=words)


def to_text(composed: Composed) -> str:
    """Return what is being put together as one JSON text; equal ones give equal texts."""
    texts = [[text.id, to_json(text)] for text in composed.texts]
    # Escaped letters keep even half a character that an input method may leave.
    return json.dumps(
        {"draft": 1, "pack": [composed.pack.id, to_json(composed.pack)], "texts": texts}, ensure_ascii=True
    )


def from_text(text: str) -> Composed:
    """Return what `to_text` was given.

    :raises DamagedDraft: for any other text, whatever it holds.
    """
    try:
        found = json.loads(text)
        pack: Any = from_json(Pack, str(found["pack"][0]), found["pack"][1])
        texts: tuple[Any, ...] = tuple(from_json(PackText, str(id_), values) for id_, values in found["texts"])
        if not all(map(is_typed, (pack, *texts))):
            raise TypeError(pack.id)
    except Exception as error:  # a text from anywhere: whatever is wrong with it, it is no draft
        raise DamagedDraft from error
    return Composed(pack, texts)
