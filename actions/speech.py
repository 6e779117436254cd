"""Saying replies: response names with values; the words are in data/responses/."""

from collections.abc import Iterable

from rasa_sdk.executor import CollectingDispatcher

from bot.intake.state import Reply


def say(dispatcher: CollectingDispatcher, replies: Iterable[Reply]) -> None:
    """Utter *replies* in order."""
    for reply in replies:
        buttons = [{"title": title, "payload": payload} for title, payload in reply.buttons]
        dispatcher.utter_message(response=reply.response, buttons=buttons, **dict(reply.values))
