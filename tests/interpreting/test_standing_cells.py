"""A table of points with a column for days: where earlier tasks are gone through, a cell may say how it stands with one instead."""

from __future__ import annotations

import pytest

from functions.model.minutes import Minutes
from tests.interpreting.owner_bank import ROSTER
from tests.interpreting.pages import read


def _told(title: str, *rows: str) -> Minutes:
    table = [
        "| Ärende | Anteckning | Ansvarig | Klart |",
        "| 1. Inledning | Helga hälsade välkomna. | | |",
        f"| 2. {title} | Det vi sa sist gicks igenom. | | |",
        *(f"| | {row} |" for row in rows),
        "| 3. Lokaler | Salen är upptagen i april. Boka större sal | Lena | 20/3 |",
        "| 4. Avslutning | Helga tackade. | | |",
    ]
    return read(ROSTER + "\n".join(table) + "\n")


PAST = ("Föregående anteckningar", "Sedan sist", "Uppföljning av uppdrag")


@pytest.mark.parametrize("title", PAST)
@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("Synpunkter på avtalsutkastet | Bo | OK", "done"),
        ("Länk om trygghetskameror | Cia | mejlad 3/2", "done"),
        ("Enkäten till patienterna | Bo | Klart", "done"),
        ("Avtalet med Norrby | Tove | påskrivet 3/3", "done"),
        ("Brevet till fastighet | | skickat 12/2", "done"),
        ("Ny affisch | Tove | utgår", "dropped"),
        ("Kontaktlistan | Per | pågår", "kept"),
        ("Rutin för lån | Per | ej klart", "kept"),
    ],
)
def test_a_cell_tells_how_it_stands_with_the_earlier_task_of_its_row(title: str, row: str, status: str) -> None:
    minutes = _told(title, row)
    task, _, cell = (words.strip() for words in row.split("|"))
    said = [one for one in minutes.follow_ups if one.text.rstrip(".") == task]
    assert [(one.status, one.rule) for one in said] == [(status, "follow_up.table")]
    assert [quote.text for quote in said[0].quotes] == [task, cell]
    assert not [one for one in minutes.actions if one.item == "2"]


@pytest.mark.parametrize("title", PAST)
@pytest.mark.parametrize(
    "row",
    [
        "Ringa fastighet om hissen | Lena | klart 20/3",
        "Rutinen för byten | Lena | nästa möte",
        "Skyltarna i entrén | Cia | snarast",
        "Inventeringen av skåpen | Per | avslutas 1/6",
        "Mäta trycket på Norrby | Bo | v. 14",
        "Godkändes | Bo | OK",
        "Boka ny lokal | Bo | löpande",
    ],
)
def test_a_day_and_what_is_yet_to_come_end_nothing(title: str, row: str) -> None:
    assert not [one for one in _told(title, row).follow_ups if one.status in ("done", "dropped")]


@pytest.mark.parametrize("row", ["Bevaka lokalfrågan | Bo | pågår", "Synpunkter på avtalet | Bo | OK"])
def test_elsewhere_such_a_cell_is_left_alone(row: str) -> None:
    assert not _told("Hissen i hus B", row).follow_ups


def test_an_earlier_task_is_told_once() -> None:
    told = _told("Sedan sist", "Brevet till fastighet skickades den 3 februari | Bo | Klart").follow_ups
    assert [one.status for one in told] == ["done"]


def test_a_sentence_at_which_a_new_task_only_points_back_is_heard_too_but_not_that_something_remains() -> None:
    done = "Läkarnätverket fick kraven den 14 januari och tyckte att de var rimliga. Bo kortar ner dem till en sida."
    waits = "Direktören har inte beslutat något. Cia bevakar ärendet."
    minutes = read(f"{ROSTER}# 1. Remisser\n{done}\n# 2. Avgifter\n{waits}\n")
    assert [one.text.split(". ")[0] for one in minutes.actions] == [done.split(". ")[0], waits.split(". ")[0]]
    assert [one.text for one in minutes.remarks] == [f"{done.split('. ')[0]}."]


def test_a_guest_s_unit_is_heard_of_without_the_name() -> None:
    minutes = read(f"{ROSTER}Gäst: Vera Moss, naturskolan (punkt 2)\n# 1. Syn\nHelga visade bilder.\n# 2. Besök\nFrågor ställdes.\n")
    visits = [one for one in minutes.remarks if one.rule == "follow_up.visitor"]
    assert [(one.text, one.item, [quote.text for quote in one.quotes]) for one in visits] == [("naturskolan", "2", ["naturskolan"])]
