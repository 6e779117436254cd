"""What a story already tells: each fact is used, nothing personal is guessed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.dutch.addresses import find_address
from bot.dutch.departments import find_about
from bot.dutch.mailboxes import find_mailbox, read_mailbox
from bot.dutch.names import find_name, find_on_behalf
from bot.dutch.phones import find_phone, read_phone
from bot.dutch.places import find_place
from bot.dutch.when import describe_when, find_when
from bot.intake.answers import take_address, take_when
from bot.intake.state import Intake, Reply
from bot.intake.summary import LABELS, shown

_MAILBOX = re.compile(r"\S+@\S+")


@dataclass(frozen=True)
class Told:
    """The intake with the facts of a story filled in, and how to say them back."""

    intake: Intake
    facts: tuple[str, ...]


def use_what_is_told(intake: Intake, text: str, today: date) -> Told:
    """Fill every question that is still open from *text*; what was answered before stays."""
    facts: list[str] = []
    for fill in (_when, _where, _about, _name, _address, _phone, _email):
        filled, fact = fill(intake, text, today)
        if not filled.draft.fits:
            continue
        intake = filled
        if fact:
            facts.append(fact)
    return Told(intake, tuple(facts))


def use_contact(told: Told, text: str) -> Told:
    """Take a phone number and an e-mail address for the citizen's own, however they are put."""
    intake, facts = told.intake, told.facts
    phone, mailbox = read_phone(_MAILBOX.sub(" ", text)).e164, read_mailbox(text).address
    for field, value in (("phone", phone), ("email", mailbox)):
        if value and not intake.draft.told(field):
            intake = replace(intake, draft=replace(intake.draft, **{field: value}))
            facts = (*facts, f"{LABELS[field]}: {shown(intake, field)}")
    return Told(intake, facts) if intake.draft.fits else told


def echo(told: Told) -> tuple[Reply, ...]:
    """Say back what was understood from the story."""
    return (Reply("utter_told", {"facts": "\n".join(told.facts)}),) if told.facts else ()


def noted(told: Told) -> tuple[Reply, ...]:
    """Say back what an answer told beside what was asked."""
    return (Reply("utter_noted", {"facts": "\n".join(told.facts)}),) if told.facts else ()


_Filled = tuple[Intake, str | None]


def _when(intake: Intake, text: str, today: date) -> _Filled:
    when = None if intake.draft.told("when") else find_when(text, today)
    if when is None or when.problem:
        return intake, None
    return take_when(intake, when, today), f"{LABELS['when']}: {describe_when(when)}"


def _name(intake: Intake, text: str, _: date) -> _Filled:
    read = find_name(text)
    behalf = (read.on_behalf_of if read else None) or find_on_behalf(text)
    if behalf and not intake.draft.on_behalf_of:
        intake = replace(intake, draft=replace(intake.draft, on_behalf_of=behalf)).flag("on_behalf_of")
    if not read or not read.name or intake.draft.name:
        return intake, f"Namens: {behalf}" if behalf else None
    return replace(intake, draft=replace(intake.draft, name=read.name)), f"{LABELS['name']}: {read.name}"


def _address(intake: Intake, text: str, _: date) -> _Filled:
    read = None if intake.draft.house_number else find_address(text)
    if read is None or read.problem:
        return intake, None
    filled = replace(intake, draft=take_address(intake.draft, read))
    return filled, f"{LABELS['address']}: {shown(filled, 'address')}"


def _simple(field: str, find: Callable[[str], str | None]) -> Callable[[Intake, str, date], _Filled]:
    def fill(intake: Intake, text: str, _: date) -> _Filled:
        value = None if getattr(intake.draft, field) else find(text)
        if value is None:
            return intake, None
        filled = replace(intake, draft=replace(intake.draft, **{field: value}))
        return filled, f"{LABELS[field]}: {shown(filled, field)}"

    return fill


def _find_e164(text: str) -> str | None:
    read = find_phone(text)
    return read.e164 if read else None


def _find_mail(text: str) -> str | None:
    read = find_mailbox(text)
    return read.address if read else None


_where = _simple("where", find_place)
_about = _simple("about", find_about)
_phone = _simple("phone", _find_e164)
_email = _simple("email", _find_mail)
