"""One turn of the intake: what the citizen's message means here, and what the assistant says.

The handlers are asked in order; the first that recognises the message decides. The order is the policy:
ending and danger first, then what was asked just now, then questions and corrections, then the answer.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.dutch.abuse import is_abuse
from bot.dutch.addresses import without_postcode
from bot.dutch.asked import split_question
from bot.dutch.despair import speaks_of_suicide
from bot.dutch.phrases import (
    asks_if_sent,
    is_homeless,
    is_no,
    is_refusal,
    is_skip,
    is_unknown,
    refers_back,
    says_nothing,
    wants_anonymity,
    wants_change,
)
from bot.intake.answering import answer, answer_beside, reads_as_answer
from bot.intake.answers import read_answer
from bot.intake.candidates import answer_candidate, candidate_question, choice, doubt, propose_route
from bot.intake.checking import check
from bot.intake.draft import CONFIRMATION, OPTIONAL
from bot.intake.ending import doubt_end, end
from bot.intake.misplaced import misplaced
from bot.intake.questions import ask_again, go_on, with_progress
from bot.intake.several_changes import change_each
from bot.intake.side_questions import answer_to, is_side_question, is_why, plain_answer, why_reply
from bot.intake.state import Intake, Message, Outcome, Reply
from bot.intake.stories import adds_to_story, is_story, take_story
from bot.intake.summary import told_buttons
from bot.intake.told import use_what_is_told

CERTAIN = 0.7
_Handler = Callable[[Intake, Message, date], Outcome | None]


def take_turn(intake: Intake, message: Message, today: date) -> Outcome:
    """Return what *message* makes of the intake."""
    begun = intake if intake.asking else replace(intake, asking=intake.next_question)
    outcome = with_progress(begun, _handled(begun, message, today))
    outcome = outcome.after(Reply("utter_masked")) if message.masked else outcome
    return outcome.after(Reply("utter_zelfmoord")) if speaks_of_suicide(message.text) else outcome


def _handled(intake: Intake, message: Message, today: date) -> Outcome:
    return next(outcome for handle in _HANDLERS if (outcome := handle(intake, message, today)))


def _doubted(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Settle a doubt; a question is answered first, and other words are a turn of their own after that."""
    if intake.candidate is None:
        return None
    chosen = choice(message, intake.candidate)
    told = message.intent == "noodgeval" and adds_to_story(message.text)
    reply = None if chosen or told else _reply_to_question(intake, message, message.text, today)
    if reply:
        return Outcome(intake, (reply, candidate_question(intake)))
    settled = answer_candidate(intake, message, today)
    if chosen or settled is None:
        return settled
    return _handled(settled.intake, message, today).after(*settled.replies[:-1])


def _danger(intake: Intake, message: Message, today: date) -> Outcome | None:
    if message.intent != "noodgeval" or message.confidence < CERTAIN:
        return None
    # To the model a telephone number looks much like 112. A name is no proof: "Help, brand!" reads as one.
    if intake.asking != "name" and reads_as_answer(intake, message, today):
        return None
    first = () if speaks_of_suicide(message.text) else (Reply("utter_noodgeval"),)
    begun = intake.asking != "what" or intake.draft.what is not None
    if begun and adds_to_story(message.text):
        return take_story(intake, message, today).after(*first)
    if intake.asking == "what":
        return doubt(intake, message).after(*first)
    return go_on(intake, *first)


def _look_back(intake: Intake, message: Message, today: date) -> Outcome | None:
    """ "Zie hierboven" is looked up in the story and never stored as an answer."""
    if not refers_back(message.text):
        return None
    told = use_what_is_told(intake, intake.draft.what or "", today).intake
    if intake.asking and told.draft.told(intake.asking) and not intake.draft.told(intake.asking):
        return go_on(told, Reply("utter_found_above"))
    return ask_again(intake, Reply("utter_not_found_above"))


def _homeless(intake: Intake, message: Message, _: date) -> Outcome | None:
    """Ask for an address where a letter arrives from whoever has none."""
    if intake.asking != "address" or not is_homeless(message.text):
        return None
    return ask_again(intake, Reply("utter_no_home"))


def _postcode_unknown(intake: Intake, message: Message, today: date) -> Outcome | None:
    """Take an address without its postcode from whoever does not know it."""
    asks_it = intake.asking == "address" and not intake.draft.postcode
    rest = without_postcode(message.text) if asks_it and not message.is_button else None
    if rest is None:
        return None
    skipped = intake.skip("postcode")
    read = read_answer("address", skipped, rest, today)
    return go_on(skipped if read.problem else read.intake, Reply("utter_postcode_unknown"))


def _change_what(intake: Intake, message: Message, _: date) -> Outcome | None:
    """Ask what is wrong when somebody only says that something is."""
    if message.is_button or intake.draft.what is None or not wants_change(message.text):
        return None
    return Outcome(intake, (Reply("utter_question_change", buttons=told_buttons(intake)),))


def _skip(intake: Intake, message: Message, _: date) -> Outcome | None:
    asking = intake.asking or "what"
    if not _wants_to_skip(message, asking):
        return None
    if asking not in ("name", "address") and wants_anonymity(message.text):
        return go_on(intake, Reply("utter_vraag_anoniem"))
    if intake.editing:
        return go_on(replace(intake, editing=None), Reply("utter_kept"))
    if asking in OPTIONAL or asking == "where":
        return go_on(intake.skip(asking), Reply("utter_skipped"))
    if asking == "address" and intake.draft.is_deliverable:
        return go_on(intake.skip(asking), Reply("utter_skipped"))
    if asking == "when":
        return None
    if asking == "address" and intake.draft.missing_address_parts == ("postcode",):
        return go_on(intake.skip("postcode"), Reply("utter_postcode_unknown"))
    return ask_again(intake, Reply(f"utter_required_{asking}"))


def _wants_to_skip(message: Message, asking: str) -> bool:
    text = message.text
    if message.presses("overslaan") or is_skip(text) or is_refusal(text):
        return True
    if says_nothing(text) and (asking in OPTIONAL or asking == "where"):
        return True
    may_refuse = asking not in ("what", "when")
    return (is_no(text) and may_refuse) or (is_unknown(text) and asking != "when")


def _question(intake: Intake, message: Message, today: date) -> Outcome | None:
    told, asked = split_question(message.text)
    reply = _reply_to_question(intake, message, asked, today)
    if reply is None:
        return None
    beside = answer_beside(intake, told, today)
    if beside is None:
        return go_on(intake, reply)
    return replace(beside, replies=(*beside.replies[:-1], reply, *beside.replies[-1:]))


def _reply_to_question(intake: Intake, message: Message, asked: str, today: date) -> Reply | None:
    """Return what to say to a question or a word in between; None when the message is something else."""
    if message.is_button:
        return answer_to(message.intent)
    if asks_if_sent(asked):
        return Reply("utter_status_not_sent")
    if is_why(asked):
        return why_reply(intake.asking)
    reply = plain_answer(intake, asked)
    if reply or not is_side_question(replace(message, text=asked)):
        return reply
    return None if reads_as_answer(intake, message, today) else answer_to(message.intent)


def _scolding(intake: Intake, message: Message, _: date) -> Outcome | None:
    heard = message.intent == "schelden" and message.confidence >= CERTAIN and not is_story(message.text)
    if not heard and not is_abuse(message.text):
        return None
    reply = Reply("utter_schelden_again" if intake.scolded else "utter_schelden")
    return go_on(replace(intake, scolded=True), reply)


def _confirmation(intake: Intake, message: Message, today: date) -> Outcome | None:
    if intake.asking != CONFIRMATION or intake.editing:
        return None
    return check(intake, message, today)


_HANDLERS: tuple[_Handler, ...] = (
    end,
    _doubted,
    _danger,
    doubt_end,
    _confirmation,
    _look_back,
    _homeless,
    _postcode_unknown,
    _change_what,
    _skip,
    misplaced,
    _question,
    change_each,
    _scolding,
    propose_route,
    answer,
)
