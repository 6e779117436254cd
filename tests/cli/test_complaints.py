"""Showing and exporting complaints from the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.complaints.complaint import Complaint
from bot.complaints.evidence import NewFile
from bot.storage.submissions import store_submission
from bot.storage.unit_of_work import UnitOfWorkFactory
from tests.storage.builders import NOW, create_submission


@pytest.fixture
def stored(new_unit: UnitOfWorkFactory) -> Complaint:
    """A stored complaint of Anna."""
    return store_submission(new_unit, create_submission(what='Regel één\nregel; "twee" 👩‍👩‍👧'), NOW, "KL")


def table(out: str) -> list[dict[str, str]]:
    """Read a CSV as a Dutch spreadsheet does."""
    assert out.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_export_as_jsonl_writes_an_object_per_line(run: Callable, stored: Complaint) -> None:
    ran = run("complaints", "export", "--format", "jsonl")

    [line] = ran.out.splitlines()
    row = json.loads(line)
    assert (ran.code, ran.err) == (0, "")
    assert (row["reference"], row["what"]) == (stored.reference, stored.submission.what)
    assert [turn["sender"] for turn in row["transcript"]] == ["bot", "citizen"]


def test_export_as_csv_keeps_lines_and_quotes_within_a_cell(run: Callable, stored: Complaint) -> None:
    ran = run("complaints", "export", "--format", "csv")

    [row] = table(ran.out)
    assert row["what"] == stored.submission.what
    assert row["flags"] == "on_behalf_of"
    assert row["transcript"].splitlines()[1].endswith("citizen: Ik ben afgesnauwd.")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\n@", "＝"])
def test_export_as_csv_holds_no_formula(run: Callable, new_unit: UnitOfWorkFactory, start: str) -> None:
    typed = f'{start}HYPERLINK("https://x";"y")'
    store_submission(new_unit, create_submission(what=typed), NOW, "KL")

    [row] = table(run("complaints", "export", "--format", "csv").out)

    assert row["what"] == f"'{typed}"
    assert row["phone"] == "'+31612345678"


def test_export_keeps_a_line_separator_within_its_line(run: Callable, new_unit: UnitOfWorkFactory) -> None:
    """What is typed as another kind of line end becomes an ordinary one, escaped in JSON."""
    store_submission(new_unit, create_submission(what="een\u2028twee"), NOW, "KL")

    [line] = run("complaints", "export", "--format", "jsonl").out.splitlines()

    assert json.loads(line)["what"] == "een\ntwee"


def test_export_of_nothing_is_empty(run: Callable, new_unit: UnitOfWorkFactory) -> None:
    assert run("complaints", "export", "--format", "jsonl").out == ""


def test_export_without_tables_is_one_sentence(run: Callable) -> None:
    ran = run("complaints", "export", "--format", "csv")

    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "not migrated" in ran.err


def test_show_prints_the_complaint_and_its_transcript(run: Callable, stored: Complaint) -> None:
    ran = run("complaints", "show", stored.reference.lower())

    assert ran.code == 0
    for part in (stored.reference, "Ontvangen", "2027-01-04", "Anna de Vries", "Ik ben afgesnauwd."):
        assert part in ran.out


def test_show_of_an_unknown_reference_is_one_sentence(run: Callable, new_unit: UnitOfWorkFactory) -> None:
    ran = run("complaints", "show", "KL-2026-222222")

    assert (ran.code, ran.err) == (1, "There is no complaint with this reference.\n")


PHOTO = NewFile(name="foto.jpg", media_type="image/jpeg", alt_text="De balie", content=b"\xff\xd8foto")


@pytest.fixture
def with_file(new_unit: UnitOfWorkFactory) -> Complaint:
    """A stored complaint with a photo."""
    return store_submission(new_unit, create_submission("met foto"), NOW, "KL", [PHOTO])


def test_show_and_export_list_the_files(run: Callable, with_file: Complaint) -> None:
    line = "1 foto.jpg (image/jpeg, 6 bytes): De balie"

    assert line in run("complaints", "show", with_file.reference).out
    [row] = table(run("complaints", "export", "--format", "csv").out)
    assert row["files"] == line


def test_file_is_written_where_asked_and_never_over_another(
    run: Callable, with_file: Complaint, tmp_path: Path
) -> None:
    output = tmp_path / "foto.jpg"
    command = ("complaints", "file", with_file.reference, "1", "--output", str(output))

    assert run(*command).code == 0
    assert output.read_bytes() == PHOTO.content
    assert output.stat().st_mode & 0o077 == 0

    again = run(*command)
    assert (again.code, again.err) == (1, f"{output} cannot be written: File exists.\n")


def test_file_that_is_not_there_is_one_sentence(run: Callable, with_file: Complaint, tmp_path: Path) -> None:
    ran = run("complaints", "file", with_file.reference, "2", "--output", str(tmp_path / "x"))

    assert (ran.code, ran.err) == (1, "There is no such file with this reference.\n")
    assert not (tmp_path / "x").exists()
