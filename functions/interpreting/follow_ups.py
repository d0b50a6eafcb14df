"""What these minutes say of earlier tasks: follow-up passages, and rows of action tables with a status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.outcomes import has_happened, is_ticked, is_to_come, status_of
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement, is_about_minutes, is_follow_up, title_says
from functions.interpreting.subjects import Cast
from functions.languages import LanguagePack
from functions.model.minutes import FollowUp, Tier

RULE_SECTION = "follow_up.section"
RULE_PAIRED = "follow_up.paired"
_SHORT_TASK = 14  # words of a cell that only names a task
_ROUND = 14  # words of a sentence that only tells that tasks were gone through
_REPORTED = 3  # words of one that only tells who reported


def find_follow_ups(layout: Layout, statements: list[Statement], cast: Cast, *, pack: LanguagePack) -> list[FollowUp]:
    """The follow-ups of follow-up passages, in order. A left cell with tasks and a right cell with outcomes are paired."""
    found: list[FollowUp] = []
    paired: set[int] = set()
    for item in layout.items:
        if is_follow_up(item, pack=pack):
            pairs = list(_pairs(item, pack=pack))
            if pairs:
                paired.add(id(item))
                found.extend(_paired(item, task, outcome, cast, pack=pack) for task, outcome in pairs)
    lines: dict[tuple[str, int], list[Statement]] = {}
    for statement in statements:
        if statement.mode == "follow_up" and id(statement.item) not in paired:
            lines.setdefault((statement.line.span.block.id, statement.line.span.start), []).append(statement)
    for rest in _without_rows(lines, found, cast, pack=pack):
        told = False  # under one label, what is told after the first may be of something else
        for group in _parts(rest, pack=pack):
            follow_up = _of_line(group, cast, pack=pack)
            if follow_up is not None:
                doubtful = told and group[0].lead is not None
                found.append(replace(follow_up, tier=Tier.PROPOSED) if doubtful else follow_up)
                told = told or follow_up.status != "mentioned"
    return found


def with_rows(said: Sequence[FollowUp], rows: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
    """What is said of earlier tasks with what rows of tables tell of them; words that a row holds are the row's own."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for quote in (quote for row in rows for quote in row.quotes):
        taken.setdefault(quote.block, []).append((quote.start, quote.end))
    own = [[any(start <= quote.start and quote.end <= end for start, end in taken.get(quote.block, ())) for quote in one.quotes] for one in said]
    return (*(one for one, held in zip(said, own, strict=True) if not held or not all(held)), *rows)


def _without_rows(
    lines: dict[tuple[str, int], list[Statement]], found: list[FollowUp], cast: Cast, *, pack: LanguagePack
) -> Iterator[list[Statement]]:
    """The lines, but for those of two cells side by side, the task and what became of it, which are found as pairs."""
    rows: dict[tuple[int, int], dict[int, list[list[Statement]]]] = {}
    for line in lines.values():
        cell = line[0].line.span.block.cell
        if cell is not None and line[0].item is not None:
            rows.setdefault((cell.table, cell.row), {}).setdefault(cell.col, []).append(line)
    paired: set[int] = set()
    for cells in rows.values():
        if len(cells) == 2 and all(len(cell) == 1 for cell in cells.values()):
            (task,), (outcome,) = (cells[col] for col in sorted(cells))
            words = " ".join(one.text for one in task)
            if len(words.split()) <= _SHORT_TASK and status_of(words, task="", pack=pack) == "mentioned" and task[0].item is not None:
                paired |= {id(task), id(outcome)}
                span = task[0].line.span
                found.append(_paired(task[0].item, span, (outcome[0].line.span,), cast, pack=pack))
    yield from (line for line in lines.values() if id(line) not in paired)


def _pairs(item: ItemText, *, pack: LanguagePack) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Tasks from the left cell with what the right cell says of each: by order when they are as many, else by shared words."""
    tasks = [_without_label(line.span, pack=pack) for line in item.lines if line.column == "title"]
    outcomes = [line.span for line in item.lines if line.column == "note"]
    if not tasks or not outcomes:
        return
    if len(tasks) == len(outcomes):
        for task, outcome in zip(tasks, outcomes, strict=True):
            yield task, (outcome,)
        return
    for task in tasks:
        words = _content(task.text, pack=pack)
        scored = [(len(words & _content(o.text, pack=pack)), -n, o) for n, o in enumerate(outcomes)]
        best = max(scored, key=lambda entry: entry[:2])
        yield task, (best[2],) if best[0] >= 1 else ()


def _content(text: str, *, pack: LanguagePack) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold())).difference(pack.words("follow_ups", "common"))


def _without_label(span: Span, *, pack: LanguagePack) -> Span:
    match = re.match(r"([^:]{1,30}):\s+", span.text)
    return span.part(match.end(), len(span.text)) if match and folded_label(match[1]) in pack.all_words("labels") else span


def _paired(item: ItemText, task: Span, outcome: tuple[Span, ...], cast: Cast, *, pack: LanguagePack) -> FollowUp:
    owners = _owners(task, item, cast)
    told = " ".join(o.text for o in outcome)
    return FollowUp(
        item=item.ref,
        text=task.text,
        owners=owners,
        status=status_of(told, task=task.text, pack=pack) if outcome else "mentioned",
        by=None,
        rule=RULE_PAIRED,
        tier=Tier.SURE,
        quotes=quotes_of([task, *outcome]),
    )


def _owners(task: Span, item: ItemText, cast: Cast) -> tuple[str, ...]:
    subjects = [s for s in cast.subjects(task.text, item=item) if not s.group]
    return cast.owners_of(subjects[0], task, item=item).names if subjects else ()


def _parts(line: list[Statement], *, pack: LanguagePack) -> list[list[Statement]]:
    """The sentences of a paragraph by task: one with a status of its own opens the next, "Den är skickad" does not."""
    parts: list[list[Statement]] = []
    for statement in line:
        status = _standing(statement.text, pack=pack)
        if parts:
            so_far = _standing(" ".join(s.text for s in parts[-1]), pack=pack)
            goes_on = words_of(pack, "follow_ups", "goes_on").match(statement.text) is not None
            if so_far == "mentioned" or status == "mentioned" or len(statement.text.split()) < 4 or goes_on:
                parts[-1].append(statement)
                continue
        parts.append([statement])
    return parts


def _standing(text: str, *, pack: LanguagePack) -> str:
    """How it stands by a sentence, be it only by telling what happened."""
    status = status_of(text, task="", pack=pack)
    return "done" if status == "mentioned" and has_happened(text, pack=pack) else status


def _of_line(group: list[Statement], cast: Cast, *, pack: LanguagePack) -> FollowUp | None:
    spans = [s.span for s in group]
    if group[0].lead is not None:
        spans.insert(0, group[0].lead)
    words = joined(s.span for s in group)
    lead = group[0].lead
    text = words if lead is None or words.startswith(lead.text) else f"{lead.text}: {words}"  # "Nr 28: …" may stand in both
    ticked = group[0].first and is_ticked(group[0].line.span.text)
    if (len(re.findall(r"\w+", text)) < 2 and not ticked) or _tells_nothing(words, pack=pack):
        return None
    item = group[0].item
    status = "done" if ticked else status_of(text, task="", pack=pack)
    owners: tuple[str, ...] = ()
    for span in spans:
        owners = owners or (_owners(span, item, cast) if item is not None else ())
    if not owners and _tells_news(item, pack=pack):
        return None  # "Tuna kommun har fått två platser": of nobody here
    happened = status == "mentioned" and has_happened(words, pack=pack)
    status = "done" if happened else status
    return FollowUp(
        item=item.ref if item is not None else None,
        text=text,
        owners=owners,
        status=status,
        by=owners[0] if owners and status in ("done", "part_done") else None,
        rule=RULE_SECTION,
        tier=Tier.PROPOSED if happened or _is_among_news(item, pack=pack) or _is_doubtful(words, status, pack=pack) else Tier.SURE,
        quotes=quotes_of(spans),
    )


def _is_among_news(item: ItemText | None, *, pack: LanguagePack) -> bool:
    """Whether a title only touches on tasks ("Anmälningsärenden", "Uppdragsbeskrivning"): what is told there may be of none of them."""
    if item is None or is_follow_up(item, pack=pack) or is_about_minutes(item, pack=pack):
        return False
    return title_says(item, "task_list", pack=pack) and not title_says(item, "task_log", pack=pack)


def _tells_news(item: ItemText | None, *, pack: LanguagePack) -> bool:
    """Whether a title touches on tasks and names no list of them alone: "Meddelanden", "Ny uppdragsbeskrivning", not "Uppdrag"."""
    if item is None or not _is_among_news(item, pack=pack):
        return False
    return title_says(item, "news", pack=pack) or folded_label(item.name) not in pack.words("items", "task_list")


def _is_doubtful(words: str, status: str, *, pack: LanguagePack) -> bool:
    """Whether what is told does not settle how it stands: nothing told, more to be done yet, or something beside the task."""
    if status not in ("done", "dropped"):
        return status == "mentioned"
    return is_to_come(words, pack=pack) or words_of(pack, "follow_ups", "aside").search(words) is not None


def _tells_nothing(words: str, *, pack: LanguagePack) -> bool:
    """Whether words only keep the meeting in order: the list was gone through, somebody reported, the previous minutes were approved."""
    short = len(words.split())
    if short < _ROUND and phrase(pack, "<<follow_ups.went_through>>").search(words):
        return True
    if short <= _REPORTED and words_of(pack, "follow_ups", "reported").search(words):
        return True
    ordered = words_of(pack, "formalities", "words", "alone", "approvals", "approved_previous").search(words) is not None
    if ordered and words_of(pack, "formalities", "papers").search(words):
        return True
    rest = words_of(pack, "formalities", "words", "alone", "approvals", "papers", "approved_previous").sub(" ", words)
    return ordered and not re.search(r"\w{3,}", phrase(pack, r"\b<<follow_ups.of_minutes|decisions.participles|grammar.and>>\b").sub(" ", rest))
