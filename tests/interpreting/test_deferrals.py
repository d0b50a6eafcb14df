"""What was put off, sent out for comment or made standing."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import ROSTER, minutes_with, read


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        ("Frågan bordläggs till mötet den 23 april.", "tabled", "2026-04-23"),
        ("Ärendet bordlades till den 23 april.", "tabled", "2026-04-23"),
        ("Ärendet återremitteras till arbetsgruppen.", "returned", None),
        ("Punkten tas upp igen vid nästa möte.", "deferred", None),
        ("Frågan skjuts upp till hösten.", "deferred", None),
        ("Frågan tas upp vid mötet den 15 september.", "deferred", "2026-09-15"),
        ("Rådet avvaktar med frågan.", "parked", None),
        ("Frågan får stå över.", "deferred", None),
        ("Ingen har hunnit läsa underlaget. Till aprilmötet.", "deferred", "2026-04-30"),
    ],
)
def test_a_matter_put_off_is_read_by_its_kind(sentence: str, kind: str, date: str | None) -> None:
    (found,) = minutes_with(sentence).postponed
    assert found.kind == kind
    assert (found.until.date if found.until else None) == date


@pytest.mark.parametrize(
    "sentence",
    [
        "Ärendet bordlades den 5 februari.",
        "Ärendet återremitterades den 27 januari.",
        "Frågan bordlades vid föregående möte.",
        "Vid mötet den 5 februari bordlades frågan.",
        "Ärendet, som bordlades i januari, avgjordes.",
        "Kliniken avvaktar besked från regionen.",
        "Frågan lyfts av patienterna.",
        "Ska frågan bordläggas?",
        "Tekniska tar det efter sommaren.",
        "Underlaget är skickat till alla. Till aprilmötet.",
    ],
)
def test_history_and_other_bodies_put_nothing_off(sentence: str) -> None:
    assert minutes_with(sentence).postponed == ()


@pytest.mark.parametrize(
    ("sentence", "tier"),
    [
        ("Frågan tas upp vid mötet den 15 september.", "sure"),
        ("Diskussionen fortsätter vid mötet den 15 september.", "sure"),
        ("Ingen löste skärmen. Nytt försök den 15 september.", "proposed"),
        ("Ingen löste skärmen. Ny genomgång i höst.", "proposed"),
    ],
)
def test_another_round_is_proposed_and_a_matter_that_comes_up_is_sure(sentence: str, tier: str) -> None:
    (found,) = minutes_with(sentence).postponed
    assert found.tier == tier


def test_next_meeting_is_the_day_that_the_minutes_announce() -> None:
    minutes = minutes_with("Punkten tas upp igen vid nästa möte.", "Nästa möte är den 23 april 2026 kl. 13.00.")
    assert minutes.postponed[0].until is not None and minutes.postponed[0].until.date == "2026-04-23"


def test_a_consultation_has_its_reply_day() -> None:
    (found,) = minutes_with("Remissen om vårdprogrammet ska besvaras senast den 3 maj.").consultations
    assert found.answer_by is not None and found.answer_by.date == "2026-05-03"


def test_a_referral_of_a_patient_is_no_consultation() -> None:
    assert minutes_with("Remissen till röntgen skrivs av läkaren på vårdcentralen.").consultations == ()


def test_a_standing_point_is_read() -> None:
    assert len(minutes_with("Läkemedel tas med som stående punkt framöver.").standing) == 1
    assert minutes_with("Läkemedel var tidigare en stående punkt.").standing == ()


def test_a_matter_that_is_not_put_off_is_none() -> None:
    signs = "Frågan bordläggs inte utan avslutas.\nFrågan om skyltar ska inte bordläggas."
    minutes = read(f"{ROSTER}# 1. Skyltar\n{signs}\n# 2. Parkering\nFrågan om parkering hanns inte med utan bordläggs.\n")
    assert [deferral.text for deferral in minutes.postponed] == ["Frågan om parkering hanns inte med utan bordläggs."]
