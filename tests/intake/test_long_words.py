"""Long texts are stories, whatever words of the form they hold."""

from tests.intake.conversation import at_summary

LONG_ADDITION = (
    "Ik wil nog vertellen hoe het verder ging toen ik de volgende dag weer aan de balie stond. " * 4
    + "De medewerker zei toen dat mijn adres niet Spoordreef 101 was maar Dorpsstraat 1, en lachte mij uit."
)


def test_long_addition_at_the_summary_joins_the_story_and_changes_nothing_else() -> None:
    conversation = at_summary()
    street = conversation.draft.street

    conversation.say(LONG_ADDITION, "corrigeren")

    assert conversation.draft.what is not None
    assert conversation.draft.what.endswith(LONG_ADDITION)
    assert conversation.draft.street == street
