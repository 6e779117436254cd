"""Logging that can never carry what a citizen typed: event, level and place, no messages of exceptions."""

import json
import logging
import sys
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
            "event": record.getMessage() if record.name.startswith("klachtbalie") else str(record.msg)[:200],
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["raised_at"] = _place(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _place(traceback) -> str:
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}" if traceback else ""


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
            lambda _, __, event: {"event": str(event.get("event"))},
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    warnings.filterwarnings("ignore")
    own = logging.getLogger("klachtbalie")
    own.setLevel(logging.INFO)
    return own
