"""The processes of one machine: how each starts, where it listens and how it shows that it is ready."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TextIO

from bot.errors import ConfigurationError
from bot.settings import PREFIX, ROOT, Settings

MOST_RESTARTS = 5
RESTART_WINDOW = 300  # seconds
MOST_SILENCES = 4  # checks in a row
MOST_SILENCES_AT_START = 24
_PORT_SETTINGS = {"gateway": "PORT"}


@dataclass
class Process:
    """One of the processes, started or not yet."""

    name: str
    command: tuple[str, ...]
    port: int
    health: str
    running: "subprocess.Popen[bytes] | None" = None
    restarts: list[float] = field(default_factory=list)
    has_answered: bool = False
    silences: int = 0

    def check_port(self) -> None:
        """Raise ConfigurationError when something else already listens where this process should."""
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                name = _PORT_SETTINGS.get(self.name, f"{self.name.upper()}_PORT")
                raise ConfigurationError(
                    f"Port {self.port} of the {self.name} is in use. "
                    f"Stop what uses it, or set {PREFIX}{name} to another number."
                )

    def start(self, environment: Mapping[str, str], log: TextIO) -> None:
        """Start the process; what it says goes to the one log. Raises ConfigurationError when it cannot."""
        self.has_answered, self.silences = False, 0
        try:
            self.running = subprocess.Popen(  # noqa: S603 - our own commands
                self.command, cwd=ROOT, env=dict(environment), stdout=log, stderr=log, start_new_session=True
            )
        except OSError as error:
            raise ConfigurationError(
                f"The {self.name} cannot start, {self.command[0]} fails: {error.strerror}. Run 'make setup'."
            ) from None

    def is_alive(self) -> bool:
        """Say whether the process still runs."""
        return self.running is not None and self.running.poll() is None

    def note_check(self, answered: bool) -> None:
        """Remember whether the process answered when it was asked how it is."""
        self.has_answered |= answered
        self.silences = 0 if answered else self.silences + 1

    def is_stuck(self) -> bool:
        """Say whether the process has been silent for too long; one that starts may take its time."""
        return self.silences >= (MOST_SILENCES if self.has_answered else MOST_SILENCES_AT_START)

    def kill(self) -> None:
        """End the process at once, with what it started itself."""
        if self.running is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()

    def may_restart(self, now: float) -> bool:
        """Say whether it may be started once more: not when it keeps falling over."""
        self.restarts = [moment for moment in self.restarts if now - moment < RESTART_WINDOW]
        self.restarts.append(now)
        return len(self.restarts) <= MOST_RESTARTS


def processes(settings: Settings) -> list[Process]:
    """Return the processes in the order in which they start."""
    python, engine = sys.executable, str(ROOT / ".venv-engine" / "bin" / "python")
    gunicorn = (python, "-m", "gunicorn", "-c", "python:bot.gateway.serve", "bot.gateway.wsgi:app")
    return [
        Process(
            "engine",
            (engine, "-W", "ignore", "-m", "engine"),
            settings.engine_port,
            f"{settings.engine_url}/health",
        ),
        Process(
            "actions", (python, "-m", "actions"), settings.actions_port, f"{settings.actions_url}/health"
        ),
        Process("gateway", gunicorn, settings.port, f"http://127.0.0.1:{settings.port}/ready"),
    ]
