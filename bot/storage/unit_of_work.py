"""One transaction: everything in it is kept by commit(), or nothing is."""

from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.errors import StorageError, UncertainError
from bot.storage.repositories import AuditRepository, ComplaintRepository, PurgeReceiptRepository

log = structlog.get_logger(__name__)


class ConflictError(StorageError):
    """Another transaction already keeps this submission key or reference."""


class UnitOfWork:
    """A transaction with its repositories; leaving the block without commit() rolls it back.

    Database errors leave the block as StorageError, or UncertainError when the commit got no answer:
    theirs may quote what the citizen wrote.
    """

    def __init__(self, engine: Engine) -> None:
        self._session = Session(engine, expire_on_commit=False)
        self._is_committing = False
        self.complaints = ComplaintRepository(self._session)
        self.audit = AuditRepository(self._session)
        self.receipts = PurgeReceiptRepository(self._session)

    def __enter__(self) -> Self:
        return self

    def commit(self) -> None:
        """Keep what was done."""
        self._session.flush()
        self._is_committing = True
        self._session.commit()

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(SQLAlchemyError):  # the connection may be gone; what matters was said above
            self._session.close()
        if isinstance(error, IntegrityError):
            raise ConflictError("The database already holds this.") from None
        if isinstance(error, SQLAlchemyError):
            log.error("database_failed", error=error_type.__name__ if error_type else "")
            if self._is_committing:
                raise UncertainError("The database did not answer the commit.") from None
            raise StorageError("The database is away, busy or not migrated; nothing was stored.") from None


UnitOfWorkFactory = Callable[[], UnitOfWork]
