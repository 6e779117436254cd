"""Starts all processes, waits until each is ready, restarts what falls over, and stops them cleanly."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TextIO

import httpx

from bot.bootstrap import municipality
from bot.errors import ConfigurationError, KlachtbalieError
from bot.settings import PREFIX, ROOT, Settings, read_settings
from bot.storage.migrations import upgrade

SECRET_HEADER = "X-Klachtbalie-Secret"  # noqa: S105 - the name of a header
READY_SECONDS = 120
STOP_SECONDS = 20
MOST_RESTARTS = 5
RESTART_WINDOW = 300


@dataclass
class Process:
    """One of the processes: how it starts and how it shows that it is ready."""

    name: str
    command: tuple[str, ...]
    port: int
    health: str
    running: "subprocess.Popen[bytes] | None" = None
    restarts: list[float] = field(default_factory=list)

    def start(self, environment: Mapping[str, str], log: TextIO) -> None:
        """Start the process; what it says goes to the one log."""
        self.running = subprocess.Popen(  # noqa: S603 - our own commands
            self.command, cwd=ROOT, env=dict(environment), stdout=log, stderr=log, start_new_session=True
        )

    def is_alive(self) -> bool:
        """Say whether the process still runs."""
        return self.running is not None and self.running.poll() is None

    def may_restart(self, now: float) -> bool:
        """Say whether it may be started once more: not when it keeps falling over."""
        self.restarts = [moment for moment in self.restarts if now - moment < RESTART_WINDOW]
        self.restarts.append(now)
        return len(self.restarts) <= MOST_RESTARTS


class Supervisor:
    """Keeps the processes of one machine together."""

    def __init__(self, settings: Settings, environment: Mapping[str, str], log: TextIO) -> None:
        self.settings = settings
        self.environment = environment
        self.log = log
        self.processes = processes(settings)
        self.stopping = False

    def start(self) -> None:
        """Start everything; raises ConfigurationError when a process does not become ready."""
        for process in self.processes:
            check_port(process)
        for process in self.processes:
            process.start(self.environment, self.log)
        for process in self.processes:
            self._wait(process)

    def watch(self) -> None:
        """Restart what falls over until told to stop."""
        while not self.stopping:
            time.sleep(0.5)
            for process in self.processes:
                if not self.stopping and not process.is_alive():
                    self._restart(process)

    def stop(self) -> None:
        """Stop everything, gently first."""
        self.stopping = True
        running = [process.running for process in reversed(self.processes) if process.running]
        for child in running:
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for child in running:
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()

    def _restart(self, process: Process) -> None:
        say(f"{process.name} stopped unexpectedly; starting it again.")
        if not process.may_restart(time.monotonic()):
            raise ConfigurationError(f"{process.name} keeps stopping. {_last_words(self.log.name)}")
        process.start(self.environment, self.log)

    def _wait(self, process: Process) -> None:
        started = time.monotonic()
        while time.monotonic() - started < READY_SECONDS:
            if self.stopping:
                return
            if not process.is_alive():
                raise ConfigurationError(f"{process.name} did not start. {_last_words(self.log.name)}")
            if self._is_ready(process):
                say(f"  {process.name} ready ({time.monotonic() - started:.0f} s)")
                return
            time.sleep(0.2)
        raise ConfigurationError(f"{process.name} was not ready within {READY_SECONDS} seconds.")

    def _is_ready(self, process: Process) -> bool:
        headers = {SECRET_HEADER: self.environment[PREFIX + "SECRET"]}
        try:
            return httpx.get(process.health, headers=headers, timeout=5).status_code == 200
        except httpx.HTTPError:
            return False


def processes(settings: Settings) -> list[Process]:
    """Return the processes in the order in which they start."""
    python, engine = sys.executable, str(ROOT / ".venv-engine" / "bin" / "python")
    gunicorn = (python, "-m", "gunicorn", "-c", "python:bot.gateway.serve", "bot.gateway.wsgi:app")
    gateway = f"http://127.0.0.1:{settings.port}/ready"
    return [
        Process("engine", (engine, "-m", "engine"), settings.engine_port, f"{settings.engine_url}/health"),
        Process(
            "actions", (python, "-m", "actions"), settings.actions_port, f"{settings.actions_url}/health"
        ),
        Process("gateway", gunicorn, settings.port, gateway),
    ]


def check_port(process: Process) -> None:
    """Raise ConfigurationError when something else already listens where *process* should."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", process.port)) == 0:
            name = {"gateway": "PORT"}.get(process.name, f"{process.name.upper()}_PORT")
            raise ConfigurationError(
                f"Port {process.port} of the {process.name} is in use. "
                f"Stop what uses it, or set {PREFIX}{name}."
            )


def prepared_environment(environment: Mapping[str, str], var: Path) -> dict[str, str]:
    """Return the environment of the processes: telemetry off, and a secret that outlives a restart."""
    prepared = {**environment, "RASA_TELEMETRY_ENABLED": "false", "PYTHONDONTWRITEBYTECODE": "1"}
    if not read_settings(prepared).secret.get_secret_value():
        prepared[PREFIX + "SECRET"] = _kept_secret(var / "secret")
    else:
        prepared[PREFIX + "SECRET"] = read_settings(prepared).secret.get_secret_value()
    return prepared


def _kept_secret(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="ascii") as kept:
            kept.write(secrets.token_hex(32))
    return file.read_text(encoding="ascii").strip()


def _last_words(log: str) -> str:
    lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    return f"Its last words: {lines[-1]}" if lines else "It said nothing."


def say(line: str) -> None:
    """Tell the administrator how it goes."""
    print(line, flush=True)


def run(environment: Mapping[str, str]) -> None:
    """Run Klachtbalie until it is told to stop; raises KlachtbalieError with one clear sentence."""
    var = ROOT / "var"
    prepared = prepared_environment(environment, var)
    settings = read_settings(prepared)
    name = municipality(settings).naam
    upgrade(settings.database_url)
    with (var / "klachtbalie.log").open("a", encoding="utf-8") as log:
        supervisor = Supervisor(settings, prepared, log)
        _on_signal(supervisor.stop)
        say("Starting the engine, the actions and the gateway ...")
        try:
            supervisor.start()
            if not supervisor.stopping:
                address = f"http://127.0.0.1:{settings.port}/"
                say(f"\nKlachtbalie of {name} is open at {address}  (stop with Ctrl-C)")
            supervisor.watch()
        finally:
            supervisor.stop()
    say("Stopped.")


def _on_signal(stop: Callable[[], None]) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGINT, handle)
    signal.signal(signal.SIGTERM, handle)


def main() -> None:
    """Run from the command line."""
    try:
        run(os.environ)
    except KlachtbalieError as error:
        print(f"klachtbalie: {error}", file=sys.stderr)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
