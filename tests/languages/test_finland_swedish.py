"""Swedish as it is written in Finland: sections and directions, paragraphs, presenting officers, matters left on the table."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import minutes_with, read

SECTION = """\
Norra skärgårdens välfärdsområde
PROTOKOLL 4/2026
Sektionen för äldreomsorg
Tid: torsdag 12.3.2026 kl. 16.00–18.20
Plats: Rådhuset, sammanträdesrum 2, Pargsund
# Beslutande
Gunnel Sandvik, ordförande
Krister Norrgård, vice ordförande
Maj-Len Östman, ledamot
Ralf Granholm, ledamot, § 31–34
Tuija Laine, ersättare för Peter Backlund
# Frånvarande
Peter Backlund
# Övriga närvarande
Mikaela Sundqvist, sektorchef, föredragande
Jonna Wikman, sekreterare
# § 30 Sammanträdets öppnande, laglighet och beslutförhet
Ordföranden öppnade sammanträdet kl. 16.00. Sammanträdet konstaterades vara lagligen sammankallat och beslutfört.
# § 31 Val av protokolljusterare
Beslut: Till protokolljusterare valdes Krister Norrgård och Maj-Len Östman. Protokollet justeras elektroniskt 17.3.2026.
# § 32 Nattbemanning vid serviceboendena
Beredning: Sektorchef Mikaela Sundqvist. Nattbemanningen har utretts under vintern. Behovet konstaterades vara störst i ytterskärgården.
Föredragande: Mikaela Sundqvist
Beslutsförslag: Sektionen beslutar att inleda ett försök med två nattpatruller från 1.5.2026.
Beslut: Sektionen beslutade enhälligt enligt förslaget. Sektorchefen gavs i uppdrag att lämna en mellanrapport till sektionens möte i september.
# § 33 Avgifter för måltidsservice
Ralf Granholm anmälde jäv och avlägsnade sig för den tid ärendet behandlades.
Beslut: Ärendet återremitterades för ny beredning. Ralf Granholm reserverade sig inte.
# § 34 Utlåtande om räddningsväsendets servicenivå
Beslut: Ärendet lämnades på bordet till nästa sammanträde. Maj-Len Östman lämnade in en avvikande åsikt.
# § 35 Anmälningsärenden
Sektionen antecknade ärendena för kännedom.
Antecknades för kännedom tjänsteinnehavarbesluten § 5–9.
# § 36 Övriga ärenden
Krister Norrgård tog upp halkbekämpningen vid Ekgården. Fastighetschefen utreder saken före utgången av mars.
# § 37 Följande sammanträde
Följande sammanträde hålls torsdag 16.4.2026 kl. 16 i Rådhuset.
# § 38 Sammanträdets avslutande
Ordföranden avslutade sammanträdet kl. 18.20.
# Anvisning om begäran om omprövning
Begäran om omprövning ska göras inom 14 dagar från delfåendet av beslutet.
"""


def test_a_section_of_a_wellbeing_area() -> None:
    minutes = read(SECTION)
    meeting = minutes.meeting
    assert (meeting.body, meeting.organization, meeting.date, meeting.start) == (
        "Sektionen för äldreomsorg", "Norra skärgårdens välfärdsområde", "2026-03-12", "16:00",
    )  # fmt: skip
    assert {person.name: person.attendance for person in minutes.people if person.attendance != "present"} == {
        "Ralf Granholm": "partial", "Peter Backlund": "absent", "Mikaela Sundqvist": "adjunct",
    }  # fmt: skip
    assert [(decision.item, decision.kind) for decision in minutes.decisions] == [
        ("30", "formality"), ("31", "formality"), ("31", "formality"), ("32", "decision"), ("33", "decision"), ("34", "decision"),
        ("35", "formality"), ("35", "formality"),
    ]  # fmt: skip
    assert [(matter.item, matter.kind, matter.until.date if matter.until else None) for matter in minutes.postponed] == [
        ("33", "returned", None), ("34", "tabled", "2026-04-16"),
    ]  # fmt: skip
    assert [(action.item, action.owners) for action in minutes.actions] == [("32", ("Mikaela Sundqvist",)), ("36", ("Fastighetschefen",))]
    assert [coming.date for coming in minutes.next_meetings] == ["2026-04-16"]
    assert minutes.doubts == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Alm anmälde jäv och avlägsnade sig för den tid ärendet behandlades.",
        "Cia Dahl reserverade sig mot beslutet.",
        "Behovet konstaterades vara störst i skärgården.",
        "Personalsektionen beslutade om lokalerna i januari.",
        "Välfärdsområdesfullmäktige godkände budgeten.",
    ],
)
def test_what_is_no_fact_of_this_meeting(sentence: str) -> None:
    minutes = minutes_with(sentence)
    ours = [decision for decision in minutes.decisions if decision.kind == "decision" and decision.decided_by is None]
    assert (minutes.actions, ours, minutes.postponed) == ((), [], ())


@pytest.mark.parametrize("sentence", ["Ärendet lämnades på bordet.", "Rådet beslutade om bordläggning."])
def test_matters_left_on_the_table(sentence: str) -> None:
    assert [matter.kind for matter in minutes_with(sentence).postponed] == ["tabled"]


@pytest.mark.parametrize("sentence", ["Ärendet remitterades för ny beredning.", "Ärendet återsändes för ny beredning."])
def test_matters_sent_back(sentence: str) -> None:
    assert [matter.kind for matter in minutes_with(sentence).postponed] == ["returned"]


@pytest.mark.parametrize("sentence", ["Rådet antecknade ärendet för kännedom.", "Mötet konstaterades lagligen sammankallat och beslutsfört."])
def test_formalities(sentence: str) -> None:
    assert [decision.kind for decision in minutes_with(sentence).decisions] == ["formality"]


COMMITTEE = """\
Norra skärgårdens välfärdsområde
PROTOKOLL 4/2026
Kommittén för småbarnspedagogik
Tid: torsdag 12.3.2026 kl. 9.00–11.15
Plats: Rådhuset, sammanträdesrum 2
Sammankallare: Gunnel Sandvik
Närvarande: Krister Norrgård, Maj-Len Östman, Ralf Granholm (avlägsnade sig kl. 10.30)
Frånvarande: Peter Backlund (anmält förhinder)
Föredragande: Mikaela Sundqvist, sektorchef
Sekreterare: Jonna Wikman
Protokolljusterare: Krister Norrgård och Maj-Len Östman
# 1 § Sammanträdets öppnande
Sammankallaren öppnade sammanträdet kl. 9.00. Kallelsen hade sänts 5.3.2026.
# 2 § Val av protokolljusterare
Till protokolljusterare valdes Krister Norrgård och Maj-Len Östman.
# 3 § Daghemmens öppettider
Beslut: Ärendet bordlades till nästa sammanträde 16.4.2026.
# 4 § Modersmålslärare
Beslut: Ärendet återremitterades till förvaltningen för ny beredning.
# 5 § Avgifter
Beslut: Kommittén godkände avgifterna. Verkställande: sektorchefen, senast 31.3.2026.
# 6 § Utredning
Servicelinjechefen för rehabilitering ombeds ge ett utlåtande inom 30 dagar.
Teknisk chef återkommer till nästa möte.
Patientombudet kompletterar avsnittet före utgången av maj.
Gunnel Sandvik besöker Solgläntan 5.5. och hör samtidigt personalen.
# 7 § Anmälningsärenden
Antecknades för kännedom.
# 8 § Nästa sammanträde
Nästa sammanträde hålls 16.4. kl. 9.00 i Rådhuset.
# 9 § Sammanträdets avslutande
Sammanträdet avslutades kl. 11.15.
"""


def test_a_committee_with_a_convener_a_presenting_officer_and_days_with_full_stops() -> None:
    minutes = read(COMMITTEE)
    assert (minutes.meeting.date, minutes.meeting.start, minutes.meeting.end) == ("2026-03-12", "09:00", "11:15")
    assert (minutes.meeting.chair, minutes.meeting.secretary) == ("Gunnel Sandvik", "Jonna Wikman")
    attendance = {person.name: person.attendance for person in minutes.people}
    assert (attendance["Peter Backlund"], attendance["Ralf Granholm"]) == ("absent", "partial")
    assert {person.name for person in minutes.people if person.role == "adjuster"} == {"Krister Norrgård", "Maj-Len Östman"}
    assert [(put_off.kind, put_off.until.date if put_off.until else None) for put_off in minutes.postponed] == [
        ("tabled", "2026-04-16"),
        ("returned", None),
    ]
    assert [(a.owners, a.due.date if a.due else None) for a in minutes.actions] == [
        (("Mikaela Sundqvist",), "2026-03-31"),
        (("Servicelinjechefen",), "2026-04-11"),
        (("Teknisk chef",), "2026-04-16"),
        (("Patientombudet",), "2026-05-31"),
        (("Gunnel Sandvik",), "2026-05-05"),
    ]
    assert [(m.date, m.start, m.place) for m in minutes.next_meetings] == [("2026-04-16", "09:00", "Rådhuset")]
    assert minutes.doubts == ()
