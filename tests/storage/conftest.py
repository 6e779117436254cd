"""Databases for the storage tests: a fresh SQLite file, or a database in a temporary PostgreSQL."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bot.storage.database import open_engine
from bot.storage.migrations import upgrade
from bot.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory

SHORT_WAIT = 0.3
USER = "postgres"


def _program(name: str) -> str:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name) or (str(installed[-1]) if installed else None)
    if found is None:
        pytest.fail("PostgreSQL is not installed; run: apt-get install postgresql")
    return found


def _run(*command: str, **as_user: str) -> None:
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **as_user)
    if done.returncode:
        pytest.fail(f"{Path(command[0]).name} failed: {done.stderr.decode().strip()}")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The socket folder of a temporary PostgreSQL; it refuses to run as root."""
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="klachtbalie-pg-"))
    as_user = {"user": USER, "group": USER, "cwd": str(folder)} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, USER, USER)
    data = str(folder / "data")
    _run(initdb, "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N", **as_user)
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    try:
        _run(pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start", **as_user)
        yield str(folder)
    finally:
        _run(pg_ctl, "-D", data, "-w", "-m", "immediate", "stop", **as_user)
        shutil.rmtree(folder)


def _postgresql_url(folder: str, database: str) -> str:
    return f"postgresql://{USER}@/{database}?host={folder}"


@pytest.fixture
def empty_postgresql(postgresql: str) -> Iterator[str]:
    """The URL of an empty database."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(_postgresql_url(postgresql, "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield _postgresql_url(postgresql, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database of each kind."""
    if request.param == "postgresql":
        return request.getfixturevalue("empty_postgresql")
    return f"sqlite:///{tmp_path / 'klachtbalie.db'}"


@pytest.fixture
def url(empty_url: str) -> str:
    """The URL of a migrated database of each kind."""
    upgrade(empty_url)
    return empty_url


@pytest.fixture
def new_unit(url: str) -> Iterator[UnitOfWorkFactory]:
    """What begins a transaction, as the processes use it."""
    engine = open_engine(url)
    yield lambda: UnitOfWork(engine)
    engine.dispose()


@pytest.fixture
def impatient_unit(url: str) -> Iterator[UnitOfWorkFactory]:
    """What begins a transaction that hardly waits for a lock."""
    engine = open_engine(url, SHORT_WAIT)
    yield lambda: UnitOfWork(engine)
    engine.dispose()
