"""Conversations and answers that others wrote, kept outside this repository: a mirror, not a teacher."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.settings import ROOT
from tests.conversations.play import EXPIRED, sleep_until_expired
from tests.system.chat import Chat, Reply
from tests.system.desk import Desk

FOLDER = ROOT.parent / "shared" / "evaluate"
LOWEST_SHARE = 0.95
MOST_TURNS = 40
QUESTIONS = {
    "wat": "what",
    "wanneer": "when",
    "waar": "where",
    "naam": "name",
    "adres": "address",
    "telefoon": "phone",
    "email": "email",
    "bevestiging": "confirmation",
}
FIELDS = {
    "wat": "what",
    "waar": "where",
    "naam": "name",
    "straat": "street",
    "huisnummer": "house_number",
    "toevoeging": "addition",
    "postcode": "postcode",
    "woonplaats": "city",
    "telefoon": "phone",
    "email": "email",
    "datum_van": "when_from",
    "datum_tot": "when_to",
    "tijd": "when_time",
}
ANSWERS = {
    "what": "Ik werd uitgescholden en uitgelachen.",
    "when": "gisteren",
    "where": "per brief",
    "about": "overslaan",
    "name": "Anna de Vries",
    "address": "Stationsstraat 12, 1315 KR Almere",
    "phone": "overslaan",
    "email": "overslaan",
}


def _rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of an outside file; none when the folder is absent, and that is said."""
    file = FOLDER / name
    if not file.exists():
        print(f"{name}: de map met de buitenproef is er niet, dus die is hier niet gedaan.")  # noqa: T201
        return []
    text = file.read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else [json.loads(line) for line in text.splitlines()]


def test_outside_answers_are_read_as_their_authors_expect(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """At least 95 in 100 answers come to the expected value, or are asked again."""
    with capsys.disabled():
        rows = _rows("slots.jsonl")
        problems = [found for row in rows if (found := _misread(desk, row))]
        print(f"\nslots.jsonl: {len(rows) - len(problems)} van {len(rows)} goed", *problems, sep="\n  ")  # noqa: T201

    assert len(problems) <= (1 - LOWEST_SHARE) * len(rows)


def test_outside_conversations_go_as_their_authors_expect(
    desk: Desk, hasty_desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them go well, to the number of complaints stored."""
    with capsys.disabled():
        conversations = _rows("conversations.json")
        problems = [
            f"{conversation['id']}: {problem}"
            for conversation in conversations
            for problem in _Outsider(hasty_desk if _waits(conversation) else desk).hold(conversation)
        ]
        print(f"\nconversations.json: {len(conversations)} gesprekken", *problems, sep="\n  ")  # noqa: T201

    assert not problems


def _waits(conversation: dict[str, Any]) -> bool:
    return any("wait_minutes" in turn for turn in conversation["turns"])


def _misread(desk: Desk, row: dict[str, Any]) -> str | None:
    """Return what goes wrong with one answer, or None."""
    chat = desk.chat()
    reply = chat.say(ANSWERS["what"])
    asked = QUESTIONS[row["slot"]]
    while reply.asking != asked:
        reply = chat.say(ANSWERS[reply.asking])
    reply = chat.say(row["text"])
    wrong = _differences(row["expected"], reply)
    again = row["expected"].get("onvolledig") or row["expected"].get("ongeldig")
    if again and reply.asking != asked:
        wrong.append("niet opnieuw gevraagd")
    return f"{row['id']} {', '.join(wrong)}" if wrong else None


def _differences(expected: dict[str, Any], reply: Reply) -> list[str]:
    found = {name: reply.complaint[FIELDS[name]] or None for name in expected if name in FIELDS}
    wrong = [f"{name}={value!r}" for name, value in found.items() if value != expected[name]]
    old = expected.get("ouder_dan_jaar")
    if old is not None and old != ("older_than_year" in reply.state["flags"]):
        wrong.append("ouder_dan_jaar")
    return wrong


@dataclass
class _Outsider:
    """Somebody who gives prepared answers, in whatever order the assistant asks."""

    desk: Desk
    problems: list[str] = field(default_factory=list)

    def hold(self, conversation: dict[str, Any]) -> list[str]:
        """Hold the conversation and return what went otherwise than its author expects."""
        before = len(self.desk.rows("complaints"))
        self.chat: Chat = self.desk.chat()
        self.reply = self.chat.last
        self.expired = self.asked_twice = False
        turns = list(conversation["turns"])
        for _ in range(MOST_TURNS):
            if not turns:
                break
            self._take(turns.pop(place) if (place := self._place(turns)) is not None else None)
        self._check_end(conversation["final"], self.desk.rows("complaints")[before:], turns)
        return self.problems

    def _place(self, turns: list[dict[str, Any]]) -> int | None:
        """Return which turn fits now: the answer to the question, or what is said whatever is asked."""
        if _is_free(turns[0]):
            return 0
        fits = [
            place
            for place, turn in enumerate(turns)
            if QUESTIONS.get(turn.get("for_slot", "")) == self._asking()
        ]
        if not fits and self.asked_twice:
            fits = [place for place, turn in enumerate(turns) if _is_free(turn)]
        return fits[0] if fits else None

    def _asking(self) -> str | None:
        return None if self.expired or self.reply.status == EXPIRED else self.reply.asking

    def _take(self, turn: dict[str, Any] | None) -> None:
        before, asked = self.reply, self._asking()
        if turn and "wait_minutes" in turn:
            sleep_until_expired(self.reply)
            self.expired = self.chat.replay().status == EXPIRED
        else:
            self._say(turn["user"] if turn else "overslaan")
        self.asked_twice = self._asking() == asked
        if turn:
            self._check(turn, before)

    def _say(self, text: str) -> None:
        """Say it; who comes back after the conversation was closed begins a new one."""
        reply = self.chat.say(text)
        if reply.status == EXPIRED and self.reply.status == EXPIRED:
            self.chat, self.expired = self.desk.chat(), False
            reply = self.chat.say(text)
        self.reply = reply

    def _check(self, turn: dict[str, Any], before: Reply) -> None:
        expected = turn.get("expect", {})
        wrong = self._wrong_form(expected.get("form"))
        if self.reply.status == 200 and not self.expired:
            wrong += self._wrong_words(expected) + self._wrong_fields(expected, before)
        self.problems += [f"na '{turn.get('user', '(wachten)')[:50]}': {problem}" for problem in wrong]

    def _wrong_form(self, form: str | None) -> list[str]:
        if form in ("verlopen", "niet actief"):
            return [] if self.expired else ["het gesprek is niet gesloten"]
        state = {} if self.expired else self.reply.state
        holds = {
            "actief": state.get("asking") is not None and state.get("status") == "open",
            "klaar": state.get("status") == "submitted",
            "gestopt": state.get("asking") is None,
            None: True,
        }
        return [] if holds[form] else [f"form is niet {form}"]

    def _wrong_words(self, expected: dict[str, Any]) -> list[str]:
        said = str(self.reply.body["messages"])
        wrong = [f"noemt niet {words}" for words in expected.get("reply_mentions", ()) if words not in said]
        if expected.get("route") not in (None, self.reply.state["route"]):
            wrong.append(f"route is {self.reply.state['route']}")
        return wrong

    def _wrong_fields(self, expected: dict[str, Any], before: Reply) -> list[str]:
        slots = expected.get("slots", {})
        wrong = _differences(slots, self.reply)
        for name in ("wat", "waar"):
            found = (self.reply.complaint[FIELDS[name]] or "").lower()
            wrong += [
                f"{name} mist {part}" for part in slots.get(f"{name}_bevat", ()) if part.lower() not in found
            ]
        if "asks_again" in expected and self.reply.asking != before.asking:
            wrong.append(f"vraagt nu {self.reply.asking}")
        if expected.get("slots_ongewijzigd") and self.reply.complaint != before.complaint:
            wrong.append("er is iets ingevuld")
        if "slots_leeg" in expected and any(self.reply.complaint.values()):
            wrong.append("er staat nog iets ingevuld")
        return wrong

    def _check_end(self, final: dict[str, Any], rows: list[dict[str, Any]], left: list[Any]) -> None:
        unsaid = [turn.get("user") for turn in left if _is_free(turn)]
        if unsaid:
            self.problems.append(f"niet gezegd: {unsaid}")
        if len(rows) != final["stored_complaints"]:
            self.problems.append(f"{len(rows)} klachten opgeslagen")
        for name, value in final.get("stored", {}).items():
            self.problems += [f"opgeslagen {name}" for row in rows if str(row[FIELDS[name]]) != value]


def _is_free(turn: dict[str, Any]) -> bool:
    return turn.get("for_slot", "*") == "*"
