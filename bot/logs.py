"""Logs as JSON lines on stderr that cannot hold what a citizen wrote."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger


def configure_logging(process_name: str, level: str = "info") -> None:
    """Write our own events from *level* up, and the libraries' warnings without their wording."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _Process(process_name),
            _error_without_message,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_LibraryHandler()], force=True)
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = sys.unraisablehook = _uncaught_elsewhere


def _uncaught(_kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
    """Log what nobody caught; Python itself would write the message of the exception."""
    structlog.get_logger().error("uncaught", exc_info=error)


def _uncaught_elsewhere(failure: Any) -> None:
    """Log what was raised in a thread or a finaliser."""
    structlog.get_logger().error("uncaught", exc_info=failure.exc_value)


class _Process:
    """Adds which process speaks."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        event["process"] = self._name
        return event


class _LibraryHandler(logging.Handler):
    """Passes on that a library logged, and where; its wording may quote a message."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno,
            "library_log",
            logger=record.name,
            at=f"{record.filename}:{record.lineno}",
            exc_info=record.exc_info,
        )


def _error_without_message(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep of an exception its type and the places it passed, not its message."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event.update(error=type(error).__name__, places=_places(error.__traceback__))
    return event


def _places(traceback: TracebackType | None) -> list[str]:
    places = []
    while traceback:
        places.append(f"{Path(traceback.tb_frame.f_code.co_filename).name}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    return places
