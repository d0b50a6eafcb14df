"""Where and when bodies of many habits met, whether files without a title are minutes, and how they announce what comes."""

from __future__ import annotations

import pytest

from functions.model.minutes import MeetingFacts, Minutes, NextMeeting
from tests.interpreting.pages import read

ROSTER = "Närvarande: Helga Norin (ordf), Bo Alm, Tove Myr (vid pennan)\nFrånvarande: Sven Udd\n"
ITEMS = "# 1. Öppnande\nHelga Norin öppnade mötet och hälsade alla välkomna.\n# 2. Köer\nBo Alm redogjorde för läget i köerna.\n"


def meeting(front: str, *, header: str = "") -> MeetingFacts:
    found = read(front + ROSTER + ITEMS, header=header)
    assert found.document.kind == "minutes"
    return found.meeting


def coming(text: str, *, title: str = "3. Nästa möte") -> list[NextMeeting]:
    found: Minutes = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{ROSTER}{ITEMS}# {title}\n{text}\n")
    return list(found.next_meetings)


def test_a_short_day_a_time_and_a_place_on_one_line() -> None:
    found = meeting("Minnesanteckningar\nArbetsgrupp digital syntest\ntis 14/4 2026, 8.15–9.00, fikarummet plan 3\n")
    assert (found.date, found.start, found.end, found.place) == ("2026-04-14", "08:15", "09:00", "fikarummet plan 3")
    assert found.body == "Arbetsgrupp digital syntest"


def test_a_preposition_before_the_room_is_no_part_of_the_place() -> None:
    assert meeting("Minnesanteckningar\nKvalitetsgruppen syn\nMöte 2026-04-02 kl 9-10.30 i Sal Björken\n").place == "Sal Björken"


def test_labels_before_tabs() -> None:
    found = meeting("Protokoll\nKommittén för synservice\nTid→24.3.2026 kl. 16.00–18.20\nPlats→Fullmäktigesalen, Östby\n")
    assert (found.date, found.start, found.end, found.place) == ("2026-03-24", "16:00", "18:20", "Fullmäktigesalen, Östby")
    assert found.body == "Kommittén för synservice"


def test_three_facts_on_a_line_with_blanks_between() -> None:
    found = meeting("Anteckningar Samverkansgrupp syn Östby\nDatum: 2026-03-05    Tid: 08.30–10.00    Plats: Stadshuset, rum Eken\n")
    assert (found.date, found.start, found.place) == ("2026-03-05", "08:30", "Stadshuset, rum Eken")


def test_the_place_before_the_day() -> None:
    found = meeting("Protokoll\nNämndens brukarråd\nPlats och tid:→Vintersalen, Regionens hus, måndagen den 9 februari 2026 kl. 10.00–12.15\n")
    assert (found.date, found.start, found.place) == ("2026-02-09", "10:00", "Vintersalen, Regionens hus")


def test_labels_in_a_row_with_their_values_below() -> None:
    found = meeting(
        "Minnesanteckningar\nStyrgrupp Synlotsen\n| Datum | Tid | Plats |\n| 2026-05-07 | 15.00–16.30 | Ledningsrummet, Östby sjukhus |\n",
        header="Region Östlund→Synlotsen",
    )
    assert (found.date, found.start, found.end, found.place) == ("2026-05-07", "15:00", "16:30", "Ledningsrummet, Östby sjukhus")
    assert found.organization == "Region Östlund"


def test_the_organisation_on_the_line_below_the_body() -> None:
    found = meeting("Minnesanteckningar\nArbetsgrupp digital syntest\nStrandköpings ögonklinik\n14 april 2026 kl 8.15\n")
    assert found.organization == "Strandköpings ögonklinik"


def test_an_organisation_in_the_page_header_before_the_title() -> None:
    assert meeting("Kommittén för synservice\n24.3.2026 kl. 16\n", header="Östskärs välfärdsområde→PROTOKOLL 2/2026").organization == (
        "Östskärs välfärdsområde"
    )


def test_a_heading_of_a_column_and_a_place_are_no_organisation() -> None:
    assert meeting("Minnesanteckningar\nStyrgrupp Synlotsen 5 mars 2026\nFrån kommunen\nEksalen, Östby sjukhus\n").organization is None


def test_a_network_that_met_on_teams() -> None:
    found = meeting("Minnesanteckningar\nNätverket för synrehabilitering\nMöte på Teams tisdagen den 17 mars 2026 klockan 14.00–15.30\n")
    assert found.online and (found.body, found.date, found.start) == ("Nätverket för synrehabilitering", "2026-03-17", "14:00")


def test_offices_behind_names_are_the_meeting_s() -> None:
    found = meeting("Minnesanteckningar 5 mars 2026\n")
    assert (found.chair, found.secretary) == ("Helga Norin", "Tove Myr")


INFORMAL = """\
**Arbetsgrupp digital kallelse**
tis 14/4 2026, 8.15–9.00

Med: Helga Norin (HN), Bo Alm (BA), Tove Myr (TM, antecknar)
Ej med: Sven Udd (SU)
**Från sist**
– BA: siffror för mars uttagna, klart
– HN: affisch till väntrummet, inte hunnit än
**Texter**
– TM visade ny version. Kortare och snällare än den förra
– BA rättar telefontiderna till nästa gång
**Strul**
– Skrivaren byts v 18 av servicedesk, då blir det bättre
"""


def test_notes_without_any_title_word_are_minutes_when_they_tell_who_was_away() -> None:
    assert read(INFORMAL).document.kind == "minutes"


def test_an_agenda_of_the_same_body_is_none() -> None:
    agenda = "Arbetsgrupp digital kallelse\nDagordning tis 14/4 2026\nMed: Helga Norin, Bo Alm, Tove Myr\n**Från sist**\n**Texter**\n**Strul**\n"
    assert read(agenda).document.kind == "agenda"


def test_a_summons_that_names_who_cannot_come_is_none() -> None:
    summons = (
        "Kallelse till Samordningsråd ögonsjukvård\n23 april 2026\nKallade: Helga Norin, Bo Alm\nAnmält förhinder: Sven Udd\n"
        "1. Öppnande\n2. Köer\n3. Avslut\n"
    )
    assert read(summons).document.kind == "agenda"


def test_next_time_in_everyday_words() -> None:
    found = coming("tis 12/5 8.15, samma ställe. Bo tar med bulle. Sen 9/6 (om det behövs).", title="3. Nästa gång")
    assert [(m.date, m.start, m.note) for m in found] == [("2026-05-12", "08:15", None), ("2026-06-09", None, "om det behövs")]


def test_a_day_for_the_papers_is_no_meeting() -> None:
    found = coming("Måndagen den 20 april 2026 kl. 10.00 i Vintersalen. Handlingar ska vara sekreteraren tillhanda senast den 7 april.")
    assert [(m.date, m.place) for m in found] == [("2026-04-20", "Vintersalen")]


def test_the_days_after_it_at_the_same_time() -> None:
    found = coming("Bo Alm berättade. Nästa möte är onsdag 25 mars kl 13.30 i samma lokal. Därefter 29/4 och 3/6, samma tid.", title="3. Övrigt")
    assert [(m.date, m.start) for m in found] == [("2026-03-25", "13:30"), ("2026-04-29", "13:30"), ("2026-06-03", "13:30")]


def test_a_sentence_about_something_else_ends_the_announcement() -> None:
    found = coming("Nästa möte är den 25 mars kl 13.30. Mässan är i Östby 29/4. Därefter 3/6 är det sommarfest.", title="3. Övrigt")
    assert [m.date for m in found] == ["2026-03-25"]


def test_following_sittings_of_a_committee() -> None:
    found = coming(
        "Kommittén sammanträder nästa gång tisdagen 28.4.2026 kl. 16.00 på distans. Höstens första sammanträde är 8.9.2026.",
        title="21 § Följande sammanträde",
    )
    assert [(m.date, m.start, m.online) for m in found] == [("2026-04-28", "16:00", True), ("2026-09-08", None, False)]


def test_who_sends_the_summons_is_no_topic() -> None:
    assert coming("16 april 2026 kl. 8.30, Eksalen\nKallelse: Bo Alm")[0].topics == ()


def test_the_first_meeting_of_another_group_is_not_ours() -> None:
    assert coming("Arbetsgruppens första möte är den 12 maj 2026.", title="3. Övrigt") == []


@pytest.mark.parametrize(
    "said",
    [
        "Vi satt i personalmatsalen 13:45 till 15.",
        "Vi satt i personalmatsalen 13:45–15.",
        "Vi höll till i personalmatsalen mellan 13.45 och 15.00.",
        "Vi var i personalmatsalen från 13.45 till 15.",
    ],
)
def test_hours_and_place_are_told_in_a_sentence_of_a_long_paragraph_about_who_came(said: str) -> None:
    came = "Det blev en liten skara i januari. Av oss på golvet var det Bo Alm, som hade cyklat hela vägen i snön, Cia Dahl och Eva Ek. "
    more = "Vår chef Helga Norin kunde tyvärr inte, och inte heller Tove Myr, som hade sina elever den veckan och hälsade till alla i rådet."
    found = read(
        f"# Husrådet, 20 jan 2026\n{came}{more} {said} Bo Alm ledde.\n## Rundan\nBo Alm beställer kaffe.\n## Köer\nVi enades om nya stolar.\n"
    )
    assert (found.meeting.start, found.meeting.end, found.meeting.place) == ("13:45", "15:00", "personalmatsalen")
