"""An answer to another question than the one asked: used at once, or asked about when it may be either."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.addresses import is_address_line, is_whole_address
from bot.dutch.departments import find_about
from bot.dutch.mailboxes import find_mailbox
from bot.dutch.names import looks_like_name
from bot.dutch.phones import find_phone
from bot.dutch.phrases import is_question
from bot.dutch.places import is_place
from bot.dutch.when import is_date, read_when
from bot.intake.answers import read_answer, read_parts
from bot.intake.changes import apply
from bot.intake.corrections import Correction
from bot.intake.draft import FREE
from bot.intake.questions import go_on
from bot.intake.state import (
    CHOOSE_ANSWER,
    CHOOSE_BOTH,
    CHOOSE_OTHER,
    Candidate,
    Intake,
    Message,
    Outcome,
    Reply,
)
from bot.intake.summary import LABELS, shown

LONGEST = 12  # words
_INTRODUCES = re.compile(
    r"(?:ik ben|ik heet|mijn naam is|dit is) (?:(?:de|een) \w+,? )?(?P<name>.+)", re.IGNORECASE
)
_OVER = re.compile(
    r"^(?:(?:(?:het|dat) )?(?:gaat )?(?:over|tegen|van) )?(?:(?:de|het|een|die) )?", re.IGNORECASE
)
ASKS = {
    "name": Reply("utter_candidate_name", buttons=(("Ja, zo heet ik", CHOOSE_OTHER), ("Nee", CHOOSE_ANSWER))),
    "address": Reply(
        "utter_candidate_address",
        buttons=(
            ("Mijn eigen adres", CHOOSE_OTHER),
            ("Daar is het gebeurd", CHOOSE_ANSWER),
            ("Allebei", CHOOSE_BOTH),
        ),
    ),
}


def misplaced(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Take a text that has the form of another answer for that answer."""
    asking, text = intake.asking or "what", message.text.strip()
    editing = intake.editing not in (None, "what")
    if message.is_button or editing or is_question(text) or len(text.split()) > LONGEST:
        return None
    question = _answers(asking, intake, text, today)
    if question is None or question == asking:
        return None
    if question == "own name":
        return _noted(intake, "name", _introduced(text) or text, today)
    if question == "name" or (question == "address" and asking == "where"):
        kept = replace(intake, candidate=Candidate(text, message.intent, question))
        return Outcome(kept, (ASKS[question],))
    if question == "when" and _is_wider(intake, text, today):
        return go_on(intake, Reply("utter_kept"))
    if intake.draft.told(question):
        return apply(intake, Correction(question, text), today)
    return _noted(intake, question, _OVER.sub("", text) if question == "about" else text, today)


def _answers(asking: str, intake: Intake, text: str, today: date) -> str | None:
    """Return the question that *text* answers by its form, if the one asked does not go before it."""
    read = read_parts(asking, intake, text, today) if asking not in FREE else None
    if read and (read.problem is None or read.intake.draft != intake.draft):  # "jan" is half a name, no month
        return None
    forms = {
        "email": find_mailbox(text) is not None,
        "phone": find_phone(text) is not None,
        "address": is_whole_address(text) or _completes_address(asking, intake, text),
        "when": is_date(text, today),
        "where": asking != "about" and is_place(text),
        "about": asking == "what" and not intake.draft.about and find_about(text) == _OVER.sub("", text),
        "own name": not intake.draft.name and _introduced(text) is not None,
        "name": asking in ("what", "where") and not intake.draft.name and looks_like_name(text),
    }
    return next((question for question, fits in forms.items() if fits), None)


def _completes_address(asking: str, intake: Intake, text: str) -> bool:
    """Whether a part of an address came where a name or number was asked, which it cannot be."""
    return asking not in FREE and not intake.draft.told("address") and is_address_line(text)


def _introduced(text: str) -> str | None:
    """Return the name of "ik ben de voorzitter, P. Mulder"; a bare role is no name."""
    found = _INTRODUCES.match(text)
    return found["name"] if found and looks_like_name(found["name"]) else None


def _is_wider(intake: Intake, text: str, today: date) -> bool:
    """Whether the days that are known lie within those of *text*: "van deze week, ja"."""
    when, draft = read_when(text, today), intake.draft
    if not (draft.when_from and draft.when_to and when.first and when.last):
        return False
    return when.first.isoformat() <= draft.when_from and when.last.isoformat() >= draft.when_to


def _noted(intake: Intake, question: str, text: str, today: date) -> Outcome | None:
    answer = read_answer(question, intake, text, today)
    if answer.problem:
        return None
    fact = f"{LABELS[question]}: {shown(answer.intake, question)}"
    return go_on(answer.intake, *(answer.echo or (Reply("utter_noted", {"facts": fact}),)))


def settle(intake: Intake, candidate: Candidate, choice: str | None, today: date) -> Outcome:
    """Put a text where the citizen says it belongs; without a choice it answers what was asked."""
    replies: tuple[Reply, ...] = ()
    if choice in ("other", "both") and candidate.question:
        noted = _noted(intake, candidate.question, candidate.text, today)
        intake, replies = (noted.intake, noted.replies[:-1]) if noted else (intake, ())
    if choice != "other" and not (choice is None and candidate.question == "name"):
        intake = _as_asked(intake, candidate, choice, today)
    return go_on(intake, *replies)


def _as_asked(intake: Intake, candidate: Candidate, choice: str | None, today: date) -> Intake:
    """Use the text as the answer; a name is no story, but it may be whom the complaint is about."""
    if intake.asking == "what":
        wanted = choice == "answer" and not intake.draft.about
        return replace(intake, draft=replace(intake.draft, about=candidate.text)) if wanted else intake
    return read_answer(intake.asking or "what", intake, candidate.text, today).intake
