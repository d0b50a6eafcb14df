"""So many of so many are some of them, by any word for a number."""

from __future__ import annotations

import pytest

from functions.following_up.hearing import tells_some_of


@pytest.mark.parametrize("text", ["Tre enheter av åtta har svarat", "En av tre är klar", "Ett av 4 avtal är påskrivet"])
def test_so_many_of_so_many_are_some(text: str) -> None:
    assert tells_some_of(text)


@pytest.mark.parametrize("text", ["En enhet har svarat", "Enkäten är klar av en slump", "Ett utkast av avtalet är klart"])
def test_a_number_alone_is_no_share(text: str) -> None:
    assert not tells_some_of(text)
