"""Bodies of all kinds write down in many ways that they decided something; and much that only looks like it."""

from __future__ import annotations

from tests.interpreting.decided_bank import decided, entries, is_right

ENTRIES = entries()


def test_the_bank_is_large() -> None:
    assert sum(entry.decided > 0 for entry in ENTRIES) >= 400
    assert sum(not entry.decided for entry in ENTRIES) >= 270


def test_nine_of_ten_ways_of_deciding_are_read() -> None:
    """When the bank was first read, before any rule was written for it, 237 of 393 were (and 232 of 237 look-alikes were held);
    of the 61 lines at its end, on answers, offices, trials, sentences without a verb and decisions still to come, 6 of 27 (and 28 of 34)."""
    missed = [entry.text for entry in ENTRIES if entry.decided and not is_right(entry)]
    assert len(missed) <= 50, "\n".join(missed)


def test_what_only_looks_like_a_decision_is_none() -> None:
    assert [entry.text for entry in ENTRIES if not entry.decided and not is_right(entry)] == []


def test_a_formality_is_no_decision_and_told_as_what_it_is() -> None:
    untold = [entry.text for entry in ENTRIES if entry.formal and not decided(entry)]
    assert len(untold) <= 5, "\n".join(untold)
