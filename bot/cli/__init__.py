"""The administrator's command line; every mistake is one sentence and an exit code."""

import sys

import typer

from bot.bootstrap import configure_logging
from bot.cli.check import check
from bot.cli.complaints import complaints
from bot.cli.database import migrate, purge
from bot.cli.parse import parse
from bot.errors import KlachtbalieError

WRONG = 1

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(complaints, name="complaints")
app.command()(purge)
app.command()(migrate)
app.command()(check)
app.command()(parse)


def main(arguments: list[str] | None = None) -> None:
    """Run a command; without *arguments* those of the process."""
    configure_logging("cli", "critical")  # the sentence below says it already
    try:
        app(args=arguments, prog_name="python -m bot")
    except KlachtbalieError as error:
        typer.echo(str(error), err=True)
        sys.exit(WRONG)
