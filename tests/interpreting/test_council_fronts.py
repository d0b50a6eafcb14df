"""Fronts and attendance lists as ordinary councils write them: departments that look like reasons, labels of everyday words, names of bodies."""

from __future__ import annotations

import pytest

from functions.model.minutes import Minutes
from tests.interpreting.pages import read

ITEMS = (
    "# 1. Öppnande\nHelga Norin öppnade mötet och hälsade välkommen.\n# 2. Köer\nBo Alm redogjorde för läget i köerna. Rådet enades om en rutin.\n"
    "# 3. Avslutning\nMötet avslutades.\n"
)


def minutes(front: str) -> Minutes:
    found = read(f"{front}\n{ITEMS}")
    assert found.document.kind == "minutes"
    return found


def attendance(roster: str) -> dict[str, str]:
    return {person.name: person.attendance for person in minutes(f"Mötesanteckningar Samordningsråd syn\nDatum: 5 mars 2026\n{roster}").people}


@pytest.mark.parametrize(
    ("roster", "absent"),
    [
        ("Närvarande:\nHelga Norin, ordförande\nBo Alm, enhetschef operation\nCia Dahl, operation", set()),
        ("Närvarande:\nHelga Norin, ordförande\nBo Alm (BA), operation\nCia Dahl (CD), tandvård\nEj närvarande: Sven Udd", {"Sven Udd"}),
        ("Närvarande:\nHelga Norin, ordförande\nBo Alm, anestesi och operation\nFörhinder: Sven Udd, operation", {"Sven Udd"}),
        ("Närvarande:\nHelga Norin, ordförande\nBo Alm\nCia Dahl (operation)\nSven Udd, sjuk", {"Cia Dahl", "Sven Udd"}),
        ("| Namn | Närvaro |\n| Helga Norin | x |\n| Bo Alm | x |\n| Cia Dahl | x |\n| Sven Udd | – |", {"Sven Udd"}),
        ("| Namn | Närvaro |\n| Helga Norin | x |\n| Bo Alm | x |\n| Cia Dahl | x |\n| Sven Udd | — |", {"Sven Udd"}),
        ("Deltagare:\nHelga Norin, ordförande\nBo Alm\nInte med idag\nSven Udd, Synskadades förening", {"Sven Udd"}),
        ("Deltagare:\nHelga Norin, ordförande\nBo Alm\nEj med i dag:\nSven Udd\nCia Dahl", {"Sven Udd", "Cia Dahl"}),
        ("Deltagare:\nHelga Norin, ordförande\nBo Alm\nKunde inte idag: Sven Udd", {"Sven Udd"}),
        ("Deltagare:\nHelga Norin, ordförande\nBo Alm\nSaknades i dag: Sven Udd", {"Sven Udd"}),
    ],
)
def test_who_was_away(roster: str, absent: set[str]) -> None:
    assert {name for name, how in attendance(roster).items() if how == "absent"} == absent


@pytest.mark.parametrize("label", ["Besök första timmen", "Besök", "På besök", "Gäst första halvtimmen", "Besökare", "Gäst i dag", "Dagens gäst"])
def test_who_visits_is_a_guest_whoever_was_away(label: str) -> None:
    found = attendance(f"Med: Helga Norin (sammankallande), Bo Alm, Cia Dahl\nKunde inte: Sven Udd\n{label}: Göran Ek, regionjurist")
    assert found["Göran Ek"] in ("guest", "partial") and found["Sven Udd"] == "absent" and found["Bo Alm"] == "present"


def test_a_letter_tells_who_met_where_and_when() -> None:
    found = minutes(
        "Ögonrådet i Mellanlandet, från mötet 5 mars 2026\nVi som sågs på hospice Linden kl. 13.00–15.20: Helga Norin som höll i mötet, Bo Alm, "
        "Cia Dahl, Olle Ek (gick 14.30), Pia Berg och så jag som skriver, Tove Myr. Sven Udd kunde inte."
    )
    assert {p.name: p.attendance for p in found.people} == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Cia Dahl": "present",
        "Olle Ek": "partial",
        "Pia Berg": "present",
        "Tove Myr": "present",
        "Sven Udd": "absent",
    }
    facts = found.meeting
    assert (facts.start, facts.end, facts.place, facts.chair, facts.secretary) == ("13:00", "15:20", "hospice Linden", "Helga Norin", "Tove Myr")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minnesanteckningar vårdhygieniska rådet", "vårdhygieniska rådet"),
        ("Anteckningar från palliativa rådet", "palliativa rådet"),
        ("Anteckningar medicinska kommittén", "medicinska kommittén"),
        ("Protokoll regionala rådet 5 mars", "regionala rådet"),
        ("Styrgruppsmöte nr 7, Vårdlänken", "Styrgrupp Vårdlänken"),
        ("Styrgruppsmöte 7 – Vårdlänken", "Styrgrupp Vårdlänken"),
        ("Ledningsgruppsmöte nr 3, Kirurgi", "Ledningsgrupp Kirurgi"),
        ("Kvalitetsråd Q2", "Kvalitetsråd"),
        ("Journalrådet fredag 5 mars", "Journalrådet"),
        ("Etikrådet nr 3", "Etikrådet"),
        ("Läkemedelskommittén torsdagen den 5 mars", "Läkemedelskommittén"),
        ("Minnesanteckningar från rådet", "rådet"),
        ("Röntgens användargrupp", "Röntgens användargrupp"),
        ("Anteckningar från kirurgens bokningsgrupp", "kirurgens bokningsgrupp"),
        ("Norra länets vårdhygiengrupp 5 mars", "Norra länets vårdhygiengrupp"),
        ("Kvinnoklinikens förlossningsteam", "Kvinnoklinikens förlossningsteam"),
        ("Lokala fallgruppen", "Lokala fallgruppen"),
        ("Medicinska bildgruppen", "Medicinska bildgruppen"),
        ("Barnens patientgrupp", None),
        ("Vårens diagnosgrupp", None),
        ("Sommarens läsgrupp", None),
    ],
)
def test_the_name_of_the_body(title: str, body: str | None) -> None:
    found = minutes(f"{title}\nDatum: 5 mars 2026\nNärvarande: Helga Norin (ordf), Bo Alm, Tove Myr (sekr)")
    assert found.meeting.body == body


@pytest.mark.parametrize("office", ["leder rådet", "chefläkare, leder rådet", "leder gruppen", "styrgruppens ordförande", "rådets ordförande"])
def test_who_leads_the_body_is_its_chair(office: str) -> None:
    found = minutes(f"Styrgrupp Linden\nDatum: 5 mars 2026\nNärvarande: Helga Norin ({office}), Bo Alm (leder arbetet), Tove Myr (sekr)")
    assert found.meeting.chair == "Helga Norin"


@pytest.mark.parametrize("office", ["leder projektet", "kommunens ordförande", "nämndens ordförande", "leder arbetsgruppen för syn"])
def test_who_leads_something_else_is_not(office: str) -> None:
    found = minutes(f"Samordningsråd syn\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Cia Dahl ({office}), Bo Alm, Tove Myr (sekr)")
    assert found.meeting.chair != "Cia Dahl"


STEERING = (
    "Styrgrupp Linden\nDatum: 5 mars 2026\n{}\nNärvarande: Helga Norin (ordf), Bo Alm, Tove Myr (sekr)\n"
    "# 1. Läget\nBo Alm visar planen.\n# 2. Övrigt\n{}"
)


def coming(front: str = "", said: str = "Inget.") -> list[tuple[str, str | None, str | None]]:
    return [(m.date, m.start, m.moved_from) for m in read(STEERING.format(front, said)).next_meetings]


def test_letters_of_the_body_announce_its_meetings() -> None:
    assert coming("Nästa SG: 14/4 08.30, samma rum") == [("2026-04-14", "08:30", None)]
    assert coming("Nästa styrgrupp: 14 april kl 13–15") == [("2026-04-14", "13:00", None)]
    assert coming(said="SG i maj flyttas från 12/5 till 19/5 kl 13.00.") == [("2026-05-19", "13:00", "2026-05-12")]
    assert coming(said="SG i juni blir kort, 9/6 08.30–09.00, bara länk.") == [("2026-06-09", "08:30", None)]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("Nästa leverans: 14/4", "Inget."),
        ("Nästa AG: 14/4", "Inget."),
        ("", "AG i maj flyttas från 12/5 till 19/5 kl 13.00."),
        ("", "LG i juni blir kort, 9/6 08.30–09.00."),
        ("", "SG vill ha underlaget senast den 9 juni."),
        ("", "SG beslutar att listan tas fram till den 9 juni."),
        ("", "IT är stängt den 9 juni."),
        ("", "BA träffar leverantören den 9 juni."),
    ],
)
def test_letters_of_others_announce_nothing(front: str, said: str) -> None:
    assert coming(front, said) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Nästa gång vi ses är 14 april kl 9, på Ekhemmet.", ["2026-04-14"]),
        ("Nästa möte är 14 april kl 9.", ["2026-04-14"]),
        ("Vi ses igen 14 april kl 9!", ["2026-04-14"]),
        ("Nästa möte i nämnden är 14 april kl 9.", []),
        ("Nästa gång skickas handlingarna ut 7 april.", []),
        ("Nämndens nästa möte är 14 april kl 9.", []),
    ],
)
@pytest.mark.parametrize("above", ["Frånvarande: Rut Lind", "På besök: Sven Udd från tandvården"])
def test_a_sentence_at_the_front_announces_the_next_meeting(above: str, line: str, days: list[str]) -> None:
    assert [day for day, _, _ in coming(f"{above}\n{line}")] == days


@pytest.mark.parametrize(
    ("body", "said", "days"),
    [
        ("Psykiatrisamverkan Väst", "Rådet samlas åter tisdagen 14 april kl. 13.", ["2026-04-14"]),
        ("Psykiatrisamverkan Väst", "Nätverket träffas igen den 14 april kl. 13.", ["2026-04-14"]),
        ("Psykiatrisamverkan Väst", "Nämnden sammanträder den 14 april kl. 13.", []),
        ("Psykiatrisamverkan Väst", "Ungdomsrådet samlas åter den 14 april kl. 13.", []),
        ("Ögonrådet", "Styrgruppen träffas igen den 14 april kl. 13.", []),
    ],
)
def test_a_body_whose_name_tells_no_sort_is_the_council_that_meets(body: str, said: str, days: list[str]) -> None:
    found = read(STEERING.replace("Styrgrupp Linden", f"Minnesanteckningar {body}").format("", said))
    assert [meeting.date for meeting in found.next_meetings] == days


@pytest.mark.parametrize("heads", ["Vad vi pratade om | Vad det blev", "Det vi pratade om | Så blev det", "Vad det gällde | Hur det blev"])
def test_heads_in_everyday_words_are_no_point(heads: str) -> None:
    found = read(
        "Minnesanteckningar samordningsråd syn\n5 mars 2026\nNärvarande: Helga Norin (ordf), Bo Alm, Tove Myr (sekr)\n"
        f"| {heads} |\n| 1. Förra gången | Inget att anmärka. |\n| 2. Köer | Drop-in på tisdagar. |\n| 3. Lokaler | Väntar till maj. |\n"
    )
    assert [item.title for item in found.items] == ["Förra gången", "Köer", "Lokaler"]


def test_labels_under_numbered_rows_are_no_points_of_their_own() -> None:
    found = read(
        "Minnesanteckningar samordningsråd syn\n5 mars 2026\nNärvarande: Helga Norin (ordf), Bo Alm, Tove Myr (sekr)\n"
        "| 1. Inledning |\n| | Helga Norin hälsade välkommen till mötet och dagordningen fick vara som den var. |\n"
        "| 2. Sedan sist |\n| Entrén | Dispensrarna i entrén är uppsatta sedan en tid. |\n| Kläder | Cia Dahl frågar om koftor till hösten. |\n"
        "| 3. Mätningar |\n| Siffror | Följsamheten var 81 procent. |\n| Diskussion | Bo Alm tycker att vi mäter för ofta. |\n"
        "| 4. Fastighet |\n| Vatten | Duscharna i hus 7 är avstängda och spolning pågår. |\n| Sköljrum | Ombyggnaden börjar efter sommaren. |\n"
    )
    assert [item.title for item in found.items] == ["Inledning", "Sedan sist", "Mätningar", "Fastighet"]
