"""Silence forgets: what a citizen typed is found nowhere on disk, unless the complaint was stored."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.system.canaries import Canaries, find
from tests.system.chat import Chat
from tests.system.desk import Desk

# Long enough to answer in, also on a busy machine; short enough to wait for.
INACTIVITY_SECONDS = 30


@pytest.fixture(scope="module")
def brief_desk(start_desk) -> Desk:
    """A Klachtbalie that forgets soon."""
    return start_desk(inactivity_seconds=INACTIVITY_SECONDS, warning_seconds=5)


@pytest.fixture(scope="module")
def told() -> dict[str, Canaries]:
    """What was typed in the conversation that ended in each way."""
    return {ending: Canaries() for ending in ("silence", "stop", "wipe", "submission")}


@pytest.fixture(scope="module")
def ended(brief_desk, told) -> Iterator[dict[str, Chat]]:
    """One conversation per ending, all of them over by now."""
    chats = {}
    for ending in told:
        chat = chats[ending] = brief_desk.chat()
        chat.tell(told[ending].answers)
        if ending == "submission":
            assert chat.say("ja").reference
            chat.say(f"En hoe zit het met mijn {told[ending].never_kept[0]}?")
        elif ending == "stop":
            chat.say("stop")
        elif ending == "wipe":
            assert chat.close() == 204
    _wait_for_silence(brief_desk)
    return chats


def _wait_for_silence(desk: Desk) -> None:
    """Wait until the receipts of all four conversations are there."""
    deadline = time.monotonic() + 10 * INACTIVITY_SECONDS
    # "stop" leaves one receipt at once, and another when the emptied conversation expires.
    while len(desk.rows("purge_receipts")) < 5:
        assert time.monotonic() < deadline, desk.rows("purge_receipts")
        time.sleep(0.5)


def places(desk: Desk) -> list[Path]:
    """Return where the run can have written; its folder holds database, logs and temporary files."""
    return [desk.folder, ROOT / "models", ROOT / "var"]


@pytest.mark.parametrize("ending", ["silence", "stop", "wipe"])
def test_nothing_typed_is_left_after(ending, brief_desk, told, ended):
    assert find(told[ending].all, places(brief_desk)) == set()


def test_search_would_find_a_leak(brief_desk, told, ended):
    """The stored complaint proves that the search looks where the product writes, and how it writes."""
    found = find(told["submission"].kept, places(brief_desk))

    assert {canary for _, canary in found} == set(told["submission"].kept)


def test_after_submission_only_the_complaint_is_left(brief_desk, told, ended):
    found = find(told["submission"].all, places(brief_desk))

    assert {file for file, _ in found} == {str(brief_desk.var / "klachtbalie.db")}


@pytest.mark.parametrize("table", ["audit_events", "purge_receipts", "complaint_files"])
def test_canaries_are_in_the_complaint_and_its_transcript_only(table, brief_desk, told, ended):
    rows = str(brief_desk.rows(table)).lower()

    assert not [canary for canary in told["submission"].all if canary.lower() in rows]


def test_numbers_that_identify_are_stored_nowhere(brief_desk, told, ended):
    never = tuple(number for canaries in told.values() for number in canaries.never_kept)

    assert find(never, places(brief_desk)) == set()


def test_receipts_say_when_and_why_and_nothing_else(brief_desk, ended):
    receipts = brief_desk.rows("purge_receipts")

    assert sorted(receipt["reason"] for receipt in receipts) == [
        "expired",
        "expired",
        "expired",
        "stopped",
        "stopped",
    ]
    assert all(receipt.keys() == {"id", "at", "reason", "turns"} for receipt in receipts)


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        pytest.param("silence", "expired", id="silence"),
        pytest.param("stop", "expired", id="stop"),
        pytest.param("wipe", "stopped", id="wipe"),
        pytest.param("submission", "submitted", id="submission"),
    ],
)
def test_late_message_hears_what_happened_and_reaches_nobody(ending, code, brief_desk, ended):
    late = Canaries()

    reply = ended[ending].say(f"Hallo, bent u er nog? {late.story}")

    assert reply.status == 410
    assert reply.body["code"] == code
    assert find((late.story,), places(brief_desk)) == set()


def test_submission_is_named_to_who_comes_late(brief_desk, told, ended):
    [row] = brief_desk.complaints_with(told["submission"].story)

    assert ended["submission"].replay().body["reference"] == row["reference"]


def test_no_log_line_holds_more_than_events(brief_desk, ended):
    """What the processes say is counted, so that an empty log cannot pass for a discreet one."""
    assert sum(event["event"] == "request" for event in brief_desk.events()) > 30
    assert any(event["event"].startswith("conversation_forgotten") for event in brief_desk.events())
