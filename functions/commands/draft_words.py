"""What a person says of a draft (its state) and of when a council's drafts are made, by the command set."""

from __future__ import annotations

import re
from dataclasses import replace

from functions import errors
from functions.drafting.versions import STATE_FIELD, STATES, read_versions
from functions.following_up.councils import council_named
from functions.following_up.row_edits import say, speaker
from functions.library.folder import FolderLibrary
from functions.model.events import EventType
from functions.model.library import Council, weeks_of
from functions.pipeline import Workplace

DRAFT_STATE = "Läge för förslaget"
_SETTINGS = ("Dagar före", "Tysta veckor", "Pausa", "Mall", "Sekreterare")


def set_draft_state(place: Workplace, library: FolderLibrary, *, target: str, value: str, by: str) -> str:
    """Note what a person says of a draft; the sentence that tells of it. Raises errors.BadUsage for an unknown draft or state."""
    versions = [version for council in library.councils() for version in read_versions(place.state, council=council.key) if not version.gone]
    found = [version for version in versions if version.path == target.strip("/") or version.path.rsplit("/", 1)[-1] == target]
    if len(found) != 1:
        known = ", ".join(version.path for version in versions) or "inga"
        raise errors.BadUsage(f"”{target}” är inget förslag till dagordning här. Förslag: {known}.")
    state = next((key for key, word in STATES.items() if value.strip().casefold() in (word.casefold(), key)), None)
    if state is None:
        raise errors.BadUsage(f"{DRAFT_STATE}: välj en av {', '.join(STATES.values())}.")
    (version,) = found
    data = {"field": STATE_FIELD, "value": state, "draft": version.id, "path": version.path}
    told = speaker(by, today=place.now, clock=place.clock())
    library.append_events([say(told, EventType.EDITED, council=version.council, data=data, about=f"{version.id} {state}")])
    return f"{version.path}: {DRAFT_STATE} är nu ”{STATES[state]}”."


def set_council(library: FolderLibrary, *, target: str, name: str, value: str) -> str | None:
    """Change a council's setting; the sentence that tells of it, None where the target is no council. Raises errors.BadUsage."""
    council = council_named(target, councils=library.councils())
    if council is None:
        return None
    setting = next((known for known in _SETTINGS if known.casefold() == name.strip().casefold()), None)
    if setting is None:
        raise errors.BadUsage(f"Inställningen ”{name}” finns inte. Välj en av: {', '.join(_SETTINGS)}.")
    library.put_council(_changed(council, setting=setting, text=value.strip()))
    return f"{council.name}: {setting} är nu {f'”{value.strip()}”' if value.strip() else 'tom'}."


def _changed(council: Council, *, setting: str, text: str) -> Council:
    match setting:
        case "Dagar före":
            if not re.fullmatch(r"\d{1,3}", text):
                raise errors.BadUsage("Dagar före: skriv ett antal dagar, till exempel 21.")
            return replace(council, days_before=int(text))
        case "Tysta veckor":
            try:
                return replace(council, quiet_weeks=weeks_of(text))
            except ValueError as error:
                raise errors.BadUsage(f"Tysta veckor: skriv veckonummer som 27-32, 52. ”{text}” går inte att läsa.") from error
        case "Pausa":
            return replace(council, paused=text.casefold() in ("ja", "yes", "true", "1"))
        case "Mall":
            return replace(council, template=text or None)
        case _:
            return replace(council, secretary=text or None)
