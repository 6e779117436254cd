"""The application server's configuration: one process with threads, on loopback, behind a proxy."""

import sys
from pathlib import Path

import gunicorn.http.wsgi  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from bot.settings import settings


class DiscreetLogger(Logger):  # type: ignore[misc]
    """Leaves out the quotes that a broken request would put into the log."""

    def warning(self, msg: str, *args: object, **kwargs: object) -> None:
        """Log a warning, without what a stranger sent."""
        quoted = msg.startswith("Invalid request from")
        super().warning("Invalid request refused" if quoted else msg, *args, **kwargs)

    def exception(self, msg: str, *args: object, **kwargs: object) -> None:
        """Log an exception by its kind and place; its message may quote what somebody typed."""
        error = sys.exc_info()[1]
        trace = error.__traceback__ if error else None
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown"
        super().error("%s at %s", type(error).__name__, place)


# Tells nothing about the software behind it.
gunicorn.http.wsgi.SERVER = "klachtbalie"

bind = f"127.0.0.1:{settings().port}"
proc_name = "klachtbalie-gateway"
workers = 1
# Which proxy may say where a request comes from is decided once, in bot.gateway.app.
forwarded_allow_ips = ""
worker_class = "gthread"
threads = 16
timeout = 60
graceful_timeout = 20
keepalive = 5
control_socket_disable = True
accesslog = None
logger_class = DiscreetLogger
loglevel = settings().log_level
