"""The command that says whether everything is in place, and what to do when it is not."""

from collections.abc import Callable

import typer

from bot.bootstrap import clock, municipality
from bot.clamav import ClamAv, ScannerAwayError
from bot.cli.engine import call
from bot.errors import ConfigurationError, KlachtbalieError, StorageError
from bot.libraries import FILES, PDF, Libraries
from bot.settings import Settings, settings
from bot.storage.migrations import is_current


def check() -> None:
    """Check each part that has to be in place; exit code 1 when one is wrong."""
    try:
        chosen = settings()
    except ConfigurationError as error:
        typer.echo(f"wrong  settings: {error}")
        raise typer.Exit(1) from None
    right = [_report(name, step, chosen) for name, step in STEPS.items()]
    raise typer.Exit(0 if all(right) else 1)


def _report(name: str, step: Callable[[Settings], object], chosen: Settings) -> bool:
    try:
        step(chosen)
    except KlachtbalieError as error:
        typer.echo(f"wrong  {name}: {error}")
        return False
    typer.echo(f"ok     {name}")
    return True


def _check_settings(chosen: Settings) -> None:
    clock(chosen)
    if not chosen.secret.get_secret_value():
        raise ConfigurationError("KLACHTBALIE_SECRET is empty; use 32 random characters or more.")


def _check_database(chosen: Settings) -> None:
    if not is_current(chosen.database_url):
        raise StorageError("The database has old tables or none; run 'python -m bot migrate'.")


def _check_engine(chosen: Settings) -> None:
    call(chosen, "engine", "GET", f"{chosen.engine_url}/health")


def _check_actions(chosen: Settings) -> None:
    call(chosen, "actions server", "GET", f"{chosen.actions_url}/health")


def _check_files(chosen: Settings) -> None:
    _check_libraries(FILES)
    _check_scanner(chosen)


def _check_scanner(chosen: Settings) -> None:
    address = chosen.clamav_address
    try:
        if address:
            ClamAv(address).check()
    except ScannerAwayError:
        raise ConfigurationError(
            f"ClamAV does not answer at {chosen.clamav}, so every file is refused; start clamd."
        ) from None


def _check_pdf(_: Settings) -> None:
    _check_libraries(PDF)


def _check_libraries(libraries: Libraries) -> None:
    if not libraries.are_here:
        raise ConfigurationError(libraries.advice)


STEPS: dict[str, Callable[[Settings], object]] = {
    "settings": _check_settings,
    "gemeente.yml": municipality,
    "database": _check_database,
    "engine": _check_engine,
    "actions": _check_actions,
    "files": _check_files,
    "pdf": _check_pdf,
}
