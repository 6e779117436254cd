"""What hangs or is killed in the middle: one citizen waits, nobody else does, and the truth is told."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import psycopg
import pytest

from tests.storage.silence import Road
from tests.system.canaries import Canaries
from tests.system.chat import Chat
from tests.system.desk import Desk
from tests.system.people import ANNA, answers

INACTIVITY = 30
LONG = 20  # seconds; behind a dozen conversations that wait for a database, one by one, a turn takes longer


@pytest.fixture(scope="module")
def road(postgresql: str) -> Iterator[Road]:
    """A road to PostgreSQL that can fall silent."""
    built = Road(f"{postgresql}/.s.PGSQL.5432")
    yield built
    built.close()


@pytest.fixture(scope="module")
def far_desk(start_desk, postgresql: str, road: Road) -> Desk:
    """A Klachtbalie with a PostgreSQL that may hang; conversations close soon."""
    with psycopg.connect(f"postgresql://postgres@/postgres?host={postgresql}", autocommit=True) as server:
        server.execute("CREATE DATABASE far")
    url = f"postgresql://postgres@127.0.0.1:{road.port}/far"
    return start_desk(database_url=url, inactivity_seconds=INACTIVITY)


@pytest.fixture
def story() -> str:
    """A story that occurs once."""
    return f"Ik werd afgesnauwd over mijn {Canaries().story} en kreeg geen antwoord."


def test_hanging_database_stops_no_chat_and_is_told_honestly(far_desk, road, story):
    """A server that takes connections and stays silent, while a dozen conversations expire."""
    others = [far_desk.chat() for _ in range(12)]
    expired = time.monotonic() + INACTIVITY + 1
    chat = far_desk.chat()
    summary = chat.tell(answers(what=story))

    with road.silent(), ThreadPoolExecutor(1) as pool:
        confirming = pool.submit(chat.say, "ja")
        waits = [_seconds_of_a_turn(far_desk)]
        is_alone = not confirming.done()
        waits += [_seconds_of_a_turn(far_desk) for _ in range(5)]
        failed = confirming.result()
        while time.monotonic() < expired:
            chat.keep_alive()
            waits.append(_seconds_of_a_turn(far_desk))
    done = chat.say("opsturen")

    assert is_alone, "a turn waited for the one that hangs"
    assert max(waits) < LONG
    assert failed.says("utter_submit_failed")
    assert failed.complaint == summary.complaint
    assert [row["reference"] for row in far_desk.complaints_with(story)] == [done.reference]
    assert {other.replay().status for other in others} == {410}


def _seconds_of_a_turn(desk: Desk) -> float:
    chat, started = desk.chat(), time.monotonic()
    assert chat.say(ANNA["what"]).status == 200
    return time.monotonic() - started


def test_commit_without_an_answer_is_told_as_uncertain_and_found_again(far_desk, road, story):
    chat = far_desk.chat()
    chat.tell(answers(what=story))

    with road.silent_after(b"COMMIT", story.encode()):
        unsure = chat.say("ja")
    done = chat.say("opsturen")

    assert unsure.says("utter_submit_unsure")
    assert unsure.reference is None
    assert done.says("utter_submitted")
    assert [row["reference"] for row in far_desk.complaints_with(story)] == [done.reference]


def test_actions_killed_between_commit_and_answer_stored_it_once(far_desk, road, postgresql, story):
    chat = far_desk.chat()
    chat.tell(answers(what=story))
    beside = f"postgresql://postgres@/far?host={postgresql}"

    def is_stored() -> bool:
        with psycopg.connect(beside) as connection:
            found = connection.execute("SELECT count(*) FROM complaints WHERE what = %s", (story,))
            return found.fetchone() == (1,)

    with road.silent_after(b"COMMIT", story.encode()):
        failed = _killed_at_the_confirmation(far_desk, chat, is_stored)
    done = chat.say("ja")

    assert (failed.status, failed.body["code"]) == (503, "submission_unsure")
    assert done.says("utter_submitted")
    assert [row["reference"] for row in far_desk.complaints_with(story)] == [done.reference]


def test_actions_killed_between_insert_and_commit_stored_nothing(desk, story):
    chat = desk.chat()
    chat.tell(answers(what=story))
    file = desk.var / "klachtbalie.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        # Who reads keeps others from committing, not from inserting: that goes to the journal.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM complaints").fetchone()
        failed = _killed_at_the_confirmation(desk, chat, Path(f"{file}-journal").exists)
        reader.execute("ROLLBACK")
    left = desk.complaints_with(story)
    done = chat.say("ja")

    assert (failed.status, failed.body["code"]) == (503, "submission_unsure")
    assert left == []
    assert [row["reference"] for row in desk.complaints_with(story)] == [done.reference]


def _killed_at_the_confirmation(desk: Desk, chat: Chat, is_time: Callable[[], bool]):
    """Confirm, kill the actions as soon as it is time, and return what the citizen hears."""
    process_id = desk.process_id("actions")
    with ThreadPoolExecutor(1) as pool:
        confirming = pool.submit(chat.say, "ja")
        while not is_time():
            assert not confirming.done(), confirming.result().body
        os.kill(process_id, signal.SIGKILL)
        failed = confirming.result()
    desk.wait_until_replaced("actions", process_id)
    return failed


def test_frozen_actions_are_noticed_and_replaced(desk, story):
    """A process that hangs is alive to the system; only a check shows that it is of no use."""
    frozen = desk.process_id("actions")
    os.kill(frozen, signal.SIGSTOP)
    away = httpx.get(f"{desk.url}/ready", timeout=60, trust_env=False)
    desk.wait_until_replaced("actions", frozen)
    summary = desk.chat().tell(answers(what=story))

    assert (away.status_code, away.json()) == (503, {"status": "actions away"})
    assert summary.asking == "confirmation"
    assert httpx.get(f"{desk.url}/ready", timeout=60, trust_env=False).status_code == 200
