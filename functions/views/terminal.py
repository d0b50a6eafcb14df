"""What the command line shows: tables and sentences in Swedish, for people who keep minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from functions.following_up import RuleRecord
from functions.languages.shown import KINDS, STATUSES, listed
from functions.model.doubts import Asked, ask_once
from functions.model.library import ColumnValue
from functions.model.minutes import WITHHELD, Deferral, Minutes, Person, Quote
from functions.model.register import STILL_OPEN, OpenItem, Register, RowKind, RowStatus
from functions.pipeline import Report
from functions.publishing.columns import COLUMNS

_STATUS = {
    "read": ("Inläst", "green"),
    "needs_a_look": ("Att kontrollera", "yellow"),
    "unreadable": ("Kunde inte läsas", "red"),
    "waiting": ("Väntar", "yellow"),
    "deleted": ("Borttagen", "dim"),
    "vanished": ("Försvann", "dim"),
    "unchanged": ("Oförändrad", "dim"),
}
_OUTCOME = {
    "written": "nytt förslag",
    "unchanged": "oförändrat",
    "edited": "ändrat av dig, lämnas som det är",
    "merged": "det nya är infört i ditt förslag",
    "beside": "ditt förslag lämnas som det är, ett nytt ligger bredvid",
    "ready": "klart att skicka, lämnas som det är",
    "sent": "utskickat, lämnas som det är",
    "removed": "borttaget av dig, görs inte om",
    "withdrawn": "taget bort, mötet är inställt",
    "own": "du har redan en egen dagordning",
    "waiting": "väntar, filen är öppen i ett annat program",
    "failed": "kunde inte göras",
}
_FREE = {"no_council": "rådets namn", "owner_unknown": "för- och efternamn"}  # what is answered in words of one's own; else a day
_MANY = 40  # files of a run, and questions, from which on they are counted and not all shown
_LEFT = 10  # of what waits since an earlier run so much is named
_SIGNS = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A} | {0x7F: "␡"}
_SIGNS |= dict.fromkeys((*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_FOLLOWED = {"done": "klart", "part_done": "delvis klart", "kept": "är kvar", "dropped": "utgår", "mentioned": "nämns"}
_KIND_WORDS = {kind.value: word for kind, word in KINDS.items()}
_TOOK_PART = {"present": "med", "absent": "inte med", "partial": "med delvis", "adjunct": "adjungerad", "guest": "gäst"}
_ROLES = {"chair": "ordförande", "vice_chair": "vice ordförande", "secretary": "sekreterare", "coordinator": "samordnare", "adjuster": "justerare"}
_KEPT = {"person_wrote": "någon har skrivit här", "person_emptied": "någon har tömt cellen"}
_TITLES = {column.name: column.title for column in COLUMNS}


class _Console(Console):
    """A console on which no file name and no text can move the cursor or change colours: a control character is shown as a sign of itself."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """See Console.render."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def plain_console(*, stderr: bool = False) -> Console:
    """A console that shows people's words as they are: no markup in brackets, no colouring of numbers, no control characters."""
    return _Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def visible(text: str) -> str:
    """A text as it may be shown on a terminal: control characters, and those that turn the direction of reading, as signs; line breaks stay."""
    return text.translate(_SIGNS)


def show_report(report: Report, console: Console, *, root: str, verbose: bool = False, drafts_only: bool = False, now: date | None = None) -> None:
    """What a run did: the files that matter, the councils, the questions and the drafts."""
    if not drafts_only:
        _show_files(report, console, root=root, verbose=verbose, now=now)
    for laid in report.drafts:
        console.print()
        console.print(f"Förslag till dagordning, {laid.agenda.council}: {_OUTCOME.get(laid.outcome, laid.outcome)}", style="bold")
        if laid.outcome != "removed":
            console.print(f"  {root}/{laid.agenda.file}", soft_wrap=True)
        if laid.sheet:
            console.print(f"  {root}/{laid.sheet}", soft_wrap=True)
        if laid.note:
            console.print(f"  {laid.note}", style="yellow")
        if laid.findings:
            console.print("  Tillgänglighet: " + " ".join(finding.message for finding in laid.findings), style="yellow")


def _show_files(report: Report, console: Console, *, root: str, verbose: bool, now: date | None) -> None:
    many = len(report.outcomes) > _MANY and not verbose
    silent = ("not_minutes", "unchanged", *(("read",) if many else ()))
    shown = [o for o in report.outcomes if verbose or o.status not in silent]
    if shown:
        table = Table(title="Filer", title_justify="left", box=None, pad_edge=False)
        for heading in ("Fil", "Råd", "Mötesdatum", "Inläsning"):
            table.add_column(heading, overflow="fold")
        for outcome in shown:
            word, colour = _STATUS.get(outcome.status, ("Inte en mötesanteckning", "dim"))
            table.add_row(outcome.file.path, outcome.council or "", outcome.meeting or "", Text(outcome.reason or word, style=colour))
        console.print(table)
    if many:
        _show_account(report, console)
    elif unnoted := sum(1 for o in report.outcomes if o.status == "not_minutes"):
        console.print(f"{unnoted} {'fil' if unnoted == 1 else 'filer'} är inte mötesanteckningar.", style="dim")
    if not report.outcomes:
        nothing = f"Inga mötesanteckningar finns i {root}. Word-filer (.docx) och PDF-filer med text läses."
        console.print("Inget nytt sedan förra gången." if report.registers else nothing, soft_wrap=True)
    ruled_out = {path for register in report.registers for path in register.ruled_out}  # another version of the meeting asks the same
    asked = ask_once((o.council, o.file.path, d) for o in report.outcomes if o.file.path not in ruled_out for d in o.doubts)
    show_questions(asked[: _MANY if many else None], console, root=root)
    if many and len(asked) > _MANY:
        console.print(f"… och {len(asked) - _MANY} frågor till. dagordning explain FIL visar en fils frågor.", style="dim")
    if many:
        console.print()
    for register in report.registers:
        if many:
            _summarise(register, console, now=now)
        else:
            console.print()
            show_register(register, console, now=now, root=root)


def _show_account(report: Report, console: Console) -> None:
    """Every file, counted by how it ended."""
    counted = Counter(_STATUS.get(o.status, ("Inte en mötesanteckning", ""))[0] for o in report.outcomes)
    console.print()
    console.print(f"{_number(len(report.outcomes))} filer gicks igenom:", style="bold")
    for word, count in counted.most_common():
        console.print(f"  {_number(count):>7}  {word}")
    if counted.get("Inläst"):
        console.print("Lägg till --verbose för att se alla filer.", style="dim")


def _summarise(register: Register, console: Console, *, now: date | None) -> None:
    """A council on a line, for a run over many files."""
    still = sum(1 for item in register.items if item.status in STILL_OPEN)
    console.print(f"{register.name}: {_meetings(register, now=now)}, {still} {'öppen punkt' if still == 1 else 'öppna punkter'}")


def _meetings(register: Register, *, now: date | None) -> str:
    """How many meetings were read, and when the next one is. now: by which a day that has passed without minutes is told as such."""
    held = [m for m in register.meetings if m.held]
    latest = held[-1].date if held else ""
    ahead = [m for m in register.meetings if not m.held and not m.cancelled and m.date > latest]
    coming = [m for m in ahead if now is None or m.date[:10] >= now.isoformat()]
    read = "ett läst möte" if len(held) == 1 else f"{len(held)} lästa möten"
    missing = [m.date for m in ahead if m not in coming]
    gone = f", anteckningar saknas från {' och '.join(missing[-2:])}" if missing else ""
    return f"{read}{gone}" + (f", nästa möte {coming[0].date}{' (flyttat)' if coming[0].moved else ''}" if coming else ", nästa möte är inte bestämt")


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u00a0")


def show_questions(asked: Iterable[Asked], console: Console, *, root: str = "") -> None:
    """The open questions, each with the command that answers it. root: the folder of minutes, named in the command where we stand outside it."""
    where = naming(root)
    for one in asked:
        doubt, path = one.doubt, one.files[0]
        console.print()
        console.print(f"Fråga om {path}{one.and_more}", style="yellow")
        console.print(f"  {doubt.question}  {' / '.join(doubt.choices)}".rstrip())
        for words in one.words:
            console.print(f"  ”{words}”", style="dim")
        given = doubt.choices[0] if doubt.choices else _FREE.get(doubt.code, "ÅÅÅÅ-MM-DD")
        console.print(f'  Svara: dagordning answer "{path}" {doubt.id} "{given}"{where}', style="dim", soft_wrap=True)


def show_new_councils(names: Sequence[str], console: Console, *, root: str) -> None:
    """The councils that were met for the first time, and what to do where one is none to follow, or is another one by a second name."""
    if not names:
        return
    where = naming(root)
    council, name = (f'"{names[0]}"',) * 2 if len(names) == 1 else ("RÅD", "NAMN")
    console.print()
    console.print(
        f"{'Nytt råd' if len(names) == 1 else 'Nya råd'}: {listed(names)}. Öppna punkter därifrån följs upp.", style="yellow", soft_wrap=True
    )
    console.print(f"  Inga förslag till dagordning för ett råd: dagordning set {council} Pausa Ja{where}", style="dim", soft_wrap=True)
    console.print(f'  Ett annat namn på ett råd som redan finns: dagordning set RÅD "Andra namn" {name}{where}', style="dim", soft_wrap=True)


def show_left(asked: Sequence[Asked], unread: Sequence[str], console: Console) -> None:
    """What still waits since an earlier run. unread: paths of files that could not be read or are held."""
    if asked:
        console.print()
        console.print(f"{'En fråga' if len(asked) == 1 else f'{len(asked)} frågor'} väntar på svar sedan tidigare:", style="yellow")
        for one in asked[:_LEFT]:
            console.print(f"  {one.doubt.question}  {one.files[0]}{one.and_more}", soft_wrap=True)
        if len(asked) > _LEFT:
            console.print(f"  … och {len(asked) - _LEFT} till")
        console.print("  Så svarar du: dagordning explain FIL", style="dim")
    if unread:
        console.print()
        paths = ", ".join(unread[:_LEFT]) + (f" och {len(unread) - _LEFT} till" if len(unread) > _LEFT else "")
        console.print(f"Kunde inte läsas tidigare och är inte ändrade sedan dess: {paths}.", style="yellow", soft_wrap=True)


def naming(root: str) -> str:
    """What a command that is told needs beside its own words to find the folder from where we stand: nothing in the folder itself."""
    here, there = Path.cwd().resolve(), Path(root or ".").resolve()
    if here == there or there in here.parents:
        return ""
    return f' --in "{there.relative_to(here) if here in there.parents else there}"'


def show_register(register: Register, console: Console, *, items: Sequence[OpenItem] | None = None, now: date | None = None, root: str = "") -> None:
    """A council's points, oldest first, and its next meeting. items: which points; None, all open ones; now: see `_meetings`; root: see `naming`."""
    console.print(register.name, style="bold")
    console.print(f"  {_meetings(register, now=now)}", style="dim")
    shown = [item for item in register.items if item.status in STILL_OPEN] if items is None else items
    if not shown:
        console.print("  Inga öppna punkter." if items is None else "  Inga punkter.")
        return
    for item in sorted(shown, key=lambda i: (i.opened.meeting, i.key)):
        _show_item(item, register, console)
    show_puzzles(register, console, root=root)


def show_puzzles(register: Register, console: Console, *, root: str = "") -> None:
    """What the register asks, each with the points it is about and how to answer. root: see `naming`."""
    where = naming(root)
    rows = {item.key: item for item in register.items}
    for code in ("corrected", "versions_differ", "dormant"):
        some = [puzzle for puzzle in register.puzzles if puzzle.code == code]
        for puzzle in some if code != "dormant" else ():
            console.print(Padding(Text(puzzle.question, style="yellow"), (1, 0, 0, 2)))
            for quote in puzzle.quotes:
                if quote.text:
                    console.print(Padding(Text(f"”{quote.text}”", style="dim"), (0, 0, 0, 4)))
            for key in puzzle.keys:
                console.print(Padding(Text(f"{key[:8]}  {rows[key].text if key in rows else ''}"), (0, 0, 0, 4)))
            if puzzle.file is not None:
                for choice in puzzle.choices:
                    console.print(f'    Svara: dagordning answer "{puzzle.file}" {puzzle.id[:12]} "{choice}"{where}', style="dim", soft_wrap=True)
        if code == "dormant" and some:
            console.print(Padding(Text("Vilande, ingen har nämnt dem på länge. Gäller de fortfarande?", style="yellow"), (1, 0, 0, 2)))
            for puzzle in some:
                console.print(Padding(Text(f"{puzzle.keys[0][:8]}  {rows[puzzle.keys[0]].text}"), (0, 0, 0, 4)))
            console.print(Padding(Text(f"Svara: dagordning set NYCKEL status Öppen{where} (eller Klar, Avförd)", style="dim"), (0, 0, 0, 4)))


def _show_item(item: OpenItem, register: Register, console: Console) -> None:
    """The point's words, then who, when and from where on a line of their own; both fit a narrow window."""
    text = item.text if len(item.text) <= 240 else item.text[:237].rstrip() + "…"
    line = Table.grid(padding=(0, 1))
    line.add_column(width=2)
    line.add_column(width=8, style="dim")
    line.add_column(overflow="fold")
    details = [KINDS[item.kind], STATUSES[item.status]]
    if item.owners:
        details.append(", ".join(item.owners))
    if item.due:
        details.append(due_words(item))
    details.append(f"från {item.opened.meeting}" + (f", {_point(item, register)}" if item.opened.item else ""))
    details.extend(ages(item))
    line.add_row("", item.key[:8], Text(text))
    line.add_row("", "", Text(" · ".join(details), style="yellow" if item.status is RowStatus.SEEMS_DONE else "dim"))
    console.print(line)


def due_words(item: OpenItem) -> str:
    """By when a point shall be done, or when it is taken up; "" for one without."""
    if item.due is None:
        return ""
    day = item.due.date or item.due.text
    return f"senast {day}" if item.kind in (RowKind.ACTION, RowKind.CONSULTATION) else day


def ages(item: OpenItem) -> tuple[str, ...]:
    """How long a point has been with the council: meetings since it came up, and how often it was put off."""
    times = item.times_postponed
    followed = "har följt med i ett möte" if item.meetings_followed == 1 else f"har följt med i {item.meetings_followed} möten"
    return (
        *([followed] if item.meetings_followed and item.kind is not RowKind.STANDING else []),
        *([f"uppskjuten {'en gång' if times == 1 else f'{times} gånger'}"] if times else []),
    )


def _point(item: OpenItem, register: Register) -> str:
    number = item.opened.item or ""
    points = next((points for date, points in register.skeletons if date[:10] == item.opened.meeting[:10]), ())
    title = next((point.title for point in points if number in (point.number, point.title)), None)
    return f"punkt {number}" + (f" {title}" if title and title != number else "") if number[:1].isdigit() else number


def show_rules(council: str, records: Mapping[str, RuleRecord], console: Console) -> None:
    """What each rule opened and how much of it was rejected, the most rejected first."""
    table = Table("Regel", "Punkter", "Inte en uppgift", "Föreslår bara, från mötet", title=council, title_justify="left")
    rejected = {rule: sum(record.rejected.values()) for rule, record in records.items()}
    for rule, record in sorted(records.items(), key=lambda entry: (-rejected[entry[0]], entry[0])):
        table.add_row(rule, str(record.opened), str(rejected[rule]), record.proposes_from or "")
    console.print(table)


def show_columns(path: str, values: Mapping[str, ColumnValue], console: Console) -> None:
    """A file's cells by the names people see."""
    console.print(path, style="bold")
    for name in _TITLES:
        value = values.get(name)
        if value not in (None, "") and name not in ("DgFingerprint", "DgReader"):
            console.print(f"  {_TITLES[name]}: {_value(value)}", soft_wrap=True)


def show_explanation(
    minutes: Minutes,
    *,
    path: str,
    cells: Mapping[str, ColumnValue],
    kept: Mapping[str, str],
    sources: Mapping[str, str],
    console: Console,
    root: str = "",
) -> None:
    """What was written and why: each cell with its quotation or why it was left, then each fact with its rule."""
    console.print(path, style="bold")
    if minutes.document.kind != "minutes":
        console.print("  Inte en mötesanteckning: inget skrivs." if minutes.document.status != "unreadable" else f"  {minutes.document.reason}")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 1), show_header=bool(cells))
    for heading in ("Kolumn", "Värde", "Därför"):
        table.add_column(heading, overflow="fold")
    for name in _TITLES:
        value = cells.get(name)
        if name not in ("DgFingerprint", "DgReader") and (value not in (None, "") or name in kept):
            table.add_row(_TITLES[name], _value(value), _KEPT.get(kept.get(name, ""), sources.get(name, "räknat av öppna punkter och möten")))
    if cells:
        console.print(table)
    for heading, facts in _facts(minutes):
        if facts:
            console.print()
            console.print(heading, style="bold")
        for text, rule, tier, quotes in facts:
            console.print(f"  {text}", soft_wrap=True)
            console.print(f"    {rule} · {'säker' if tier == 'sure' else 'föreslagen'} · {_quoted(quotes)}", style="dim", soft_wrap=True)
    show_questions(ask_once((None, path, doubt) for doubt in minutes.doubts), console, root=root)


def _facts(minutes: Minutes) -> Iterable[tuple[str, list[tuple[str, str, str, tuple[Quote, ...]]]]]:
    yield "Beslut", [(d.text + (f" ({d.decided_by})" if d.decided_by else ""), d.rule, d.tier, d.quotes) for d in minutes.decisions]
    actions = []
    for a in minutes.actions:
        tail = "; ".join(x for x in (", ".join(a.owners), (a.due.date or a.due.text) if a.due else "") if x)
        actions.append((f"{a.text}" + (f"  [{tail}]" if tail else ""), a.rule, str(a.tier), a.quotes))
    yield "Åtgärder", actions
    yield "Uppföljning av tidigare", [(f"{f.text}  [{_FOLLOWED.get(f.status, f.status)}]", f.rule, f.tier, f.quotes) for f in minutes.follow_ups]
    yield (
        "Skjutet på",
        [(f"{p.text}  [{_put_off(p)}]", p.rule, p.tier, p.quotes) for p in minutes.postponed],
    )
    yield "Remisser", [(c.text, c.rule, c.tier, c.quotes) for c in minutes.consultations]
    yield "Stående punkter", [(s.text, s.rule, s.tier, s.quotes) for s in minutes.standing]
    yield "Kommande möten", [(" ".join(x for x in (m.date, m.start, m.place, m.note) if x), m.rule, m.tier, m.quotes) for m in minutes.next_meetings]
    yield "Personer", [(", ".join([p.name, *_about(p)]), p.rule, p.tier, p.quotes) for p in minutes.people]


def _put_off(point: Deferral) -> str:
    """How a point was put off, and to when, in words."""
    return ", ".join([_KIND_WORDS.get(point.kind, point.kind), *([point.until.date or point.until.text] if point.until else [])])


def _about(person: Person) -> list[str]:
    """How a person took part, and as what, in words."""
    return [_TOOK_PART.get(person.attendance, person.attendance), *([_ROLES.get(person.role, person.role)] if person.role else [])]


def _quoted(quotes: Iterable[Quote]) -> str:
    return " … ".join(f"{q.block}: ”{q.text}”" if q.text is not None else f"{q.block}: {WITHHELD}" for q in quotes)


def _value(value: ColumnValue) -> str:
    return "Ja" if value is True else "Nej" if value is False else "" if value is None else str(value)
