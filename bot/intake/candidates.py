"""Doubt: a text that may be the answer or a matter of its own is kept, and the citizen says which."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.phrases import is_no, is_yes
from bot.intake.questions import go_on
from bot.intake.side_questions import answer_to, may_be_side_question
from bot.intake.state import Candidate, Intake, Message, Outcome, Reply
from bot.intake.stories import is_story, take_story, tells_nothing

OTHER_ROUTES = frozenset(
    {
        "melding_openbare_ruimte",
        "grofvuil",
        "container_niet_geleegd",
        "geluidsoverlast",
        "onderwijs",
        "bezwaar",
        "andere_instantie",
    }
)
# Whoever announced a complaint and then tells this has told the story; a word beside it is enough.
_TOLD_WITH_A_NOTE = {
    "al_behandeld": "utter_al_behandeld_intake",
    "andere_instantie": "utter_andere_instantie_intake",
}
CERTAIN = 0.6
_TURNS_BACK = re.compile(
    r"\b(?:eigenlijk|bij nader inzien|toch (?:maar )?(?:geen|een melding)|geen klacht"
    r"|gaat (?:het )?(?:gewoon|alleen|enkel))\b",
    re.IGNORECASE,
)
_MEANS_ANSWER = re.compile(r"\b(?:antwoord|klacht|verhaal|allebei|beide)\b", re.IGNORECASE)
_MEANS_QUESTION = re.compile(r"\b(?:vraag|apart|los|iets anders|melding|zelf)\b", re.IGNORECASE)
_ANSWER = '/informeren{"choice": "answer"}'
_OTHER = '/informeren{"choice": "other"}'


def doubt(intake: Intake, message: Message) -> Outcome:
    """Keep the text and ask whether it is the answer or a separate question."""
    buttons = (("Dit is mijn antwoord", _ANSWER), ("Dit is een aparte vraag", _OTHER))
    kept = replace(intake, candidate=Candidate(message.text, message.intent))
    return Outcome(kept, (Reply("utter_candidate", buttons=buttons),))


def propose_route(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Offer another route for a text that sounds like one, or a question for a text that may be one."""
    told_with = _TOLD_WITH_A_NOTE.get(message.intent)
    if told_with and intake.asking == "what" and not _TURNS_BACK.search(message.text):
        noted = intake.flag("already_handled") if message.intent == "al_behandeld" else intake
        return take_story(noted, message, today).after(Reply(told_with))
    if message.intent in OTHER_ROUTES and message.confidence >= CERTAIN:
        return _other_route(intake, message)
    if (
        intake.asking in ("what", "where", "about")
        and may_be_side_question(message)
        and not tells_nothing(message.text)
    ):
        return doubt(intake, message)
    return None


def _other_route(intake: Intake, message: Message) -> Outcome | None:
    turns_back = _TURNS_BACK.search(message.text)
    if turns_back and intake.draft.what is None:
        return Outcome(intake, ended=message.intent)
    if intake.asking != "what" and not (turns_back and is_story(message.text)):
        return None
    if intake.draft.what is not None and not turns_back:
        return None
    buttons = (("Ja, dat is mijn klacht", _ANSWER), ("Nee, het gaat om de zaak zelf", _OTHER))
    kept = replace(intake, candidate=Candidate(message.text, message.intent))
    return Outcome(kept, (Reply("utter_candidate_route", buttons=buttons),))


def answer_candidate(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Settle the doubt; whatever is not "something else" has the kept text join the story."""
    candidate = intake.candidate
    if candidate is None:
        return None
    cleared = replace(intake, candidate=None)
    if choice(message) == "other":
        return _as_other(cleared, candidate)
    return take_story(cleared, Message(candidate.text, "klacht"), today)


def choice(message: Message) -> str | None:
    """Return whether the citizen chose "answer" or "other", or None for words of another kind."""
    if message.values.get("choice") or is_story(message.text):
        return message.values.get("choice")
    if is_no(message.text) or _MEANS_QUESTION.search(message.text):
        return "other"
    return "answer" if is_yes(message.text) or _MEANS_ANSWER.search(message.text) else None


def _as_other(intake: Intake, candidate: Candidate) -> Outcome:
    if candidate.intent in OTHER_ROUTES:
        told = intake.draft.with_addition(candidate.text) or intake.draft
        return Outcome(replace(intake, draft=told), ended=candidate.intent)
    reply = answer_to(candidate.intent)
    return go_on(intake, *((reply,) if reply else ()))
