"""What is put together in the builder, as plain values: kept as a draft, said in the document's own language."""

import pytest

from hanoi_desk.briefing.pack_texts import texts_for
from hanoi_desk.documents.names import scope_words
from hanoi_desk.language import Language
from hanoi_desk.records import DocumentLanguage, Pack, PackPart, PackText, Product
from hanoi_desk.ui.packs.composing import Composed, DamagedDraft, from_text, to_text
from hanoi_desk.ui.packs.scope import Scope
from hanoi_desk.ui.session import Session

PACK = Pack(name="For Vienna", product=Product.BILATERAL, participants=("a", "b"), language=DocumentLanguage.BOTH)


def point(words: str, **more: object) -> PackText:
    return PackText(**({"pack": PACK.id, "part": PackPart.POINT, "text_en": words} | more))


def test_a_draft_comes_back_as_it_was_and_any_other_text_is_damaged():
    composed = Composed(PACK, (point("Đề nghị", message="m"), point("own", participant="a", position=3)))
    assert from_text(to_text(composed)) == composed
    for text in ("", "null", '{"pack": []}', to_text(composed).replace("vi+en", "xx")):
        with pytest.raises(DamagedDraft):
            from_text(text)


def test_a_text_is_moved_among_its_own_kind_alone():
    first, second = point("1"), point("2", position=1)
    other = point("x", participant="a")
    moved = Composed(PACK, (first, second, other)).moved(second, -1)
    assert [text.text_en for text in moved.own(PackPart.POINT, None)] == ["2", "1"]
    assert moved.own(PackPart.POINT, "a") == (other,)


def test_what_is_said_to_one_country_goes_before_what_is_said_to_all():
    texts = (point("to all", message="m"), point("to a", message="m", participant="a"))
    assert texts_for(texts, "a", Language.EN).replaced(PackPart.POINT) == {"m": "to a"}
    assert texts_for(texts, "b", Language.EN).replaced(PackPart.POINT) == {"m": "to all"}


def test_what_is_left_out_everywhere_is_left_out_in_each_country():
    composed = Composed(PACK).leaving_out("m", None, True)
    assert composed.is_left_out("m", "a")
    assert not composed.leaving_out("m", None, False).is_left_out("m", "a")


def test_groups_and_other_facets_are_said_in_the_language_of_the_document(session: Session):
    scope = Scope(session)
    chips = ("group:african", "status:not_signed")
    words = scope.facet_words(chips, Language.VI)
    assert words == "Nhóm châu Phi; Chưa ký"
    assert scope_words(words, Language.EN) == "African Group; Not signed"
    assert scope_words("Embassy, Algiers", Language.VI) == "Embassy, Algiers"
    assert scope.picked(words, scope.participants(chips)) == chips


def test_one_facet_widens_and_another_narrows_the_choice(session: Session):
    scope = Scope(session)
    african, asian = scope.participants(("group:african",)), scope.participants(("group:asia_pacific",))
    both = scope.participants(("group:african", "group:asia_pacific"))
    assert set(both) == {*african, *asian}
    narrowed = scope.participants(("group:african", "group:asia_pacific", "membership:asean"))
    assert 0 < len(narrowed) < len(asian)
    assert set(narrowed) < set(both)
