"""The beginning of an intake: the opening message may hold the whole story."""

from dataclasses import replace
from datetime import date

from bot.dutch.language import looks_foreign
from bot.dutch.other_matters import names_fine, names_uncollected_waste
from bot.intake.questions import go_on, with_progress
from bot.intake.state import Intake, Message, Outcome, Reply
from bot.intake.stories import take_story, tells_nothing

# Another matter in the same message gets its own way out, beside the complaint.
MENTIONED_AS_WELL = {
    "melding_openbare_ruimte": "utter_also_melding",
    "grofvuil": "utter_also_bel_14036",
    "container_niet_geleegd": "utter_also_bel_14036",
    "geluidsoverlast": "utter_also_bel_14036",
    "onderwijs": "utter_also_onderwijs",
    "bezwaar": "utter_also_bezwaar",
}


def open_intake(message: Message, today: date, known: Intake | None = None) -> Outcome:
    """Start the intake with what *message* tells; *known* holds who the citizen is, if told before."""
    intake = known or Intake()
    intake = intake.flag("already_handled") if "al_behandeld" in message.others else intake
    first = [Reply("utter_andere_taal")] if looks_foreign(message.text) else []
    beside = [Reply(response) for response in _mentioned_as_well(message)]
    if message.masked:
        beside.append(Reply("utter_masked"))
    if message.is_button or tells_nothing(message.text):
        return go_on(intake, *first, Reply("utter_intake_start"), *beside)
    taken = take_story(intake, message, today, first_thanks="utter_intake_told")
    thanks, *rest = taken.replies
    return with_progress(intake, replace(taken, replies=(*first, thanks, *beside, *rest)))


def _mentioned_as_well(message: Message) -> list[str]:
    """Name the ways for other matters in the message, heard by the model or said in plain words."""
    heard = [MENTIONED_AS_WELL[intent] for intent in message.others if intent in MENTIONED_AS_WELL]
    heard += ["utter_also_bezwaar"] if names_fine(message.text) else []
    heard += ["utter_also_bel_14036"] if names_uncollected_waste(message.text) else []
    return list(dict.fromkeys(heard))
