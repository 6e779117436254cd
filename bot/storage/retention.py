"""Removing complaints when the municipality may no longer keep them."""

from datetime import datetime, time

from bot.complaints.deadlines import AMSTERDAM, add_months
from bot.storage.unit_of_work import UnitOfWorkFactory


def purge_complaints(
    new_unit: UnitOfWorkFactory, actor: str, now: datetime, months: int | None
) -> tuple[str, ...]:
    """Remove complaints closed more than *months* ago; return their references, also on record.

    Removes nothing while the municipality has not chosen a retention period of a month or more.
    """
    if months is None or months < 1:
        return ()
    day = add_months(now.astimezone(AMSTERDAM).date(), -months)
    with new_unit() as unit:
        removed = unit.complaints.remove_closed_before(datetime.combine(day, time(), AMSTERDAM))
        if removed:
            unit.audit.add("complaints_purged", actor, now, count=len(removed), references=list(removed))
            unit.commit()
    return tuple(removed)
