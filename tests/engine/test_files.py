"""The files of a conversation: added, recognised, removed, and forgotten with everything else."""

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from engine.conversations import GoneError, Turn, TurnFailedError
from engine.files import FileNotTakenError, Files, NewFile, files_of
from engine.uploads import Uploads
from tests.engine.fakes import INACTIVITY, make_conversations

ANNA, BRAM = "a" * 32, "b" * 32
CANARY = b"kanarie-in-een-foto"
YES = Turn(text="ja")


@pytest.fixture(scope="session")
def domain():
    return Domain.load(str(Path(__file__).resolve().parents[2] / "domain.yml"))


@pytest.fixture
def uploads(tmp_path):
    uploads = Uploads(tmp_path / "uploads")
    uploads.empty()
    return uploads


@pytest.fixture
def files(uploads):
    return Files(uploads, most=5)


@pytest.fixture
def tracker(domain):
    return DialogueStateTracker(ANNA, domain.slots)


@pytest.fixture
async def conversations(domain, files):
    """Conversations with real files; Anna's is open."""
    conversations = make_conversations(domain)
    conversations.files = files
    await conversations.open(ANNA)
    return conversations


def create_file(content=CANARY, **changes):
    values = {"name": "foto.jpg", "media_type": "image/jpeg", "alt_text": "De balie", **changes}
    return NewFile(content=content, **values)


def on_disk(uploads):
    return {file.name for file in uploads.folder.rglob("*") if file.is_file()}


def test_added_file_is_on_disk_and_its_key_is_not(files, tracker, uploads):
    file = files.add(tracker, create_file())

    [path] = [path for path in uploads.folder.rglob("*") if path.is_file()]
    assert path.name == file["id"]
    assert bytes.fromhex(file["key"]) not in path.read_bytes()
    assert CANARY not in path.read_bytes()


def test_same_content_again_is_the_same_file_with_the_new_description(files, tracker, uploads):
    first = files.add(tracker, create_file())
    second = files.add(tracker, create_file(alt_text="De balie, van dichtbij"))

    assert first["id"] == second["id"]
    assert [file["alt_text"] for file in files_of(tracker)] == ["De balie, van dichtbij"]
    assert on_disk(uploads) == {first["id"]}


def test_sixth_file_is_not_taken_but_the_fifth_may_come_again(files, tracker, uploads):
    for number in range(5):
        files.add(tracker, create_file(str(number).encode()))
    files.add(tracker, create_file(b"4"))

    with pytest.raises(FileNotTakenError) as refused:
        files.add(tracker, create_file(b"5"))

    assert refused.value.reason == "too_many_files"
    assert len(on_disk(uploads)) == 5


@pytest.mark.parametrize("status", ["submitted", "stopped"])
def test_nothing_is_added_or_removed_when_nothing_is_open(files, tracker, status):
    tracker.update(SlotSet("status", status))

    with pytest.raises(FileNotTakenError):
        files.add(tracker, create_file())
    with pytest.raises(FileNotTakenError):
        files.remove(tracker, "1")


def test_removed_file_is_gone_from_disk_and_the_others_stay(files, tracker, uploads):
    first, second = (files.add(tracker, create_file(content)) for content in (b"1", b"2"))

    files.remove(tracker, first["id"])
    files.remove(tracker, first["id"])

    assert [file["id"] for file in files_of(tracker)] == [second["id"]]
    assert on_disk(uploads) == {second["id"]}


async def test_adding_is_activity_and_shows_no_key(conversations):
    conversations.store.clock.now += INACTIVITY - 1
    answer = await conversations.add_file(ANNA, create_file())
    conversations.store.clock.now += INACTIVITY - 1

    later = await conversations.show(ANNA)

    assert answer["file"].keys() == {"id", "name", "size", "media_type", "alt_text"}
    assert later["state"]["files"] == [answer["file"]]


async def expire(conversations):
    conversations.store.clock.now += INACTIVITY - 5
    await conversations.sweep()


async def delete(conversations):
    await conversations.delete(ANNA)


async def stop(conversations):
    react(conversations, SlotSet("forget", "stopped"))
    await conversations.take_turn(ANNA, YES)


async def restart(conversations):
    react(conversations, SlotSet("forget", "restarted"))
    answer = await conversations.take_turn(ANNA, YES)

    assert answer["state"]["files"] == []


def react(conversations, *events):
    conversations.agent.processor.reaction = lambda message: [*events, BotUttered("Dank u.")]


@pytest.mark.parametrize("end", [expire, delete, stop, restart])
async def test_files_go_with_their_conversation_and_with_no_other(conversations, uploads, end):
    await conversations.add_file(ANNA, create_file())
    conversations.store.clock.now += 10
    await conversations.open(BRAM)
    other = await conversations.add_file(BRAM, create_file(b"van Bram"))

    await end(conversations)

    assert on_disk(uploads) == {other["file"]["id"]}


async def test_failed_turn_keeps_the_files(conversations, uploads):
    """A complaint that was not stored must be able to try again, evidence included."""
    added = await conversations.add_file(ANNA, create_file())
    conversations.agent.processor.reaction = lambda message: [SlotSet("files", None)]

    with pytest.raises(TurnFailedError):
        await conversations.take_turn(ANNA, YES)

    assert on_disk(uploads) == {added["file"]["id"]}
    assert (await conversations.show(ANNA))["state"]["files"] == [added["file"]]


async def test_stored_files_are_named_but_no_longer_on_disk(conversations, uploads):
    await conversations.add_file(ANNA, create_file())
    [file] = files_of(await conversations.store.retrieve(ANNA))
    stored = {name: value for name, value in file.items() if name != "key"}
    react(conversations, SlotSet("status", "submitted"), SlotSet("files", [stored]))

    answer = await conversations.take_turn(ANNA, YES)

    assert [file["name"] for file in answer["state"]["files"]] == ["foto.jpg"]
    assert on_disk(uploads) == set()


async def test_expired_conversation_takes_no_file(conversations, uploads):
    conversations.store.clock.now += INACTIVITY

    with pytest.raises(GoneError):
        await conversations.add_file(ANNA, create_file())

    assert on_disk(uploads) == set()


async def test_disk_that_is_full_changes_nothing(conversations, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Uploads, "write", full)

    with pytest.raises(OSError, match="No space"):
        await conversations.add_file(ANNA, create_file())

    assert (await conversations.show(ANNA))["state"]["files"] == []
