"""The errors that the application raises on purpose."""


class KlachtbalieError(Exception):
    """Base of all errors below; never raised itself."""


class ConfigurationError(KlachtbalieError):
    """A setting or file is wrong; the message says which one and what to do."""


class StorageError(KlachtbalieError):
    """The database is away or refuses; nothing was stored."""


class UncertainError(StorageError):
    """The database did not answer; whether it stored anything shows when the same is asked again."""


class NotFoundError(KlachtbalieError):
    """What was asked for does not exist."""
