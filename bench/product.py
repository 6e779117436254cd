"""This product, as `make run` starts it."""

import sys
from typing import TextIO

import httpx
import psutil

from bench.machine import family
from bench.system import ENGINE_PYTHON, SECRET, Conversation, System, free_ports, run_to_end
from bot.processes import processes
from bot.settings import read_settings

UNLIMITED = "1000000 per minute"
TEXTS_PER_CALL = 50


class Product(System):
    """Gateway, engine and actions under their supervisor."""

    name = "Klachtbalie"

    def train(self, epochs: int) -> None:
        """Train as `make train` does; there are no epochs."""
        run_to_end([ENGINE_PYTHON, "-W", "ignore", "-m", "bench.training", str(self.folder)], self.folder)

    def launch(self, log: TextIO) -> str:
        """Start the supervisor, which starts the rest."""
        ports = dict(zip(("PORT", "CONSOLE_PORT", "ENGINE_PORT", "ACTIONS_PORT"), free_ports(4), strict=True))
        chosen = {
            **ports,
            "VAR": self.folder / "var",
            "MODELS": self.folder / "models",
            "SECRET": SECRET,
            "CLOCK": "2026-11-20T12:00",
            "RATE_LIMIT": UNLIMITED,
            "OPEN_LIMIT": UNLIMITED,
            "ADDRESS_LIMIT": UNLIMITED,
        }
        environment = {f"KLACHTBALIE_{name}": str(value) for name, value in chosen.items()}
        self.settings = read_settings(environment)
        self.run("supervisor", [sys.executable, "-m", "bot.supervisor"], environment, log)
        return f"http://127.0.0.1:{self.settings.port}/ready"

    def processes(self) -> dict[str, list[psutil.Process]]:
        """Return the supervisor and what it started."""
        names = {process.command: process.name for process in processes(self.settings)}
        supervisor = psutil.Process(self.running["supervisor"].pid)
        started = {
            names.get(tuple(child.cmdline()), child.name()): family(child.pid)
            for child in supervisor.children()
        }
        return started | {"supervisor": [supervisor]}

    def conversation(self, http: httpx.AsyncClient) -> Conversation:
        """Return a new conversation with the gateway."""
        return _ProductConversation(http, f"http://127.0.0.1:{self.settings.port}/api/conversation")

    def intents(self, texts: list[str]) -> list[str]:
        """Return what the engine reads."""
        found: list[str] = []
        for start in range(0, len(texts), TEXTS_PER_CALL):
            answer = httpx.post(
                f"{self.settings.engine_url}/parse",
                json={"texts": texts[start : start + TEXTS_PER_CALL]},
                headers={"X-Klachtbalie-Secret": SECRET},
                timeout=120,
                trust_env=False,
            )
            found += [result["intent"] for result in answer.json()["results"]]
        return found


class _ProductConversation(Conversation):
    def __init__(self, http: httpx.AsyncClient, address: str) -> None:
        self.http = http
        self.address = address
        self.headers: dict[str, str] = {}

    async def open(self) -> None:
        if self.headers:  # in minutes they open more conversations than the engine keeps open
            await self.http.delete(self.address, headers=self.headers)
        answer = await self.http.post(f"{self.address}s")
        answer.raise_for_status()
        self.headers = {"Authorization": f"Bearer {answer.json()['token']}"}

    async def say(self, text: str) -> bool:
        answer = await self.http.post(f"{self.address}/messages", json={"text": text}, headers=self.headers)
        return answer.status_code == 200 and bool(answer.json()["messages"])
