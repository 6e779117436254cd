"""The script that runs everything: its counts are those of the tools."""

import importlib.machinery
import importlib.util
import sys
import tomllib

import pytest

from bot.settings import ROOT


@pytest.fixture(scope="module")
def proof():
    """The script scripts/test as a module."""
    loader = importlib.machinery.SourceFileLoader("proof", str(ROOT / "scripts" / "test"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("proof", loader))
    sys.modules["proof"] = module
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    yield module
    del sys.modules["proof"]


@pytest.mark.parametrize(
    ("output", "counts"),
    [
        pytest.param("...F\n1 failed, 3 passed, 2 warnings in 4.56s\n", (3, 1, 0), id="pytest"),
        pytest.param("2 passed, 1 error in 4.56s\n", (2, 1, 0), id="pytest error"),
        pytest.param("2 passed, 1 skipped in 75.00s (0:01:15)\n", (2, 0, 1), id="pytest skipped"),
        pytest.param(" Test Files  3 passed (3)\n      Tests  41 passed (41)\n", (41, 0, 0), id="vitest"),
        pytest.param("      Tests  1 failed | 40 passed (41)\n", (40, 1, 0), id="vitest failed"),
        pytest.param("  2 failed\n    [x] › y.spec.ts\n  43 passed (1.2m)\n", (43, 2, 0), id="playwright"),
        pytest.param(
            "  1 flaky\n    [x] › y.spec.ts\n  43 passed (1.2m)\n", (44, 0, 0), id="playwright flaky"
        ),
        pytest.param("All checks passed!\n", (0, 0, 0), id="no tests"),
    ],
)
def test_total_reads_the_summary_of_each_tool(proof, output, counts):
    assert (
        tuple(proof.total(output, word) for word in ("passed|flaky", "failed|errors?", "skipped")) == counts
    )


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        pytest.param("", (1, 0), id="linter agrees"),
        pytest.param("exit(1)", (0, 1), id="linter disagrees"),
        pytest.param("print('3 passed in 1s')", (3, 0), id="tests pass"),
        pytest.param("print('3 passed in 1s'); exit(2)", (3, 1), id="tests pass and still it fails"),
    ],
)
def test_run_counts_what_failed_without_a_count_as_one(proof, monkeypatch, tmp_path, code, counts):
    monkeypatch.setattr(proof, "OUTPUT", tmp_path)

    result = proof.run(proof.Part("a part", (sys.executable, "-c", code)))

    assert (result.passed, result.failed) == counts
    assert (tmp_path / "a-part.log").exists()


@pytest.mark.parametrize(
    ("output", "skips"),
    [
        pytest.param(
            "..s\nSKIPPED [1] tests/test_x.py:3: no printer\n2 passed, 1 skipped in 1s\n",
            ("tests/test_x.py:3: no printer",),
            id="pytest",
        ),
        pytest.param(
            " ↓ x.test.ts > prints\n      Tests  1 passed | 1 skipped (2)\n",
            ("x.test.ts > prints",),
            id="vitest",
        ),
        pytest.param(
            "  -  2 [c] › x.spec.ts:3:1 › prints\n  1 skipped\n  1 passed (1s)\n",
            ("[c] › x.spec.ts:3:1 › prints",),
            id="playwright",
        ),
        pytest.param("2 passed, 1 skipped in 1s\n", ("(the tool does not say which)",), id="says nothing"),
        pytest.param("2 passed in 1s\n", (), id="nothing skipped"),
    ],
)
def test_what_is_skipped_is_named_with_the_reason(proof, monkeypatch, tmp_path, output, skips):
    monkeypatch.setattr(proof, "OUTPUT", tmp_path)

    result = proof.run(proof.Part("a part", (sys.executable, "-c", f"print({output!r})")))

    assert result.skips == skips
    assert result.line().splitlines()[1:] == [f"        {skip}" for skip in skips]


def test_pytest_is_asked_why_it_skips(proof):
    commands = [part.command for lane in proof.LANES for part in lane if "pytest" in part.command]

    assert commands
    assert all("-rs" in command for command in commands)


def test_last_line_is_plain_and_the_exit_code_tells_failure(proof, capsys):
    part = proof.Part("a part", ())
    results = [proof.Result(part, 3, 0, 0, 1.0), proof.Result(part, 2, 1, 0, 1.0, ("test_x\nE  no",))]

    assert proof.summarise(results, 60) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "5 passed, 1 failed"
    assert proof.summarise(results[:1], 60) == 0


PYTEST = """\
..FE
==================================== ERRORS ====================================
_________________________ ERROR at setup of test_y _____________________________
tests/test_x.py:11: in broken
E   RuntimeError: no
=================================== FAILURES ===================================
_ test_x[a very long name] _
tests/test_x.py:4: in test_x
_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _
E   assert 1 == 2
=========================== short test summary info ============================
1 failed, 2 passed, 1 error in 1.20s
"""
PLAYWRIGHT = """\
×F×±·

  1) tests/a.spec.ts:2:1 › always fails ──────

    Error: one is not two

  2) tests/a.spec.ts:3:32 › group › fails once

    Error: not yet

  1 failed
    tests/a.spec.ts:2:1 › always fails ──────
  1 flaky
    tests/a.spec.ts:3:32 › group › fails once ──────
  1 passed (30.0s)
"""
VITEST = """\
 ❯ tests/u.test.ts (2 tests | 1 failed) 59ms
⎯⎯⎯⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  tests/u.test.ts > bad
AssertionError: expected 1 to be 2

⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/1]⎯

      Tests  1 failed | 1 passed (2)
"""


@pytest.mark.parametrize(
    ("output", "failures"),
    [
        pytest.param(
            PYTEST,
            [
                ("ERROR at setup of test_y", "E   RuntimeError: no"),
                ("test_x[a very long name]", "E   assert 1 == 2"),
            ],
            id="pytest",
        ),
        pytest.param(
            PLAYWRIGHT,
            [
                ("tests/a.spec.ts:2:1 › always fails", "    Error: one is not two"),
                ("tests/a.spec.ts:3:32 › group › fails once", "    Error: not yet"),
            ],
            id="playwright",
        ),
        pytest.param(VITEST, [("tests/u.test.ts > bad", "AssertionError: expected 1 to be 2")], id="vitest"),
        pytest.param("2 passed in 1s\n", [], id="nothing failed"),
    ],
)
def test_failed_tests_are_found_with_what_they_said(proof, output, failures):
    found = [text.splitlines() for text in proof.failed_tests(output)]

    assert [(lines[0], lines[-1]) for lines in found] == failures


def test_what_failed_is_told_at_the_very_end_within_bounds(proof, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(proof, "OUTPUT", tmp_path)
    many = "".join(f"____ test_{number} ____\n" + "E  no\n" * 200 for number in range(12))

    result = proof.run(proof.Part("a part", (sys.executable, "-c", f"print({many!r}); exit(1)")))
    proof.summarise([result], 60)

    *_, told = capsys.readouterr().out.partition("All of it took")
    assert [f"=== a part: test_{number}\nE  no" in told for number in range(12)] == [True] * 10 + [False] * 2
    assert "(and 2 more in tests/output/)" in told
    assert len(told.splitlines()) < 12 * 60


def test_what_a_linter_said_last_is_told_when_it_fails(proof, monkeypatch, tmp_path):
    monkeypatch.setattr(proof, "OUTPUT", tmp_path)

    result = proof.run(proof.Part("a part", (sys.executable, "-c", "print('x.py:1: no'); exit(1)")))

    assert result.failures == ("x.py:1: no",)


def test_flaky_test_passes_and_is_named_loudly(proof, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(proof, "OUTPUT", tmp_path)
    output = PLAYWRIGHT.replace("  1 failed\n    tests/a.spec.ts:2:1 › always fails ──────\n", "")

    result = proof.run(proof.Part("a part", (sys.executable, "-c", f"print({output!r})")))

    assert (result.passed, result.failed) == (2, 0)
    assert "2 passed, 0 failed, 1 flaky:" in result.line()
    named = "passed at the second attempt only: tests/a.spec.ts:3:32 › group › fails once"
    assert named in result.line()
    assert proof.summarise([result], 60) == 0
    *_, told = capsys.readouterr().out.partition("All of it took")
    assert named in told


def test_every_folder_that_plain_pytest_leaves_out_is_a_part(proof):
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    left_out = {folder for folder in configured["norecursedirs"] if folder.startswith("tests/")}

    parts = {argument for lane in proof.LANES for part in lane for argument in part.command}
    assert left_out - {"tests/output"} <= parts
    assert left_out


def test_unknown_part_is_refused_with_the_names(proof, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["test", "nonsense"])

    assert proof.main() == 2
    assert "there is no part nonsense. The parts are: train, evaluate, engine, " in capsys.readouterr().out
