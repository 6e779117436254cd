"""Doubt: a text that may be the answer or a matter of its own is kept, and the citizen says which."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.phrases import is_no, is_yes
from bot.intake.questions import go_on
from bot.intake.side_questions import answer_to, may_be_side_question
from bot.intake.state import Candidate, Intake, Message, Outcome, Reply
from bot.intake.stories import is_story, take_story, tells_nothing
from bot.intake.told import echo, use_what_is_told

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
    if message.intent == "al_behandeld" and message.confidence >= CERTAIN and intake.asking == "what":
        return take_story(intake.flag("already_handled"), message, today).after(
            Reply("utter_al_behandeld_intake")
        )
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
    """Settle the doubt; when the citizen says something else, the kept text joins the story."""
    candidate = intake.candidate
    if candidate is None:
        return None
    cleared = replace(intake, candidate=None)
    choice = _choice(message)
    if choice == "other":
        return _as_other(cleared, candidate)
    kept = take_story(cleared, Message(candidate.text, "klacht"), today)
    if choice == "answer":
        return kept
    if is_story(message.text):
        return take_story(kept.intake, message, today)
    told = use_what_is_told(kept.intake, message.text, today)
    return go_on(told.intake, *kept.replies[:-1], *echo(told))


def _choice(message: Message) -> str | None:
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
