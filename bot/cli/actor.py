"""Who is at the keyboard, for the record of who did what."""

import os
import pwd


def actor() -> str:
    """Return the user of the operating system, whom no variable can change."""
    user = os.getuid()
    try:
        name = pwd.getpwuid(user).pw_name
    except KeyError:  # a container may run as a number without a name
        name = str(user)
    return f"command line: {name}"
