"""A command line on its own database, and stand-ins for the processes it calls."""

import io
import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.bootstrap import unit_of_work_factory
from bot.cli import main
from bot.settings import ROOT, settings
from bot.storage.migrations import upgrade
from bot.storage.unit_of_work import UnitOfWorkFactory

SECRET = "s" * 40


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code and both outputs."""

    code: int
    out: str
    err: str


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str, str], None]]:
    """Set variables; a database of its own, a fixed clock and closed ports are set already."""

    def choose(name: str, value: object) -> None:
        monkeypatch.setenv(f"KLACHTBALIE_{name}", str(value))
        settings.cache_clear()

    choose("DATABASE_URL", f"sqlite:///{tmp_path / 'klachtbalie.db'}")
    choose("CLOCK", "2026-11-20T10:30")
    choose("SECRET", SECRET)
    choose("ENGINE_PORT", 1)
    choose("ACTIONS_PORT", 1)
    yield choose
    settings.cache_clear()
    structlog.reset_defaults()


@pytest.fixture
def run(
    environment: Callable[[str, str], None],
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Ran]:
    """Run a command with this on its standard input."""

    def run_command(*arguments: str, stdin: str | bytes = "") -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as stopped:
            main(list(arguments))
        captured = capfdbinary.readouterr()
        return Ran(stopped.value.code or 0, captured.out.decode(), captured.err.decode())

    return run_command


@pytest.fixture
def new_unit(environment: Callable[[str, str], None]) -> UnitOfWorkFactory:
    """What begins a transaction in the command line's own, migrated database."""
    upgrade(settings().database_url)
    return unit_of_work_factory(settings())


@pytest.fixture
def municipality_file(environment: Callable[[str, str], None], tmp_path: Path) -> Callable[[str, str], None]:
    """Give the command line a municipality file in which one line differs."""

    def change(old: str, new: str) -> None:
        given = (ROOT / "gemeente.yml").read_text(encoding="utf-8")
        assert old in given
        (tmp_path / "gemeente.yml").write_text(given.replace(old, new), encoding="utf-8")
        environment("GEMEENTE_FILE", str(tmp_path / "gemeente.yml"))

    return change


@dataclass
class StandIn:
    """A process that answers as it is told, and remembers what it was asked."""

    port: int = 0
    status: int = 200
    answer: Callable[[Any], object] = lambda body: {"status": "ok"}
    asked: list[tuple[str, str | None, Any]] = field(default_factory=list)


@pytest.fixture
def stand_in(environment: Callable[[str, str], None]) -> Iterator[StandIn]:
    """A running engine and actions server in one."""
    process = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "null")
            process.asked.append((self.path, self.headers.get("X-Klachtbalie-Secret"), body))
            self.send_response(process.status)
            self.end_headers()
            self.wfile.write(json.dumps(process.answer(body)).encode())

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    process.port = server.server_port
    environment("ENGINE_PORT", process.port)
    environment("ACTIONS_PORT", process.port)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield process
    server.shutdown()
    server.server_close()
