"""Starts all processes, waits until each is ready, restarts what falls over or hangs, and stops them."""

import os
import resource
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import TextIO

import httpx

from bot.bootstrap import municipality
from bot.errors import ConfigurationError, KlachtbalieError
from bot.libraries import OPTIONAL
from bot.processes import Process, processes
from bot.settings import PREFIX, Settings, read_settings
from bot.storage.migrations import upgrade

SECRET_HEADER = "X-Klachtbalie-Secret"  # noqa: S105 - the name of a header
READY_SECONDS = 120
STOP_SECONDS = 20
PAUSE_SECONDS = 0.3
CHECK_SECONDS = 5  # between two checks, and how long one waits

MakeProcesses = Callable[[Settings], Sequence[Process]]


class Supervisor:
    """Keeps the processes of one machine together."""

    def __init__(self, processes: Sequence[Process], environment: Mapping[str, str], log: TextIO) -> None:
        self.processes = processes
        self.environment = environment
        self.log = log
        self.stopping = False

    def start(self) -> None:
        """Start everything; raises ConfigurationError when a process does not become ready."""
        for process in self.processes:
            process.check_port()
        for process in self.processes:
            process.start(self.environment, self.log)
        for process in self.processes:
            self._wait(process)

    def watch(self) -> None:
        """Restart what falls over or no longer answers, until told to stop."""
        checked = time.monotonic()
        while not self.stopping:
            time.sleep(PAUSE_SECONDS)
            is_time_to_check = time.monotonic() - checked > CHECK_SECONDS
            for process in self.processes:
                self._look_after(process, is_time_to_check)
            if is_time_to_check:
                checked = time.monotonic()

    def ask_to_stop(self) -> None:
        """Have start() and watch() end soon; stop() does the rest."""
        self.stopping = True

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

    def _look_after(self, process: Process, is_time_to_check: bool) -> None:
        if self.stopping:
            return
        if not process.is_alive():
            self._restart(process, "stopped unexpectedly")
        elif is_time_to_check or not process.has_answered:  # of a new one the first answer is not missed
            self._check(process, is_time_to_check)

    def _check(self, process: Process, silence_counts: bool) -> None:
        # Any answer shows life: a gateway that cannot serve without the engine is not stuck itself.
        answered = self._status(process) is not None
        if answered or silence_counts:
            process.note_check(answered)
        if process.is_stuck() and not self.stopping:
            process.kill()
            self._restart(process, "does not answer")

    def _restart(self, process: Process, why: str) -> None:
        if not process.may_restart(time.monotonic()):
            raise ConfigurationError(
                f"The {process.name} process keeps stopping. {_last_words(self.log.name)}"
            )
        say(f"The {process.name} process {why}; starting it again.")
        process.start(self.environment, self.log)

    def _wait(self, process: Process) -> None:
        started = time.monotonic()
        while time.monotonic() - started < READY_SECONDS:
            if self.stopping:
                return
            if not process.is_alive():
                raise ConfigurationError(
                    f"The {process.name} process did not start. {_last_words(self.log.name)}"
                )
            if self._status(process) == httpx.codes.OK:
                process.note_check(True)
                say(f"  {process.name} ready ({time.monotonic() - started:.0f} s)")
                return
            time.sleep(PAUSE_SECONDS)
        raise ConfigurationError(f"The {process.name} process was not ready within {READY_SECONDS} seconds.")

    def _status(self, process: Process) -> int | None:
        """Return how a process answers the question how it is, or None when it does not."""
        headers = {SECRET_HEADER: self.environment[PREFIX + "SECRET"]}
        try:
            return httpx.get(
                process.health, headers=headers, timeout=CHECK_SECONDS, trust_env=False
            ).status_code
        except httpx.HTTPError:
            return None


def prepared_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the processes: telemetry off, and a secret that outlives a restart."""
    prepared = {**environment, "RASA_TELEMETRY_ENABLED": "false", "PYTHONDONTWRITEBYTECODE": "1"}
    settings = read_settings(prepared)
    try:
        settings.var.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret = settings.secret.get_secret_value() or _kept_secret(settings.var / "secret")
    except OSError as error:
        raise ConfigurationError(f"{PREFIX}VAR: {settings.var} cannot be used: {error.strerror}.") from None
    return {**prepared, PREFIX + "SECRET": secret}


def keep_to_ourselves() -> None:
    """Let no other user read what is written from here on, and no crash write memory to disk."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _kept_secret(file: Path) -> str:
    if not file.exists():
        with open(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w", encoding="ascii") as kept:
            kept.write(secrets.token_hex(32))
    return file.read_text(encoding="ascii").strip()


def _last_words(log: str) -> str:
    lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    return f"Its last words: {lines[-1]}" if lines else "It said nothing."


def say(line: str) -> None:
    """Tell the administrator how it goes."""
    print(line, flush=True)


def say_what_is_missing() -> None:
    """Tell the administrator what the product cannot do on this machine."""
    for libraries in OPTIONAL:
        if not libraries.are_here:
            say(f"Mind: {libraries.advice}")


def run(environment: Mapping[str, str], make_processes: MakeProcesses = processes) -> None:
    """Run Klachtbalie until it is told to stop; raises KlachtbalieError with one clear sentence."""
    prepared = prepared_environment(environment)
    settings = read_settings(prepared)
    name = municipality(settings).naam
    upgrade(settings.database_url)
    with (settings.var / "klachtbalie.log").open("a", encoding="utf-8") as log:
        supervisor = Supervisor(make_processes(settings), prepared, log)
        _on_signal(supervisor.ask_to_stop)
        say_what_is_missing()
        say("Starting the engine, the actions and the gateway ...")
        try:
            supervisor.start()
            if not supervisor.stopping:
                say(
                    f"\nKlachtbalie of {name} is open at http://127.0.0.1:{settings.port}/  (Ctrl-C stops it)"
                )
            supervisor.watch()
        finally:
            supervisor.stop()
    say("Stopped.")


def _on_signal(stop: Callable[[], None]) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGINT, handle)
    signal.signal(signal.SIGTERM, handle)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # started with nohup, it outlives its terminal
        signal.signal(signal.SIGHUP, handle)


def main() -> None:
    """Run from the command line."""
    keep_to_ourselves()
    try:
        run(os.environ)
    except KlachtbalieError as error:
        print(f"klachtbalie: {error}", file=sys.stderr)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
