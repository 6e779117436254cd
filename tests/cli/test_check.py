"""The check says per part what is right, what is wrong, and what to do."""

from collections.abc import Callable

import pytest

from bot.storage.unit_of_work import UnitOfWorkFactory


def test_check_of_everything_in_place(run: Callable, new_unit: UnitOfWorkFactory, stand_in: object) -> None:
    ran = run("check")

    parts = ["settings", "gemeente.yml", "database", "engine", "actions", "files", "pdf"]
    assert (ran.code, ran.out.splitlines()) == (0, [f"ok     {part}" for part in parts])
    assert [path for path, *_ in stand_in.asked] == ["/webhooks/klachtbalie/health", "/health"]
    assert stand_in.asked[0][1] == "s" * 40


def test_check_of_nothing_in_place_says_what_to_do(
    run: Callable,
    environment: Callable,
    municipality_file: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    environment("SECRET", "")
    environment("CLAMAV", "127.0.0.1:1")
    monkeypatch.setattr("bot.libraries.find_library", lambda name: name if name == "magic" else None)
    municipality_file("telefoon:", "telefon:")

    ran = run("check")

    lines = ran.out.splitlines()
    assert (ran.code, ran.err, len(lines)) == (1, "", 7)
    advice = [
        "KLACHTBALIE_SECRET",
        "telefoon",
        "migrate",
        "make run",
        "make run",
        "start clamd",
        "Install libpango-1.0-0",
    ]
    for line, part in zip(lines, advice, strict=True):
        assert line.startswith("wrong  ")
        assert part in line


def test_check_of_wrong_settings_stops_there(run: Callable, environment: Callable) -> None:
    environment("PORT", "web")

    ran = run("check")

    assert ran.code == 1
    assert ran.out.startswith("wrong  settings: KLACHTBALIE_PORT: ")


@pytest.mark.parametrize(
    ("status", "answer", "expected"),
    [
        pytest.param(403, {}, "KLACHTBALIE_SECRET", id="other secret"),
        pytest.param(503, {}, "still starting", id="starting"),
        pytest.param(500, {}, "answers with an error (500)", id="failing"),
        pytest.param(200, "hello", "answers with an error (200)", id="something else on the port"),
    ],
)
def test_check_of_a_process_that_answers_wrongly(
    run: Callable,
    new_unit: UnitOfWorkFactory,
    stand_in: object,
    status: int,
    answer: object,
    expected: str,
) -> None:
    stand_in.status, stand_in.answer = status, lambda _: answer

    ran = run("check")

    assert ran.code == 1
    assert expected in ran.out.splitlines()[3]


def test_check_without_libmagic_says_that_no_files_are_taken(
    run: Callable, new_unit: UnitOfWorkFactory, stand_in: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.libraries.find_library", lambda name: None if name == "magic" else name)

    ran = run("check")

    wrong = [line for line in ran.out.splitlines() if line.startswith("wrong")]
    assert (ran.code, wrong) == (
        1,
        ["wrong  files: libmagic is missing: the chat takes no files. Install libmagic1 and start again."],
    )
