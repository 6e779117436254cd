"""The command that asks the running engine what it makes of messages."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from bot.cli.engine import ProcessError, call
from bot.settings import Settings, settings

BATCH = 50
BAD_LINE = 2


def parse(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Lines in { } are JSON with a text.")] = False,
) -> None:
    """Read messages from standard input, one per line; write what the engine makes of each as JSON lines."""
    bad_lines: list[int] = []
    texts = _texts(sys.stdin.buffer, jsonl, bad_lines)
    chosen = settings()
    while batch := list(islice(texts, BATCH)):
        for result in _ask(chosen, batch):
            sys.stdout.buffer.write(f"{json.dumps(result, ensure_ascii=False)}\n".encode())
        sys.stdout.buffer.flush()
    if bad_lines:
        raise typer.Exit(BAD_LINE)


def _texts(lines: Iterable[bytes], jsonl: bool, bad_lines: list[int]) -> Iterator[str]:
    """Yield the message of every line that holds one; say which do not, and note their numbers."""
    for number, line in enumerate(lines, start=1):
        try:
            text = _text(line, jsonl)
        except ValueError as error:
            bad_lines.append(number)
            typer.echo(f"Line {number}: {error}.", err=True)
            continue
        if text is not None:
            yield text


def _text(line: bytes, jsonl: bool) -> str | None:
    try:
        read = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise ValueError("not UTF-8 text") from None
    if not jsonl or not read.startswith("{"):
        return read or None
    try:
        text = json.loads(read).get("text")
    except json.JSONDecodeError:
        raise ValueError("not valid JSON") from None
    if not isinstance(text, str):
        raise ValueError('no "text" with a message in it')
    return text


def _ask(chosen: Settings, texts: list[str]) -> list[dict[str, Any]]:
    answer = call(chosen, "engine", "POST", f"{chosen.engine_url}/parse", {"texts": texts})
    results = answer.get("results")
    if not isinstance(results, list) or len(results) != len(texts):
        raise ProcessError("The engine gives another number of answers than it got messages; see its log.")
    return results
