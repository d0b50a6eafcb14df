"""A site on the emulator that provisioning prepares, and what stands on it afterwards as plain values to be compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from functions.library.sharepoint.plan import Plan
from functions.library.sharepoint.provisioning import Options, apply, plan
from functions.library.sharepoint.site import Site
from functions.model.schema import SiteSchema
from functions.publishing.formatting import placed
from functions.publishing.schema import DRAFTS_URL, site_schema
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.state import FOLDER

LIBRARY = "Anteckningar"
OPTIONS = Options(LIBRARY, lambda formatter, library: placed(formatter, library=library), DRAFTS_URL)


def connect(emulator: Emulator, *, token: str = "APP", url: str | None = None) -> Site:
    """The site as the program reaches it; it waits for nothing."""
    told = {"token_type": "Bearer", "access_token": token, "expires_in": 3600}
    return Site(url or emulator.url, token=lambda: dict(told), sleep=lambda seconds: None, timeout=(5, 30))


def planned(emulator: Emulator, *, schema: SiteSchema | None = None, **options: Any) -> Plan:
    """What is left to do."""
    return plan(connect(emulator), schema or site_schema(), replace(OPTIONS, **options))


def provision(emulator: Emulator, *, schema: SiteSchema | None = None, **options: Any) -> Plan:
    """Do everything that is left to do; the plan that was done."""
    site = connect(emulator)
    found = plan(site, schema or site_schema(), replace(OPTIONS, **options))
    apply(site, found)
    return found


def standing(emulator: Emulator) -> dict[str, Any]:
    """Everything on the site that provisioning may touch, by address, without ids and times."""
    return {one.path: _standing(emulator, one) for one in emulator.lists.values()}


def _standing(emulator: Emulator, one: Any) -> dict[str, Any]:
    names = {number: who.title for number, who in emulator.people.known.items()}
    return {
        "title": one.title,
        "description": one.description,
        "hidden": one.hidden,
        "no_crawl": one.no_crawl,
        "fields": {
            name: (field.title, field.type, field.indexed, field.unique, field.hidden, field.required, field.choices, field.default, field.formatter)
            for name, field in one.fields.items()
        },
        "views": {view.title: (view.fields, view.query, view.default, view.scope) for view in one.views},
        "readers": sorted((names[who], role) for who, role in one.grants.given) if one.grants else None,
        "folders": sorted(item.path for item in one.items.values() if item.kind == FOLDER),
        "rows": sum(1 for item in one.items.values() if item.kind != FOLDER),
    }


def writes(emulator: Emulator) -> list[str]:
    """Requests since `reset_count` that could change something, batched ones too."""
    sent = [request for outer in emulator.requests[emulator._counted :] for request in (outer, *outer.sub_requests)]
    harmless = ("/contextinfo", "/$batch")
    return [f"{one.verb} {one.path}" for one in sent if one.verb != "GET" and not one.path.lower().endswith(harmless)]
