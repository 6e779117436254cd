"""Opening the database so that it waits briefly, fails clearly and keeps nothing that was deleted."""

from pathlib import Path
from typing import Any

from psycopg import Connection as PostgresqlConnection
from psycopg import OperationalError
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from bot.errors import ConfigurationError, StorageError

WAIT_SECONDS = 3.0
CONNECTIONS = 20
NETWORK_SECONDS = 0.5  # on top of what the server may take for a statement


def open_engine(url: str, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Return an engine for SQLite or PostgreSQL; nothing waits longer than *wait_seconds* for a lock."""
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed, wait_seconds)
    return _open_postgresql(parsed, wait_seconds)


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ConfigurationError("KLACHTBALIE_DATABASE_URL is not a database address.") from None
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise ConfigurationError("KLACHTBALIE_DATABASE_URL: use sqlite:/// or postgresql://.")
    return parsed


def _open_sqlite(url: URL, wait_seconds: float) -> Engine:
    if not url.database or url.database == ":memory:":
        raise ConfigurationError("KLACHTBALIE_DATABASE_URL: name a file after sqlite:///.")
    try:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(url.database).touch(mode=0o600)  # the journal takes over the mode
    except OSError as error:
        raise StorageError(f"The folder of the database cannot be made: {error.strerror}.") from None
    # A connection that outlives its transaction would go on writing to a file that was replaced or
    # removed; opening one costs less than a millisecond.
    engine = _create(url, {"timeout": wait_seconds}, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediately)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    for pragma in (
        "journal_mode = DELETE",  # a write-ahead log would keep deleted rows on disk
        "secure_delete = ON",
        "temp_store = MEMORY",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediately(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail at once when another one writes;
    # one that takes the lock at the start waits its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _open_postgresql(url: URL, wait_seconds: float) -> Engine:
    milliseconds = int(wait_seconds * 1000)
    limits = {
        "lock_timeout": milliseconds,
        "statement_timeout": 2 * milliseconds,
        "idle_in_transaction_session_timeout": 4 * milliseconds,
    }
    arguments = {
        "connect_timeout": max(2, round(wait_seconds)),  # libpq takes whole seconds, two at least
        "tcp_user_timeout": 2 * milliseconds,
        "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
    }
    pool = {"pool_pre_ping": True, "pool_size": CONNECTIONS, "max_overflow": 0, "pool_timeout": wait_seconds}
    engine = _create(url.set(drivername="postgresql+psycopg"), arguments, **pool)
    patience = 2 * wait_seconds + NETWORK_SECONDS

    def connect(_dialect: object, _record: object, _: object, options: dict[str, Any]) -> _Impatient:
        connection = _Impatient.connect(**options)
        connection.patience = patience
        return connection

    event.listen(engine, "do_connect", connect)
    return engine


class _Impatient(PostgresqlConnection[Any]):
    """A connection that gives up on a server that is silent; the limits above need one that still works."""

    patience: float | None = None

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """Wait for the server to answer one statement."""
        try:
            return super().wait(gen, interval, timeout or self.patience)
        except OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                self.pgconn.finish()  # what the server still says must not be taken for a later answer
            raise


def _create(url: URL, arguments: dict[str, Any], **pool: Any) -> Engine:
    return create_engine(url, connect_args=arguments, hide_parameters=True, **pool)
