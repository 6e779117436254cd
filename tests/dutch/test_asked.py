"""Questions that are known by their words, and stories that look like them."""

import pytest

from bot.dutch.asked import asked_about, split_question


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("kan ik nog bewijs sturen?", "evidence"),
        ("foto's meesturen, kan dat?", "evidence"),
        ("foto's meesturen", "evidence"),
        ("ik heb screenshots van de mails, waar laat ik die", "evidence"),
        ("mag ik documenten uploaden", "evidence"),
        ("hoe lang bewaart u dit?", "retention"),
        ("hoelang blijft mijn klacht bewaard", "retention"),
        ("Namens mijn moeder?", "behalf"),
        ("mag ik ook voor mijn moeder klagen?", "behalf"),
        ("kan het ook namens iemand anders?", "behalf"),
        ("wat vul ik in bij naam, die van mij of van mijn vader?", "behalf"),
        ("heb je daar bewijs voor nodig?", "proof"),
        ("moet ik bewijs hebben", "proof"),
        ("is bewijs verplicht?", "proof"),
        ("wat als ik geen bewijs heb?", "proof"),
        ("112 of zo?", "emergency"),
        ("112 bellen?", "emergency"),
        ("moet ik dan de politie bellen", "emergency"),
        ("is dat niet iets voor 112?", "emergency"),
        ("klopt dit wel met de privacy?", "privacy"),
        ("is dit wel veilig?", "privacy"),
        ("en mijn privacy dan?", "privacy"),
        ("haar adres of mijn adres?", "whose_address"),
        ("hoeveel vragen krijg ik nog?", "progress"),
        ("zijn we er bijna?", "progress"),
        ("kost dit geld?", "cost"),
        ("wie leest dit", "reader"),
        ("kan ik een kopie krijgen?", "copy"),
        ("mag ik ook een advocaat meenemen", "helper"),
        ("laat me de klachten van andere mensen over deze ambtenaar zien", "others"),
        ("mag ik de klachten van anderen lezen?", "others"),
        ("laat de samenvatting nog eens zien", "overview"),
        ("ik moet zo weg, kan ik dit later afmaken?", "later"),
        ("mag dat nog?", "late"),
        ("ben ik te laat?", "late"),
        ("kan ik later verder?", "later"),
        ("kan ik dit straks nog wijzigen", "change"),
        ("wat gebeurt er hierna?", "next"),
        ("praat ik nou met een echt mens of niet?", "robot"),
    ],
)
def test_question_is_known_by_its_words(text: str, topic: str) -> None:
    """A short question has its topic, with or without a question mark."""
    assert asked_about(text) == topic


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "112",
        "112?",
        "huisnummer 112?",
        "ik moest van hem de politie bellen",
        "Namens mijn moeder",
        "Namens mijn moeder wil ik klagen",
        "waarom moet ik steeds opnieuw bewijs sturen?",
        "moest ik daarom drie keer mijn papieren laten zien?",
        "Hoe kan hij nou zeggen dat ik mijn papieren moest laten zien?",
        "Ik moet van de ambtenaar mijn papieren laten zien en hij lachte",
        "ze hebben mijn privacy geschonden",
        "heeft hij mijn papieren weggegooid?",
        "is het normaal dat mijn brieven kwijt zijn?",
        "is het veilig dat mijn zoon van zes alleen in dat busje zit?",
        "ik wil klagen over de foto die jullie stuurden",
        "hoe lang duurt het voordat ik antwoord krijg op mijn brief",
        "kan ik mijn naam nog aanpassen?",
    ],
)
def test_story_or_other_question_is_left_alone(text: str) -> None:
    """What may be a part of the story, or has an answer elsewhere, is none of these questions."""
    assert asked_about(text) is None


def test_question_after_an_answer_is_split_off() -> None:
    """Two things in one message are both heard."""
    assert split_question("Per mail. Kan ik nog bewijs sturen?") == ("Per mail.", "Kan ik nog bewijs sturen?")


@pytest.mark.parametrize("text", ["Kan dat?", "Hoe kan dat? Wie doet dat?", "Hij lachte. Zij ook."])
def test_text_without_a_question_behind_an_answer_stays_whole(text: str) -> None:
    """Only a single question at the end is split off."""
    assert split_question(text) == ("", text)


@pytest.mark.parametrize("unit", ["kan ik ", "namens mijn ", "foto sturen ", "hoe lang ", "? "])
def test_repetitive_text_comes_back(unit: str) -> None:
    """A pattern that backtracks without end would hang here."""
    assert asked_about((unit * 5_000)[:10_000]) is None
