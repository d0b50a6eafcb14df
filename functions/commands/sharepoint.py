"""The commands that prepare a SharePoint site: plan shows what is missing, apply does it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from functions import errors
from functions.settings import Settings
from functions.views.terminal import plain_console

if TYPE_CHECKING:
    from functions.library.sharepoint.plan import Plan
    from functions.library.sharepoint.site import Site

Emit = Callable[[object], None]


def show_plan(site: Site, settings: Settings, *, as_json: bool, emit: Emit) -> None:
    """Print what is left to do. Raises errors.NoAccess, after that, when the plan refuses."""
    found = _plan(site, settings)
    if as_json:
        emit(describe(found))
    else:
        _print(_lines(found, site=site, settings=settings))
        if found.steps and not found.refusals:
            _print(["", f"{_count(found)} Inget är gjort än. Gör det med: {_command('apply', site, settings)}", *_advice(found)])
    _raise_refused(found)


def apply_plan(site: Site, settings: Settings, *, as_json: bool, emit: Emit) -> None:
    """Print what is left to do, do it with a tick for each step, and see that nothing is left.

    Raises errors.NoAccess when the plan refuses (nothing is written then), when a permission is missing, or when SharePoint did not keep something.
    """
    from functions.library.sharepoint.provisioning import apply

    found = _plan(site, settings)
    if not as_json:
        _print(_lines(found, site=site, settings=settings))
        _print([""] if found.steps and not found.refusals else [])
    if found.steps or found.refusals:
        apply(site, found, tell=None if as_json else lambda step: _print([f"✓ {step.where}: {step.says}"]))
    after = _plan(site, settings) if found.steps else found
    if as_json:
        emit({"done": describe(found)["steps"], **describe(after)})
    elif found.steps and not after.steps:
        _print(["", "Klart. Allt finns på plats."])
        _print(_advice(after))
    _raise_refused(after)
    if after.steps:
        left = "; ".join(f"{step.where}: {step.says}" for step in after.steps[:5])
        raise errors.NoAccess(
            f"SharePoint tog inte emot allt. Kvar är: {left} Kör apply igen; hjälper inte det, hör av dig till den som sköter SharePoint."
        )


def describe(plan: Plan) -> dict[str, Any]:
    """A plan as plain data, for programs."""
    return {
        "library": plan.library,
        "steps": [{"where": step.where, "says": step.says} for step in plan.steps],
        "notes": list(plan.notes),
        "refusals": list(plan.refusals),
        "lists_only": bool(plan.reasons),
        "reasons": list(plan.reasons),
        "settings": [{"name": name, "value": value, "why": why} for name, value, why in plan.settings],
    }


def _plan(site: Site, settings: Settings) -> Plan:
    from functions.library.sharepoint.provisioning import Options, plan
    from functions.publishing.formatting import placed
    from functions.publishing.schema import DRAFTS_URL, EARLIER, site_schema

    if settings.library is None:
        raise errors.BadUsage("Ange biblioteket med --library NAMN (eller DAGORDNING_LIBRARY).")
    options = Options(
        library=settings.library,
        place=lambda formatter, library: placed(formatter, library=library),
        drafts_url=DRAFTS_URL,
        folder=settings.library_folder,
        drafts=settings.draft_folder,
        templates=settings.template_folder,
        lists_only=settings.lists_only,
        versionless=settings.versionless,
        earlier=EARLIER,
    )
    return plan(site, site_schema(), options)


def _lines(plan: Plan, *, site: Site, settings: Settings) -> Iterator[str]:
    place = f", mappen ”{settings.library_folder}”" if settings.library_folder else ""
    yield f"Biblioteket ”{plan.library}”{place} på {site.url}"
    if plan.reasons:
        yield f"Endast listor: inget skrivs i biblioteket, eftersom {' och '.join(plan.reasons)}."
    for where, steps in groupby(plan.steps, key=lambda step: step.where):
        yield ""
        yield where
        for step in steps:
            yield f"  + {step.says}"
    if plan.notes:
        yield ""
        yield "Lämnas som det är"
        yield from (f"  · {note}" for note in plan.notes)
    if plan.refusals:
        yield ""
        yield "Hinder"
        yield from (f"  ! {refusal}" for refusal in plan.refusals)
    if not plan.steps and not plan.refusals:
        yield "Inget att göra."
    if not plan.steps or plan.refusals:
        yield from _advice(plan)


def _advice(plan: Plan) -> Iterator[str]:
    if plan.settings:
        yield ""
        yield "Ställ in på funktionsappen"
        yield from (f"  {name}={value}  ({why})" for name, value, why in plan.settings)


def _raise_refused(plan: Plan) -> None:
    if plan.refusals:
        raise errors.NoAccess(f"Inget är gjort: {len(plan.refusals)} hinder måste bort först. {plan.refusals[0]}")


def _count(plan: Plan) -> str:
    return "1 steg." if len(plan.steps) == 1 else f"{len(plan.steps)} steg."


def _command(name: str, site: Site, settings: Settings) -> str:
    told = [f"--site {site.url}", f"--library {json.dumps(settings.library, ensure_ascii=False)}"]
    if settings.library_folder:
        told.append(f"--folder {json.dumps(settings.library_folder, ensure_ascii=False)}")
    return f"dagordning sharepoint {name} {' '.join(told)}"


def _print(lines: Iterator[str] | list[str]) -> None:
    console = plain_console()
    for line in lines:
        console.print(line, soft_wrap=True)
