"""A citizen at the chat API, who recognises what is said by the names of the responses."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

import httpx
import yaml

from bot.settings import ROOT

TIMEOUT_SECONDS = 120


@dataclass(frozen=True)
class Reply:
    """An answer of the API."""

    status: int
    body: dict = field(default_factory=dict)
    headers: httpx.Headers = field(default_factory=httpx.Headers)

    @property
    def state(self) -> dict:
        return self.body["state"]

    @property
    def complaint(self) -> dict:
        return self.state["complaint"]

    @property
    def asking(self) -> str | None:
        return self.state["asking"]

    @property
    def reference(self) -> str | None:
        return self.state["reference"]

    @property
    def texts(self) -> list[str]:
        """What the assistant says."""
        return [message["text"] for message in self.body["messages"] if message["from"] == "bot"]

    @property
    def buttons(self) -> dict[str, str]:
        """The buttons on offer: title and id."""
        return {
            button["title"]: button["id"]
            for message in self.body["messages"]
            for button in message["buttons"]
        }

    def says(self, response: str) -> bool:
        """Say whether one of the messages is the response of this name, with any values in it."""
        return any(pattern.fullmatch(said) for pattern in _patterns()[response] for said in self.texts)


class Chat:
    """One conversation, in one tab."""

    def __init__(self, url: str, token: str | None = None) -> None:
        self.http = httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS, trust_env=False)
        self.last = Reply(0)
        if token is None:
            self.last = _reply(self.http.post("/api/conversations"))
            assert self.last.status == 201, self.last.body
            token = self.last.body["token"]
        self.token = token
        self.http.headers["Authorization"] = f"Bearer {token}"

    def say(self, text: str, key: str | None = None) -> Reply:
        """Type a message."""
        return self._turn({"text": text}, key)

    def press(self, title: str, key: str | None = None) -> Reply:
        """Press a button of the last messages."""
        return self._turn({"button": self.last.buttons[title]}, key)

    def send(self, content: bytes, content_type: str = "application/json") -> Reply:
        """Send a body as it is."""
        headers = {"Content-Type": content_type}
        return _reply(self.http.post("/api/conversation/messages", content=content, headers=headers))

    def replay(self) -> Reply:
        """Load the page again."""
        return _reply(self.http.get("/api/conversation"))

    def keep_alive(self) -> Reply:
        """Go on typing."""
        return _reply(self.http.post("/api/conversation/keep-alive"))

    def close(self) -> int:
        """Wipe the conversation; returns the status."""
        return self.http.delete("/api/conversation").status_code

    def receipt(self, media_type: str) -> httpx.Response:
        """Fetch the copy."""
        return self.http.get("/api/conversation/receipt", headers={"Accept": media_type})

    def tell(self, answers: dict[str, str]) -> Reply:
        """Answer every question with the answer of that name, until the summary."""
        reply = self.say(answers["what"])
        while reply.status == 200 and reply.asking in answers:
            asked = reply.asking
            reply = self.say(answers[asked])
            assert reply.asking != asked, f"{asked} was asked twice: {reply.texts}"
        assert reply.asking == "confirmation", reply.body
        return reply

    def _turn(self, body: dict[str, str], key: str | None) -> Reply:
        headers = {"Idempotency-Key": key} if key else {}
        reply = _reply(self.http.post("/api/conversation/messages", json=body, headers=headers))
        if reply.status == 200:
            self.last = reply
        return reply


def _reply(response: httpx.Response) -> Reply:
    return Reply(response.status_code, response.json(), response.headers)


@lru_cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """Return what each response looks like; {variables} match anything."""
    found = {}
    for file in sorted((ROOT / "data" / "responses").glob("*.yml")):
        for name, variations in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items():
            found[name] = [re.compile(_as_pattern(item["text"]), re.DOTALL) for item in variations]
    return found


def _as_pattern(text: str) -> str:
    return ".+".join(re.escape(part) for part in re.split(r"\{\w+\}", text))
