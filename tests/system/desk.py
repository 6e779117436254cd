"""A running Klachtbalie of its own: real processes, free ports, a folder for everything it writes."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine, create_engine, text

from bot.processes import processes
from bot.settings import ROOT, read_settings
from tests.system.chat import Chat

CLOCK = "2026-11-20T12:00"
# These only bound what hangs; a busy machine may be slow.
START_SECONDS = 300
STOP_SECONDS = 120
# Below the range from which the system hands out ports: nobody is given one before the product opens it.
PORTS = range(20_000, 32_000)
_untried = iter(random.sample(PORTS, len(PORTS)))
READY_LINE = "Ctrl-C stops it"


class Desk:
    """The product as `make run` starts it; `settings` are KLACHTBALIE_ variables without their prefix."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.var = folder / "var"
        self.temporary = folder / "tmp"
        self.output = folder / "output"
        self.temporary.mkdir(parents=True)
        self.environment = _environment(self.var, self.temporary, settings)
        self.settings = read_settings(self.environment)
        self.url = f"http://127.0.0.1:{self.settings.port}"
        self.supervisor: subprocess.Popen[bytes] | None = None
        self.chats: list[Chat] = []

    def start(self) -> None:
        """Start everything and wait until it is ready; fails the test with the reason when it is not."""
        command = [sys.executable, "-m", "bot.supervisor"]
        with self.output.open("ab") as output:
            self.supervisor = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=output, stderr=output
            )
        _wait(self._is_started, START_SECONDS, "Klachtbalie did not become ready", self._fail_when_over)

    def chat(self, token: str | None = None) -> Chat:
        """Begin a conversation; with *token*, join an open one as a second tab does."""
        self.chats.append(Chat(self.url, token))
        return self.chats[-1]

    def stop(self) -> None:
        """Stop everything as Ctrl-C does."""
        for chat in self.chats:
            chat.http.close()
        self.supervisor.send_signal(signal.SIGINT)
        try:
            self.supervisor.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.supervisor.kill()
            pytest.fail(f"Ctrl-C did not stop Klachtbalie within {STOP_SECONDS} seconds.")

    @contextmanager
    def without(self, name: str) -> Iterator[None]:
        """Kill a process and keep it away; afterwards the supervisor brings it back by itself."""
        self.supervisor.send_signal(signal.SIGSTOP)
        try:
            os.kill(self.process_id(name), signal.SIGKILL)
            _wait(lambda: not self._answers(name), 60, f"the {name} survived a kill")
            yield
        finally:
            self.supervisor.send_signal(signal.SIGCONT)
            _wait(lambda: self._answers(name), START_SECONDS, f"the {name} did not come back")

    def wait_until_replaced(self, name: str, process_id: int) -> None:
        """Wait until the supervisor has put another process in the place of this one."""
        _wait(lambda: process_id not in _children(self.supervisor.pid), START_SECONDS, f"the {name} was kept")
        _wait(lambda: self._answers(name), START_SECONDS, f"the {name} did not come back")

    def process_id(self, name: str) -> int:
        """Return the process id of one of the supervisor's children."""
        marker = {"engine": "engine", "actions": "actions", "gateway": "bot.gateway.wsgi:app"}[name]
        for pid in _children(self.supervisor.pid):
            if marker in Path(f"/proc/{pid}/cmdline").read_text().split("\0"):
                return pid
        return pytest.fail(f"The {name} does not run.")

    def database(self) -> Engine:
        """Return a way into the database that is not the product's own."""
        url = self.settings.database_url.replace("postgresql://", "postgresql+psycopg://")
        return create_engine(url)

    def rows(self, table: str) -> list[dict]:
        """Return the rows of a table."""
        engine = self.database()
        with engine.connect() as connection:
            found = [dict(row) for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()]
        engine.dispose()
        return found

    def complaints_with(self, words: str) -> list[dict]:
        """Return the complaints of which the story holds *words*."""
        return [row for row in self.rows("complaints") if words in row["what"]]

    def log(self) -> str:
        """Return what all processes said."""
        return (self.var / "klachtbalie.log").read_text(encoding="utf-8")

    def events(self) -> list[dict]:
        """Return the lines of the log that are events."""
        return [json.loads(line) for line in self.log().splitlines() if line.startswith("{")]

    def _is_started(self) -> bool:
        return READY_LINE in self.output.read_text(encoding="utf-8")

    def _fail_when_over(self) -> None:
        if self.supervisor.poll() is not None:
            pytest.fail(f"Klachtbalie does not start: {self.output.read_text().splitlines()[-1]}")

    def _answers(self, name: str) -> bool:
        process = next(process for process in processes(self.settings) if process.name == name)
        secret = self.settings.secret.get_secret_value() or (self.var / "secret").read_text()
        try:
            answer = httpx.get(process.health, headers={"X-Klachtbalie-Secret": secret}, trust_env=False)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200


def _environment(var: Path, temporary: Path, settings: dict) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ports = dict(zip(("port", "engine_port", "actions_port"), _free_ports(3), strict=True))
    # The tests open more conversations from one address than a household would.
    chosen = {
        "var": var,
        "clock": CLOCK,
        "open_limit": "10000 per minute",
        "address_limit": "10000 per minute",
        **ports,
        **settings,
    }
    if "KLACHTBALIE_MODELS" in os.environ:
        chosen["models"] = os.environ["KLACHTBALIE_MODELS"]
    own = {f"KLACHTBALIE_{name.upper()}": str(value) for name, value in chosen.items()}
    return {**inherited, **own, "TMPDIR": str(temporary), "TF_CPP_MIN_LOG_LEVEL": "3"}


def _free_ports(count: int) -> list[int]:
    return list(islice(filter(_is_free, _untried), count))


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        if int(after_name[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def _wait(condition, seconds: float, problem: str, check=lambda: None) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        check()
        if time.monotonic() > deadline:
            pytest.fail(f"{problem} within {seconds} seconds.")
        time.sleep(0.1)
