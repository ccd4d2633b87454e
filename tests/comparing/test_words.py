"""Word by word: nothing is lost on either side, and marks stand at whole words."""

from hypothesis import given
from hypothesis import strategies as st

from quyche.comparing.words import Step, compare_words

LETTERS = st.text(alphabet="ab ,;.đế ", max_size=60).map(str.strip)


@given(LETTERS, LETTERS)
def test_both_sides_are_kept_letter_for_letter(old: str, new: str) -> None:
    steps = compare_words(old, new)
    assert "".join(step.old for step in steps) == old
    assert "".join(step.new for step in steps) == new


@given(LETTERS)
def test_the_same_words_are_one_step(words: str) -> None:
    assert compare_words(words, words) == (Step(same=True, old=words, new=words),)


def test_a_changed_word_is_marked_alone() -> None:
    assert compare_words("họp hằng tháng với các tổ.", "họp hằng quý với các tổ.") == (
        Step(same=True, old="họp hằng", new="họp hằng"),
        Step(same=False, old=" tháng", new=" quý"),
        Step(same=True, old=" với các tổ.", new=" với các tổ."),
    )


def test_a_sign_put_in_does_not_mark_the_word_before_it() -> None:
    assert [step for step in compare_words("các tổ các nhóm", "các tổ, các nhóm") if not step.same] == [
        Step(same=False, old="", new=",")
    ]


def test_one_word_between_two_changes_belongs_to_them() -> None:
    steps = compare_words("a b c d e f g h", "a b X d Y f g h")
    assert [(step.old, step.new) for step in steps if not step.same] == [(" c d e", " X d Y")]
    steps = compare_words("a b c d e f g h", "a b X d e Y g h")
    assert [(step.old, step.new) for step in steps if not step.same] == [(" c", " X"), (" f", " Y")]
