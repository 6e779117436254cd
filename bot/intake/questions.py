"""How each question is put, and what comes after a turn."""

from dataclasses import replace

from bot.intake.draft import CONFIRMATION, OPTIONAL
from bot.intake.state import Intake, Outcome, Reply
from bot.intake.summary import summarise

MOST_ASKS = 3
MILESTONES = (3, 1)  # questions left
_SKIP = ("Overslaan", "/overslaan")
_ADDRESS_QUESTIONS = {"street": "utter_question_street", "postcode": "utter_question_postcode"}


def go_on(intake: Intake, *replies: Reply) -> Outcome:
    """Say *replies* and put the next question; what was answered counts its failures anew."""
    unanswered = {*intake.open_questions, intake.editing}
    attempts = {name: tries for name, tries in intake.attempts.items() if name in unanswered}
    asked = replace(intake, asking=intake.next_question, candidate=None, attempts=attempts)
    return Outcome(asked, (*replies, question(asked)))


def question(intake: Intake) -> Reply:
    """Return the question that the intake now asks."""
    asking = intake.asking or intake.next_question
    if asking == CONFIRMATION:
        return summarise(intake)
    if asking == "address":
        return Reply(_address_question(intake))
    if asking == "when" and intake.often:
        return Reply("utter_question_when_last")
    if intake.editing == "what":
        return Reply("utter_question_what_more")
    if asking == "name" and intake.draft.name and intake.tries("name"):
        return Reply("utter_question_full_name")
    return Reply(f"utter_question_{asking}", buttons=(_SKIP,) if asking in OPTIONAL else ())


def with_progress(before: Intake, outcome: Outcome) -> Outcome:
    """Say how many questions are left, when only a few are."""
    left = len(outcome.intake.open_questions)
    fewer = left < len(before.open_questions) and outcome.intake.candidate is None
    if left not in MILESTONES or not fewer or outcome.ended or outcome.intake.editing:
        return outcome
    *said, last = outcome.replies
    return replace(outcome, replies=(*said, progress(outcome.intake), last))


def progress(intake: Intake) -> Reply:
    """Say how many questions are still to come."""
    left = len(intake.open_questions)
    if left > 1:
        return Reply("utter_progress", {"left": left})
    return Reply("utter_progress_last" if left else "utter_why_confirmation")


def _address_question(intake: Intake) -> str:
    missing = intake.draft.missing_address_parts
    if "postcode" in intake.skipped and "street" in missing:
        return "utter_question_address_without_postcode"
    if intake.editing == "address" or not missing or len(missing) > 2:
        return "utter_question_address"
    if "house_number" in missing:
        return "utter_question_house_number"
    if "postcode" in intake.skipped and not intake.draft.city:
        return "utter_question_city"
    return _ADDRESS_QUESTIONS[missing[0]]


def ask_again(intake: Intake, problem: Reply) -> Outcome:
    """Say what was wrong with an answer and ask again; never more than three times."""
    asking = intake.asking or intake.next_question
    counted = intake.attempted(asking)
    if counted.tries(asking) < MOST_ASKS:
        return go_on(counted, problem)
    return _give_up(counted, asking)


def _give_up(intake: Intake, asking: str) -> Outcome:
    if asking in OPTIONAL or asking == "where" or (asking == "address" and intake.draft.is_deliverable):
        return go_on(replace(intake.skip(asking), editing=None), Reply("utter_skipped"))
    if intake.editing:
        return go_on(replace(intake, editing=None), Reply("utter_kept"))
    return Outcome(intake, (Reply(f"utter_required_{asking}_ways"),))
