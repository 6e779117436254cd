"""A citizen at the demo page, who sees and uses what is on the screen."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from bot.settings import ROOT
from tests.system.chat import Reply

FILMSTRIP = ROOT / "tests" / "output" / "filmstrip"
PATIENCE_MS = 60_000  # only bounds what hangs; a busy machine may be slow

expect.set_options(timeout=PATIENCE_MS)


class Citizen:
    """One tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.faults: list[str] = []
        self.last = Reply(0)
        self.pictures = 0
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._note)
        page.on("request", self._check_host)
        self.log = page.get_by_role("log", name="Gesprek")
        self.field = page.get_by_role("textbox", name="Uw bericht")

    def visit(self) -> Response:
        """Load the demo page."""
        return self.page.goto(f"{self.url}/demo")

    def start(self) -> None:
        """Load the page, open the chat and wait for the greeting."""
        self.visit()
        self.button("Klacht? Chat met ons").click()
        expect(self.button("Ik heb een klacht")).to_be_visible()

    def button(self, name: str) -> Locator:
        """Find a button by the whole of its name."""
        return self.page.get_by_role("button", name=re.compile(rf"^\s*{re.escape(name)}\s*$"))

    def heading(self, name: str) -> Locator:
        """Find a heading."""
        return self.page.get_by_role("heading", name=name)

    def say(self, text: str) -> Reply:
        """Type a message, send it and wait for the answer."""
        self.field.fill(text)
        return self.answered(self.button("Versturen").click)

    def press(self, name: str) -> Reply:
        """Press a button that the assistant answers to."""
        return self.answered(self.button(name).click)

    def answered(self, act: Callable[[], None]) -> Reply:
        """Do something that the assistant answers to; returns the answer once it is on the screen."""
        with self.page.expect_response("**/api/conversation/messages") as response:
            act()
        self.last = Reply(response.value.status, response.value.json())
        if self.last.status == 200:
            expect(self.log.get_by_role("listitem").last).to_contain_text(self.last.texts[-1].split("\n")[0])
        return self.last

    def tell(self, answers: dict[str, str], say: Callable[[str], Reply] | None = None) -> Reply:
        """Answer every question with the answer of that name, until the summary."""
        say = say or self.say
        reply = say(answers["what"])
        while reply.asking in answers:
            asked = reply.asking
            reply = say(answers[asked])
            assert reply.asking != asked, f"{asked} was asked twice: {reply.texts}"
        assert reply.asking == "confirmation", reply.body
        return reply

    def token(self) -> str | None:
        """Return the token that the browser keeps."""
        return self.page.evaluate("sessionStorage.getItem('klachtbalie-token')")

    def shoot(self, film: str, scene: str) -> Path:
        """Keep a picture of the screen, numbered within its film."""
        self.pictures += 1
        path = FILMSTRIP / film / f"{self.pictures:02}-{scene}.png"
        self.page.screenshot(path=path, animations="disabled")
        return path

    def _check_host(self, request: Request) -> None:
        if request.url.startswith("http") and not request.url.startswith(self.url):
            self.faults.append(f"foreign host: {request.url}")

    def _note(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.faults.append(message.text)
