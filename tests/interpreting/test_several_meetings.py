"""Running notes: a file that holds several meetings gives the latest one's minutes, or the one that a person chose, and asks about the others."""

from __future__ import annotations

import pytest

from functions.interpreting import Hints
from functions.model.minutes import Minutes
from tests.interpreting.pages import page, read

JANUARY = """
{title}
Närvarande: Rut Ask, ordförande, Bo Alm, Cia Dahl
1. Köer
Bo Alm kontaktar kliniken senast den 2 februari.
2. Synfält
Cia Dahl berättade om mätningen.
3. Nästa möte
Nästa möte är den 12 mars 2026.
"""
MARCH = """
{title}
Närvarande: Rut Ask, ordförande, Bo Alm, Eva Holm
Frånvarande: Cia Dahl
1. Hjälpmedel
Rådet beslutar att köpa två kameror.
2. Lokaler
Eva Holm berättade om flytten.
3. Avslutning
Rut Ask avslutade mötet.
"""
TITLES = ("Minnesanteckningar Rådet för syn {}", "Rådet för syn, möte {}", "{}", "# Protokoll {}", "**Möte {}**", "Minnesanteckningar\nDatum: {}")


def running(title: str, *, newest_first: bool = False) -> str:
    parts = [JANUARY.format(title=title.format("15 januari 2026")), MARCH.format(title=title.format("12 mars 2026"))]
    return "Rådet för syn\n" + "".join(reversed(parts) if newest_first else parts)


def names(minutes: Minutes) -> list[str]:
    return [person.name for person in minutes.people]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("newest_first", [False, True])
def test_the_latest_of_several_meetings_is_read_alone(title: str, newest_first: bool) -> None:
    found = read(running(title, newest_first=newest_first))
    assert found.meeting.date == "2026-03-12"
    assert names(found) == ["Rut Ask", "Bo Alm", "Eva Holm", "Cia Dahl"]
    assert [item.title for item in found.items] == ["Hjälpmedel", "Lokaler", "Avslutning"]
    assert [d.text for d in found.decisions if d.kind == "decision"] == ["Rådet beslutar att köpa två kameror."]
    assert found.actions == ()


def test_the_others_are_asked_about_and_an_answer_reads_another() -> None:
    text = running(TITLES[0])
    (doubt,) = [d for d in read(text).doubts if d.code == "several_meetings"]
    assert doubt.question == (
        "Filen innehåller anteckningar från flera möten: 2026-01-15 och 2026-03-12. Bara mötet 2026-03-12 läses, så spara det andra som en egen fil. "
        "Vilket möte gäller den här filen?"
    )
    assert doubt.choices == ("2026-01-15", "2026-03-12")
    assert [quote.text for quote in doubt.quotes] == [f"Minnesanteckningar Rådet för syn {day} 2026" for day in ("15 januari", "12 mars")]
    answered = read(text, hints=Hints(answers={doubt.id: "2026-01-15"}))
    assert (answered.meeting.date, [a.owners for a in answered.actions]) == ("2026-01-15", [("Bo Alm",)])
    assert [d.code for d in answered.doubts] == []


def test_a_date_in_the_column_chooses_the_meeting() -> None:
    found = read(running(TITLES[0]), hints=Hints(date="2026-01-15"))
    assert [item.title for item in found.items] == ["Köer", "Synfält", "Nästa möte"]
    assert [d.code for d in found.doubts] == ["several_meetings"]


def test_the_fingerprint_is_the_whole_file_s() -> None:
    assert read(running(TITLES[0])).document.fingerprint == page(running(TITLES[0])).fingerprint


@pytest.mark.parametrize(
    "more",
    [
        "Kommande möten\n15 april 2026\n12 maj 2026\n",
        "4. Föregående protokoll\nProtokollet från 15 januari 2026 godkänns.\n",
        "Dagordning för mötet 15 april 2026\n1. Öppnande\n2. Köer\n",
        "Möte 12 mars 2026, fortsättning\nNärvarande: Rut Ask, Bo Alm\n4. Mer\nRådet tackar.\n",
        "Protokoll från 15 januari 2026\n",
    ],
)
def test_one_meeting_that_names_other_days_is_one(more: str) -> None:
    found = read("Rådet för syn\n" + MARCH.format(title="Minnesanteckningar 12 mars 2026") + more)
    assert found.meeting.date == "2026-03-12"
    assert "several_meetings" not in [d.code for d in found.doubts]


@pytest.mark.parametrize(
    "signed",
    ["Justeras: Rut Ask, Bo Alm", "Vid protokollet: Cia Dahl\nJusteras: Rut Ask, Bo Alm", "Ordförande: Rut Ask\nJusterare: Bo Alm, Cia Dahl"],
)
@pytest.mark.parametrize(
    "days", ["8 maj kl. 9.00, Biblioteket\n12 juni kl 9-12, Regionens hus", "2026-05-08\n2026-06-12", "Möte 8 maj\nMöte 12 juni, Alen"]
)
def test_coming_days_above_those_who_sign_are_no_meetings_of_the_file(days: str, signed: str) -> None:
    found = read(MARCH.format(title="Protokoll 12 mars 2026").replace("3. Avslutning", f"3. Kommande möten\n{days}\n4. Avslutning") + signed)
    assert found.meeting.date == "2026-03-12"
    assert len(found.people) >= 4
    assert not [d for d in found.doubts if d.code == "several_meetings"]


def test_days_right_above_the_signatures_are_no_meetings_either() -> None:
    found = read(
        "# Protokoll styrelsemöte nr 2\nTid: fredag 20 mars 2026\n"
        + MARCH.format(title="").strip()
        + "\n12 juni kl 9-12, Regionens hus\nJusteras: Rut Ask, Bo Alm"
    )
    assert found.meeting.date == "2026-03-20"
    assert not [d for d in found.doubts if d.code == "several_meetings"]


FALLS = """
{title}
Närvarande: Rut Ask, ordförande, Bo Alm
1. Larm
Bo Alm skriver en rutin om larm senast den 30 april.
2. Mattor
Rådet beslutar att köpa mattor.
3. Nästa möte
14 april 2026 kl. 13.00–15.00
"""
MEALS = """
{title}
Närvarande: Sven Lund, ordförande, Cia Dahl
1. Nattfasta
Cia Dahl mäter nattfastan senast den 20 april.
2. Mellanmål
Rådet beslutar att rekommendera mellanmål.
"""
BOTH = ("Fallrådet 2026-03-03", "Nutritionsrådet 2026-03-03")
HEADS = (
    "Minnesanteckningar {} 3 mars 2026",
    "{}, 3 mars 2026",
    "# Minnesanteckningar {} 3 mars\nDatum: 3 mars 2026\nTid: 13.00–15.00\nPlats: Sal Linden",
)


def two_bodies(head: str) -> str:
    return FALLS.format(title=head.format("Fallrådet")) + MEALS.format(title=head.format("Nutritionsrådet"))


@pytest.mark.parametrize("head", HEADS)
def test_two_bodies_meetings_on_one_day_are_two_and_nothing_of_the_second_is_the_first_s(head: str) -> None:
    found = read(two_bodies(head))
    (doubt,) = [d for d in found.doubts if d.code == "several_meetings"]
    assert doubt.choices == BOTH
    assert all(name in doubt.question for name in BOTH)
    assert (found.meeting.body, found.meeting.date, names(found)) == ("Fallrådet", "2026-03-03", ["Rut Ask", "Bo Alm"])
    assert [action.owners for action in found.actions] == [("Bo Alm",)]
    assert [d.text for d in found.decisions if d.kind == "decision"] == ["Rådet beslutar att köpa mattor."]
    other = read(two_bodies(head), hints=Hints(answers={doubt.id: BOTH[1]}))
    assert (other.meeting.body, names(other), other.doubts) == ("Nutritionsrådet", ["Sven Lund", "Cia Dahl"], ())


def test_the_council_that_a_file_is_known_to_be_for_chooses_among_meetings_of_one_day() -> None:
    assert read(two_bodies(HEADS[0]), hints=Hints(council="Nutritionsrådet")).meeting.body == "Nutritionsrådet"


def test_one_meeting_whose_body_is_told_twice_is_one() -> None:
    text = FALLS.format(title="Minnesanteckningar Fallrådet 3 mars 2026") + MEALS.format(title="Minnesanteckningar regionens Fallrådet 3 mars 2026")
    assert "several_meetings" not in [d.code for d in read(text).doubts]
