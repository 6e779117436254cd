"""Plays a scenario against the running product and collects where it does something else than it should."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.bootstrap import unit_of_work_factory
from bot.complaints.deadlines import AMSTERDAM
from bot.dutch.masking import mask
from bot.storage.register import export_complaints
from tests.conversations.scenario import Scenario
from tests.conversations.vocabulary import (
    FIELDS,
    ORDINARY_ANSWERS,
    STATUSES,
    question_in_dutch,
)
from tests.system.chat import Chat, Reply
from tests.system.desk import Desk

STORY_WORDS = 8  # whoever types so many words tells something that may not get lost
EXPIRED = 410
# How a citizen who has a complaint answers the question what the message is about.
INSISTING = ("Hoe de gemeente met mij omging", "Ja, daar gaat het om", "Ik heb een klacht over de gemeente")


@dataclass
class Play:
    """What came of one scenario."""

    scenario: Scenario
    turns: int = 0
    deviations: list[str] = field(default_factory=list)
    stories: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    detours: int = 0
    lines: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([*self.lines, "", *(f"AFWIJKING: {deviation}" for deviation in self.deviations)])


def play(scenario: Scenario, desk: Desk) -> Play:
    """Hold the conversation and look in the database afterwards."""
    before = len(_register(desk))
    played = Play(scenario)
    player = _Player(desk.chat(), played)
    for turn in scenario.turns:
        player.take(turn)
    _check_stored(played, _register(desk)[before:])
    return played


class _Player:
    """The citizen of a scenario."""

    def __init__(self, chat: Chat, played: Play) -> None:
        self.chat = chat
        self.played = played
        self.reply = chat.last

    def take(self, turn: dict[str, Any]) -> None:
        """Do what the citizen does and compare what comes back."""
        if "wacht_minuten" in turn:
            sleep_until_expired(self.reply)
            return
        if "beantwoordt_de_rest" in turn:
            self._answer_the_rest(turn["beantwoordt_de_rest"] or {}, turn.get("tot", "akkoord"))
        elif "knop" in turn:
            self._press(turn["knop"])
        elif "herlaadt" in turn:
            self.reply = self.chat.last = self.chat.replay()
        else:
            self._say(turn["burger"], turn.get("keer", 1), "geen_verhaal" not in turn)
            self._insist(turn)
        self._compare(turn)

    def _insist(self, turn: dict[str, Any]) -> None:
        """Choose the complaint when the desk asks what the opening message is about, as a citizen would."""
        opening = self.played.turns == 1 and self.played.scenario.stored["aantal"] > 0
        if not opening or turn.get("route", "klacht") != "klacht" or turn.get("vraagt") == "keuze":
            return
        title = next((title for title in INSISTING if title in self.reply.buttons), None)
        if title:
            self.played.detours += 1
            self._press(title)

    def _say(self, text: str, times: int = 1, may_be_story: bool = True) -> None:
        text = " ".join([text] * times)
        self.played.turns += 1
        self.played.lines.append(f"  burger: {text[:300]}")
        if may_be_story and len(text.split()) >= STORY_WORDS:
            self.played.stories.append(mask(text).text)
        self._receive(self.chat.say(text))

    def _press(self, title: str) -> None:
        self.played.lines.append(f"  knop:   {title}")
        if title not in self.chat.last.buttons:
            self._deviates(f"er is geen knop '{title}', wel {list(self.chat.last.buttons)}")
            return
        self.played.turns += 1
        self._receive(self.chat.press(title))

    def _receive(self, reply: Reply) -> None:
        self.reply = reply
        if reply.status == EXPIRED:
            self.played.lines.append(f"  gesloten: {reply.body.get('detail')}")
            return
        assert reply.status == 200, reply.body
        self.played.lines += [f"    bot: {text}" for text in reply.texts]
        if reply.says("utter_restarted") or reply.state["status"] == "stopped":
            self.played.stories.clear()

    def _answer_the_rest(self, own: dict[str, str], until: str) -> None:
        """Answer every question in the ordinary way until *until* is asked."""
        answers = {**ORDINARY_ANSWERS, **own}
        while (asked := question_in_dutch(self.reply.asking)) in answers and asked != until:
            self._say(answers[asked], may_be_story=False)
            if question_in_dutch(self.reply.asking) == asked:
                self._deviates(f"'{answers[asked]}' is niet begrepen als antwoord op de vraag: {asked}")
                return
        if asked != until:
            self._deviates(f"het gesprek komt niet bij '{until}' maar bij '{asked}'")

    def _compare(self, turn: dict[str, Any]) -> None:
        if self.reply.status == EXPIRED:
            self._expect("status", turn.get("status"), "verlopen")
            return
        reply, state = self.reply, self.reply.state
        if "vraagt" in turn:
            self._expect("vraagt", turn["vraagt"], question_in_dutch(reply.asking))
        if "route" in turn:
            self._expect("route", turn["route"], state["route"])
        if "status" in turn:
            self._expect("status", STATUSES[turn["status"]], state["status"])
        self._compare_words(turn)
        self.played.deviations += [
            f"na '{_did(turn)}': {problem}" for problem in compare(turn, state["complaint"], state["flags"])
        ]

    def _compare_words(self, turn: dict[str, Any]) -> None:
        said = "\n".join(self.reply.texts)
        checks: dict[str, tuple[str, Callable[[str], bool]]] = {
            "zegt": ("zegt niet", lambda name: self.reply.says(f"utter_{name}")),
            "zegt_niet": ("zegt toch", lambda name: not self.reply.says(f"utter_{name}")),
            "noemt": ("noemt niet", lambda words: words in said),
            "noemt_niet": ("noemt toch", lambda words: words not in said),
            "knoppen": ("heeft geen knop", lambda title: title in self.reply.buttons),
        }
        for key, (problem, holds) in checks.items():
            for item in turn.get(key, ()):
                if not holds(item):
                    self._deviates(f"{problem} '{item}'")

    def _expect(self, what: str, expected: object, found: object) -> None:
        if expected != found:
            self._deviates(f"{what}: verwacht {expected}, gekregen {found}")

    def _deviates(self, problem: str) -> None:
        said = next((line for line in reversed(self.played.lines) if not line.startswith("    bot")), "")
        self.played.deviations.append(f"na '{said.strip()[:80]}': {problem}")


def compare(expected: dict[str, Any], complaint: dict[str, Any], flags: Iterable[str]) -> list[str]:
    """Return where the fields of a complaint and its flags differ from what a table expects."""
    problems = []
    for dutch, value in expected.get("velden", {}).items():
        found = complaint[FIELDS[dutch]] or None
        if found != value:
            problems.append(f"{dutch}: verwacht {value!r}, gekregen {found!r}")
    for dutch, parts in expected.get("bevat", {}).items():
        found = complaint[FIELDS[dutch]] or ""
        problems += [f"{dutch} bevat niet '{part}': {found!r}" for part in parts if _lacks(found, part)]
    problems += [f"vlag {flag} ontbreekt" for flag in expected.get("vlaggen", ()) if flag not in flags]
    problems += [f"vlag {flag} staat er nog" for flag in expected.get("geen_vlaggen", ()) if flag in flags]
    return problems


def _check_stored(played: Play, records: list[dict[str, Any]]) -> None:
    expected = played.scenario.stored
    problems = []
    if len(records) != expected["aantal"]:
        problems.append(f"aantal: verwacht {expected['aantal']}, gekregen {len(records)}")
    if records:
        last = records[-1]
        problems += compare(expected, last, last["flags"])
        fields = "\n".join(str(last[name] or "") for name in FIELDS.values())
        problems += [f"'{words}' is opgeslagen" for words in expected.get("niet", ()) if words in fields]
        told = "\n\n".join(record["what"] for record in records)
        played.lost = [story for story in played.stories if _lacks(told, story)]
        problems += [f"verhaal kwijt: {story[:100]}" for story in played.lost]
    problems += [f"'{words}' staat er nog" for words in expected.get("nergens", ()) if words in str(records)]
    played.deviations += [f"opgeslagen: {problem}" for problem in problems]


def _lacks(text: str, part: str) -> bool:
    return part.lower() not in text.lower()


def _register(desk: Desk) -> list[dict[str, Any]]:
    new_unit = unit_of_work_factory(desk.settings)
    return list(export_complaints(new_unit, "scenarios", datetime.now(AMSTERDAM)))


def sleep_until_expired(reply: Reply) -> None:
    """Wait until the conversation has been silent for too long."""
    expires_at = datetime.fromisoformat(reply.state["expires_at"]).timestamp()
    time.sleep(max(0.0, expires_at - time.time()) + 2)


def _did(turn: dict[str, Any]) -> str:
    return str(turn.get("burger") or turn.get("knop") or "de rest van de antwoorden")[:80]
