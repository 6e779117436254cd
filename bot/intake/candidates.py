"""Doubt: a text that may be the answer or a matter of its own is kept, and the citizen says which."""

import re
from dataclasses import replace
from datetime import date

from bot.dutch.phrases import is_marked_question, is_no, is_question, is_yes, means_both, names_people
from bot.dutch.telling import tells
from bot.intake.answering import reads_as_answer
from bot.intake.draft import CONFIRMATION, FREE
from bot.intake.misplaced import ASKS, settle
from bot.intake.opening import MENTIONED_AS_WELL
from bot.intake.questions import go_on
from bot.intake.side_questions import SURE, answer_to, may_be_side_question
from bot.intake.state import CHOOSE_ANSWER, CHOOSE_OTHER, Candidate, Intake, Message, Outcome, Reply
from bot.intake.stories import adds_to_story, is_story, take_story, tells_nothing

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
_MEANS_BOTH = re.compile(r"\b(?:allebei|beide|allebij)\b", re.IGNORECASE)
_MEANS_THERE = re.compile(r"\b(?:daar|gebeurd|gebeurde|niet mijn)\b", re.IGNORECASE)
_MEANS_OWN = re.compile(r"\b(?:eigen|mijn|woon|ik)\b", re.IGNORECASE)
FEWEST_WORDS = 4  # of something that may be worth keeping where it was not asked
STOP = "stoppen"
_QUESTION = Reply(
    "utter_candidate",
    buttons=(("Dit is mijn antwoord", CHOOSE_ANSWER), ("Dit is een aparte vraag", CHOOSE_OTHER)),
)
_MORE = Reply("utter_candidate_more", buttons=(("Ja, zet het erbij", CHOOSE_ANSWER), ("Nee", CHOOSE_OTHER)))
_ROUTE = Reply(
    "utter_candidate_route",
    buttons=(("Ja, dat is mijn klacht", CHOOSE_ANSWER), ("Nee, het gaat om de zaak zelf", CHOOSE_OTHER)),
)
_STOP = Reply(
    "utter_candidate_stop",
    buttons=(
        ("Ja, stoppen en alles wissen", "/stoppen"),
        ("Nee, ga verder", CHOOSE_OTHER),
        ("Dit hoort bij mijn verhaal", CHOOSE_ANSWER),
    ),
)


def doubt(intake: Intake, message: Message) -> Outcome:
    """Keep the text and ask what it is: the answer, a part of the story, or a matter of its own."""
    kept = replace(intake, candidate=Candidate(message.text, message.intent))
    return Outcome(kept, (candidate_question(kept),))


def candidate_question(intake: Intake) -> Reply:
    """Return the question what the kept text is."""
    candidate, asking = intake.candidate, intake.asking
    if candidate and candidate.question:
        return ASKS[candidate.question]
    if candidate and candidate.intent == STOP:
        return _STOP
    if candidate and candidate.intent in OTHER_ROUTES and asking != CONFIRMATION:
        return _ROUTE
    return _QUESTION if asking in FREE else _MORE


def propose_route(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Offer another route for a text that sounds like one, or a question for a text that may be one."""
    told_with = _TOLD_WITH_A_NOTE.get(message.intent)
    if told_with and intake.asking == "what" and not _TURNS_BACK.search(message.text):
        noted = intake.flag("already_handled") if message.intent == "al_behandeld" else intake
        return take_story(noted, message, today).after(Reply(told_with))
    if message.intent in OTHER_ROUTES and message.confidence >= CERTAIN:
        return _other_route(intake, message)
    doubtful = _is_doubtful(intake, message, today) and not tells_nothing(message.text)
    return doubt(intake, message) if doubtful else None


def _is_doubtful(intake: Intake, message: Message, today: date) -> bool:
    """Whether the text may be a question where any words are an answer, or a story where none was asked."""
    if reads_as_answer(intake, message, today):
        return False
    if intake.asking in FREE:
        return may_be_side_question(message) or _asks_something(intake, message)
    if adds_to_story(message.text):
        return only_asks(message)
    asked = message.confidence >= SURE and may_be_side_question(message)
    about_people = names_people(message.text) and len(message.text.split()) >= FEWEST_WORDS
    return (_sounds_like_klacht(message) or asked) and about_people


def only_asks(message: Message) -> bool:
    """Say whether a question, however long, tells nothing of what happened."""
    told = _sounds_like_klacht(message) or tells(message.text)
    return is_marked_question(message.text) and not told


def _sounds_like_klacht(message: Message) -> bool:
    return message.intent == "klacht" and message.confidence >= CERTAIN


def _asks_something(intake: Intake, message: Message) -> bool:
    """Whether a place or a department was asked for and a question of an unknown kind came back."""
    return intake.asking != "what" and is_marked_question(message.text)


def _other_route(intake: Intake, message: Message) -> Outcome | None:
    turns_back = _TURNS_BACK.search(message.text)
    if turns_back and intake.draft.what is None:
        return Outcome(intake, ended=message.intent)
    if intake.asking != "what" and not (turns_back and is_story(message.text)):
        return None
    if intake.draft.what is not None and not turns_back:
        return None
    return doubt(intake, message)


def answer_candidate(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Settle the doubt; whatever is not "something else" has the kept text join the story."""
    candidate = intake.candidate
    if candidate is None:
        return None
    cleared = replace(intake, candidate=None)
    chosen = choice(message, candidate)
    if candidate.question:
        return settle(cleared, candidate, chosen, today)
    if chosen == "other":
        return _as_other(cleared, candidate)
    if chosen is None and is_question(candidate.text) and not is_story(candidate.text):
        return go_on(cleared)  # a short question that was left behind is no part of the story
    taken = take_story(cleared, Message(candidate.text, "klacht"), today)
    return taken.after(*_other_way(candidate)) if means_both(message.text) else taken


def _other_way(candidate: Candidate) -> tuple[Reply, ...]:
    """Name the way for the other matter, for whoever means both."""
    response = {**MENTIONED_AS_WELL, **_TOLD_WITH_A_NOTE}.get(candidate.intent)
    reply = Reply(response) if response else answer_to(candidate.intent)
    return (reply,) if reply else ()


def choice(message: Message, candidate: Candidate) -> str | None:
    """Return whether the citizen chose "answer", "other" or "both", or None for words of another kind."""
    if message.values.get("choice") or is_story(message.text):
        return message.values.get("choice")
    if candidate.question:
        return _where_it_belongs(message.text)
    if is_no(message.text) or _MEANS_QUESTION.search(message.text):
        return "other"
    return "answer" if is_yes(message.text) or _MEANS_ANSWER.search(message.text) else None


def _where_it_belongs(text: str) -> str | None:
    if _MEANS_BOTH.search(text):
        return "both"
    if is_no(text) or _MEANS_THERE.search(text):
        return "answer"
    return "other" if is_yes(text) or _MEANS_OWN.search(text) else None


def _as_other(intake: Intake, candidate: Candidate) -> Outcome:
    if intake.asking == CONFIRMATION or candidate.intent == STOP:
        return go_on(intake)
    if candidate.intent in OTHER_ROUTES:
        told = intake.draft.with_addition(candidate.text) or intake.draft
        return Outcome(replace(intake, draft=told), ended=candidate.intent)
    return go_on(intake, answer_to(candidate.intent) or Reply("utter_question_unknown"))
