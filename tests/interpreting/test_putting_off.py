"""The many ways in which matters are put off, by all sorts of bodies and in all sorts of dictions, and what only sounds like it."""

from __future__ import annotations

import pytest

from functions.model.minutes import Minutes, Tier
from tests.interpreting.kept_bank import NOT
from tests.interpreting.pages import ROSTER, read
from tests.interpreting.putting_off_bank import PUT_OFF

END = """
# 2. Nästa möten
23 april 2026 kl. 13.00–15.00
28 maj 2026 kl. 13.00–15.00
10 september 2026 kl. 13.00–15.00
# 3. Avslutning
Helga Norin avslutar mötet och tackar för intresset.
"""


def minutes_with(sentence: str) -> Minutes:
    return read(f"{ROSTER}# 1. Parkering vid entrén\nBo Alm berättade om läget. Rådet diskuterade frågan.\n{sentence}\n{END}")


@pytest.mark.parametrize("line", PUT_OFF.strip().splitlines())
def test_a_matter_put_off_is_read_with_its_kind_and_until_when(line: str) -> None:
    kind, until, sentence = (part.strip() for part in line.split("|", 2))
    minutes = minutes_with(sentence)
    (found,) = minutes.postponed
    assert found.kind == kind
    assert minutes.actions == ()
    day = found.until.date if found.until is not None else None
    if until == "words":
        assert found.until is not None and found.until.text
    else:
        assert day == {"next": "2026-04-23", "": None}.get(until, until)


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_what_only_sounds_like_it_puts_nothing_off(sentence: str) -> None:
    assert minutes_with(sentence).postponed == ()


@pytest.mark.parametrize("sentence", [*[line.split("|", 2)[2] for line in PUT_OFF.strip().splitlines()], *NOT.strip().splitlines()])
def test_a_matter_put_off_announces_no_meeting(sentence: str) -> None:
    assert [meeting.date for meeting in minutes_with(sentence).next_meetings] == ["2026-04-23", "2026-05-28", "2026-09-10"]


def test_what_two_sentences_say_of_one_matter_is_one_deferral() -> None:
    (found,) = minutes_with("Ärendet bordläggs. Det tas upp igen vid mötet den 28 maj.").postponed
    assert (found.kind, found.until and found.until.date, len(found.quotes)) == ("tabled", "2026-05-28", 2)


def test_what_the_body_itself_takes_up_later_is_no_task() -> None:
    minutes = minutes_with("Rådet återkommer till ämnet efter sommaren.")
    assert len(minutes.postponed) == 1 and minutes.actions == ()


def test_another_bodys_matter_is_not_put_off_by_this_one() -> None:
    assert minutes_with("Nämnden kommer att ta upp det i maj.").postponed == ()


def test_the_surer_of_two_sentences_tells_how_sure_one_deferral_is() -> None:
    (found,) = minutes_with("Rådet vill avvakta utvärderingen. Ärendet bordläggs till mötet den 28 maj.").postponed
    assert (found.rule, found.tier) == ("postponed.tabled", Tier.SURE)


def test_a_bold_word_above_a_list_puts_nothing_off() -> None:
    assert minutes_with("**Parkerat**\n- Jourlinje på röntgen").postponed == ()
    assert [found.kind for found in minutes_with("Frågan parkeras, pengar saknas.").postponed] == ["parked"]
