"""The history of the tables, and the commands that bring a database up to date."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StorageError
from bot.storage.database import open_engine

_FOLDER = Path(__file__).parent
_NOT_REACHED = "The database cannot be reached or is busy; check KLACHTBALIE_DATABASE_URL."


def upgrade(url: str) -> None:
    """Bring the database to the newest tables."""
    _run(url, command.upgrade, "head")


def downgrade(url: str, revision: str = "base") -> None:
    """Take the database back to an older revision; removes what came with the later ones."""
    _run(url, command.downgrade, revision)


def is_current(url: str) -> bool:
    """Say whether the database has the newest tables."""
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError:
        raise StorageError(_NOT_REACHED) from None
    finally:
        engine.dispose()
    return found == ScriptDirectory(str(_FOLDER)).get_current_head()


def _run(url: str, action: Callable[[Config, str], None], revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            action(config, revision)
    except SQLAlchemyError:
        raise StorageError(_NOT_REACHED) from None
    finally:
        engine.dispose()
