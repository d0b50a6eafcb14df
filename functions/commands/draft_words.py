"""What a person says of a draft (its state), by the command set."""

from __future__ import annotations

from functions import errors
from functions.drafting.versions import STATE_FIELD, STATES, read_versions
from functions.following_up.row_edits import say, speaker
from functions.library.folder import FolderLibrary
from functions.model.events import EventType
from functions.pipeline import Workplace

DRAFT_STATE = "Läge för förslaget"


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
