"""One file taken in: fetched, read, understood, and its facts noted in the log. Nothing of it is shown yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from functions.drafting.typed import is_on_draft, without_typed
from functions.drafting.versions import read_versions
from functions.following_up import project, record, withdraw
from functions.following_up.councils import council_in, council_of_folder, identify_council, renamed_council
from functions.following_up.naming_people import ANSWER
from functions.following_up.people_events import latest_word
from functions.following_up.readings import RESTRICTED
from functions.following_up.row_edits import edit_file, speaker
from functions.interpreting import Hints
from functions.model.document import Document
from functions.model.events import Event
from functions.model.library import Change, ColumnValue, Council, Fetched, LibraryFile
from functions.model.minutes import Minutes
from functions.model.register import Register
from functions.publishing import cells_of_people
from functions.publishing.columns import STATES
from functions.publishing.writing import believe_people, is_reread_asked
from functions.reading import read_document
from functions.state.port import Processed
from functions.workplace import (
    LIBRARY,
    Outcome,
    Workplace,
    alike_council,
    current_rules,
    hints_for,
    inputs_of,
    is_old,
    name_still_known,
    other_name,
    understand,
    words_on,
)

STAGES = "stages"
"""How the books begin that hold how councils' rows stood after some of their meetings, see functions.following_up.snapshots."""

_FRONT = 15  # lines of an agenda in which its council is looked for
_STATES = {title: state for state, title in STATES.items()}
_WORDS = {"DgState": "state", "DgGoverning": "governing"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was read just now. council: None where nobody knows, or where it is no minutes; said: people's words by column; inputs: see
    `inputs_of`; restricted, columns: see Fetched; editor: who saved it, if the library tells; words: see `_words`."""

    change: Change
    file: LibraryFile
    version: str
    minutes: Minutes
    council: Council | None
    said: Mapping[str, ColumnValue]
    inputs: str
    restricted: bool = False
    columns: bool = True
    editor: str | None = None
    words: tuple[tuple[str, str, Any], ...] = ()

    @property
    def kind(self) -> str:
        """minutes, agenda (a person's own) or other."""
        return self.minutes.document.kind


def look(change: Change, place: Workplace, *, again: bool = False, edited: bool = False) -> Seen | Outcome:
    """Fetch → read → interpret; nothing is done where the same bytes were read under the same rules, answers and words of people.

    again: read it whatever was done before; edited: somebody touched it since we did, if only in its cells. A council that nobody knew is added.
    """
    assert change.file is not None
    file, before = change.file, place.state.processed(change.file.id)
    if edited and before is not None and change.version and before.version == change.version:
        believe_people(file, library=place.library, state=place.state)
    if before is not None and not again and is_as_read(change, place):
        return Outcome(file, "unchanged", council=before.council, meeting=before.meeting)
    said, words = words_on(file, place), _words(file, place, council=before.council if before else None)
    hints, councils = hints_for(file, place, said=said, council=before.council if before else None), place.library.councils()
    fetched = place.library.fetch(file)
    document, known = _read_ahead(file, fetched, place, hints=hints)
    minutes = understand(document, file=file, hints=hints, said=said, councils=councils, known=known)
    seen = Seen(change, file, fetched.version, minutes, None, said, "", fetched.restricted, fetched.columns_writable, fetched.editor, words)
    if minutes.document.kind != "minutes":
        return _other(seen, document, place, councils=councils)

    council, is_new = identify_council(
        said=str(said["DgCouncil"]) if "DgCouncil" in said else None,
        written=minutes.meeting.body,
        file=file,
        default=place.default_council,
        councils=councils,
        days_before=place.days_before,
    )
    if council is not None and is_new:
        council = renamed_council(council, front=_front(document), councils=councils) or council
    if council is not None and is_new and not fetched.restricted:
        place.library.put_council(council)
        councils = place.library.councils()
    named = hints_for(file, place, said=said, council=council.key if council else None)
    alike = alike_council(file, council.key if council else None, place, said=said)
    if is_new or named != hints or alike is not None:  # the council is known now, and with it what it calls people
        known = known if named == hints else None
        hints, minutes = named, understand(document, file=file, hints=named, said=said, councils=councils, known=known, alike=alike)
    if council is not None and (before is None or before.council != council.key):
        words = _words(file, place, council=council.key)
    name = other_name(minutes.meeting.body, council) if "DgCouncil" not in said else None
    inputs = inputs_of(file, hints, councils=councils, kind=minutes.document.status, alike=alike, known_as=name)
    return replace(seen, minutes=minutes, council=council, inputs=inputs, words=words)


def _read_ahead(file: LibraryFile, fetched: Fetched, place: Workplace, *, hints: Hints) -> tuple[Document, Minutes | None]:
    """The document, and its meaning where another process has worked it out by the same hints."""
    waiting = place.ahead.get((file.id, fetched.version))
    told = waiting() if waiting is not None else None
    document = read_document(fetched.data, name=file.name) if told is None else told[1]
    if is_on_draft(document):  # another process does not know what we wrote in it
        return _without_typed(document, place), None
    return document, told[2] if told is not None and told[0] == hints else None


def _without_typed(document: Document, place: Workplace) -> Document:
    """A draft of ours with what was typed on it told from what we wrote; any other document as it is."""
    if not is_on_draft(document):
        return document
    drafts = [version for council in place.library.councils() for version in read_versions(place.state, council=council.key)]
    return without_typed(document, bases=[version.base for version in drafts if version.base is not None])


def is_as_read(change: Change, place: Workplace) -> bool:
    """Whether the file was read as it is now, under the rules, answers and words of people that hold now. Asks for its cells, not for its bytes."""
    assert change.file is not None
    file, before = change.file, place.state.processed(change.file.id)
    if before is None or not change.version or change.restricted not in (None, before.restricted):
        return False
    if (before.version, before.rules) != (change.version, current_rules()) or is_reread_asked(file, library=place.library):
        return False
    if _words(file, place, council=before.council) or (before.left and not is_old(before.meeting, place)):
        return False
    return has_same_inputs(file, before, place)


def has_same_inputs(file: LibraryFile, before: Processed, place: Workplace) -> bool:
    """Whether the answers, words of people and councils are what they were when the file was read."""
    said = words_on(file, place)
    hints = hints_for(file, place, said=said, council=before.council)
    alike = alike_council(file, before.council, place, said=said) if before.status != "agenda" else None
    name = name_still_known(before.inputs, before.council, place)
    return before.inputs == inputs_of(file, hints, councils=place.library.councils(), kind=before.status, alike=alike, known_as=name)


def note_down(seen: Seen, place: Workplace) -> int:
    """Note what the file tells, what people said in its cells, and that another council it was counted to must not count it any more; how many
    events were new. All of them are appended at once. A file that fewer may read than the lists tells nothing."""
    file, council = seen.file, seen.council
    before = place.state.processed(file.id)
    counted = council if seen.kind == "minutes" else None
    events = [*withdrawn(file, place, before=before, council=counted, reason="other_council" if seen.kind == "minutes" else "not_minutes")]
    if council is not None and counted is not None:
        log = place.library.events_of(council.key)
        events += (
            withdraw(file, council=council, events=log, reason=RESTRICTED)
            if seen.restricted
            else record(seen.minutes, file=file, council=council, events=log)
        )
    by = speaker(seen.editor, today=place.now, clock=place.clock())
    events += [edit_file(by, council=where, file_id=file.id, field=field, value=value) for where, field, value in seen.words]
    return place.library.append_events(events) if events else 0


def withdrawn(file: LibraryFile, place: Workplace, *, before: Processed | None, council: Council | None, reason: str) -> tuple[Event, ...]:
    """What takes the file's facts back from the council it was counted to, when that is another one now."""
    if before is None or before.council is None or before.status == "agenda" or (council is not None and before.council == council.key):
        return ()
    earlier = council_by_key(before.council, place)
    return withdraw(file, council=earlier, events=place.library.events_of(earlier.key), reason=reason) if earlier is not None else ()


def council_by_key(key: str | None, place: Workplace) -> Council | None:
    """The known council of that key."""
    return next((council for council in place.library.councils() if council.key == key), None) if key else None


def register_of(council: Council, place: Workplace) -> Register:
    """The council's register at `now`, from the latest snapshot on where it has so many meetings."""

    def recall() -> str | None:
        return place.state.notes(stages_book(council)).get(STAGES)

    return project(place.library.events_of(council.key), council=council, now=place.now, settle_days=place.settle_days, recall=recall)


def stages_book(council: Council) -> str:
    """The book of a council's snapshot; its only note is STAGES."""
    return f"{STAGES}-{council.key}"


def read_minutes(file: LibraryFile, place: Workplace, *, unanswered: bool = False) -> Minutes:
    """The file's minutes as a run sees them, without writing anything. unanswered: as if nobody had answered a question."""
    before = place.state.processed(file.id)
    said = words_on(file, place)
    hints = hints_for(file, place, said=said, council=before.council if before else None)
    if unanswered:
        hints = replace(hints, aliases={}, answers={key: new for key, new in hints.answers.items() if key.startswith(ANSWER)})
    document = _without_typed(read_document(place.library.fetch(file).data, name=file.name), place)
    alike = alike_council(file, before.council if before else None, place, said=said)
    return understand(document, file=file, hints=hints, said=said, councils=place.library.councils(), alike=alike)


def _words(file: LibraryFile, place: Workplace, *, council: str | None) -> tuple[tuple[str, str, Any], ...]:
    """What people said in the cells Läge and Gäller and the log does not tell yet, as (council, field, value); and with Läs om what is taken back.
    council: the key of the file's.

    The register depends on these words, so the log must have them; a cell that was emptied takes its word back.
    """
    cells = cells_of_people(file, names=_WORDS, library=place.library, state=place.state)
    if cells.reread:
        places = [(LIBRARY, ("date", "council")), *([(council, ("state", "governing"))] if council else [])]
        return tuple(
            (where, field, None)
            for where, fields in places
            for field in fields
            if (word := latest_word(place.library.events_of(where), file_id=file.id, field=field)) is not None and word.data.get("value") is not None
        )
    if council is None:
        return ()
    found = []
    for name, field in _WORDS.items():
        if name not in cells.said and name not in cells.emptied:
            continue
        cell = cells.said.get(name)
        value = _STATES.get(str(cell)) if name == "DgState" else cell
        word = latest_word(place.library.events_of(council), file_id=file.id, field=field)
        standing = word.data.get("value") if word is not None else None
        if value != standing and (name in cells.said or (word is not None and "row" not in word.data)):
            found.append((council, field, value))
    return tuple(found)


def _other(seen: Seen, document: Document, place: Workplace, *, councils: Sequence[Council]) -> Seen:
    """No minutes; a person's own agenda is known by its council and date, unless it is a draft of ours."""
    ours = any((control.tag or "").startswith("dg:") for block in document.blocks for control in block.controls)
    agenda = seen.kind == "agenda" and not ours
    council = _council_of_agenda(seen.file, seen.minutes, document, councils=councils) if agenda else None
    hints = hints_for(seen.file, place, said=seen.said, council=council.key if council else None)
    kind = "agenda" if agenda else "not_minutes"
    minutes = replace(seen.minutes, document=replace(seen.minutes.document, kind="agenda" if agenda else "other"))
    return replace(seen, minutes=minutes, council=council, inputs=inputs_of(seen.file, hints, councils=councils, kind=kind))


def _front(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.text.strip()][:_FRONT]


def _council_of_agenda(file: LibraryFile, minutes: Minutes, document: Document, *, councils: Sequence[Council]) -> Council | None:
    """The known council that an agenda names in its title, its file name or its first lines ("Kallelse till …"), or that its folder is for."""
    for text in (minutes.meeting.body or "", file.name.rsplit(".", 1)[0], *_front(document)):
        found = council_in(text, councils=councils)
        if found is not None:
            return found
    return council_of_folder(file, councils=councils)
