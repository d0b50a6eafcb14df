"""Drafts one council's agenda when it is due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from functions import errors
from functions.drafting.laying import Laid
from functions.jobs.office import AGENDAS_TO_DRAFT, Office, explaining, pending_files
from functions.pipeline import draft_for

BUSY = 30.0
"""Seconds until another try when another run works on the council."""


def take_message(office: Office, message: Mapping[str, Any]) -> Laid | None:
    """Draft for the council that a message names. Raises errors.BadUsage for a message that names none, so that it is parked."""
    council = message.get("council")
    if not isinstance(council, str) or not council:
        raise errors.BadUsage("The message names no council.")
    try:
        with explaining(office, f"{AGENDAS_TO_DRAFT}:{council}"):
            return draft_agenda(office, council)
    except errors.Throttled as problem:
        office.queues.send(AGENDAS_TO_DRAFT, dict(message), delay_seconds=problem.seconds)
        return None
    except errors.Unavailable:
        raise
    except errors.Locked:
        office.queues.send(AGENDAS_TO_DRAFT, dict(message), delay_seconds=BUSY)
        return None


def draft_agenda(office: Office, council: str) -> Laid | None:
    """Bring one council's lists and its draft up to date; None when it is not its time. Raises errors.Locked when another run holds the council."""
    office.library.begin()
    # Where the council starts is told once and for all, so not while files of it may still wait to be read.
    return draft_for(council, office.place, full=not pending_files(office))
