"""Whatever a citizen types, in whatever state: the intake answers, and what it keeps can be stored."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.complaints.complaint import Submission, submission_key
from bot.intake.draft import CONFIRMATION, FIELDS, QUESTIONS, Draft
from bot.intake.opening import MENTIONED_AS_WELL, open_intake
from bot.intake.side_questions import ANSWERED_BY
from bot.intake.state import Candidate, Intake, Message, Outcome
from bot.intake.turn import take_turn

TODAY = date(2026, 11, 20)
INTENTS = sorted(
    {
        *MENTIONED_AS_WELL,
        *ANSWERED_BY,
        "klacht",
        "andere_instantie",
        "al_behandeld",
        "bevestigen",
        "ontkennen",
    }
    | {"corrigeren", "overslaan", "stoppen", "opnieuw", "informeren", "schelden", "nlu_fallback"}
)
COMPLETE = Draft(
    what="Aan de balie werd ik uitgelachen.",
    when_from="2026-11-02",
    when_to="2026-11-02",
    when_text="2 november",
    where="aan de balie",
    about="Burgerzaken",
    name="Anna de Wit",
    street="Dorpsstraat",
    house_number="14",
    postcode="1315KR",
    city="Almere",
    phone="+31612345678",
    email="anna@example.nl",
)
PIECES = (
    "nee, mijn huisnummer is 14", "1315 KR", "06-12345678", "anna@example.nl", "Anna de Wit", "niet", "maar",
    "vorige week", "sinds 2019", "31 februari", "tot en met", "tussen 9 en", "om half", "kwart voor", "ja",
    "zie hierboven", "nee", "stop", "opnieuw", "overslaan", "weet ik niet", "dat klopt niet", "het moet zijn",
    "wijzig", "adres", "namens mijn moeder", "van de", "'t", "{naam}", "/klacht", "0[", "%s", "\n\n", " ",
    ".", ":", "-", "é", "👍🏽", "\u200b", "\u202e", "١٢٣", "Ⅷ", "²", "İ", "ß", "½", "00-00-0000", "0", ",",
    "99999999999999999999", "a" * 300,
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=12).map("".join),
)
LONG_TEXTS = st.builds(
    lambda piece, size: (piece * size)[:size], st.sampled_from(PIECES), st.integers(1_000, 10_000)
)
DRAFTS = st.sets(st.sampled_from(FIELDS)).map(
    lambda told: Draft(**{name: getattr(COMPLETE, name) for name in told})
)
CHOICES = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"choice": st.sampled_from(["answer", "other"])}),
    st.fixed_dictionaries({"field": st.sampled_from(QUESTIONS)}),
)
MESSAGES = st.builds(
    Message,
    text=TEXTS,
    intent=st.sampled_from(INTENTS),
    confidence=st.floats(0, 1),
    values=CHOICES,
    is_button=st.booleans(),
    masked=st.sampled_from([(), ("bsn",)]),
    others=st.lists(st.sampled_from(INTENTS), max_size=2).map(tuple),
)
INTAKES = st.builds(
    Intake,
    draft=DRAFTS,
    asking=st.sampled_from([None, *QUESTIONS, CONFIRMATION]),
    skipped=st.frozensets(st.sampled_from(["about", "phone", "email", "where", "address"])),
    attempts=st.dictionaries(st.sampled_from(QUESTIONS), st.integers(0, 4), max_size=3),
    candidate=st.none() | st.builds(Candidate, text=TEXTS, intent=st.sampled_from(INTENTS)),
    flags=st.lists(st.sampled_from(["older_than_year", "date_unknown", "on_behalf_of"]), unique=True).map(
        tuple
    ),
    editing=st.none() | st.sampled_from(QUESTIONS),
    scolded=st.booleans(),
).map(lambda intake: replace(intake, asking=intake.editing or intake.asking))
MANY = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])


def assert_sound(outcome: Outcome) -> None:
    """Check that the citizen hears something, and that every field fits where it is stored."""
    assert outcome.replies or outcome.ended
    told = {name: value for name, value in vars(outcome.intake.draft).items() if value is not None}
    for day in {"when_from", "when_to"} & set(told):
        told[day] = date.fromisoformat(told[day])
    assert Submission(**{"submission_key": submission_key("anna"), "what": "", **told}).too_long() == ()


@given(INTAKES, MESSAGES)
@MANY
def test_take_turn_answers_any_text_in_any_state(intake: Intake, message: Message) -> None:
    assert_sound(take_turn(intake, message, TODAY))


@given(MESSAGES, st.none() | INTAKES)
@MANY
def test_open_intake_answers_any_first_message(message: Message, known: Intake | None) -> None:
    assert_sound(open_intake(message, TODAY, known))


@given(st.lists(MESSAGES, min_size=2, max_size=8))
@settings(MANY, max_examples=100)
def test_intake_goes_on_for_as_long_as_somebody_types(messages: list[Message]) -> None:
    outcome = open_intake(messages[0], TODAY)
    for message in messages[1:]:
        outcome = take_turn(outcome.intake, message, TODAY)

        assert_sound(outcome)


@pytest.mark.parametrize("asking", [*QUESTIONS, CONFIRMATION])
@given(text=LONG_TEXTS)
@settings(MANY, max_examples=20)
def test_take_turn_answers_a_very_long_text(asking: str, text: str) -> None:
    draft = COMPLETE if asking == CONFIRMATION else replace(COMPLETE, **_emptied(asking))

    assert_sound(take_turn(Intake(draft=draft, asking=asking), Message(text, "informeren", 0.5), TODAY))


def _emptied(asking: str) -> dict[str, None]:
    parts = {"when": ("when_text",), "address": ("street", "house_number", "postcode")}
    return dict.fromkeys(parts.get(asking, (asking,)))


def test_complete_draft_has_every_field_that_is_asked() -> None:
    assert {field.name for field in fields(Draft)} == set(FIELDS)
    assert all(COMPLETE.told(question) for question in QUESTIONS)
