"""What `dagordning sharepoint plan` finds: the steps that are left, as values with sentences for an administrator."""

from __future__ import annotations

from dataclasses import dataclass

from functions.library.sharepoint.wire import Ask

LISTS_ONLY, VERSIONLESS = "DAGORDNING_LISTS_ONLY", "DAGORDNING_VERSIONLESS_WRITES"
"""The settings that a plan tells how to set."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. where: what it is about, for headings; says: what is done, a sentence; asks: the requests, each fit to be sent after a crash.

    permission: it changes who may read, which takes more than making lists does; trial: the server-relative path of the hidden list in which
    conditional writes are tried, for the one step that does that.
    """

    where: str
    says: str
    asks: tuple[Ask, ...] = ()
    permission: bool = False
    trial: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left to do. library: its title; steps in order; notes: what was left as people have it; refusals: why nothing may be done at all.

    reasons: why nothing is written to the library (Endast listor), empty when it is; settings: (name, value, why) to set on the function app.
    """

    library: str
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    settings: tuple[tuple[str, str, str], ...] = ()
