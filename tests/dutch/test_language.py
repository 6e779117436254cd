"""Telling Dutch from other languages."""

import pytest

from bot.dutch.language import looks_english, looks_foreign

DUTCH = "De ambtenaar aan de balie was heel onbeleefd tegen mij en mijn moeder."
ENGLISH = "She was very rude to me and told my mother to go home."
GERMAN = "Der Mitarbeiter am Schalter hat mich angeschrien und meinen Ausweis weggeworfen."
TURKISH = "Belediyedeki memur bana bağırdı ve evraklarımı geri vermedi, çok üzgünüm gerçekten."


def test_english_is_recognised() -> None:
    """English is told from Dutch."""
    assert looks_english(ENGLISH)
    assert not looks_english(DUTCH)


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, TURKISH])
def test_longer_text_in_another_language_is_foreign(text: str) -> None:
    """Without Dutch words a longer text is not Dutch."""
    assert looks_foreign(text)


@pytest.mark.parametrize(
    "text", [DUTCH, "wegwezen zei hij", "mn kliko staat er nog, boos gebeld, nix gehoord"]
)
def test_dutch_is_not_foreign(text: str) -> None:
    """Short and sloppy Dutch is Dutch."""
    assert not looks_foreign(text)
