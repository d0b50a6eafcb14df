"""Papers made from minutes: such as leave something out and are minutes still, and such as tell of the same meeting without being minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from functions.interpreting.laying_out import lay_out
from functions.interpreting.layout import Layout
from functions.interpreting.spans import lines_of
from functions.interpreting.title_words import names_minutes
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind, Document, Part
from tests.interpreting.pages import page

Gold = dict[str, Any]


def stripped(document: Document, gold: Gold, *, pack: LanguagePack) -> Iterator[tuple[str, Document]]:
    """What is minutes still: without a title, without page heads, as a mail, only its decisions, only its body."""
    layout = lay_out(document, pack=pack)
    untitled = _untitled(document, pack=pack)
    yield "no page heads", replace(document, blocks=tuple(b for b in document.blocks if b.part is not Part.HEADER))
    yield "no title", replace(document, blocks=untitled)
    yield "as a mail", _as_mail(untitled, gold)
    decided = _decisions_alone(gold)
    if len(decided) >= 8:
        yield "only its decisions", page("\n".join(decided))
    first = next((line.block.id for item in layout.items[:1] for line in item.title), None)
    if first is not None:
        at = next(n for n, block in enumerate(document.blocks) if block.id == first)
        yield "only its body", replace(document, blocks=tuple(b for b in document.blocks[at:] if b.part is Part.BODY))


def agendas(gold: Gold) -> Iterator[tuple[str, Document]]:
    """What tells of the meeting before it was held."""
    body, date = _first(gold["meeting"]["body"]) or "Rådet", _first(gold["meeting"].get("date")) or "2026-03-05"
    titles = [(str(_first(number) or ""), str(_first(title))) for number, title, *_ in gold["items"]]
    names = [person["name"] for person in gold.get("people", ()) if isinstance(person["name"], str)]
    proposed = {str(_first(d["item"])): d["text"] for d in gold.get("decisions", ()) if d.get("item")}
    place = f"Plats: {_first(gold['meeting'].get('place')) or 'Sal Linden'}\nTid: {_first(gold['meeting'].get('start')) or '13:00'}–16:00"
    numbered = [f"{n}. {title}" for n, (_, title) in enumerate(titles, 1)]
    who = [names[n % len(names)] if names else "Bo Alm" for n in range(len(titles))]
    minute = [f"{9 + n // 6:02}.{n % 6 * 10:02}" for n in range(len(titles))]
    yield "agenda, titles", page(f"Dagordning {body} {date}\n{place}\n" + "\n".join(numbered))
    yield (
        "agenda, presenters",
        page(f"{body}\nDagordning\nDatum: {date}\n{place}\n" + "\n".join(f"{t} – {w}, 10 min" for t, w in zip(numbered, who, strict=True))),
    )
    yield (
        "agenda, no title",
        page(
            f"{body} möte {date}\n{place}\nDeltagare: {', '.join(names[:8])}\n" + "\n".join(f"{t} ({w})" for t, w in zip(numbered, who, strict=True))
        ),
    )
    rows = [f"| {n or m} | {t} | {w} | {proposed.get(n, '')} |" for m, ((n, t), w) in enumerate(zip(titles, who, strict=True), 1)]
    yield "agenda, table", page(f"{body}\n{date}\n{place}\n| Nr | Ärende | Föredragande | Förslag till beslut |\n" + "\n".join(rows))
    timed = [f"| {m} | {t} | {w} | Information |" for m, (_, t), w in zip(minute, titles, who, strict=True)]
    yield "agenda, times", page(f"{body} {date}\n{place}\nDeltagare: {', '.join(names)}\n| Tid | Punkt | Ansvarig | Syfte |\n" + "\n".join(timed))
    yield (
        "decision papers",
        page(
            f"{body} {date}\n{place}\n"
            + "\n".join(
                f"§ {n} {t}\nFöredragande: {w}\nFörslag till beslut:\n{proposed.get(n, 'Informationen läggs till handlingarna')}"
                for (n, t), w in zip(titles, who, strict=True)
            )
        ),
    )
    yield (
        "agenda, prompts of ours",
        page(f"{body} {date}\nKallade: {', '.join(names)}\n" + "\n".join(f"{t}\nAnteckningar:\nBeslut:\nAnsvarig:" for t in numbered)),
    )


def parts(document: Document, gold: Gold, *, pack: LanguagePack) -> Iterator[tuple[str, Document]]:
    """What holds a piece of the minutes alone: tasks, people, one point as an enclosure; and the form with nothing filled in."""
    body, date = _first(gold["meeting"]["body"]) or "Rådet", _first(gold["meeting"].get("date")) or "2026-03-05"
    tasks = [(a["text"], ", ".join(o for o in a["owners"] if isinstance(o, str)), a.get("due_text") or "") for a in gold.get("actions", ())]
    people = [person for person in gold.get("people", ()) if isinstance(person["name"], str)]
    layout = lay_out(document, pack=pack)
    if len(tasks) >= 2:
        yield "task list", page("Åtgärdslista " + body + "\n| Vad | Vem | När |\n" + "\n".join(f"| {t} | {o} | {d} |" for t, o, d in tasks))
        yield (
            "task log",
            page(
                f"{body}\nUppdaterad {date}\n| Nr | Uppgift | Ansvarig | Klart | Status | Anteckning |\n"
                + "\n".join(f"| {n} | {t} | {o} | {d} | Pågår | {o} återkommer |" for n, (t, o, d) in enumerate(tasks, 1))
            ),
        )
        yield "task lines", page(f"{body} – att göra\n" + "\n".join(f"- {t} ({o}) {d}" for t, o, d in tasks))
    if len(people) >= 2:
        yield "people", page(f"{body}\n{date}\n" + "\n".join(p["name"] for p in people))
        yield (
            "people, table",
            page(f"{body}\n{date}\n| Namn | Roll | Närvaro |\n" + "\n".join(f"| {p['name']} | {_first(p.get('role')) or ''} | |" for p in people)),
        )
    for item in layout.items[2:5:2]:
        said = "\n".join(line.span.text for line in item.lines if line.column != "decision")
        if len(said) > 120:
            yield "enclosure", page(f"Underlag: {item.name}\n{date}\n{said}")
    yield "emptied", _emptied(document, layout)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _untitled(document: Document, *, pack: LanguagePack) -> tuple[Block, ...]:
    """Without the lines near the top that call it minutes, page heads and feet among them."""
    top = {block.id for block in document.body()[:14] if block.cell is None}
    told = {block.id for block in document.body() if block.id in top and any(names_minutes(line.text, pack=pack) for line in lines_of(block))}
    return tuple(b for b in document.blocks if b.part is Part.BODY and b.id not in told)


def _as_mail(blocks: tuple[Block, ...], gold: Gold) -> Document:
    """The text as plain lines below a mail's head, each row of a table on a line."""
    body = _first(gold["meeting"]["body"]) or "mötet"
    lines = [f"Från: Tove Myr\nTill: {body}\nÄmne: Anteckningar {_first(gold['meeting'].get('date')) or ''}\nHej!"]
    row = None
    for block in blocks:
        where = (block.cell.table, block.cell.row) if block.cell is not None else None
        text = f"{block.number} {block.text}" if block.number else block.text
        if where is not None and where == row:
            lines[-1] += f"\t{text}"
        else:
            lines.append(text)
        row = where
    return Document(tuple(Block(f"b{n}", line) for n, line in enumerate("\n".join(lines).split("\n"), 1)))


def _decisions_alone(gold: Gold) -> list[str]:
    """Who came, and below each point what was decided."""
    names = [p["name"] for p in gold["people"] if isinstance(p["name"], str) and _first(p.get("attendance")) == "present"]
    lines = [f"{_first(gold['meeting']['body']) or 'Rådet'} {_first(gold['meeting'].get('date')) or ''}", f"Närvarande: {', '.join(names)}"]
    for number, title, *_ in gold["items"]:
        said = [d["text"] for d in gold["decisions"] if str(_first(d.get("item"))) == str(_first(number))]
        if said:
            lines += [f"§ {_first(number)} {_first(title)}", *(f"Beslut: {text}" for text in said)]
    return lines


def _emptied(document: Document, layout: Layout) -> Document:
    """The form: titles and labels stay, what stood behind and below them is gone."""
    titles = {span.block.id: span for item in layout.items for span in item.title}
    labels = {section.label.block.id for section in layout.sections if section.label is not None}
    kept = []
    for n, block in enumerate(document.blocks):
        head, colon, _ = block.text.partition(":")
        if block.id in titles:
            kept.append(replace(block, text=block.text[: titles[block.id].end], runs=(), links=(), controls=()))
        elif block.kind is BlockKind.HEADING or n < 1 or block.part is not Part.BODY:
            kept.append(block)
        elif (block.id in labels or colon) and len(head) < 25:
            kept.append(replace(block, text=head + ":", runs=(), links=(), controls=()))
        elif block.cell is not None:
            kept.append(replace(block, text="", runs=(), links=(), controls=()))
    return replace(document, blocks=tuple(kept))
