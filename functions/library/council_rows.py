"""The lists Råd and Namn och initialer: who meets, with the settings that people may change, and what each council calls people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from functions.model.library import ColumnValue, Council, ListRow, council_key, spell_weeks, weeks_of

COUNCILS, PEOPLE = "Råd", "Namn och initialer"
"""The lists; the second says who "Helena" and "MG" are, with the columns Namn, Kallas, Initialer, E-post, Råd (empty: every council)."""

SETTINGS = ("Namn", "Andra namn", "Mapp", "Sekreterare", "Mall", "Dagar före", "Tysta veckor", "Startdatum", "Pausa", "Fasta punkter", "Årshjul")
"""What people may set for a council, by the columns of Råd."""

_NAME, _OTHERS, _FOLDER, _SECRETARY, _TEMPLATE, _DAYS, _QUIET, _START, _PAUSED, _POINTS, _WHEEL = SETTINGS
_CALLED = "Kallas"
_NEW = "new:"


def read_councils(rows: Sequence[ListRow]) -> tuple[Council, ...]:
    """The councils by key; a row that a person added has the key of its name. A row without a name is none."""
    found: dict[str, Council] = {}
    for row in sorted(rows, key=lambda row: row.key.startswith(_NEW)):
        name = _text(row, _NAME)
        key = council_key(name) if row.key.startswith(_NEW) else row.key
        if name and key:
            found.setdefault(key, _council(key, name, row))
    return tuple(found[key] for key in sorted(found))


def council_row(council: Council) -> ListRow:
    """The council as a row of Råd."""
    values: dict[str, ColumnValue] = {
        _NAME: council.name,
        _OTHERS: "\n".join(council.names[1:]) or None,
        _FOLDER: council.folder,
        _SECRETARY: council.secretary,
        _TEMPLATE: council.template,
        _DAYS: council.days_before,
        _QUIET: spell_weeks(council.quiet_weeks) or None,
        _START: council.start_date,
        _PAUSED: council.paused or None,
        _POINTS: council.fixed_points or None,
        _WHEEL: council.year_wheel or None,
        _CALLED: json.dumps(dict(council.aliases), ensure_ascii=False, sort_keys=True) if council.aliases else None,
    }
    return ListRow(council.key, values)


def read_people(rows: Iterable[ListRow], *, council: str, names: Sequence[str]) -> dict[str, str]:
    """What a council calls people. names: of the council. Its own rows go before those for all; a nickname that two people share is nobody's."""
    ours = {council.casefold(), *(name.casefold() for name in names)}
    found: dict[bool, dict[str, set[str]]] = {True: {}, False: {}}
    for row in rows:
        name, of = _text(row, _NAME), _text(row, "Råd").casefold()
        if name and (not of or of in ours):
            for called in (_text(row, _CALLED), _text(row, "Initialer")):
                if called:
                    found[bool(of)].setdefault(called, set()).add(name)
    told = {**found[False], **found[True]}
    return {called: next(iter(people)) for called, people in sorted(told.items()) if len(people) == 1}


def _council(key: str, name: str, row: ListRow) -> Council:
    others = [part.strip() for part in re.split(r"[\n;]", _text(row, _OTHERS)) if part.strip()]
    days = row.values.get(_DAYS)
    return Council(
        key=key,
        names=(name, *(other for other in others if other != name)),
        folder=_text(row, _FOLDER) or None,
        secretary=_text(row, _SECRETARY) or None,
        template=_text(row, _TEMPLATE) or None,
        days_before=int(days) if isinstance(days, (int, float)) and not isinstance(days, bool) else 21,
        quiet_weeks=_weeks(row),
        start_date=_text(row, _START) or None,
        paused=row.values.get(_PAUSED) is True,
        aliases=_aliases(row),
        fixed_points=_text(row, _POINTS),
        year_wheel=_text(row, _WHEEL),
    )


def _weeks(row: ListRow) -> tuple[int, ...]:
    """What cannot be read is none: a slip of the pen must not stop every draft of the council."""
    try:
        return weeks_of(_text(row, _QUIET))
    except ValueError:
        return ()


def _aliases(row: ListRow) -> Mapping[str, str]:
    try:
        held = json.loads(_text(row, _CALLED) or "{}")
    except ValueError:
        return {}
    return {str(called): str(name) for called, name in held.items()} if isinstance(held, dict) else {}


def _text(row: ListRow, column: str) -> str:
    return str(row.values.get(column) or "").strip()
