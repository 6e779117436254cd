"""The state of a conversation as the chat API shows it."""

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from engine.state import state_of

ROOT = Path(__file__).resolve().parents[2]
EXPIRES_AT = 1_795_172_400.0  # 2026-11-20T11:00:00Z


@pytest.fixture(scope="session")
def slots():
    return Domain.load(str(ROOT / "domain.yml")).slots


@pytest.fixture
def state(slots):
    """Return the state in which *values* are known."""

    def build(loop=None, **values):
        events = [ActiveLoop(loop), *(SlotSet(name, value) for name, value in values.items())]
        return state_of(DialogueStateTracker.from_events("anna", events, slots=slots), EXPIRES_AT, 120)

    return build


def test_new_conversation_is_open_and_empty(state):
    fresh = state()

    assert (fresh["status"], fresh["asking"], fresh["reference"], fresh["flags"]) == ("open", None, None, [])
    assert set(fresh["complaint"].values()) == {None}


def test_times_are_in_utc(state):
    assert state()["warn_at"] == "2026-11-20T10:58:00+00:00"
    assert state()["expires_at"] == "2026-11-20T11:00:00+00:00"


@pytest.mark.parametrize(
    ("requested", "asking"),
    [("what", "what"), ("when_text", "when"), ("street", "address"), ("confirmation", "confirmation")],
)
def test_asking_is_the_question_of_the_contract(state, requested, asking):
    assert state("complaint_form", requested_slot=requested)["asking"] == asking


def test_requested_slot_without_an_intake_is_not_asked(state):
    assert state(requested_slot="what")["asking"] is None


def test_clarification_is_a_question_too(state):
    assert state(clarifying=1)["asking"] == "clarification"


def test_complaint_and_receipt_are_shown(state):
    dates = {"received_at": "2026-11-20T12:00:00+01:00", "due": "2027-01-04", "latest": "2027-01-29"}
    copy = {"complaint": {"what": "Ik werd afgesnauwd."}, "files": ["brief.pdf"], "vague_when": False}
    receipt = {**dates, **copy}
    shown = state(what="Ik werd afgesnauwd.", status="submitted", reference="KL-2026-7Q4M8X", receipt=receipt)

    assert shown["complaint"]["what"] == "Ik werd afgesnauwd."
    assert (shown["status"], shown["reference"]) == ("submitted", "KL-2026-7Q4M8X")
    assert {name: shown[name] for name in dates} == dates
    assert shown["receipt"] == copy


def test_progress_is_of_the_intake_only(state):
    counted = {"number": 3, "of": 8}

    assert state("complaint_form", progress=counted)["progress"] == counted
    assert state(progress=counted)["progress"] is None


def test_inner_slots_are_not_shown(state):
    shown = state(intake={"asking": "what"}, story="Een verhaal.", complaints=["KL-2026-7Q4M8X"])

    assert "Een verhaal." not in str(shown)
    assert "KL-2026-7Q4M8X" not in str(shown)
