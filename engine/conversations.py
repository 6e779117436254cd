"""Open conversations: one turn at a time, fifteen minutes of silence, and then nothing is left.

Every operation holds Rasa's lock of the conversation, so a turn, a submission and the expiry
can never run at the same moment: exactly one of them wins.
"""

import asyncio
import logging
import re
from dataclasses import dataclass
from typing import Any

import aiohttp
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from engine.actions_endpoint import NEVER_ARRIVED, ActionsClient, watch
from engine.files import Files, NewFile, shown
from engine.parsing import as_text
from engine.room import check_room_for_conversation, check_room_for_turn
from engine.state import state_of
from engine.store import ConversationStore, Notes, Receipt
from engine.transcript import messages_of, offered_button

CHANNEL = "klachtbalie"
OPENING = "utter_opening"
# What Rasa would obey: "/restart", or "/klacht" with values. The words in it mean nothing by themselves.
COMMAND = re.compile(r"/\S*\s*(\{.*\})?", re.DOTALL)
NOT_UNDERSTOOD = {"name": "nlu_fallback", "confidence": 1.0}
logger = logging.getLogger("klachtbalie.conversations")


class GoneError(Exception):
    """The conversation is not open; *receipt* says why, or is None when it never was or nobody knows."""

    def __init__(self, receipt: Receipt | None) -> None:
        super().__init__()
        self.receipt = receipt


class TurnFailedError(Exception):
    """The turn was not processed and the conversation is as it was before.

    With *may_be_stored* it was the confirmation, and the actions may have stored the complaint all the same.
    """

    def __init__(self, may_be_stored: bool) -> None:
        super().__init__()
        self.may_be_stored = may_be_stored


class StaleButtonError(Exception):
    """The button was not offered with the bot's last messages."""


@dataclass(frozen=True)
class Turn:
    """What the citizen did: typed *text* or pressed *button*; *key* makes a repeated delivery harmless."""

    text: str | None = None
    button: str | None = None
    key: str | None = None
    masked: tuple = ()


class Conversations:
    """The engine's conversations, from opening to forgetting."""

    def __init__(
        self,
        agent: Agent,
        store: ConversationStore,
        actions: ActionsClient,
        files: Files,
        inactivity: int,
        warning: int,
    ) -> None:
        self.agent = agent
        self.store = store
        self.actions = actions
        self.files = files
        self.inactivity = inactivity
        self.warning = min(warning, inactivity // 2)

    async def open(self, conversation_id: str) -> dict[str, Any]:
        """Open a conversation, or return the open one with this id, with all messages.

        Raises CrowdedError when there are too many.
        """
        async with self._lock(conversation_id):
            notes = await self.store.notes(conversation_id)
            if not notes:
                check_room_for_conversation(len(await self.store.keys()))
                notes = await self.store.open(conversation_id)
                await self.store.save(await self._fresh_tracker(conversation_id))
            return await self._answer(conversation_id, notes)

    async def show(self, conversation_id: str) -> dict[str, Any]:
        """Return all messages and the state; reading is not activity."""
        async with self._lock(conversation_id):
            notes = await self._open_notes(conversation_id)
            return await self._answer(conversation_id, notes)

    async def keep_alive(self, conversation_id: str) -> dict[str, Any]:
        """Count the citizen's typing as activity and return the state."""
        async with self._lock(conversation_id):
            notes = await self._open_notes(conversation_id)
            await self._touch(conversation_id, notes)
            return {"state": (await self._answer(conversation_id, notes))["state"]}

    async def take_turn(self, conversation_id: str, turn: Turn) -> dict[str, Any]:
        """Process one turn and return the new messages and the state.

        Raises GoneError; or FullError, StaleButtonError or TurnFailedError, after which nothing has changed.
        """
        async with self._lock(conversation_id):
            notes = await self._open_notes(conversation_id)
            if turn.key and turn.key == notes.last_key and notes.last_answer:
                return notes.last_answer
            await self._touch(conversation_id, notes)
            before = await self.store.retrieve(conversation_id)
            check_room_for_turn(before, turn.text)
            seen = len(messages_of(before, notes.wipes))
            await self._process(conversation_id, turn, notes)
            answer = await self._finish(conversation_id, notes, seen)
            notes.last_key, notes.last_answer = turn.key, answer
            await self.store.write_notes(conversation_id, notes)
            return answer

    async def add_file(self, conversation_id: str, new: NewFile) -> dict[str, Any]:
        """Keep a file with the conversation; raises GoneError, FileNotTakenError or OSError."""
        async with self._lock(conversation_id):
            notes = await self._open_notes(conversation_id)
            await self._touch(conversation_id, notes)
            tracker = await self.store.retrieve(conversation_id)
            file = self.files.add(tracker, new)
            await self.store.save(tracker)
            return {"file": shown(file), "state": self._state(tracker, notes)}

    async def remove_file(self, conversation_id: str, file_id: str) -> dict[str, Any]:
        """Remove a file and return the state; raises GoneError or FileNotTakenError."""
        async with self._lock(conversation_id):
            notes = await self._open_notes(conversation_id)
            await self._touch(conversation_id, notes)
            tracker = await self.store.retrieve(conversation_id)
            self.files.remove(tracker, file_id)
            await self.store.save(tracker)
            return {"state": self._state(tracker, notes)}

    async def delete(self, conversation_id: str) -> None:
        """Forget the conversation now, because the citizen asked for it."""
        async with self._lock(conversation_id):
            await self._open_notes(conversation_id)
            await self._forget(conversation_id, "stopped")

    async def sweep(self) -> int:
        """Forget every conversation that has been silent too long; return how many.

        What fails is logged and tried again by the next sweep.
        """
        silent = await self.store.silent_since(self.store.clock() - self.inactivity)
        # Side by side, so that none stays because recording another's end takes long.
        outcomes = await asyncio.gather(*map(self._expire, silent), return_exceptions=True)
        for error in outcomes:
            if isinstance(error, Exception):
                logger.error("sweep_failed %s", type(error).__name__)
        return outcomes.count(True)

    async def _expire(self, conversation_id: str) -> bool:
        async with self._lock(conversation_id):
            notes = await self.store.notes(conversation_id)
            over = notes is not None and self._is_over(notes)
            if over:
                await self._forget(conversation_id, "expired")
            return over

    def _lock(self, conversation_id: str):
        return self.agent.lock_store.lock(conversation_id, wait_time_in_seconds=0.05)

    def _is_over(self, notes: Notes) -> bool:
        return self.store.clock() >= notes.active_at + self.inactivity

    async def _open_notes(self, conversation_id: str) -> Notes:
        notes = await self.store.notes(conversation_id)
        if notes and self._is_over(notes):
            await self._forget(conversation_id, "expired")
            notes = None
        if not notes:
            raise GoneError(await self._fate(conversation_id))
        return notes

    async def _fate(self, conversation_id: str) -> Receipt | None:
        """Say why a conversation is gone.

        After a restart, or when the answer to the confirmation got lost, only the database can tell.
        """
        receipt = await self.store.receipt(conversation_id)
        if receipt and receipt.reference:
            return receipt
        try:
            reference = await self.actions.stored_reference(conversation_id)
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            logger.warning("fate_unknown %s", type(error).__name__)
            is_known = receipt and not receipt.may_be_stored
            return receipt if is_known else Receipt(self.store.clock(), "fate_unknown")
        return Receipt(self.store.clock(), "submitted", reference) if reference else receipt

    async def _touch(self, conversation_id: str, notes: Notes) -> None:
        notes.active_at = self.store.clock()
        await self.store.write_notes(conversation_id, notes)

    async def _process(self, conversation_id: str, turn: Turn, notes: Notes) -> None:
        before = await self.store.retrieve(conversation_id)
        message = await self._message(conversation_id, turn, notes, before)
        failures = watch()
        await self.agent.processor.handle_message(message)
        after = await self.store.retrieve(conversation_id)
        if failures or not _replied(after):
            await self.store.save(before)
            logger.error("turn_failed %s", ",".join(failures) or "no_reply")
            raise TurnFailedError(_asked_to_confirm(before) and set(failures) != {NEVER_ARRIVED})

    async def _message(
        self, conversation_id: str, turn: Turn, notes: Notes, tracker: DialogueStateTracker
    ) -> UserMessage:
        text = turn.text
        if turn.button:
            button = offered_button(tracker, notes.wipes, turn.button)
            if not button:
                raise StaleButtonError
            text, parse_data = button.title, self._button_data(button.payload)
        else:
            parse_data = await self.parse(text or "")
        return UserMessage(
            text,
            CollectingOutputChannel(),
            conversation_id,
            parse_data={**parse_data, "text": text},
            input_channel=CHANNEL,
            metadata={"button": bool(turn.button), "masked": list(turn.masked)},
        )

    async def parse(self, text: str) -> dict[str, Any]:
        """Return what the model reads in *text*."""
        read = await self.agent.processor.parse_message(UserMessage(as_text(text)))
        return {**read, "intent": NOT_UNDERSTOOD} if COMMAND.fullmatch(text.strip()) else read

    def _button_data(self, payload: str) -> dict[str, Any]:
        message = YAMLStoryReader.unpack_regex_message(Message.build(payload), self.agent.domain)
        return message.as_dict(only_output_properties=True)

    async def _finish(self, conversation_id: str, notes: Notes, seen: int) -> dict[str, Any]:
        tracker = await self.store.retrieve(conversation_id)
        wipe = tracker.get_slot("forget")
        if wipe:
            seen = 0
            await self._wipe(conversation_id, notes, tracker, wipe)
        self.files.tidy(await self.store.retrieve(conversation_id))
        answer = await self._answer(conversation_id, notes)
        return {**answer, "messages": answer["messages"][seen:]}

    async def _wipe(
        self, conversation_id: str, notes: Notes, tracker: DialogueStateTracker, reason: str
    ) -> None:
        """Start anew under the same token, with nothing of before but the bot's last words."""
        farewell = _last_replies(tracker)
        notes.wipes += 1
        notes.last_key = notes.last_answer = None
        fresh = self._empty_tracker(conversation_id)
        for event in farewell:
            fresh.update(event)
        fresh.update_with_events(_first_steps(tracker, reason), self.agent.domain)
        fresh.update(ActionExecuted("action_listen"))
        await self.store.save(fresh)
        await self.store.write_notes(conversation_id, notes)
        await self._record(reason, _turns(tracker))

    async def _forget(self, conversation_id: str, reason: str) -> None:
        tracker = await self.store.retrieve(conversation_id)
        reference = _stored_reference(tracker) if tracker else None
        may_be_stored = bool(tracker) and _asked_to_confirm(tracker)
        outcome = "submitted" if reference else reason
        await self.store.forget(conversation_id, outcome, reference, may_be_stored)
        self.files.forget(conversation_id)
        await self._record(reason, _turns(tracker) if tracker else 0)

    async def _record(self, reason: str, turns: int) -> None:
        logger.info("conversation_forgotten reason=%s turns=%d", reason, turns)
        try:
            await self.actions.record_purge(reason, turns)
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            logger.warning("purge_not_recorded %s", type(error).__name__)

    async def _fresh_tracker(self, conversation_id: str) -> DialogueStateTracker:
        tracker = self._empty_tracker(conversation_id)
        opening = await self.agent.nlg.generate(OPENING, tracker, CHANNEL)
        data = {key: opening.get(key) for key in ("buttons", "custom")}
        tracker.update(BotUttered(opening["text"], data=data, metadata={"utter_action": OPENING}))
        tracker.update(ActionExecuted("action_listen"))
        return tracker

    def _empty_tracker(self, conversation_id: str) -> DialogueStateTracker:
        tracker = DialogueStateTracker(conversation_id, self.agent.domain.slots)
        tracker.update(ActionExecuted("action_session_start"))
        tracker.update(SessionStarted())
        return tracker

    async def _answer(self, conversation_id: str, notes: Notes) -> dict[str, Any]:
        tracker = await self.store.retrieve(conversation_id)
        return {"messages": messages_of(tracker, notes.wipes), "state": self._state(tracker, notes)}

    def _state(self, tracker: DialogueStateTracker, notes: Notes) -> dict[str, Any]:
        return state_of(tracker, notes.active_at + self.inactivity, self.warning)


def _first_steps(tracker: DialogueStateTracker, reason: str) -> list[Event]:
    """Return how a wiped conversation begins: stopped, or in the middle of a new intake.

    It knows the references of what it stored before, or a next complaint would be taken for a repeated one.
    """
    stored = SlotSet("complaints", tracker.get_slot("complaints"))
    if reason == "stopped":
        return [stored, SlotSet("status", "stopped")]
    begin = tracker.get_slot("fresh") or {}
    loop = [ActiveLoop(begin["loop"])] if "loop" in begin else []
    return [stored, *loop, *(SlotSet(name, value) for name, value in begin.get("slots", {}).items())]


def _stored_reference(tracker: DialogueStateTracker) -> str | None:
    """Return the reference of the complaint that was stored last."""
    return next(reversed(tracker.get_slot("complaints") or ()), None)


def _asked_to_confirm(tracker: DialogueStateTracker) -> bool:
    """Say whether the summary was shown, so that a "ja" may have been on its way."""
    return any(
        isinstance(event, SlotSet) and (event.key, event.value) == ("requested_slot", "confirmation")
        for event in tracker.events
    )


def _replied(tracker: DialogueStateTracker) -> bool:
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            return True
        if isinstance(event, UserUttered):
            return False
    return False


def _last_replies(tracker: DialogueStateTracker) -> list[BotUttered]:
    replies: list[BotUttered] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, BotUttered):
            replies.insert(0, event)
    return replies


def _turns(tracker: DialogueStateTracker) -> int:
    return sum(isinstance(event, UserUttered) for event in tracker.events)
