"""Storing what was confirmed, or being honest that it was not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from actions import services
from actions.submit_complaint import ActionSubmitComplaint
from bot import bootstrap
from bot.settings import Settings
from bot.storage.migrations import upgrade
from bot.storage.register import export_complaints
from tests.actions.conversation import make_tracker, responses, set_slots

TOLD = {
    "what": "De ambtenaar snauwde mij af.",
    "when_from": "2026-11-19",
    "when_to": "2026-11-19",
    "when_text": "gisteren",
    "name": "Anneke Jansen",
    "street": "Spoordreef",
    "house_number": "101",
    "postcode": "1315KR",
}


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Settings with a database of their own and a clock that stands still."""
    chosen = Settings(database_url=f"sqlite:///{tmp_path / 'k.db'}", clock="2026-11-20T12:00")
    upgrade(chosen.database_url)
    monkeypatch.setattr(services, "settings", lambda: chosen)
    services.clock.cache_clear()
    yield chosen
    services.clock.cache_clear()


async def _submit(**slots: object) -> tuple[CollectingDispatcher, dict[str, object]]:
    dispatcher = CollectingDispatcher()
    tracker = make_tracker("ja", "bevestigen", **{**TOLD, **slots})
    events = await ActionSubmitComplaint().run(dispatcher, tracker, {})
    return dispatcher, set_slots(events)


def _stored(settings: Settings) -> list[dict[str, object]]:
    unit, now = bootstrap.unit_of_work_factory(settings), bootstrap.clock(settings)()
    return list(export_complaints(unit, "test", now))


async def test_confirmed_complaint_is_stored_with_its_reference_and_dates(settings: Settings) -> None:
    """The reference the citizen hears is the one in the database."""
    dispatcher, slots = await _submit()
    (stored,) = _stored(settings)

    assert responses(dispatcher)[0] == "utter_submitted"
    assert stored["reference"] == slots["reference"]
    receipt = slots["receipt"]
    assert [receipt[name] for name in ("received_at", "due", "latest")] == [
        "2026-11-20T12:00:00+01:00",
        "2027-01-04",
        "2027-01-29",
    ]
    assert {name: value for name, value in receipt["complaint"].items() if value} == TOLD


async def test_same_confirmation_twice_is_one_complaint(settings: Settings) -> None:
    """A retry after a lost answer returns the same reference."""
    _, first = await _submit()
    _, second = await _submit()

    assert first["reference"] == second["reference"]
    assert len(_stored(settings)) == 1


async def test_change_after_a_lost_answer_is_not_passed_over(settings: Settings) -> None:
    """Who changes something while the complaint was stored already hears that, and how to have it changed."""
    await _submit()
    dispatcher, slots = await _submit(house_number="103")

    assert responses(dispatcher)[-1] == "utter_earlier_version"
    assert [stored["house_number"] for stored in _stored(settings)] == ["101"]
    assert slots["receipt"]["complaint"]["house_number"] == "101"


async def test_retry_without_a_change_says_nothing_of_an_earlier_version(settings: Settings) -> None:
    """The same text again is simply the same complaint."""
    await _submit()
    dispatcher, _ = await _submit()

    assert "utter_earlier_version" not in responses(dispatcher)


async def test_second_complaint_is_another_one(settings: Settings) -> None:
    """A next complaint in the same conversation has a reference of its own."""
    _, first = await _submit()
    _, second = await _submit(complaints=[first["reference"]], what="Een ander verhaal.")

    assert first["reference"] != second["reference"]


async def test_transcript_of_a_second_complaint_holds_nothing_of_the_first(settings: Settings) -> None:
    """Each complaint is stored with what was said about it, and no more."""
    _, first = await _submit()
    tracker = make_tracker("ja", "bevestigen", **{**TOLD, **first, "what": "Een ander verhaal."})
    said = [{"event": "user", "text": text, "timestamp": 1.0} for text in ("eerste", "tweede")]
    stored = {"event": "slot", "name": "complaints", "value": first["complaints"]}
    tracker.events = [said[0], stored, said[1]]
    await ActionSubmitComplaint().run(CollectingDispatcher(), tracker, {})

    second = next(item for item in _stored(settings) if item["what"] == "Een ander verhaal.")
    assert [turn["text"] for turn in second["transcript"]] == ["tweede"]


async def test_lost_answer_of_the_database_is_told_as_uncertain(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may be stored is not called unsent, and the next try finds it."""
    kept = Session.commit

    def lose_the_answer(session: Session) -> None:
        kept(session)
        raise OperationalError("COMMIT", {}, Exception("the answer was lost"))

    with monkeypatch.context() as losing:
        losing.setattr(Session, "commit", lose_the_answer)
        unsure, slots = await _submit()
    done, then = await _submit(intake=slots["intake"])

    assert responses(unsure) == ["utter_submit_failed_ways", "utter_submit_unsure"]
    assert (slots["intake"]["unsure"], then["intake"]["unsure"]) == (True, False)
    assert (slots["requested_slot"], "reference" in slots) == ("confirmation", False)
    assert responses(done)[0] == "utter_submitted"
    assert len(_stored(settings)) == 1


async def test_failure_is_told_and_everything_kept(settings: Settings) -> None:
    """Not stored means not said to be stored, and one word tries again."""
    Path(settings.database_url.removeprefix("sqlite:///")).unlink()
    dispatcher, slots = await _submit()

    assert responses(dispatcher) == ["utter_submit_failed_ways", "utter_submit_failed"]
    assert slots["requested_slot"] == "confirmation"
    assert "reference" not in slots
