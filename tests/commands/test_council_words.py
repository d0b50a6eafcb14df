"""What the secretary says of a council and of what its minutes call people, where there is no list to write in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from functions import errors
from functions.commands import council_words, saying
from tests.pipeline.desk import EARS, EYES, Desk, ask, minutes

PAPER = minutes("2026-03-05", "Kameror: HL tar fram anvisningar för kameran i maj 2026.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", PAPER)
    desk.run()
    return desk


def put(desk: Desk, setting: str, value: str, *, council: str = EYES) -> None:
    with desk.opened() as (place, library):
        saying.set_value(place, library, target=council, name=setting, value=value, by="Tove Myr")


def call(desk: Desk, name: str, **words: object) -> None:
    given = {"called": None, "initials": None, "council": None, "remove": False, **words}
    with desk.opened() as (place, library):
        council_words.say_name(place, library, name=name, by="Tove Myr", **given)  # type: ignore[arg-type]


def settings(desk: Desk, council: str = EYES) -> dict[str, object]:
    return dict(json.loads(ask("councils", desk.root, "--council", council, "--json")))


def owners(desk: Desk) -> tuple[str, ...]:
    return desk.row("anvisningar").owners


@pytest.mark.parametrize(
    ("setting", "said", "held"),
    [
        ("Andra namn", "Ögonrådet; ÖR", "Ögonrådet\nÖR"),
        ("mapp", "Ögon/Protokoll", "Ögon/Protokoll"),
        ("Dagar före", "14", 14),
        ("Tysta veckor", "52, 27-30", "27-30, 52"),
        ("Startdatum", "2025-09-01", "2025-09-01"),
        ("Pausa", "Ja", True),
        ("Fasta punkter", "Mötets öppnande; Övriga frågor", "Mötets öppnande\nÖvriga frågor"),
        ("Årshjul", "september: budget; lokaler", "september: budget; lokaler"),
        ("Sekreterare", "Tove Myr", "Tove Myr"),
    ],
)
def test_every_setting_of_the_list_is_set_by_its_name(desk: Desk, setting: str, said: str, held: object) -> None:
    put(desk, setting, said)
    assert settings(desk)[next(name for name in settings(desk) if name.casefold() == setting.casefold())] == held
    put(desk, setting, "" if setting not in ("Dagar före", "Pausa") else "21" if setting == "Dagar före" else "Nej")
    assert next(value for name, value in settings(desk).items() if name.casefold() == setting.casefold()) in (None, 21)


@pytest.mark.parametrize(
    ("setting", "said"), [("Namn", " "), ("Dagar före", "snart"), ("Tysta veckor", "sommaren"), ("Startdatum", "i höstas"), ("Färg", "blå")]
)
def test_what_a_setting_cannot_be_is_refused_and_changes_nothing(desk: Desk, setting: str, said: str) -> None:
    before = settings(desk)
    with pytest.raises(errors.BadUsage):
        put(desk, setting, said)
    assert settings(desk) == before


def test_two_councils_never_share_a_name(desk: Desk) -> None:
    """Another council's own name among the other names counts that one to this (tests/pipeline/test_names_of_councils.py)."""
    desk.put("b.docx", minutes("2026-03-06", "Hörsel: Cia Dahl ringer kommunen om slingan.", council=EARS))
    desk.run()
    put(desk, "Andra namn", "Hörselrådet", council=EARS)
    for setting, said in (("Andra namn", "Ögonrådet; Hörselrådet"), ("Namn", EARS), ("Namn", "Hörselrådet")):
        with pytest.raises(errors.BadUsage, match=EARS):
            put(desk, setting, said)
    assert (settings(desk)["Namn"], settings(desk)["Andra namn"]) == (EYES, None)


def test_initials_are_told_before_anybody_asked_and_minutes_already_read_are_read_again(desk: Desk) -> None:
    assert owners(desk) != ("Helena Lind",)
    call(desk, "Helena Lind", initials="HL", council=EYES)
    assert owners(desk) == ("Helena Lind",)
    call(desk, "Helena Lind", called="Lena", council=EYES)  # adds, and leaves the initials
    assert owners(desk) == ("Helena Lind",)
    assert "Helena Lind  Lena    HL" in ask("names", "--in", desk.root)
    assert ask("names", desk.root) == ask("names", "--in", desk.root)  # a folder is nobody's name
    call(desk, "helena lind", remove=True)
    assert owners(desk) != ("Helena Lind",)


def test_initials_of_another_council_say_nothing_here(desk: Desk) -> None:
    desk.put("b.docx", minutes("2026-03-06", "Hörsel: Cia Dahl ringer kommunen om slingan.", council=EARS))
    desk.run()
    before = owners(desk)
    call(desk, "Helena Lind", initials="HL", council=EARS)
    assert owners(desk) == before
    call(desk, "Helena Lind", initials="HL")
    assert owners(desk) == ("Helena Lind",)


def test_a_first_name_alone_and_a_person_who_is_not_there_are_refused(desk: Desk) -> None:
    with pytest.raises(errors.BadUsage, match="efternamn"):
        call(desk, "Helena", initials="H")
    with pytest.raises(errors.BadUsage, match="finns inte i listan"):
        call(desk, "Helena Lind", remove=True)
