"""Whole conversations against the running product, from the tables in this folder."""

import pytest

from tests.conversations.play import Play, play
from tests.conversations.scenario import Scenario, read_scenarios

SCENARIOS = read_scenarios()
FEWEST = 130
MOST_DETOURS = 0.08  # of the scenarios
MOST_DEVIATING = 0.015


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario.name for scenario in SCENARIOS])
def test_conversation_loses_no_story(
    scenario: Scenario, request: pytest.FixtureRequest, plays: list[Play]
) -> None:
    """No story gets lost, whatever else differs from the table."""
    desk = request.getfixturevalue("hasty_desk" if scenario.waits else "desk")

    played = play(scenario, desk)
    plays.append(played)

    assert not played.lost, f"{scenario.name}\n{played}"


def test_nearly_all_conversations_go_as_the_tables_say(plays: list[Play]) -> None:
    """What is asked, said, understood and stored is what the table says; the summary shows each deviation."""
    deviating = [played.scenario.name for played in plays if played.deviations]

    assert len(deviating) <= MOST_DEVIATING * len(plays), "\n\n".join(map(str, plays))


def test_few_openings_need_a_question_first(plays: list[Play]) -> None:
    """A citizen may be asked once what the message is about, but most are understood at once."""
    detours = [played.scenario.name for played in plays if played.detours]

    assert len(detours) <= MOST_DETOURS * len(plays)


def test_scenarios_are_many_and_have_names_of_their_own() -> None:
    """The tables grow; none hides behind another's name."""
    names = {scenario.name for scenario in SCENARIOS}

    assert len(names) == len(SCENARIOS)
    assert len(names) >= FEWEST
