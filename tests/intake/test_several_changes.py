"""Several corrections, and what else is told, in one message."""

import pytest

from tests.intake.conversation import STORY, at_question, at_summary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "huisnummer is 14 en mijn telefoonnummer is 0687654321",
            {"house_number": "14", "phone": "+31687654321", "postcode": "1315KR"},
        ),
        (
            "nee, mijn achternaam is Yildiz, postcode 1316 AB en mail b@example.nl",
            {"name": "Anneke Yildiz", "postcode": "1316AB", "street": "Spoordreef", "email": "b@example.nl"},
        ),
        (
            "huisnummer moet 14 zijn. En het telefoonnummer klopt ook niet, dat is 06 87 65 43 21",
            {"house_number": "14", "phone": "+31687654321"},
        ),
        (
            "de datum was 3 november en mijn naam is Anouk de Boer",
            {"when_from": "2026-11-03", "name": "Anouk de Boer"},
        ),
        (
            "niet Jansen maar Janssen en het was woensdag",
            {"name": "Anneke Janssen", "when_from": "2026-11-18"},
        ),
        (
            "mijn adres is Odeonstraat 5, postcode 1325 AL",
            {"street": "Odeonstraat", "house_number": "5", "postcode": "1325AL"},
        ),
    ],
)
def test_several_corrections_in_one_message(text: str, expected: dict[str, str]) -> None:
    """Every one is applied and said back, and the summary comes once."""
    conversation = at_summary()
    conversation.say(text, "corrigeren", 0.8)

    assert {name: getattr(conversation.draft, name) for name in expected} == expected
    assert conversation.said[-1] == "utter_question_confirmation"
    assert set(conversation.said[:-1]) == {"utter_changed"}
    assert conversation.draft.what == STORY


def test_correction_beside_one_that_cannot_be_read_asks_about_it() -> None:
    """Nothing is changed into what it cannot be."""
    conversation = at_summary()
    conversation.say("mijn telefoonnummer is 12 en mijn mail is b@example.nl", "corrigeren", 0.8)

    assert conversation.draft.phone == "+31612345678"
    assert conversation.intake.editing == "phone"


def test_more_of_the_story_behind_a_correction_is_kept() -> None:
    """The answer changes, and what was told with it joins the story."""
    conversation = at_summary()
    conversation.say("huisnummer is 14 en hij schreeuwde ook nog tegen mijn dochter", "corrigeren", 0.8)

    assert conversation.draft.house_number == "14"
    assert conversation.draft.what == f"{STORY}\n\nhij schreeuwde ook nog tegen mijn dochter"
    assert conversation.said == ("utter_changed", "utter_story_added", "utter_question_confirmation")


def test_correction_beside_the_answer_is_not_lost() -> None:
    """The date changes, and the address that was asked is taken."""
    conversation = at_question("address")
    conversation.say("nee het was 4 nov en mijn straat is Sonatestraat 25")

    assert conversation.draft.when_from == "2026-11-04"
    assert (conversation.draft.street, conversation.draft.house_number) == ("Sonatestraat", "25")
    assert conversation.said == ("utter_changed", "utter_question_postcode")
