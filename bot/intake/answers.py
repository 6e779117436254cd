"""Reading an answer to each question: what it changes in the draft, and what to say about it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.complaints.complaint import LIMITS
from bot.complaints.deadlines import older_than_year
from bot.dutch.abuse import is_abuse
from bot.dutch.addresses import Address, read_address
from bot.dutch.answer_words import is_dateable
from bot.dutch.calendar_words import canonical
from bot.dutch.mailboxes import read_mailbox
from bot.dutch.names import completed_name, read_name
from bot.dutch.phones import read_phone
from bot.dutch.phrases import is_yes, without_reaction
from bot.dutch.places import is_spot, read_place
from bot.dutch.when import When, describe_when, is_date, read_when
from bot.intake.draft import Draft
from bot.intake.state import Intake, Reply

NOT_KNOWN = "niet bekend"
MOST_INCOMPLETE = 2  # vain answers after which half a name will do
_PHONE_NUMBER = re.compile(r"\+?\d[\d ()-]{7,}")
ADDRESS_PARTS = ("street", "house_number", "addition", "postcode", "city")


@dataclass(frozen=True)
class Answer:
    """What an answer comes to: the new intake with an echo, or the *problem* to tell the citizen."""

    intake: Intake
    echo: tuple[Reply, ...] = ()
    problem: Reply | None = None


def read_answer(question: str, intake: Intake, text: str, today: date) -> Answer:
    """Read *text* as the answer to *question*; what is too long to store is no answer."""
    answer = _READERS[question](intake, text, today)
    return answer if answer.intake.draft.fits else Answer(intake, problem=Reply("utter_too_long"))


def read_parts(question: str, intake: Intake, text: str, today: date) -> Answer:
    """Read the whole text as the answer, or else the first part of it that reads as one."""
    whole = read_answer(question, intake, text, today)
    if not whole.problem or question not in ("when", "name", "phone", "email"):
        return whole
    parts = [part.strip() for part in text.replace("\n", ",").split(",")]
    if question == "when":
        parts = [part for part in parts if is_dateable(canonical(_PHONE_NUMBER.sub("", part)))]
        parts = parts if len(parts) == 1 else []
    represented = replace(intake.draft, on_behalf_of=whole.intake.draft.on_behalf_of)
    begun = replace(intake, draft=represented, flags=whole.intake.flags)
    reads = (read_answer(question, begun, part, today) for part in parts)
    return next((read for read in reads if not read.problem), whole)


def take_when(intake: Intake, when: When, today: date) -> Intake:
    """Put a date or period in the draft; flag what is older than a year (Awb 9:8 lid 1 b)."""
    said_before = intake.often if intake.often and intake.often not in when.text else None
    draft = replace(
        intake.draft,
        when_from=_iso(when.first),
        when_to=None if when.ongoing else _iso(when.last),
        when_time=when.time,
        when_text=f"{said_before}, {when.text}" if said_before else when.text,
    )
    flags = tuple(flag for flag in intake.flags if flag not in ("older_than_year", "date_unknown"))
    intake = replace(intake, draft=draft, flags=flags, vague_when=when.approximate, often=None)
    if when.last is None:
        return intake.flag("date_unknown")
    too_old = not when.ongoing and older_than_year(when.last, today)
    return intake.flag("older_than_year") if too_old else intake


def take_address(draft: Draft, address: Address) -> Draft:
    """Put the parts that were read into the draft; a new house number drops the old addition."""
    parts = {part: getattr(address, part) for part in ADDRESS_PARTS if getattr(address, part) is not None}
    if "house_number" in parts and "addition" not in parts:
        parts["addition"] = None
    return replace(draft, **parts)


def _what(intake: Intake, text: str, _: date) -> Answer:
    draft = intake.draft.with_addition(text.strip())
    if draft is None:
        return Answer(intake, problem=Reply("utter_story_full"))
    return Answer(replace(intake, draft=draft))


def _when(intake: Intake, text: str, today: date) -> Answer:
    when = _read_together(intake.often, text, today)
    if when.problem == "recurring" and not intake.often:
        return Answer(replace(intake, often=when.text), problem=Reply("utter_when_recurring"))
    if when.time and when.first is None and intake.draft.when_from:
        return Answer(_at_time(intake, when))
    if when.problem == "future":
        return Answer(intake, problem=Reply("utter_invalid_when_future"))
    if when.problem in ("unknown", "recurring") or (when.problem and intake.tries("when") >= 2):
        words = NOT_KNOWN if when.problem == "incomplete" else when.text  # "liever niet" is no date
        settled = take_when(intake, replace(when, first=None, last=None, text=words), today)
        return Answer(settled, echo=(Reply("utter_when_unknown"),))
    if when.problem or when.first is None:
        return Answer(intake, problem=Reply("utter_invalid_when"))
    taken = take_when(intake, when, today)
    echo = [Reply("utter_when_read", {"when": describe_when(when)})]
    if "older_than_year" in taken.flags:
        echo.append(Reply("utter_older_than_year"))
    return Answer(taken, echo=tuple(echo))


def _read_together(often: str | None, text: str, today: date) -> When:
    """Read the last time with how often it happens, which may hold the hour: "elke maandag om 7 uur"."""
    alone = read_when(text, today)
    together = read_when(f"{often}, {text}", today) if often else alone
    return alone if together.problem else replace(together, time=alone.time or together.time)


def _at_time(intake: Intake, when: When) -> Intake:
    """Keep the day that is known and take the time alone."""
    draft = intake.draft
    words = f"{draft.when_text}, {when.text}"
    return replace(intake, draft=replace(draft, when_time=when.time, when_text=words))


def _where(intake: Intake, text: str, today: date) -> Answer:
    if _is_no_words(text, today):
        return Answer(intake, problem=Reply("utter_invalid_where"))
    if len(text) > LIMITS["where"]:  # a place is cut to size, a story may not be
        return Answer(intake, problem=Reply("utter_too_long"))
    return Answer(replace(intake, draft=replace(intake.draft, where=read_place(text))))


def _about(intake: Intake, text: str, today: date) -> Answer:
    if _is_no_words(text, today):
        return Answer(intake, problem=Reply("utter_invalid_about"))
    about = without_reaction(text.strip())
    return Answer(replace(intake, draft=replace(intake.draft, about=about)))


def _is_no_words(text: str, today: date) -> bool:
    """Whether a text is no place or person either: only a yes, a date, abuse, or no words at all."""
    return is_yes(text) or is_abuse(text) or is_date(text, today) or not any(map(str.isalnum, text))


def _name(intake: Intake, text: str, _: date) -> Answer:
    read = read_name(text)
    if not read.name and read.on_behalf_of:
        return _represented(intake, read.on_behalf_of)
    if not read.name:
        return Answer(intake, problem=Reply("utter_invalid_name"))
    known = intake.draft.name
    name = completed_name(known, read.name) if known and not read.complete else read.name
    draft = replace(intake.draft, name=name, on_behalf_of=read.on_behalf_of or intake.draft.on_behalf_of)
    taken = replace(intake, draft=draft)
    taken = taken.flag("on_behalf_of") if draft.on_behalf_of else taken
    if not read.complete and not intake.draft.name and intake.tries("name") < MOST_INCOMPLETE:
        return Answer(replace(taken, editing="name"), problem=Reply("utter_name_incomplete"))
    return Answer(replace(taken, editing=None))


def _represented(intake: Intake, who: str) -> Answer:
    """Note on whose behalf the citizen complains; the citizen's own name is needed as well."""
    noted = replace(intake, draft=replace(intake.draft, on_behalf_of=who)).flag("on_behalf_of")
    own = None if intake.draft.name else Reply("utter_own_name_too", {"value": who})
    return Answer(noted, problem=own)


def _address(intake: Intake, text: str, _: date) -> Answer:
    if is_spot(text):
        return Answer(intake, problem=Reply("utter_invalid_address"))
    missing = intake.draft.missing_address_parts
    by_city = "postcode" in intake.skipped
    missing = (*missing, "city") if by_city and not intake.draft.city else missing
    read = read_address(text, missing) if len(missing) < 3 else read_address(text)
    if read.problem == "postcode":
        draft = take_address(intake.draft, replace(read, postcode=None))
        return Answer(replace(intake, draft=draft), problem=Reply("utter_invalid_postcode"))
    draft = take_address(intake.draft, read)
    repeats = not missing and any(getattr(read, part) for part in ADDRESS_PARTS)
    if draft == intake.draft and not repeats:
        return Answer(intake, problem=Reply("utter_invalid_address"))
    taken = replace(intake, draft=draft)
    return Answer(taken.skip("address") if by_city and draft.is_deliverable else taken)


def _phone(intake: Intake, text: str, _: date) -> Answer:
    read = read_phone(text)
    if not read.e164:
        return Answer(intake, problem=Reply("utter_invalid_phone"))
    return Answer(replace(intake, draft=replace(intake.draft, phone=read.e164)))


def _email(intake: Intake, text: str, _: date) -> Answer:
    read = read_mailbox(text)
    if not read.address:
        return Answer(intake, problem=Reply("utter_invalid_email"))
    return Answer(replace(intake, draft=replace(intake.draft, email=read.address)))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_READERS: dict[str, Callable[[Intake, str, date], Answer]] = {
    "what": _what,
    "when": _when,
    "where": _where,
    "about": _about,
    "name": _name,
    "address": _address,
    "phone": _phone,
    "email": _email,
}
