"""Commands that hand out stored complaints; each look is on record."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast

import typer

from bot.bootstrap import clock, unit_of_work_factory
from bot.cli.actor import actor
from bot.complaints.statuses import LABELS
from bot.errors import ConfigurationError
from bot.settings import settings
from bot.storage.register import as_record, export_complaints, find_complaint, take_out_file

complaints = typer.Typer(no_args_is_help=True, help="Show or export stored complaints.")


class Format(StrEnum):
    """How complaints are written."""

    JSONL = "jsonl"
    CSV = "csv"


@complaints.command()
def export(
    format_: Annotated[Format, typer.Option("--format", help="jsonl for programs, csv for a spreadsheet.")],
) -> None:
    """Write all complaints with their transcripts to standard output."""
    chosen = settings()
    rows = export_complaints(unit_of_work_factory(chosen), actor(), clock(chosen)())
    lines = _as_csv(rows) if format_ is Format.CSV else (f"{_json(row)}\n" for row in rows)
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf-8"))
    sys.stdout.buffer.flush()


@complaints.command()
def show(reference: Annotated[str, typer.Argument(help="Like KL-2026-7Q4M8X.")]) -> None:
    """Show one complaint with its transcript."""
    chosen = settings()
    complaint = find_complaint(unit_of_work_factory(chosen), reference, actor(), clock(chosen)())
    row = as_record(complaint) | {"status": LABELS[complaint.status]}
    for name, text in _texts(row).items():
        typer.echo(f"{name + ':':14} {text.replace(chr(10), chr(10) + ' ' * 15)}")


@complaints.command()
def file(
    reference: Annotated[str, typer.Argument(help="Like KL-2026-7Q4M8X.")],
    number: Annotated[int, typer.Argument(help="The number that 'show' gives the file.")],
    output: Annotated[Path, typer.Option(help="Where to write the file; never over another file.")],
) -> None:
    """Take a file out of a complaint."""
    chosen = settings()
    content = take_out_file(unit_of_work_factory(chosen), reference, number, actor(), clock(chosen)())
    try:
        with open(os.open(output, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target:
            target.write(content)
    except OSError as error:
        raise ConfigurationError(f"{output} cannot be written: {error.strerror}.") from None


def _json(row: dict[str, object]) -> str:
    # The two separators end a line for many readers of text files.
    return json.dumps(row, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _as_csv(rows: Iterable[dict[str, object]]) -> Iterable[str]:
    """Yield lines for a Dutch spreadsheet: byte order mark, semicolons, every cell quoted."""
    yield "\ufeff"
    header = True
    for row in rows:
        texts = _texts(row)
        if header:
            yield _csv_line(texts)
            header = False
        yield _csv_line(map(_harmless, texts.values()))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=";", quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else cell


def _texts(row: dict[str, object]) -> dict[str, str]:
    """Return a complaint in text, a line per turn of the conversation."""
    files = cast(list[dict[str, object]], row["files"])
    turns = cast(list[dict[str, object]], row["transcript"])
    flat = row | {
        "flags": ", ".join(cast(list[str], row["flags"])),
        "files": "\n".join(_file_line(file) for file in files),
        "transcript": "\n".join(f"{turn['at']} {turn['sender']}: {turn['text']}" for turn in turns),
    }
    return {name: "" if value is None else str(value) for name, value in flat.items()}


def _file_line(file: dict[str, object]) -> str:
    alt_text = f": {file['alt_text']}" if file["alt_text"] else ""
    return f"{file['number']} {file['name']} ({file['media_type']}, {file['size']} bytes){alt_text}"
