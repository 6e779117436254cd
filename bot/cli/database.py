"""Commands that keep the database in order."""

import typer

from bot.bootstrap import clock, municipality, unit_of_work_factory
from bot.cli.actor import actor
from bot.settings import settings
from bot.storage.migrations import upgrade
from bot.storage.retention import purge_complaints


def migrate() -> None:
    """Bring the database to the newest tables."""
    upgrade(settings().database_url)
    typer.echo("The database is up to date.")


def purge() -> None:
    """Remove closed complaints whose retention period is over."""
    chosen = settings()
    months = municipality(chosen).bewaartermijn_maanden
    if months is None:
        typer.echo("Nothing is removed: bewaartermijn_maanden in gemeente.yml is empty.")
        return
    removed = purge_complaints(unit_of_work_factory(chosen), actor(), clock(chosen)(), months)
    typer.echo(f"Removed: {', '.join(removed) or 'nothing'}.")
