"""Nobody fills the memory: what does not fit is refused, and what was said before stays."""

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain

from engine import room
from engine.conversations import Turn
from engine.room import CrowdedError, FullError
from tests.engine.fakes import make_conversations

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
async def conversations():
    conversations = make_conversations(Domain.load(str(ROOT / "domain.yml")))
    await conversations.open("anna")
    return conversations


async def said(conversations):
    return [message["text"] for message in (await conversations.show("anna"))["messages"]]


async def test_open_refuses_one_too_many(conversations, monkeypatch):
    monkeypatch.setattr(room, "MOST_CONVERSATIONS", 1)

    with pytest.raises(CrowdedError):
        await conversations.open("bram")

    assert await conversations.store.keys() == ["anna"]
    assert await conversations.open("anna")


async def test_turn_refuses_text_that_does_not_fit(conversations, monkeypatch):
    monkeypatch.setattr(room, "MOST_CHARACTERS", 10)
    await conversations.take_turn("anna", Turn(text="123456"))
    before = await said(conversations)

    with pytest.raises(FullError):
        await conversations.take_turn("anna", Turn(text="78901"))

    assert await said(conversations) == before
    assert await conversations.take_turn("anna", Turn(text="7890"))


async def test_turn_refuses_more_texts_but_takes_the_last_buttons(conversations, monkeypatch):
    monkeypatch.setattr(room, "MOST_TURNS", 0)
    monkeypatch.setattr(room, "SPARE_TURNS", 1)
    button = (await conversations.show("anna"))["messages"][0]["buttons"][0]["id"]

    with pytest.raises(FullError):
        await conversations.take_turn("anna", Turn(text="nog iets"))
    await conversations.take_turn("anna", Turn(button=button))

    with pytest.raises(FullError):
        await conversations.take_turn("anna", Turn(button=button))
