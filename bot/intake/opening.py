"""The beginning of an intake: the opening message may hold the whole story."""

from datetime import date

from bot.dutch.language import looks_foreign
from bot.intake.questions import go_on
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
    first = [Reply("utter_intake_start")]
    if looks_foreign(message.text):
        first.insert(0, Reply("utter_andere_taal"))
    first += [Reply(MENTIONED_AS_WELL[intent]) for intent in message.others if intent in MENTIONED_AS_WELL]
    if message.masked:
        first.append(Reply("utter_masked"))
    if message.is_button or tells_nothing(message.text):
        return go_on(intake, *first)
    return take_story(intake, message, today).after(*first)
