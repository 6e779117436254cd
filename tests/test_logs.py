"""The logs: JSON lines that cannot hold what a citizen wrote."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure_logging


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def logged(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """Return the one line that was logged."""
    [line] = capsys.readouterr().err.splitlines()
    return json.loads(line)


def test_event_is_a_json_line_with_process_and_level(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("actions")

    structlog.get_logger().info("complaint_stored", reference="KL-2026-7Q4M8X")

    line = logged(capsys)
    assert line.pop("timestamp")
    assert line == {
        "event": "complaint_stored",
        "reference": "KL-2026-7Q4M8X",
        "level": "info",
        "process": "actions",
    }


def test_level_leaves_out_what_is_less(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("actions", "warning")

    structlog.get_logger().info("too_small")

    assert capsys.readouterr().err == ""


def test_exception_keeps_its_type_and_places_not_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("actions")

    try:
        raise ValueError("geheim")
    except ValueError:
        structlog.get_logger().exception("it_failed")

    line = logged(capsys)
    assert line["error"] == "ValueError"
    assert line["places"][0].startswith("test_logs.py:")
    assert "geheim" not in json.dumps(line)


def test_library_says_where_but_not_what(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("actions")

    logging.getLogger("sanic.error").error("Failed on %s", "geheim", exc_info=ValueError("geheim"))

    line = logged(capsys)
    assert (line["event"], line["logger"], line["error"]) == ("library_log", "sanic.error", "ValueError")
    assert "geheim" not in json.dumps(line)


def test_library_chatter_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("actions", "debug")

    logging.getLogger("rasa_sdk").info("Received message: geheim")

    assert capsys.readouterr().err == ""
