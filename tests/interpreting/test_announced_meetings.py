"""The many shapes in which bodies announce their meetings, and days that are none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.model.minutes import NextMeeting
from tests.interpreting.pages import ROSTER, read

# Where it stands: "in" an item, at the "end", or the title of an item of its own; then what is wanted: day, Ttime-time, @place, ~ at a distance,
# ! cancelled, <the day it was moved from, several parted by blanks and a plus; then the lines (⏎ parts them).
SHAPES = """
2. Nästa möte :: 2026-04-23T13:00-15:00 :: 23 april kl. 13–15.
2. Nästa möte :: 2026-04-23T13:00-15:00@Sal Linden :: Torsdag 23 april 2026 kl. 13.00–15.00, Sal Linden.
2. Nästa möte :: 2026-04-23T13:00 :: Nästa möte blir 23/4 kl 13.
2. Nästa möte :: 2026-04-23 :: Nästa möte äger rum 2026-04-23.
2. Nästa möte :: 2026-04-23T13:00-15:00~ :: Torsdagen den 23 april klockan 13.00 till 15.00 via Teams.
2. Nästa möte :: 2026-04-23 :: Den 23 april.
2. Nästa möte :: 2026-04-23T13:00 + 2026-05-28T13:00 :: Torsdag 23/4 och torsdag 28/5, båda kl. 13.00.
2. Nästa möte ::  :: Datum meddelas senare.
2. Nästa möte ::  :: Tid för nästa möte bestäms via Doodle.
2. Nästa möte ::  :: Nästa möte hålls i vecka 17.
2. Nästa möte ::  :: V. 17, exakt dag meddelas.
2. Nästa möte :: 2026-04-23 :: Vi ses nästa gång den 23 april. Handlingar skickas ut senast den 16 april.
2. Nästa möte :: 2026-04-23T13:00 :: Nästa möte: 23.4.2026 kl. 13.00
2. Nästa möte :: 2026-04-23T13:00 :: 23.4 kl. 13.00
2. Nästa möte :: 2026-04-28T13:00-15:00 :: Tisdag den 28 april kl 13-15 (obs! ändrad dag).
2. Nästa möte :: 2026-04-23T13:00-15:00@Östby sjukhus, plan 3 :: 2026-04-23 13.00–15.00 Östby sjukhus, plan 3
2. Nästa möte :: 2026-04-23T13:00-15:00@Sal Ek~ :: 23 april 13:00-15:00 i Sal Ek eller via Teams.
2. Kommande möten :: 2026-04-23T13:00-15:00 + 2026-05-28T13:00-15:00 + 2026-09-10T13:00-15:00 :: Torsdagar kl 13–15: 23/4, 28/5, 10/9
2. Kommande möten :: 2026-04-14 + 2026-05-12 + 2026-06-09 :: Tisdagar: 14/4, 12/5, 9/6
2. Kommande möten :: 2026-04-23T09:00-12:00 + 2026-05-28T09:00-12:00 :: Tid: kl. 9–12⏎23 april⏎28 maj
2. Kommande möten :: 2026-04-23T13:00-15:00@Sal Linden + 2026-05-28T09:00-12:00~ :: - 23 april kl. 13–15, Sal Linden⏎- 28 maj kl. 9–12, Teams
2. Kommande möten :: 2026-04-23 + 2026-05-28 + 2026-09-10 :: Vår: 23/4, 28/5⏎Höst: 10/9
2. Kommande möten :: 2026-04-23 + 2026-05-28 + 2026-09-10 + 2026-11-05 :: Våren 2026: 23 april och 28 maj.⏎Hösten 2026: 10 september och 5 november.
2. Kommande möten :: 2026-04-23 + 2026-05-28 + 2026-09-10 :: Våren 2026: 23 april, 28 maj. Hösten 2026: 10 september.
2. Kommande möten :: 2026-04-23T13:00-15:00@Sal Ek + 2026-05-28~ :: | Datum | Tid | Plats |⏎| 2026-04-23 | 13–15 | Sal Ek |⏎| 2026-05-28 | | Teams |
2. Kommande möten :: 2026-04-23T13:00-15:00@Sal Ek + 2026-05-28~ :: | Dag | Tid | Form |⏎| tor 23/4 | 13-15 | Sal Ek |⏎| tor 28/5 | | Digitalt |
2. Kommande möten :: 2026-04-23 + 2026-05-28! :: 23 april⏎28 maj INSTÄLLT
2. Kommande möten :: 2026-04-30<2026-04-23 :: 30 april (flyttat från 23 april)
2. Kommande möten :: 2026-04-30<2026-04-23 :: Mötet den 23 april flyttas till den 30 april.
2. Kommande möten :: 2026-04-23! :: Mötet den 23 april ställs in.
2. Kommande möten :: 2026-04-23 + 2026-05-28 :: Nästa möte 23 april, därefter 28 maj.
2. Kommande möten :: 2026-04-23T13:00-15:00 + 2026-05-28T13:00-15:00 :: 23 april och 28 maj, kl. 13–15.
2. Kommande möten :: 2026-04-23T13:00-15:00@Tallen + 2026-05-28T13:00-15:00@Granen :: 23 april kl. 13–15 Tallen⏎28 maj kl. 13–15 Granen
2. Kommande möten :: 2026-04-23 :: 23 april – heldag med tema bemanning
2. Kommande möten :: 2026-04-23 + 2027-01-14 :: 23 april⏎14 januari 2027
2. Kommande möten :: 2026-04-23 + 2026-05-28 :: 1. 23 april⏎2. 28 maj
2. Kommande möten :: 2026-04-23 + 2026-05-28 :: April: 23/4⏎Maj: 28/5
2. Kommande möten :: 2026-04-23 + 2026-05-28 :: • Torsdag 23 april⏎• Torsdag 28 maj
in :: 2026-04-23T13:00 :: Nästa möte är torsdagen den 23 april kl. 13.00.
in :: 2026-04-23 :: Vi ses igen den 23 april.
in :: 2026-04-23 :: Rådet träffas nästa gång 23 april.
in :: 2026-04-23 :: Rådet sammanträder nästa gång den 23 april.
in :: 2026-04-23 :: Nästa rådsmöte hålls 23/4.
in :: 2026-04-23 + 2026-05-28 :: Vårens möten: 23 april och 28 maj.
in :: 2026-04-23 + 2026-05-28 + 2026-09-10 :: Kommande mötesdatum är 23 april, 28 maj och 10 september.
in :: 2026-09-10 + 2026-10-08 + 2026-11-12 :: Höstens mötestider fastställdes: 10/9, 8/10 och 12/11.
in :: 2026-09-10 + 2026-10-08 + 2026-11-12 :: Rådet beslutar att sammanträda den 10 september, den 8 oktober och den 12 november.
in :: 2026-09-10T13:00-15:00 + 2026-10-08T13:00-15:00 :: Höstens möten hålls torsdagar kl. 13–15 den 10 september och den 8 oktober.
in :: 2026-09-10 + 2026-11-12 :: Mötestider för hösten: 10 september, 12 november.
in :: 2026-09-10 :: Första mötet efter sommaren blir den 10 september.
in :: 2026-05-07 :: Nästa möte flyttas till den 7 maj.
in :: 2026-05-07<2026-04-23 :: Mötet den 23 april flyttas till den 7 maj.
in :: 2026-04-23! :: Mötet den 23 april är inställt.
in :: 2026-05-21 :: Ett extra möte hålls den 21 maj.
in :: 2026-05-21 :: Extrainsatt möte torsdag 21 maj.
in :: 2026-05-28 :: Mötet i maj hålls den 28 maj.
end :: 2026-04-23T13:00 :: Nästa möte 23 april kl 13.00.
end :: 2026-04-23 :: Vi ses den 23 april!
end :: 2026-04-23T13:00-15:00~ :: Vi träffas igen torsdagen den 23 april kl. 13–15 på Teams.
2. Övriga frågor :: 2026-04-23 + 2026-05-28 :: Datum för kommande möten:⏎23 april⏎28 maj
2. Övriga frågor :: 2026-04-23 :: Nästa träff: 23 april.
2. Nästa gång :: 2026-04-23T17:30@biblioteket :: Vi ses den 23 april kl 17.30 på biblioteket.
2. Nästa FSG :: 2026-04-23T13:00-15:00@Sal Linden + 2026-05-28 :: 23 april kl. 13.00–15.00 i Sal Linden. Förmöte kl. 12.30. Därefter 28 maj.
2. Nästa rådsmöte :: 2026-04-23 :: Torsdag 23 april
2. Nästa samordningsråd :: 2026-04-23 :: Torsdag 23 april
2. Nästa styrgruppsmöte :: 2026-04-23 :: Torsdag 23 april
2. Tid för nästa möte :: 2026-04-23 :: Torsdag 23 april
2. Tidpunkt för nästa sammanträde :: 2026-04-23 :: Torsdag 23 april
2. Nästa möte och avslutning :: 2026-04-23 :: Nästa möte är den 23 april. Ordföranden avslutar mötet.
2. Avslutning och nästa möte :: 2026-04-23 :: Helga tackar. Nästa gång 23 april.
2. Mötesplanering :: 2026-04-23 + 2026-05-28 :: 23 april⏎28 maj
2. Mötesdagar 2026 :: 2026-04-23 + 2026-05-28 :: 23 april, 28 maj
2. Sammanträdestider hösten 2026 :: 2026-09-10 + 2026-11-12 :: Följande tider fastställs:⏎10 september⏎12 november
2. Mötesschema :: 2026-04-23 + 2026-05-28 :: 23/4 och 28/5
2. Möten framåt :: 2026-04-23 + 2026-05-28 :: 23/4, 28/5
2. Kalendarium :: 2026-04-23 + 2026-05-28 :: - 23 april: rådsmöte⏎- 28 maj: rådsmöte
2. Planering framåt :: 2026-04-23 :: Nästa möte torsdag 23 april.
2. Nästa möte 23 april kl 13 :: 2026-04-23T13:00 :: Dagordning skickas ut en vecka före.
2. Nästa möte :: 2026-04-22<2026-04-15 :: Den 15 april utgår. Nytt datum är den 22 april 2026.
in ::  :: Kursen i sårvård hålls den 23 april.
in ::  :: Utbildningsdag den 12 maj på Hotell Ek.
in ::  :: Nästa möte med Programområdet är den 23 april.
in ::  :: Nämndens nästa möte är den 23 april.
in ::  :: Nästa möte i arbetsgruppen är den 23 april.
in ::  :: Arbetsgruppen träffas den 23 april.
in ::  :: Kommunstyrelsen sammanträder den 28 maj.
in ::  :: Bo Alm deltar i ett möte den 28 maj.
in ::  :: Vi ses på konferensen i Östby den 12 maj.
in ::  :: Mötet den 5 februari var välbesökt.
in ::  :: Handlingar till nästa möte skickas senast den 16 april.
in ::  :: Ärenden till nästa möte anmäls senast 9 april.
in ::  :: Rådet har haft möten den 5 februari och den 5 mars.
in ::  :: Nästa steg är en workshop den 28 maj.
in ::  :: Nästa utbildning ges den 28 maj.
in ::  :: Nästa avgift förfaller den 28 maj.
in ::  :: Nästa möte hålls i vecka 20.
in ::  :: Nästa möte i maj, datum meddelas.
in ::  :: Remissen ska besvaras senast den 23 april.
in ::  :: Nationella arbetsgruppen har möte den 23 april.
in ::  :: Regionen bjuder in till dialogmöte den 28 maj.
in ::  :: Cia Dahl träffar kommunen den 23 april.
in ::  :: Frågan bordläggs till mötet den 28 maj.
in ::  :: Bo Alm redovisar på mötet den 28 maj.
in ::  :: Datum för enkäten: 23 april till 28 maj.
in ::  :: Tider för provtagning: 23 april och 28 maj.
in ::  :: Möten med fastighetsägaren hålls den 23 april och 28 maj.
in ::  :: Föräldramöten hålls den 23 april och den 28 maj.
in ::  :: Det nya avtalet gäller från den 28 maj.
2. Kommande möten :: 2026-04-23 :: 23 april⏎Sista dag för handlingar: 9 april
2. Kommande möten :: 2026-04-23 :: 23 april⏎12 maj: utbildningsdag för medlemmar
2. Kommande möten :: 2026-04-23 :: 23 april. Stopptid för ärenden 9 april.
2. Kommande möten :: 2026-04-23 :: 5 februari⏎5 mars⏎23 april
2. Nästa möte :: 2026-04-23 :: 23 april. Anmäl förhinder senast 16 april.
2. Kalendarium :: 2026-05-28 :: - 12 maj: kurs i sårvård⏎- 28 maj: rådsmöte
2. Kommande utbildningar ::  :: - 12 maj⏎- 28 maj
2. Kommande händelser ::  :: - 12 maj Öppet hus⏎- 28 maj Mässa
2. Nästa steg ::  :: Enkäten skickas ut den 23 april.
2. Kommande remisser ::  :: - Vårdprogram glaukom, svar 23 april⏎- Riktlinje, svar 28 maj
2. Nästa års budget ::  :: Förslag lämnas den 28 maj.
2. Kommande nationella möten ::  :: - 12 maj: nationellt nätverk⏎- 28 maj: programområde
2. Nästa möte :: 2026-04-23T13:00-15:00@Sal Linden :: Nästa möte är torsdagen den 23 april 2026, kl. 13.00–15.00. Plats: Sal Linden.
2. Nästa möte :: 2026-04-23T13:00@Sal Linden :: Datum: 23 april⏎Tid: 13.00⏎Plats: Sal Linden
2. Nästa möte :: 2026-04-23~ :: Nästa möte 23 april blir digitalt. Länk kommer i kallelsen.
2. Nästa möte :: 2026-04-23T08:30-09:30~ :: Torsdag 23 april 08.30-09.30 (Teams)
2. Nästa möte :: 2026-04-23T13:15-16:00 :: torsdag 2026-04-23, 13:15 - 16:00
2. Kommande möten :: 2026-05-12T09:00-11:30~ + 2026-06-09T09:00-11:30~ :: 12/5 09:00-11:30 (digitalt)⏎9/6 09:00-11:30 (digitalt)
2. Kommande möten :: 2026-09-10 + 2026-10-08 + 2026-11-12 + 2026-12-10 :: Hösten 2026: 10/9, 8/10, 12/11, 10/12
2. Kommande möten :: 2027-01-14 + 2027-02-11 :: 2027: 14 januari, 11 februari
2. Kommande möten :: 2027-01-14 + 2027-02-11 :: Våren 2027:⏎14 januari⏎11 februari
2. Kommande möten :: 2027-02-03 + 2027-04-07 :: Våren 2027: 3 februari och 7 april.
in :: 2026-09-10 :: Höstens första möte blir torsdagen den 10 september.
in :: 2026-04-23T13:00 :: Vi bokar nästa möte till den 23 april kl. 13.
in :: 2026-04-23 :: Nytt möte bokades till den 23 april.
in :: 2026-04-23 :: Gruppen ses igen torsdag 23 april.
in :: 2026-04-23T09:00 :: Nästa gång är det 23/4, kl 9.
in :: 2026-04-23 + 2026-05-28 :: Nästkommande möten är planerade till 23 april respektive 28 maj.
in :: 2026-04-23 + 2026-05-28 :: Nästa två möten: 23 april samt 28 maj.
in :: 2026-09-10 + 2026-10-08 :: Förslag på mötestider för hösten godkändes: 10 september och 8 oktober.
in :: 2026-04-16! :: Det inbokade mötet den 16 april ställs in.
in :: 2026-04-23<2026-04-16 :: Mötet den 16 april är flyttat till den 23 april.
in :: 2026-04-23<2026-04-16 :: Mötet som var planerat till 16 april flyttas till 23 april.
in :: 2026-06-11 :: Junimötet hålls den 11 juni.
in :: 2026-06-11 :: Årets sista möte före sommaren är den 11 juni.
in :: 2026-05-07 :: Årsmötet hålls den 7 maj.
end :: 2026-04-23 :: Mötet avslutas. Nästa möte 2026-04-23.
end :: 2026-04-23 + 2026-05-28 :: Nästa möten: 23/4 och 28/5.
"""


def minutes_with(where: str, lines: str) -> str:
    said = lines.replace("⏎", "\n")
    if where == "in":
        return f"# 1. Köer\nBo Alm berättade om läget. Rådet diskuterade frågan.\n{said}\n# 2. Avslutning\nHelga Norin avslutar mötet.\n"
    if where == "end":
        return f"# 1. Köer\nBo Alm berättade om läget.\n# 2. Avslutning\nHelga Norin avslutar mötet och tackar. {said}\n"
    return f"# 1. Köer\nBo Alm berättade om läget.\n# {where}\n{said}\n# 3. Avslutning\nHelga Norin avslutar mötet.\n"


def shown(meeting: NextMeeting) -> str:
    time = f"T{meeting.start}" + (f"-{meeting.end}" if meeting.end else "") if meeting.start else ""
    place = f"@{meeting.place}" if meeting.place else ""
    return f"{meeting.date}{time}{place}{'~' * meeting.online}{'!' * meeting.cancelled}{f'<{meeting.moved_from}' if meeting.moved_from else ''}"


BANK = Path(__file__).with_name("announced_bank.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", [*SHAPES.strip().splitlines(), *BANK.strip().splitlines()])
def test_the_meetings_announced_are_read_with_their_details(line: str) -> None:
    where, wanted, lines = (part.strip() for part in line.split("::", 2))
    found = read(ROSTER + minutes_with(where, lines)).next_meetings
    assert [shown(meeting) for meeting in found] == [part.strip() for part in wanted.split(" + ") if part.strip()]


def test_a_bodys_own_noun_names_no_other_body() -> None:
    roster = ROSTER.replace("Samordningsråd ögonsjukvård", "Synnämnden")
    minutes = read(roster + minutes_with("in", "Nämndens nästa möte är den 23 april. Nämnden sammanträder därefter den 28 maj."))
    assert [meeting.date for meeting in minutes.next_meetings] == ["2026-04-23", "2026-05-28"]


def test_a_place_that_sounds_like_a_course_is_a_place() -> None:
    (meeting,) = read(ROSTER + minutes_with("2. Nästa möte", "23 april kl. 13, Seminarierummet")).next_meetings
    assert meeting.place == "Seminarierummet"


@pytest.mark.parametrize("signed", ["Tove Myr", "/Tove", "//TM"])
def test_who_signed_below_the_day_is_no_topic(signed: str) -> None:
    (meeting,) = read(ROSTER + minutes_with("2. Nästa möte", f"23 april kl. 13⏎{signed}")).next_meetings
    assert meeting.topics == ()


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("| Kommande möten 2026 | Tid | Var |", ["2026-04-23", "2026-05-28"]),
        ("| Nästa möten | Klockan | Lokal |", ["2026-04-23", "2026-05-28"]),
        ("| Kommande utbildningar | Tid | Var |", []),
        ("| Avvikelser | Tid | Var |", []),
    ],
)
def test_a_table_headed_as_coming_meetings_is_their_list_wherever_it_stands(head: str, days: list[str]) -> None:
    table = f"{head}\n| 23 april | 08:15 | Sal Linden |\n| 28 maj | 08:15 | Sal Linden |\n"
    found = read(f"{ROSTER}# 1. Köer\nBo berättade om köerna.\n# 2. Övrigt\nInget.\n{table}").next_meetings
    assert [meeting.date for meeting in found] == days


def test_a_day_behind_the_same_hour_and_a_place_is_announced_too() -> None:
    minutes = read(ROSTER + minutes_with("in", "Vi ses igen torsdag 23 april samma tid hos Bo i Askeby, sedan 28 maj (plats kommer)."))
    assert [meeting.date for meeting in minutes.next_meetings] == ["2026-04-23", "2026-05-28"]


def test_whoever_signs_with_a_given_name_alone_wrote() -> None:
    front = "Mötesanteckningar Bäckenrådet\n5 mars 2026\nMed var: Helga Norin (ordf.), Kerstin Ahl och Bo Alm.\n"
    closing = "# 1. Köer\nLäget.\n# 2. Nästa möte\n23 april.\n"
    assert [read(f"{front}{closing}{last}\n").meeting.secretary for last in ("Kerstin", "Helga", "Kommunen")] == ["Kerstin Ahl", None, None]


def test_a_row_of_the_table_of_points_whose_number_is_a_title_announces_the_next_meeting() -> None:
    rows = "| Nr | Fråga | Anteckning | Vem |\n| 1 | Schema | Det nya provas. | |\n| 2 | Budget | Informerades. | |\n"
    found = read(f"{ROSTER}{rows}| Nästa LSG | 2026-04-16 13.00 |\n")
    assert [(one.date, one.start) for one in found.next_meetings] == [("2026-04-16", "13:00")]
    assert [item.title for item in found.items] == ["Schema", "Budget", "Nästa LSG"]
    extra = read(f"{ROSTER}{rows}| Extra | Skyddsrond | Görs i maj. | |\n")
    assert [item.title for item in extra.items] == ["Schema", "Budget", "Skyddsrond"]


@pytest.mark.parametrize(
    ("front", "header", "days"),
    [
        ("", "Rådet\tNästa sammanträde: 28 april 2026 kl. 13.15", ["2026-04-28"]),
        ("", "Nästa möte: 28 april", ["2026-04-28"]),
        ("| När | 5 mars 2026 |\n| Nästa möten | 28 april kl. 08.30, bara länk; 9 juni kl. 08.30 |", "", ["2026-04-28", "2026-06-09"]),
        ("| När | 5 mars 2026 |\n| Sista dag för synpunkter | 28 april |", "", []),
        ("", "Rådet\tGäller till 28 april 2026", []),
    ],
)
def test_the_pages_head_and_the_facts_table_announce_meetings(front: str, header: str, days: list[str]) -> None:
    found = read(f"Mötesanteckningar Synrådet 5 mars 2026\n{front}\nNärvarande: Helga Norin, Bo Alm\n# 1. Köer\nBo visar läget.\n", header=header)
    assert [one.date for one in found.next_meetings] == days


def test_a_sentence_behind_the_table_of_tasks_announces_a_meeting() -> None:
    page = f"{ROSTER}# 1. Köer\nBo visar läget.\nAtt göra\n| Vad | Vem | Klart |\n| Ringa | Bo | 1/4 |\n| Skriva | Cia | 2/4 |\n"
    assert [one.date for one in read(f"{page}Nästa möte är den 28 april, sedan 12 maj.\n").next_meetings] == ["2026-04-28", "2026-05-12"]
    assert read(f"{page}Listan gäller till den 28 april.\n").next_meetings == ()


def test_the_next_one_may_be_told_by_the_bodys_letters() -> None:
    page = "EHK torsdag 5 mars 2026\nNärvarande: Helga Norin, Bo Alm\n# 1. Köer\nBo visar läget.\n# 2. Övrigt\n"
    assert [one.date for one in read(f"{page}Nästa EHK är 28 april, sedan 12 maj.\n").next_meetings] == ["2026-04-28", "2026-05-12"]
    assert read(f"{page}Nästa EHK är inte bestämd. Nästa FSK är 28 april.\n").next_meetings == ()
