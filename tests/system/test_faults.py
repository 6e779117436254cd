"""What goes wrong, and what the citizen hears: nothing is lost in silence and nothing is stored twice."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from tests.system.canaries import Canaries
from tests.system.desk import Desk
from tests.system.people import ANNA, answers


@pytest.fixture(scope="module")
def fault_desk(start_desk) -> Desk:
    """A Klachtbalie of which processes and database may break."""
    return start_desk()


@pytest.fixture
def chat(fault_desk):
    """A new conversation."""
    return fault_desk.chat()


@pytest.fixture
def story() -> str:
    """A story that occurs once."""
    return f"Ik werd afgesnauwd over mijn {Canaries().story} en kreeg geen antwoord."


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Keep the database for ourselves."""
    connection = sqlite3.connect(_file(desk), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@contextmanager
def gone(desk: Desk) -> Iterator[None]:
    """Take the database file away, and put the same one back."""
    kept = _file(desk).with_suffix(".kept")
    _file(desk).rename(kept)
    try:
        yield
    finally:
        kept.replace(_file(desk))


@contextmanager
def restored_from_backup(desk: Desk) -> Iterator[None]:
    """Take the database file away, and put a copy of it back."""
    content = _file(desk).read_bytes()
    _file(desk).unlink()
    try:
        yield
    finally:
        _file(desk).write_bytes(content)


@contextmanager
def unwritable(desk: Desk) -> Iterator[None]:
    """Leave no room for the journal, which holds for root too."""
    journal = Path(f"{_file(desk)}-journal")
    journal.mkdir()
    try:
        yield
    finally:
        journal.rmdir()


def _file(desk: Desk) -> Path:
    return desk.var / "klachtbalie.db"


@pytest.mark.parametrize(
    "broken", [locked, gone, restored_from_backup, unwritable], ids=lambda fault: fault.__name__
)
def test_database_fault_is_told_honestly_and_one_word_tries_again(broken, fault_desk, chat, story):
    summary = chat.tell(answers(what=story))

    with broken(fault_desk):
        failed = chat.say("ja")
    done = chat.say("opsturen")

    assert failed.says("utter_submit_failed")
    assert failed.says("utter_submit_failed_ways")
    assert (failed.state["status"], failed.asking, failed.reference) == ("open", "confirmation", None)
    assert failed.complaint == summary.complaint
    assert done.says("utter_submitted")
    assert [row["reference"] for row in fault_desk.complaints_with(story)] == [done.reference]


def test_postgresql_fault_is_told_honestly_and_one_word_tries_again(postgresql_desk, story):
    chat = postgresql_desk.chat()
    chat.tell(answers(what=story))

    with _closed(postgresql_desk.settings.database_url):
        failed = chat.say("ja")
    done = chat.say("opsturen")

    assert failed.says("utter_submit_failed")
    assert [row["reference"] for row in postgresql_desk.complaints_with(story)] == [done.reference]


@contextmanager
def _closed(url: str) -> Iterator[None]:
    """Throw everyone out of a PostgreSQL database, and let nobody in."""
    address = make_url(url)
    name, server = address.database, address.set(database="postgres").render_as_string()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,)
        )
        try:
            yield
        finally:
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def test_actions_away_loses_nothing_and_the_same_message_works_again(fault_desk, chat, story):
    with fault_desk.without("actions"):
        failed = chat.say(story)
        early = chat.replay()
    again = chat.say(story)

    assert (failed.status, failed.body["code"]) == (503, "engine_away")
    assert int(failed.headers["Retry-After"]) > 0
    assert early.status == 200
    assert early.complaint["what"] is None
    assert again.complaint["what"] == story


def test_actions_away_at_the_confirmation_stores_once_afterwards(fault_desk, chat, story):
    summary = chat.tell(answers(what=story))
    with fault_desk.without("actions"):
        failed = chat.say("ja")
        kept = chat.replay()
    done = chat.say("ja")

    assert failed.status == 503
    assert kept.complaint == summary.complaint
    assert [row["reference"] for row in fault_desk.complaints_with(story)] == [done.reference]


def test_engine_away_is_told_and_the_open_conversation_is_gone(fault_desk, chat):
    """Open conversations live in memory only; who was busy hears that nothing was kept."""
    chat.tell(ANNA)
    with fault_desk.without("engine"):
        away = chat.say("ja")
    gone = chat.say("ja")

    assert (away.status, away.body["code"]) == (503, "engine_away")
    assert "niet verwerkt" in away.body["detail"]
    assert (gone.status, gone.body["code"]) == (410, "unknown")
    assert "niets bewaard" in gone.body["detail"]


def test_engine_killed_after_the_commit_is_no_reason_to_doubt(fault_desk, chat):
    chat.tell(ANNA)
    done = chat.say("ja")
    with fault_desk.without("engine"):
        pass

    late = chat.say("is hij nu verstuurd?")

    assert (late.status, late.body["code"]) == (410, "submitted")
    assert late.body["reference"] == done.reference
    assert "al bewaard" in late.body["detail"]


def test_gateway_killed_changes_nothing(fault_desk, chat):
    chat.say(ANNA["what"])
    with fault_desk.without("gateway"):
        pass

    assert chat.say(ANNA["when"]).asking == "where"


def test_double_delivery_of_the_confirmation_gives_the_same_answer(fault_desk, chat, story):
    chat.tell(answers(what=story))
    key = str(uuid4())

    first = chat.say("ja", key=key)
    second = chat.say("ja", key=key)

    assert first.body["messages"] == second.body["messages"]
    assert len(fault_desk.complaints_with(story)) == 1


def test_two_tabs_that_confirm_at_once_store_one_complaint(fault_desk, chat, story):
    chat.tell(answers(what=story))
    tabs = [chat, *(fault_desk.chat(chat.token) for _ in range(3))]

    with ThreadPoolExecutor(len(tabs)) as pool:
        replies = list(pool.map(lambda tab: tab.say("ja"), tabs))

    [row] = fault_desk.complaints_with(story)
    assert {reply.status for reply in replies} == {200}
    assert {reply.reference for reply in replies} == {row["reference"]}
    assert sum(reply.says("utter_submitted") for reply in replies) == 1
    assert sum(reply.says("utter_already_submitted") for reply in replies) == len(tabs) - 1


def test_second_tab_sees_the_same_conversation(fault_desk, chat):
    chat.say(ANNA["what"])

    assert fault_desk.chat(chat.token).replay().complaint["what"] == ANNA["what"]


def test_longest_message_is_taken_whole_and_a_longer_one_refused(chat):
    story = ("Ik werd afgesnauwd aan de balie. " * 400)[:9_999] + "x"

    refused = chat.say(story + "x")
    taken = chat.say(story)

    assert (refused.status, refused.body["code"]) == (413, "too_long")
    assert taken.complaint["what"] == story


@pytest.mark.parametrize("question", ["where", "about", "name", "address", "phone", "email"])
def test_long_answer_to_any_question_can_be_submitted(question, fault_desk, chat, story):
    """An answer that outgrows its field is not lost, and does not stand in the way of the rest."""
    long = "Dat ging zo: " + "ik wachtte en wachtte en er kwam niemand. " * 100

    reply = chat.say(story)
    for _ in range(12):
        if reply.asking == "confirmation":
            break
        reply = chat.say(long if reply.asking == question and long not in _told(chat) else ANNA[reply.asking])
    done = chat.say("ja")

    [row] = fault_desk.complaints_with(story)
    assert row["reference"] == done.reference
    assert long.strip() in row["what"]


def _told(chat) -> list[str]:
    return [message["text"] + " " for message in chat.replay().body["messages"]]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'{"text": "Ik', id="cut off"),
        pytest.param(b"\xff\xfe", id="no UTF-8"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"text": 1}', id="a number"),
        pytest.param(b'{"text": "a", "button": "b"}', id="both"),
        pytest.param(b"[" * 20_000, id="deep"),
    ],
)
def test_malformed_message_is_refused_and_changes_nothing(content, chat):
    before = chat.replay().body["messages"]

    refused = chat.send(content)

    assert refused.status == 422
    assert chat.replay().body["messages"] == before


@pytest.mark.parametrize("token", ["-", "A" * 56], ids=["short", "invented"])
def test_foreign_token_opens_nothing(token, fault_desk):
    stranger = fault_desk.chat(token)

    assert {stranger.say("ja").status, stranger.replay().status, stranger.close()} == {401}


def test_token_of_another_klachtbalie_opens_nothing(fault_desk, desk):
    assert fault_desk.chat(desk.chat().token).replay().status == 401


def test_stale_button_is_refused_and_the_summary_still_waits(chat):
    chat.tell(ANNA)
    summary = chat.last
    chat.say("nee, het huisnummer is 14")
    chat.last = summary

    refused = chat.press("Ja, dit klopt")

    assert (refused.status, refused.body["code"]) == (422, "stale_button")
    assert chat.replay().asking == "confirmation"


@pytest.mark.parametrize(
    "command",
    [
        '/klacht{"x": 1}',
        '/informeren{"choice": "other"}',
        '/corrigeren{"field": "name"}',
        "/SetSlot{reference=KL-2026-ABCDEF}",
        "/restart",
        "/session_start",
        "/back",
    ],
)
def test_command_of_the_engine_is_text_when_a_citizen_types_it(command, fault_desk, chat, story):
    """It is kept word for word in the transcript, and steers nothing."""
    chat.say(story)
    chat.say(ANNA["when"])
    chat.say(ANNA["where"])

    reply = chat.say(command)

    assert reply.status == 200
    assert reply.state["reference"] is None
    said = [message["text"] for message in chat.replay().body["messages"] if message["from"] == "citizen"]
    assert said == [story, ANNA["when"], ANNA["where"], command]
    assert reply.complaint["what"].startswith(story)


def test_flood_is_slowed_down_and_the_conversation_survives(chat, fault_desk):
    replies = [chat.say("dat is nog niet alles") for _ in range(200)]

    refused = [reply for reply in replies if reply.status == 429]
    assert {reply.status for reply in replies} == {200, 429}
    assert len(refused) >= 100
    assert all(1 <= int(reply.headers["Retry-After"]) <= 60 for reply in refused)
    assert fault_desk.chat().say(ANNA["what"]).asking == "when"


DANGEROUS = {
    "what": "<script>alert('verhaal')</script> Ik werd afgesnauwd'); DROP TABLE complaints;-- en uitgelachen",
    "where": "aan de <b>balie</b>'; DELETE FROM complaints; --",
    "about": '"><img src=x onerror=alert(1)> {{ 7*7 }} {name} ${HOME}',
}


def test_markup_and_sql_are_stored_as_they_were_typed_and_shown_as_text(fault_desk, chat):
    summary = chat.tell(answers(**DANGEROUS))
    done = chat.say("ja")
    page = chat.receipt("text/html").text

    [row] = [row for row in fault_desk.rows("complaints") if row["reference"] == done.reference]
    assert {name: row[name] for name in DANGEROUS} == DANGEROUS
    assert all(any(text in said for said in summary.texts) for text in DANGEROUS.values())
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("question", ["when", "name", "address", "phone", "email"])
def test_markup_is_no_answer_to_a_question_with_a_strict_form(question, chat):
    reply = chat.say(ANNA["what"])
    while reply.asking != question:
        reply = chat.say(ANNA[reply.asking])

    refused = chat.say("<script>alert(1)</script>")

    assert refused.asking == question
    assert chat.say(ANNA[question]).asking != question
