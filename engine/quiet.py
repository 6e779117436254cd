"""Logging that can never carry what a citizen typed: event, level and place, no wording of others."""

import json
import logging
import re
import sys
import threading
import time
import warnings

import structlog

_LIBRARIES = ("rasa", "sanic", "apscheduler", "aiohttp", "asyncio", "tensorflow", "matplotlib")


class ContentFreeFormatter(logging.Formatter):
    """Writes one JSON line; of an exception only its class and where it was raised."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for *record*."""
        line = {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "process": "engine",
            "level": record.levelname.lower(),
            "logger": record.name,
            **_event(record),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["raised_at"] = _place(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _event(record: logging.LogRecord) -> dict[str, str]:
    """Return our own event in full; of a library only where it spoke, its wording may quote a message."""
    if record.name.startswith("klachtbalie"):
        return {"event": record.getMessage()}
    return {"event": "library_log", "at": f"{record.filename}:{record.lineno}"}


def _place(traceback) -> str:
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}" if traceback else ""


def _name_or_nothing(event) -> str:
    """Return the name of an event; a whole sentence may quote a message."""
    return event if isinstance(event, str) and re.fullmatch(r"[\w.]+", event) else "library_log"


def _uncaught(kind, error=None, traceback=None) -> None:
    """Log what nobody caught; Python itself would write the message of the exception."""
    error = error or kind.exc_value
    logging.getLogger("klachtbalie").error(
        "uncaught", exc_info=(type(error), error, traceback or error.__traceback__)
    )


def configure_logging() -> logging.Logger:
    """Send every logger of this process through the content-free formatter; return the engine's own."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(ContentFreeFormatter())
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.WARNING)
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Rasa's structlog calls carry message text and slot values as keyword arguments.
    structlog.configure(
        processors=[
            lambda _, __, event: {"event": _name_or_nothing(event.get("event"))},
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    warnings.filterwarnings("ignore")
    logging.captureWarnings(True)
    sys.excepthook = threading.excepthook = sys.unraisablehook = _uncaught
    own = logging.getLogger("klachtbalie")
    own.setLevel(logging.INFO)
    return own
