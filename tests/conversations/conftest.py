"""The running product for the conversations, and the figures at the end."""

from statistics import median

import pytest

from tests.conversations.play import Play
from tests.system.conftest import StartDesk, start_desk  # noqa: F401 - a fixture
from tests.system.desk import Desk

_PLAYS = pytest.StashKey[list[Play]]()


@pytest.fixture(scope="session")
def desk(start_desk: StartDesk) -> Desk:  # noqa: F811
    """The Klachtbalie that all conversations share."""
    return start_desk()


@pytest.fixture(scope="session")
def hasty_desk(start_desk: StartDesk) -> Desk:  # noqa: F811
    """A Klachtbalie that closes a conversation soon, but not while one is held on a busy machine."""
    return start_desk(inactivity_seconds=30)


@pytest.fixture(scope="session")
def plays(request: pytest.FixtureRequest) -> list[Play]:
    """The scenarios that were played, for the figures."""
    return request.config.stash.setdefault(_PLAYS, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show how many turns people need, and that no story got lost."""
    plays = config.stash.get(_PLAYS, [])
    if not plays:
        return
    turns = {played.scenario.name: played.turns for played in plays}
    told = sum(len(played.stories) for played in plays)
    lost = sum(len(played.lost) for played in plays)
    complete = [played.turns for played in plays if played.scenario.stored["aantal"] == 1]
    terminalreporter.section("gesprekken")
    for name in ("Eén antwoord per vraag", "Alles in één bericht"):
        terminalreporter.line(f"{name}: {turns.get(name, 0)} beurten")
    terminalreporter.line(f"middelste gesprek met een klacht: {median(complete or [0]):g} beurten")
    detours = [played.scenario.name for played in plays if played.detours]
    terminalreporter.line(f"eerst gevraagd waar het over gaat: {len(detours)} ({', '.join(detours)})")
    for played in plays:
        for deviation in played.deviations:
            terminalreporter.line(f"AFWIJKING in {played.scenario.name}: {deviation}")
    terminalreporter.line(f"gesprekken: {len(plays)}, verhalen: {told}, verhalen kwijt: {lost}")
