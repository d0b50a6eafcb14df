"""Puts a council's points in the order that its meetings have them."""

from __future__ import annotations

from collections.abc import Sequence

from functions.drafting.variants import Strand


def in_order(strands: Sequence[Strand], *, meetings: int) -> list[Strand]:
    """The strands in the latest meeting's order; one that it lacks comes behind its nearest forerunner in the last meeting that had it.

    An order that only the latest meeting had, against two before it that agree, does not count yet.
    """
    orders = [_stood_in(at, strands) for at in range(meetings)]
    newest = list(reversed(range(meetings)))
    if meetings >= 3 and not _agree(orders[-1], orders[-2]) and _agree(orders[-2], orders[-3]):
        newest[0], newest[1] = newest[1], newest[0]
    order: list[Strand] = []
    for meeting in newest:
        place = 0
        for strand in orders[meeting]:
            if strand not in order:
                order.insert(place, strand)
            place = order.index(strand) + 1
    return order


def _stood_in(meeting: int, strands: Sequence[Strand]) -> list[Strand]:
    found = [(one.at, strand) for strand in strands for one in strand.stood if one.meeting == meeting]
    return [strand for _, strand in sorted(found, key=lambda one: one[0])]


def _agree(one: Sequence[Strand], other: Sequence[Strand]) -> bool:
    """Whether what both have stands in one order."""
    return [strand for strand in one if strand in other] == [strand for strand in other if strand in one]
