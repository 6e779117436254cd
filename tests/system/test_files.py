"""Evidence in the running product: unreadable while open, then stored with the complaint or forgotten."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.gateway.evidence import create_form, create_pdf, create_photo, opened
from tests.system.canaries import Canaries, find
from tests.system.chat import Chat
from tests.system.desk import Desk
from tests.system.people import ANNA

INACTIVITY_SECONDS = 30
FILES = "/api/conversation/files"


@pytest.fixture(scope="module")
def brief_desk(start_desk) -> Desk:
    """A Klachtbalie that forgets soon."""
    return start_desk(inactivity_seconds=INACTIVITY_SECONDS, warning_seconds=5)


@pytest.fixture
def chat(brief_desk) -> Iterator[Chat]:
    """A new conversation, wiped afterwards."""
    chat = brief_desk.chat()
    yield chat
    chat.close()


def add(chat: Chat, content: bytes, name: str = "bewijs.pdf", alt_text: str = ""):
    """Add a file as the widget does."""
    form = create_form(content, name, alt_text=alt_text)
    headers = {"Content-Type": form["content_type"]}
    return chat.http.post(FILES, content=form["data"], headers=headers)


def on_disk(desk: Desk) -> list[Path]:
    return [path for path in (desk.var / "uploads").rglob("*") if path.is_file()]


def wait_until_gone(desk: Desk) -> None:
    deadline = time.monotonic() + 10 * INACTIVITY_SECONDS
    while on_disk(desk):
        assert time.monotonic() < deadline, on_disk(desk)
        time.sleep(0.5)


def test_open_conversation_keeps_files_where_nobody_can_read_them(brief_desk, chat) -> None:
    content, name, alt_text = (Canaries().story for _ in range(3))

    answer = add(chat, create_pdf(content.encode() * 50_000), f"{name}.pdf", alt_text)

    assert answer.status_code == 201, answer.text
    [path] = on_disk(brief_desk)
    assert path.stat().st_size > 700_000
    assert find((content, name, alt_text), [brief_desk.folder]) == set()


@pytest.mark.parametrize("ending", ["silence", "wipe", "stop", "restart"])
def test_nothing_of_a_file_is_left_after(ending, brief_desk) -> None:
    chat = brief_desk.chat()
    canary = Canaries().story
    chat.say(ANNA["what"])
    assert add(chat, create_pdf(canary.encode()), f"{canary}.pdf", canary).status_code == 201
    assert on_disk(brief_desk)

    if ending == "wipe":
        chat.close()
    elif ending in ("stop", "restart"):
        chat.say({"stop": "stop", "restart": "opnieuw"}[ending])
        assert chat.replay().state["files"] == []

    wait_until_gone(brief_desk)
    assert find((canary,), [brief_desk.folder]) == set()


def test_complaint_holds_the_files_and_the_disk_no_longer_does(brief_desk, chat) -> None:
    story = f"Ik werd afgesnauwd over mijn {Canaries().story} en kreeg geen antwoord."
    letter = create_pdf(b"brief")
    add(chat, create_photo(), "foto\u202egpj.exe", "De balie")
    add(chat, letter, "../../brief.docx")
    reply = chat.tell({**ANNA, "what": story})
    assert "Bestanden: 2 (fotogpj.jpg, brief.pdf)" in "\n".join(reply.texts)

    submitted = chat.say("ja")

    [complaint] = brief_desk.complaints_with(story)
    rows = [row for row in brief_desk.rows("complaint_files") if row["complaint_id"] == complaint["id"]]
    assert [(row["name"], row["alt_text"]) for row in rows] == [
        ("fotogpj.jpg", "De balie"),
        ("brief.pdf", ""),
    ]
    assert not opened(rows[0]["content"]).getexif()
    assert rows[1]["content"] == letter
    assert on_disk(brief_desk) == []
    assert [file["name"] for file in submitted.state["files"]] == ["fotogpj.jpg", "brief.pdf"]
    assert "brief.pdf" in chat.receipt("text/html").text
    assert add(chat, letter).json()["code"] == "files_closed"


def test_removed_file_is_not_stored(brief_desk, chat) -> None:
    story = f"Ik werd afgesnauwd over mijn {Canaries().story} en kreeg geen antwoord."
    file_id = add(chat, create_pdf(b"weg")).json()["file"]["id"]
    add(chat, create_pdf(b"blijft"), "blijft.pdf")

    assert chat.http.delete(f"{FILES}/{file_id}").json()["state"]["files"][0]["name"] == "blijft.pdf"

    assert len(on_disk(brief_desk)) == 1
    chat.tell({**ANNA, "what": story})
    chat.say("ja")
    [complaint] = brief_desk.complaints_with(story)
    rows = [row for row in brief_desk.rows("complaint_files") if row["complaint_id"] == complaint["id"]]
    assert [row["name"] for row in rows] == ["blijft.pdf"]


def test_files_at_the_same_moment_are_five_at_most_and_none_is_lost(brief_desk, chat) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: add(chat, create_pdf(bytes([65 + number]))), range(8)))

    assert sorted(answer.status_code for answer in answers) == [201] * 5 + [413] * 3
    assert len(chat.replay().state["files"]) == 5
    assert len(on_disk(brief_desk)) == 5


def test_engine_that_falls_over_leaves_nothing_to_read_and_cleans_up(brief_desk, chat) -> None:
    canary = Canaries().story
    add(chat, create_pdf(canary.encode()))

    with brief_desk.without("engine"):
        assert on_disk(brief_desk)
        assert find((canary,), [brief_desk.folder]) == set()
        assert add(chat, create_pdf(b"te laat")).json()["code"] == "file_not_kept"

    assert on_disk(brief_desk) == []
    assert add(chat, create_pdf(b"te laat")).status_code == 410
