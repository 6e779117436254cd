"""The routes of the specification, and what is said on each of them outside the intake."""

from bot.dutch.despair import speaks_of_suicide
from bot.intake.candidates import OTHER_ROUTES
from bot.intake.state import Message, Reply

ROUTES = {
    "klacht": "klacht",
    "melding_openbare_ruimte": "melding",
    "grofvuil": "bel_14036",
    "container_niet_geleegd": "bel_14036",
    "geluidsoverlast": "bel_14036",
    "onderwijs": "school",
    "bezwaar": "bezwaar",
    "al_behandeld": "info",
}
OFFER = (("Ja, daar gaat het om", "/klacht"), ("Nee, dit is genoeg", "/ontkennen"))
_BEGIN = (("Ik heb een klacht", "/klacht"),)
_WITHOUT_NEXT_STEP = frozenset({"medewerker_spreken", "bot_vraag", "buiten_onderwerp", "noodgeval", "hulp"})
_OWN_WORDS = {"schelden": "utter_schelden_start"}


def route_of(intent: str) -> str:
    """Return the route of an intent."""
    return ROUTES.get(intent) or ("info" if intent.startswith("vraag_") else "other")


def answer(
    message: Message, reference: str | None, offers: bool, waits: Reply | None = None
) -> tuple[Reply, ...]:
    """Return what is said to a message that is not a complaint; what *waits* for an answer is asked again."""
    if message.intent == "vraag_status" and reference:
        first = Reply("utter_already_submitted", {"reference": reference})
    else:
        danger = message.intent == "noodgeval" and speaks_of_suicide(message.text)
        spoken = "utter_zelfmoord" if danger else _OWN_WORDS.get(message.intent, f"utter_{message.intent}")
        buttons = () if reference or offers or waits else begins_button(message.intent)
        first = Reply(spoken, buttons=buttons)
    after = Reply("utter_offer_complaint", buttons=OFFER) if offers else waits
    return (first, after) if after else (first,)


def begins_button(intent: str) -> tuple[tuple[str, str], ...]:
    """Return the next step after an answer that has none of its own."""
    return _BEGIN if intent.startswith("vraag_") or intent in _WITHOUT_NEXT_STEP else ()


def offers_complaint(intent: str) -> bool:
    """Say whether the answer is followed by the question if it is about the municipality after all."""
    return intent in OTHER_ROUTES or intent == "al_behandeld"
