"""The logs: JSON lines that cannot hold what a citizen wrote."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure_logging


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.captureWarnings(False)
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


FAILING = "def fail(): raise ValueError('geheim')"
UNCAUGHT = {
    "a warning": "import warnings; warnings.warn('geheim')",
    "a thread": FAILING + "\nimport threading; t = threading.Thread(target=fail); t.start(); t.join()",
    "a finaliser": FAILING + "\ntype('Dying', (), {'__del__': lambda self: fail()})()",
    "the main program": "raise ValueError('geheim')",
}


@pytest.mark.parametrize("way", UNCAUGHT.values(), ids=UNCAUGHT)
def test_what_nobody_catches_is_logged_without_its_message(way: str) -> None:
    start = "from bot.logs import configure_logging; configure_logging('actions')\n"

    run = subprocess.run([sys.executable, "-X", "dev", "-c", start + way], capture_output=True, text=True)

    assert json.loads(run.stderr)["level"] in ("warning", "error")
    assert "geheim" not in run.stdout + run.stderr
