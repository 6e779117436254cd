"""Stock Rasa: the pipeline and policies of `rasa init`, its REST channel and its own action server."""

import shutil
import sys
import uuid
from pathlib import Path
from typing import TextIO

import httpx
import psutil
import yaml

from bench.machine import family
from bench.system import ENGINE_PYTHON, SECRET, Conversation, System, free_ports, run_to_end
from bot.settings import read_settings
from bot.storage.migrations import upgrade

OWN_FILES = Path(__file__).parent / "stock"
RASA = [ENGINE_PYTHON, "-W", "ignore", "-m", "rasa"]


class Stock(System):
    """The same data, domain, rules and actions in Rasa as it comes."""

    name = "stock Rasa"
    has_epochs = True

    def train(self, epochs: int) -> None:
        """Train with the default pipeline and policies."""
        config = yaml.safe_load((OWN_FILES / "config.yml").read_text(encoding="utf-8"))
        for component in [*config["pipeline"], *config["policies"]]:
            if "epochs" in component:
                component["epochs"] = epochs
        (self.folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        stories = self.folder / "data" / "stories"
        stories.mkdir(exist_ok=True)
        shutil.copy(OWN_FILES / "stories.yml", stories)
        run_to_end([*RASA, "train", "--force", "--quiet"], self.folder)

    def launch(self, log: TextIO) -> str:
        """Start Rasa and the action server."""
        self.port, actions_port = free_ports(2)
        self._write_addresses(actions_port)
        environment = {
            "KLACHTBALIE_VAR": str(self.folder / "var"),
            "KLACHTBALIE_SECRET": SECRET,
            "KLACHTBALIE_CLOCK": "2026-11-20T12:00",
        }
        settings = read_settings(environment)
        settings.var.mkdir(exist_ok=True)
        upgrade(settings.database_url)
        actions = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(actions_port)]
        self.run("actions", actions, environment, log)
        self.run("rasa", [*RASA, *self._run_arguments()], {}, log)
        return f"http://127.0.0.1:{self.port}/"

    def processes(self) -> dict[str, list[psutil.Process]]:
        """Return Rasa and the action server."""
        return {name: family(process.pid) for name, process in self.running.items()}

    def conversation(self, http: httpx.AsyncClient) -> Conversation:
        """Return a new conversation with the REST channel."""
        return _StockConversation(http, f"http://127.0.0.1:{self.port}/webhooks/rest/webhook")

    def intents(self, texts: list[str]) -> list[str]:
        """Return what Rasa reads."""
        with httpx.Client(timeout=60, trust_env=False) as http:
            address = f"http://127.0.0.1:{self.port}/model/parse"
            return [
                http.post(address, json={"text": text}).json()["intent"]["name"] or "nlu_fallback"
                for text in texts
            ]

    def _write_addresses(self, actions_port: int) -> None:
        endpoints = {"action_endpoint": {"url": f"http://127.0.0.1:{actions_port}/webhook"}}
        (self.folder / "endpoints.yml").write_text(yaml.safe_dump(endpoints), encoding="utf-8")
        (self.folder / "credentials.yml").write_text("rest:\n", encoding="utf-8")

    def _run_arguments(self) -> list[str]:
        # --enable-api only to read the held-out messages; it does not touch the channel.
        return [
            *("run", "--enable-api", "--interface", "127.0.0.1", "--port", str(self.port)),
            *("--model", str(self.model_file())),
            *("--endpoints", str(self.folder / "endpoints.yml")),
            *("--credentials", str(self.folder / "credentials.yml")),
        ]


class _StockConversation(Conversation):
    def __init__(self, http: httpx.AsyncClient, address: str) -> None:
        self.http = http
        self.address = address
        self.sender = ""

    async def open(self) -> None:
        self.sender = uuid.uuid4().hex

    async def say(self, text: str) -> bool:
        answer = await self.http.post(self.address, json={"sender": self.sender, "message": text})
        return answer.status_code == 200 and bool(answer.json())
