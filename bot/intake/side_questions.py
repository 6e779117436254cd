"""Questions in the middle of the intake: which answer belongs to them, and when a text is one."""

from bot.dutch.asked import asked_about
from bot.dutch.phrases import asks_why, is_question, is_request, names_people
from bot.intake.questions import progress
from bot.intake.state import Intake, Message, Reply
from bot.intake.summary import told_so_far

# Intents that can be answered with one response and leave the intake as it was.
ANSWERED_BY = {
    "vraag_termijn": "utter_vraag_termijn",
    "vraag_procedure": "utter_vraag_procedure",
    "vraag_ombudsman": "utter_vraag_ombudsman",
    "vraag_contact": "utter_vraag_contact",
    "vraag_privacy": "utter_vraag_privacy",
    "vraag_anoniem": "utter_vraag_anoniem",
    "vraag_status": "utter_status_not_sent",
    "medewerker_spreken": "utter_medewerker_spreken",
    "bot_vraag": "utter_bot_vraag",
    "hulp": "utter_hulp_intake",
    "noodgeval": "utter_noodgeval",
    "andere_taal": "utter_andere_taal",
    "groet": "utter_groet_intake",
    "bedankt": "utter_bedankt_intake",
}
# Questions that are known by their words, whatever the model makes of them.
_BY_TOPIC = {
    "evidence": "utter_vraag_bewijs",
    "emergency": "utter_noodgeval",
    "proof": "utter_vraag_bewijs_nodig",
    "privacy": "utter_vraag_privacy",
    "retention": "utter_vraag_bewaren",
    "behalf": "utter_vraag_namens",
    "whose_address": "utter_vraag_welk_adres",
    "cost": "utter_vraag_kosten",
    "reader": "utter_vraag_wie_leest",
    "copy": "utter_vraag_kopie",
    "helper": "utter_vraag_hulp",
    "late": "utter_vraag_te_laat",
    "later": "utter_vraag_later",
    "change": "utter_vraag_wijzigen",
    "next": "utter_vraag_procedure",
    "others": "utter_vraag_privacy",
    "robot": "utter_bot_vraag",
}
TOPIC_ANSWERS = frozenset(_BY_TOPIC.values())
_NEVER_TOLD = frozenset({"bot_vraag", "noodgeval"})
_SMALL_TALK = frozenset({"groet", "bedankt", "andere_taal", "hulp"})
_NEVER_DOUBTED = _SMALL_TALK | {"noodgeval"}  # danger has a handler of its own

LONGEST_QUESTION = 200  # characters; what is longer is a story
FEW_WORDS = 8  # a longer question may well be a story
CERTAIN = 0.6
SURE = 0.85


def why_reply(question: str | None) -> Reply:
    """Return the reason why *question* is asked."""
    return Reply(f"utter_why_{question or 'what'}")


def plain_answer(intake: Intake, text: str) -> Reply | None:
    """Return the answer to a question that is known by its words, or None."""
    topic = asked_about(text)
    if topic == "progress":
        return progress(intake)
    if topic == "overview":
        return Reply("utter_overview", {"facts": told_so_far(intake)})
    return Reply(_BY_TOPIC[topic]) if topic else None


def answer_to(intent: str) -> Reply | None:
    """Return the answer to a side question, or None when the intent is not one."""
    response = ANSWERED_BY.get(intent)
    return Reply(response) if response else None


def is_side_question(message: Message) -> bool:
    """Say whether the message is surely a question or a word in between, and not an answer."""
    if message.intent not in ANSWERED_BY or len(message.text) > LONGEST_QUESTION:
        return False
    if message.is_button:
        return True
    if message.intent in _SMALL_TALK:
        return message.confidence >= CERTAIN and len(message.text.split()) <= 8
    if message.confidence >= SURE and _asks(message):
        return True
    return not _is_long(message.text) and message.confidence >= CERTAIN and is_question(message.text)


def may_be_side_question(message: Message) -> bool:
    """Say whether the message could be a question as well as an answer, so that asking is wiser."""
    if message.intent not in ANSWERED_BY or message.intent in _NEVER_DOUBTED:
        return False
    return not is_side_question(message) and (is_question(message.text) or message.confidence >= CERTAIN)


def _asks(message: Message) -> bool:
    """Say whether the text has the form of a question or wish; without it, whoever speaks may be telling."""
    if is_request(message.text):
        return True
    return not _is_long(message.text) and (message.intent in _NEVER_TOLD or not names_people(message.text))


def _is_long(text: str) -> bool:
    return len(text.split()) > FEW_WORDS


def is_why(text: str) -> bool:
    """Say whether the citizen asks why the question is asked."""
    return asks_why(text)
