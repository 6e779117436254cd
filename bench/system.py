"""What the benchmark asks of a system under test, and what both systems share."""

import os
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import httpx
import psutil

from bot.settings import ROOT

ENGINE_PYTHON = str(ROOT / ".venv-engine" / "bin" / "python")
SECRET = "benchmark-" * 4
READY_SECONDS = 1200
STOP_SECONDS = 30


class Conversation(ABC):
    """One citizen's conversation."""

    @abstractmethod
    async def open(self) -> None:
        """Begin anew."""

    @abstractmethod
    async def say(self, text: str) -> bool:
        """Type a message; returns whether it was answered."""


@dataclass
class System(ABC):
    """A chatbot that can be trained, started, talked to and stopped; everything it writes is in *folder*."""

    folder: Path
    running: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)

    name = ""
    has_epochs = False

    @abstractmethod
    def train(self, epochs: int) -> None:
        """Train on the data in the folder."""

    @abstractmethod
    def launch(self, log: TextIO) -> str:
        """Start all processes and return the address that answers 200 when the last one is ready."""

    @abstractmethod
    def processes(self) -> dict[str, list[psutil.Process]]:
        """Return the running processes of each part of the system."""

    @abstractmethod
    def conversation(self, http: httpx.AsyncClient) -> Conversation:
        """Return a new conversation over *http*."""

    @abstractmethod
    def intents(self, texts: list[str]) -> list[str]:
        """Return the intent that the running system reads in each text."""

    def model_file(self) -> Path:
        """Return the file of the trained model."""
        return max((self.folder / "models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)

    def start(self) -> float:
        """Start, wait until ready, and return how many seconds that took."""
        with (self.folder / "run.log").open("w", encoding="utf-8") as log:
            started = time.monotonic()
            address = self.launch(log)
            _wait_for(address, self._check_alive)
        return time.monotonic() - started

    def stop(self) -> None:
        """Stop every process that was started."""
        for process in reversed(self.running.values()):
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        self.running.clear()

    def run(self, name: str, command: list[str], environment: Mapping[str, str], log: TextIO) -> None:
        """Start one process."""
        self.running[name] = subprocess.Popen(
            command, cwd=ROOT, env=_environment(environment), stdout=log, stderr=log
        )

    def _check_alive(self) -> None:
        for name, process in self.running.items():
            if process.poll() is not None:
                raise RuntimeError(f"{self.name}: {name} stopped; see {self.folder / 'run.log'}")


def run_to_end(command: list[str], folder: Path) -> None:
    """Run a command in *folder*; raises RuntimeError when it fails."""
    log = folder / "train.log"
    with log.open("w", encoding="utf-8") as output:
        done = subprocess.run(
            command, cwd=folder, env=_environment({}), stdout=output, stderr=output, check=False
        )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed; see {log}")


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **quiet, **own}


def _wait_for(address: str, check: Callable[[], None]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        check()
        try:
            if httpx.get(address, timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"{address} was not ready within {READY_SECONDS} seconds")
