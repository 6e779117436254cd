"""The summary the citizen checks before the complaint is stored."""

from datetime import date

from bot.dutch.phones import write_phone
from bot.dutch.when import When, describe_when
from bot.intake.draft import Draft
from bot.intake.state import Intake, Reply

LABELS = {
    "what": "Wat er gebeurde",
    "when": "Wanneer",
    "where": "Waar of hoe",
    "about": "Over wie of welke afdeling",
    "name": "Naam",
    "address": "Adres",
    "phone": "Telefoon",
    "email": "E-mail",
}
NOT_GIVEN = "niet ingevuld"


def summarise(intake: Intake) -> Reply:
    """Return the summary with every answer, and a button to confirm or to change one."""
    lines = "\n".join(f"{LABELS[question]}: {shown(intake, question)}" for question in LABELS)
    if intake.files:
        lines += f"\nBestanden: {len(intake.files)} ({', '.join(intake.files)})"
    buttons = (("Ja, dit klopt", "/bevestigen"), ("Nee, ik wil iets wijzigen", "/ontkennen"))
    return Reply("utter_question_confirmation", {"summary": lines}, buttons)


def told_so_far(intake: Intake) -> str:
    """Return every answer that was given, one to a line."""
    return "\n".join(f"{LABELS[question]}: {fact}" for question, fact in _facts(intake).items())


def change_buttons() -> tuple[tuple[str, str], ...]:
    """Return a button per answer that can be changed, and the way back."""
    changes = tuple((label, _change(question)) for question, label in LABELS.items())
    return (*changes, ("Het klopt toch, versturen", "/bevestigen"))


def told_buttons(intake: Intake) -> tuple[tuple[str, str], ...]:
    """Return a button per answer that was given."""
    return tuple((LABELS[question], _change(question)) for question in _facts(intake))


def _facts(intake: Intake) -> dict[str, str]:
    """Return the answers that were given, in words."""
    facts = {question: shown(intake, question) for question in LABELS}
    return {question: fact for question, fact in facts.items() if fact != NOT_GIVEN}


def _change(question: str) -> str:
    return f'/corrigeren{{"field": "{question}"}}'


def shown(intake: Intake, question: str) -> str:
    """Return an answer in words, or that it was not given."""
    draft = intake.draft
    if question == "when":
        return _when(draft, intake.vague_when)
    if question == "address":
        return _address(draft)
    if question == "name" and draft.on_behalf_of:
        return f"{draft.name} (namens {draft.on_behalf_of})"
    if question == "phone" and draft.phone:
        return write_phone(draft.phone)
    return getattr(draft, question) or NOT_GIVEN


def _when(draft: Draft, vague: bool) -> str:
    if not draft.when_from:
        return draft.when_text or NOT_GIVEN
    first = date.fromisoformat(draft.when_from)
    ongoing = draft.when_to is None
    last = date.fromisoformat(draft.when_to) if draft.when_to else first
    return describe_when(When(first, last, draft.when_time, ongoing, vague, draft.when_text or ""))


def _address(draft: Draft) -> str:
    number = " ".join(part for part in (draft.house_number, draft.addition) if part)
    postcode = (
        f"{draft.postcode[:4]} {draft.postcode[4:]}"
        if draft.postcode and len(draft.postcode) == 6
        else draft.postcode
    )
    line = " ".join(part for part in (draft.street, number) if part)
    place = " ".join(part for part in (postcode, draft.city) if part)
    return ", ".join(part for part in (line, place) if part) or NOT_GIVEN
