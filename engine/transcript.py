"""What was said, as the chat API shows it: messages with ids, buttons and links."""

from dataclasses import dataclass
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


@dataclass(frozen=True)
class Button:
    """A choice that was offered: the id the citizen's widget sends back and what it stands for."""

    id: str
    title: str
    payload: str


def messages_of(tracker: DialogueStateTracker, wipes: int) -> list[dict[str, Any]]:
    """Return every message of the conversation, oldest first; ids stay unique after a wipe."""
    said = [event for event in tracker.events if isinstance(event, (UserUttered, BotUttered)) and event.text]
    last_turn = max((index for index, event in enumerate(said) if isinstance(event, UserUttered)), default=-1)
    return [
        _message(event, f"{wipes}-{index}", open_buttons=index > last_turn)
        for index, event in enumerate(said)
    ]


def offered_button(tracker: DialogueStateTracker, wipes: int, button_id: str) -> Button | None:
    """Return the button with this id if the bot's last messages offered it."""
    said = [event for event in tracker.events if isinstance(event, (UserUttered, BotUttered)) and event.text]
    for index in range(len(said) - 1, -1, -1):
        event = said[index]
        if isinstance(event, UserUttered):
            return None
        for button in _buttons(event, f"{wipes}-{index}"):
            if button.id == button_id:
                return button
    return None


def _message(event: Any, message_id: str, open_buttons: bool) -> dict[str, Any]:
    from_bot = isinstance(event, BotUttered)
    buttons = _buttons(event, message_id) if from_bot and open_buttons else ()
    return {
        "id": message_id,
        "from": "bot" if from_bot else "citizen",
        "text": event.text,
        "buttons": [{"id": button.id, "title": button.title} for button in buttons],
        "links": _links(event) if from_bot else [],
    }


def _buttons(event: BotUttered, message_id: str) -> tuple[Button, ...]:
    offered = event.data.get("buttons") or []
    return tuple(
        Button(f"{message_id}-{place}", button["title"], button["payload"])
        for place, button in enumerate(offered)
    )


def _links(event: BotUttered) -> list[dict[str, str]]:
    return [
        {"title": link["title"], "url": link["url"]}
        for link in (event.data.get("custom") or {}).get("links", [])
    ]
