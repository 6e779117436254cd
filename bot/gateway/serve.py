"""The application server's configuration: one process with threads, on loopback, behind a proxy."""

import gunicorn.http.wsgi  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from bot.settings import settings


class DiscreetLogger(Logger):  # type: ignore[misc]
    """Leaves out the quotes that a broken request would put into the log."""

    def warning(self, msg: str, *args: object, **kwargs: object) -> None:
        """Log a warning, without what a stranger sent."""
        quoted = msg.startswith("Invalid request from")
        super().warning("Invalid request refused" if quoted else msg, *args, **kwargs)


# Tells nothing about the software behind it.
gunicorn.http.wsgi.SERVER = "klachtbalie"

bind = f"127.0.0.1:{settings().port}"
proc_name = "klachtbalie-gateway"
workers = 1
worker_class = "gthread"
threads = 16
timeout = 60
graceful_timeout = 20
keepalive = 5
control_socket_disable = True
accesslog = None
logger_class = DiscreetLogger
loglevel = settings().log_level
