"""Measures how alike two spellings are."""

from __future__ import annotations


def edit_distance(left: str, right: str, *, limit: int = 99) -> int:
    """Optimal string alignment: the fewest insertions, deletions, swaps of letters and of neighbours; limit + 1 when it is more than `limit`."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row = row, [i]
        for j, b in enumerate(right, 1):
            best = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = previous
        if min(row) > limit and min(before) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def jaro_winkler(left: str, right: str) -> float:
    """Likeness from 0 to 1 that counts the beginning most (Winkler 1990, prefix of 4, weight 0.1)."""
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    reach = max(len(left), len(right)) // 2 - 1
    taken = [False] * len(right)
    matched: list[str] = []
    for i, a in enumerate(left):
        for j in range(max(0, i - reach), min(len(right), i + reach + 1)):
            if not taken[j] and right[j] == a:
                taken[j] = True
                matched.append(a)
                break
    if not matched:
        return 0.0
    other = [b for b, used in zip(right, taken, strict=True) if used]
    swaps = sum(a != b for a, b in zip(matched, other, strict=True)) / 2
    hits = len(matched)
    jaro = (hits / len(left) + hits / len(right) + (hits - swaps) / hits) / 3
    prefix = 0
    for a, b in zip(left[:4], right[:4], strict=False):
        if a != b:
            break
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro)
