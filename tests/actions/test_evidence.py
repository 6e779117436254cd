"""Files reach the complaint whole, from where and how the engine keeps them."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.evidence import read_files
from actions.slots import read_intake
from actions.submit_complaint import ActionSubmitComplaint
from bot import bootstrap
from bot.errors import StorageError
from bot.intake.summary import summarise
from bot.settings import Settings
from bot.storage.migrations import upgrade
from bot.storage.register import export_complaints, take_out_file
from bot.storage.unit_of_work import UnitOfWorkFactory
from engine.uploads import Uploads
from tests.actions.conversation import make_tracker, responses, set_slots

PHOTO = b"\xff\xd8 een foto van de balie"
TOLD = {"what": "De ambtenaar snauwde mij af.", "name": "Anneke Jansen", "when_text": "gisteren"}
Keep = Callable[..., dict[str, Any]]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Settings with a folder and a database of their own."""
    chosen = Settings(var=tmp_path, clock="2026-11-20T12:00")
    upgrade(chosen.database_url)
    monkeypatch.setattr(services, "settings", lambda: chosen)
    services.clock.cache_clear()
    yield chosen
    services.clock.cache_clear()


@pytest.fixture
def keep(settings: Settings) -> Keep:
    """Keep a file as the engine does, and return what its slot holds of it."""
    uploads = Uploads(settings.uploads)
    uploads.empty()

    def write(name: str = "foto.jpg", content: bytes = PHOTO) -> dict[str, Any]:
        file_id = hashlib.sha256(content).hexdigest()[:16]
        about = {"id": file_id, "name": name, "media_type": "image/jpeg", "alt_text": "De balie"}
        return {**about, "size": len(content), "key": uploads.write("conversation-1", file_id, content)}

    return write


@pytest.fixture
def new_unit(settings: Settings) -> UnitOfWorkFactory:
    return bootstrap.unit_of_work_factory(settings)


async def submit(*files: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """Confirm the complaint; return what was said and the slots that were set."""
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("ja", "bevestigen", **TOLD, files=list(files))
    events = await ActionSubmitComplaint().run(dispatcher, tracker, {})
    return responses(dispatcher), set_slots(events)


def stored(new_unit: UnitOfWorkFactory) -> list[dict[str, Any]]:
    return list(export_complaints(new_unit, "test", services.clock()()))


async def test_files_are_stored_with_the_complaint(keep: Keep, new_unit: UnitOfWorkFactory) -> None:
    _, slots = await submit(keep(), keep("brief.jpg", b"een brief"))

    reference, now = slots["reference"], services.clock()()
    assert [file["name"] for file in stored(new_unit)[0]["files"]] == ["foto.jpg", "brief.jpg"]
    assert take_out_file(new_unit, reference, 1, "Bram", now) == PHOTO
    assert take_out_file(new_unit, reference, 2, "Bram", now) == b"een brief"


async def test_keys_are_forgotten_once_the_files_are_stored(keep: Keep) -> None:
    _, slots = await submit(keep())

    [file] = slots["files"]
    assert file.keys() == {"id", "name", "media_type", "alt_text", "size"}


async def test_same_confirmation_twice_stores_the_files_once(keep: Keep, new_unit: UnitOfWorkFactory) -> None:
    file = keep()
    answers = [await submit(file) for _ in range(2)]

    [complaint] = stored(new_unit)
    assert [slots["reference"] for _, slots in answers] == [complaint["reference"]] * 2
    assert len(complaint["files"]) == 1


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path, file: path.unlink(), id="gone from disk"),
        pytest.param(lambda path, file: path.write_bytes(path.read_bytes()[:-1]), id="damaged"),
        pytest.param(lambda path, file: path.write_bytes(b""), id="emptied"),
        pytest.param(lambda path, file: file.update(key="00" * 32), id="another key"),
        pytest.param(lambda path, file: file.update(key="geen sleutel"), id="no key"),
    ],
)
async def test_file_that_cannot_be_read_stores_nothing_and_says_so(
    keep: Keep, settings: Settings, new_unit: UnitOfWorkFactory, damage: Callable[..., object]
) -> None:
    """A complaint without the evidence that the citizen added would be a loss nobody notices."""
    file = keep()
    [path] = [path for path in settings.uploads.rglob("*") if path.is_file()]
    damage(path, file)

    said, slots = await submit(file)

    assert said == ["utter_submit_failed_ways", "utter_submit_failed"]
    assert "reference" not in slots
    assert "files" not in slots
    assert stored(new_unit) == []


async def test_database_away_keeps_the_files_for_another_try(keep: Keep, settings: Settings) -> None:
    file = keep()
    Path(settings.database_url.removeprefix("sqlite:///")).unlink()

    said, slots = await submit(file)

    assert said[-1] == "utter_submit_failed"
    assert "files" not in slots
    assert read_files(make_tracker("ja", "bevestigen", files=[file]))[0].content == PHOTO


def test_unreadable_file_is_named_by_its_error_only(keep: Keep) -> None:
    file = {**keep("kanarie.jpg"), "key": "00" * 32}

    with pytest.raises(StorageError) as failed:
        read_files(make_tracker("ja", "bevestigen", files=[file]))

    assert str(failed.value) == "A file cannot be read (InvalidTag)."
    assert failed.value.__cause__ is None


def test_summary_counts_and_names_the_files(keep: Keep) -> None:
    tracker = make_tracker("ja", "bevestigen", **TOLD, files=[keep(), keep("brief.pdf", b"x")])

    lines = summarise(read_intake(tracker)).values["summary"].splitlines()

    assert lines[-1] == "Bestanden: 2 (foto.jpg, brief.pdf)"


def test_summary_without_files_does_not_mention_them(settings: Settings) -> None:
    assert (
        "Bestanden" not in summarise(read_intake(make_tracker("ja", "bevestigen", **TOLD))).values["summary"]
    )
