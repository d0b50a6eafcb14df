"""Decisions that a list at the end of the minutes tells again ("Beslut i korthet"): each is told once, at the point where it was taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from functions.interpreting.labels import folded_label
from functions.interpreting.passages import label_kinds
from functions.interpreting.phrases import phrase
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack
from functions.model.minutes import Decision, Tier

_CLOSING = 4  # points at the end among which such a list stands
_LISTED = 2  # decisions that make a list
_STEM, _NAMING = 5, 4  # letters by which a word is known again, and of a word that names something
_SHARE = 0.75  # so much of what the shorter one names both name
_MOST = 60  # decisions; a longer list is compared with nothing, so that time grows with length and no faster


def summary_of(statements: Sequence[Statement], *, pack: LanguagePack) -> str | None:
    """The point whose title says that it lists the meeting's decisions, the only one of its kind and at the end; None where there is none."""
    points = list(dict.fromkeys(one.item.ref for one in statements if one.item is not None))
    listing = {one.item.ref for one in statements if one.item is not None and one.mode == "decision" and _lists(one.item.name, pack=pack)}
    found = [ref for ref in points[-_CLOSING:] if ref in listing]
    other = any(one.mode != "decision" for one in statements if one.item is not None and one.item.ref in found)
    return found[0] if len(listing) == len(found) == 1 < len(points) and not other else None


def _lists(title: str, *, pack: LanguagePack) -> bool:
    return label_kinds(pack).get(folded_label(title)) == "decision" or phrase(pack, r"\b<<decisions.noun>>\b").search(title) is not None


def told_once(decisions: Sequence[Decision], summary: str | None, *, pack: LanguagePack) -> list[Decision]:
    """The decisions without those of the list that stand at their own point too; what was only proposed there is sure by being listed."""
    kept: dict[int, Decision] = {id(one): one for one in decisions}
    of_points = [one for one in decisions if _is_of_a_point(one, summary)]
    for one in listed_in(decisions, summary):
        again = next((other for other in of_points if is_same(one.text, other.text, pack=pack)), None)
        if again is not None:
            of_points.remove(again)  # another line of the list tells another decision
            del kept[id(one)]
            if one.tier is Tier.SURE and kept[id(again)].tier is Tier.PROPOSED:
                kept[id(again)] = replace(kept[id(again)], rule=one.rule, tier=one.tier)
    return list(kept.values())


def listed_in(decisions: Sequence[Decision], summary: str | None) -> list[Decision]:
    """The decisions of such a list; none where there are too few to make one."""
    listed = [one for one in decisions if summary is not None and one.item == summary and one.kind == "decision"]
    return listed if _LISTED <= len(listed) <= _MOST else []


def _is_of_a_point(one: Decision, summary: str | None) -> bool:
    return one.item != summary and one.kind == "decision" and one.decided_by is None


def is_same(one: str, other: str, *, pack: LanguagePack) -> bool:
    """Whether two sentences tell the same decision: they name the same things, no figure or month of the one is another in the other, and both
    or none refuse."""
    no = phrase(pack, r"\b<<grammar.negations|decisions.refusals>>\b")
    when = phrase(pack, r"\d+|\b<<dates.month_names.full|dates.numbers>>\b")
    figures = [{found[0].casefold() for found in when.finditer(text)} for text in (one, other)]
    if (no.search(one) is None) != (no.search(other) is None) or (all(figures) and not (figures[0] <= figures[1] or figures[1] <= figures[0])):
        return False
    names = [{word[:_STEM] for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= _NAMING} for text in (one, other)]
    fewer = min(map(len, names))
    return fewer > 1 and len(names[0] & names[1]) >= _SHARE * fewer
