"""Reading cuts messages as people write them, not as a style guide wants them."""

import pytest

from engine.components.reading import clauses, plain, sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Één CAFÉ", "een cafe"), ("foto’s", "fotos"), ("'s nachts", "s nachts")],
    ids=["accents", "apostrophe", "leading-apostrophe"],
)
def test_plain_keeps_letters_only(text: str, expected: str) -> None:
    assert expected == plain(text)


def test_words_keep_the_euro_sign() -> None:
    assert words("€ 95, zomaar!") == ["€", "95", "zomaar"]


def test_sentences_end_at_a_line_break_too() -> None:
    assert sentences("Lamp stuk\nNiemand belt. Hoe nu?") == ["Lamp stuk", "Niemand belt.", "Hoe nu?"]


def test_clauses_end_before_a_turn() -> None:
    assert clauses("De bak is leeg, maar hij schold.") == ["De bak is leeg", "maar hij schold."]


@pytest.mark.parametrize("text", ["", "?!", "😡"], ids=["empty", "signs", "emoji"])
def test_clauses_of_no_words_are_the_text_itself(text: str) -> None:
    assert clauses(text) == [text]
