"""What these minutes say of earlier tasks: follow-up passages, and rows of action tables with a status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functions.interpreting.headings import folded_label
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement, is_follow_up
from functions.interpreting.subjects import Cast
from functions.languages import LanguagePack
from functions.model.minutes import FollowUp, Tier

RULE_SECTION = "follow_up.section"
RULE_PAIRED = "follow_up.paired"


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
    for group in [part for line in lines.values() for part in _parts(line, cast, pack=pack)]:
        follow_up = _of_line(group, cast, pack=pack)
        if follow_up is not None:
            found.append(follow_up)
    return found


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
    return FollowUp(
        item=item.ref,
        text=task.text,
        owners=owners,
        status=status_of(" ".join(o.text for o in outcome), task=task.text, pack=pack) if outcome else "mentioned",
        by=None,
        rule=RULE_PAIRED,
        tier=Tier.SURE,
        quotes=quotes_of([task, *outcome]),
    )


def _owners(task: Span, item: ItemText, cast: Cast) -> tuple[str, ...]:
    subjects = [s for s in cast.subjects(task.text, item=item) if not s.group]
    return cast.owners_of(subjects[0], task, item=item).names if subjects else ()


def _parts(line: list[Statement], cast: Cast, *, pack: LanguagePack) -> list[list[Statement]]:
    """The sentences of a paragraph by the task that they tell of: somebody else's name or a status of its own opens the next."""
    parts: list[list[Statement]] = []
    for statement in line:
        status = status_of(statement.text, task="", pack=pack)
        if parts:
            so_far = status_of(" ".join(s.text for s in parts[-1]), task="", pack=pack)
            people = [s for s in cast.subjects(statement.text, item=statement.item) if not s.group]
            fresh = bool(people) and people[0].start == 0
            if so_far == "mentioned" or status == "mentioned" or len(statement.text.split()) < 6 or not (fresh or len(statement.text.split()) > 8):
                parts[-1].append(statement)
                continue
        parts.append([statement])
    return parts


def _of_line(group: list[Statement], cast: Cast, *, pack: LanguagePack) -> FollowUp | None:
    spans = [s.span for s in group]
    if group[0].lead is not None:
        spans.insert(0, group[0].lead)
    text = joined(spans)
    if len(re.findall(r"\w+", text)) < 2:
        return None
    if phrase(pack, "<<follow_ups.went_through>>").search(text) and len(text.split()) < 14:
        return None
    item = group[0].item
    status = status_of(text, task="", pack=pack)
    owners: tuple[str, ...] = ()
    for span in spans:
        owners = owners or (_owners(span, item, cast) if item is not None else ())
    return FollowUp(
        item=item.ref if item is not None else None,
        text=text,
        owners=owners,
        status=status,
        by=owners[0] if owners and status in ("done", "part_done") else None,
        rule=RULE_SECTION,
        tier=Tier.SURE if status != "mentioned" else Tier.PROPOSED,
        quotes=quotes_of(spans),
    )


def status_of(text: str, *, task: str, pack: LanguagePack) -> str:
    """How it stands with a task by what is said of it: done, part_done, kept, dropped or mentioned. A denial keeps it open."""
    folded = text.casefold().strip()
    cell = folded_label(text)
    for status, words in pack.table("tables", "statuses").items():
        if cell in words:
            return status
    dropped = words_of(pack, "follow_ups", "dropped").search(folded)
    kept = words_of(pack, "follow_ups", "kept").search(folded)
    part = words_of(pack, "follow_ups", "part_done").search(folded)
    done = _affirmed(folded, pack=pack) or bool(phrase(pack, _PERFECT).search(folded))
    if task and words_of(pack, "follow_ups", "invites").search(task) and words_of(pack, "follow_ups", "accepts").search(folded):
        return "done"
    if dropped and not done:
        return "dropped"
    if done and (part or (kept and kept[0] not in pack.words("follow_ups", "coming"))):
        return "part_done"
    if part and part[0].startswith(pack.words("follow_ups", "partly")):
        return "part_done"
    if done:
        return "done" if not kept else "part_done"
    if kept or words_of(pack, "follow_ups", "not_done").search(folded):
        return "kept"
    return "mentioned"


# "Bo har tillskrivit nämnden": done, unless it was only begun or planned.
_PERFECT = r"\b<<follow_ups.have>>\s+(?:<<follow_ups.since>>\s+)?(?!<<follow_ups.not_finished>>\b)<<follow_ups.finished>>\b"


def _affirmed(folded: str, *, pack: LanguagePack) -> bool:
    """Whether a word for done stands there without a denial right before it."""
    denial = words_of(pack, "follow_ups", "not_done")
    for match in words_of(pack, "follow_ups", "done").finditer(folded):
        before = " ".join(folded[: match.start()].split()[-2:])
        within = folded[match.start() : match.end() + 20].split()[:4]
        if not denial.search(before) and not denial.search(" ".join(within)):
            return True
    return False
