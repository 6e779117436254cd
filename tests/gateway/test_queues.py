"""Heavy work never occupies the gateway: it is done one at a time, and who would wait long is told so."""

import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import pytest

from bot.gateway import receipts
from bot.gateway.files import images
from bot.gateway.problems import ProblemError
from bot.gateway.queues import Queue
from bot.gateway.serve import threads
from tests.gateway.evidence import create_form, create_image
from tests.gateway.fakes import submitted_state
from tests.gateway.test_failures import check_problem

FILES, RECEIPT = "/api/conversation/files", "/api/conversation/receipt"


def test_one_goes_at_a_time():
    queue, inside, most = Queue(most_waiting=7), [], []

    def work(_):
        with queue.turn():
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(200)))

    assert most == [1] * 200


def test_who_waits_too_long_is_told_when_to_come_back():
    queue = Queue(most_seconds=0.05)

    with queue.turn(), pytest.raises(ProblemError) as error, queue.turn():
        pass

    assert (error.value.code, error.value.headers["Retry-After"]) == ("busy", "10")
    with queue.turn():  # the place is free again
        pass


def test_who_finds_a_full_queue_does_not_wait():
    queue, enough = Queue(most_waiting=2, most_seconds=240), threading.Event()

    def hold(_):
        with queue.turn():
            assert enough.wait(240)

    with ThreadPoolExecutor(3) as pool:
        held = pool.map(hold, range(3))
        while queue._places._value:
            pass
        started = monotonic()
        with pytest.raises(ProblemError), queue.turn():
            pass
        waited = monotonic() - started
        enough.set()
        list(held)

    assert waited < 120


def test_queues_leave_threads_to_the_chats():
    places = images._queue._places._initial_value

    assert threads - 2 * places >= 6


@pytest.fixture
def full(monkeypatch):
    """Both queues are full."""
    queue = Queue(most_waiting=0)
    monkeypatch.setattr(images, "_queue", queue)
    monkeypatch.setattr(receipts, "Queue", lambda: queue)
    with queue.turn():
        yield


def test_photo_that_finds_it_busy_is_a_problem_with_the_time_to_wait(full, client, citizen):
    form = create_form(create_image(), "foto.jpg")

    response = client.post(FILES, headers=citizen, **form)

    check_problem(response, 503, "busy")
    assert response.headers["Retry-After"] == "10"
    assert response.json["detail"].endswith("Probeer het over 10 seconden opnieuw.")


def test_document_does_not_wait_for_photos(full, client, citizen):
    assert client.post(FILES, headers=citizen, **create_form(b"")).json["code"] == "file_empty"


def test_copy_that_finds_it_busy_is_a_problem_and_the_page_still_comes(full, client, citizen, engine):
    engine.state = submitted_state(what="Onbeleefd")

    busy = client.get(RECEIPT, headers={**citizen, "Accept": "application/pdf"})
    page = client.get(RECEIPT, headers={**citizen, "Accept": "text/html"})

    check_problem(busy, 503, "busy")
    assert page.status_code == 200
