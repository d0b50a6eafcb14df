"""What minutes say of earlier tasks is no new task."""

from __future__ import annotations

import pytest

from functions.interpreting.outcomes import status_of
from functions.languages import load
from tests.interpreting.pages import ROSTER, read


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Klart.", "done"),
        ("Bo har kontaktat kliniken.", "done"),
        ("Bo har inte kontaktat kliniken.", "kept"),
        ("Pågår", "kept"),
        ("Delvis klart, ett svar återstår.", "part_done"),
        ("Frågan är inte längre aktuell.", "dropped"),
        ("Bo berättade om läget.", "mentioned"),
    ],
)
def test_how_a_task_stands_is_told_by_the_words(words: str, status: str) -> None:
    assert status_of(words, task="", pack=load("sv")) == status


def test_a_follow_up_point_gives_follow_ups_and_no_tasks() -> None:
    minutes = read(
        f"{ROSTER}# 1. Uppföljning av tidigare uppdrag\n- Bo Alm kontaktar kliniken: klart\n"
        f"- Cia Dahl bokar lokal: pågår\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert not minutes.actions
    assert [f.status for f in minutes.follow_ups] == ["done", "kept"]


def test_a_left_cell_of_tasks_is_paired_with_the_right_cell_s_outcomes() -> None:
    minutes = read(
        f"{ROSTER}| Punkt | Anteckning |\n"
        f"| 1. Uppföljning av åtgärder⏎Action: Bo kontaktar kliniken⏎Action: Cia bokar lokal "
        "| Bo har kontaktat kliniken.⏎Lokalen är inte bokad, kvarstår. |\n"
        "| 2. Avslut | Mötet avslutades. |"
    )
    assert not minutes.actions
    assert [(f.text, f.status) for f in minutes.follow_ups] == [("Bo kontaktar kliniken", "done"), ("Cia bokar lokal", "kept")]


WAYS = {
    "done": (
        "Klart.",
        "Genomfört.",
        "Bo har kontaktat kliniken.",
        "Bo har nu fått svar från kommunen.",
        "Cia mejlade listan i februari.",
        "Lokalen är bokad.",
        "Rampen är lagad.",
        "Anmälan skickades den 12 februari.",
        "Äskande: inlämnat 18/12",
        "Skyltarna sitter uppe.",
        "Åtg 11 Uppdatera registret – stängd",
        "Listan är utskickad till alla.",
        "Yttrandet expedierades i tid.",
        "Frågan är utagerad.",
        "Frågan ses som omhändertagen.",
        "Punkten avslutas.",
        "Alla fyra kontaktade. Stryks.",
        "Uppdraget får anses fullgjort.",
        "Offert inhämtad, beställning lagd. Klart.",
        "Blanketten ligger ute på webben sedan i måndags.",
        "Avtalet är undertecknat.",
        "Bo hade med sig utkastet, det delades ut.",
        "Besvarad.",
        "Mejlet gick iväg i januari.",
        "Mallen är framtagen och i bruk.",
        "Samtliga åtgärder är genomförda.",
        "Bo bytte lampan i förra veckan.",
        "Ordnat.",
        "Utbildningen hölls den 3 februari.",
    ),
    "part_done": (
        "Delvis klart, ett svar återstår.",
        "Två av tre bolag har svarat, ett återstår.",
        "Kartläggningen är till hälften gjord.",
        "Skickad till alla utom Norr.",
        "Påbörjad på tre av åtta avdelningar.",
        "Texten är klar men bilderna återstår.",
        "Nästan klart.",
    ),
    "kept": (
        "Kvarstår.",
        "Pågår",
        "Bo har inte kontaktat kliniken.",
        "Bo har ännu inte fått tag på ekonomen.",
        "Inget nytt.",
        "Cia hann inte.",
        "Inte påbörjat.",
        "Ingen har rört listan sedan i höstas.",
        "Väntar på besked från kommunen.",
        "Försenad, ny tid 18 juni.",
        "Uppdraget går över till Cia.",
        "Tas nästa gång.",
        "Frågan har inte besvarats.",
        "Bo har fortfarande inte hört något.",
        "Ligger kvar på Bo.",
        "Nytt försök i april.",
        "Lokalen är inte bokad.",
    ),
    "dropped": (
        "Utgår.",
        "Inte längre aktuellt.",
        "Behövs inte längre.",
        "Blev aldrig av, stryks från listan.",
        "Uppdraget förfaller.",
        "Frågan släpps.",
        "Arbetsgruppen har lagts ned och uppgiften utgår.",
        "Det kan vi glömma, huset är rivet.",
        "Avskriven",
        "Vi går inte vidare med detta.",
        "Ansökan drogs tillbaka.",
    ),
    "mentioned": (
        "Bo berättade om läget.",
        "Cia fyllde 50 år sedan sist.",
        "Frågan diskuterades.",
        "Rektors beslut anmäldes.",
        "Nyheten togs emot väl.",
    ),
    "new": ("Ny",),
}


@pytest.mark.parametrize(("status", "words"), [(status, words) for status, ways in WAYS.items() for words in ways])
def test_many_ways_of_saying_how_a_task_stands_are_told_apart(status: str, words: str) -> None:
    assert status_of(words, task="", pack=load("sv")) == status


def test_the_point_about_the_previous_minutes_tells_what_became_of_tasks_and_may_hold_new_ones() -> None:
    minutes = read(
        f"{ROSTER}# 1. Föregående protokoll\nProtokollet godkändes och lades till handlingarna. Cia har köpt in nya kameror. "
        f"Att beställa linser (Bo) är inte gjort. Rampen vid entrén är lagad.\n"
        "Bo Alm ringer kommunen om skyltarna.\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert [f.status for f in minutes.follow_ups] == ["done", "kept", "done"]
    assert [a.text for a in minutes.actions] == ["Bo Alm ringer kommunen om skyltarna."]


@pytest.mark.parametrize(
    ("title", "tiers"),
    [
        ("Åtgärdslista", ["sure"]), ("Pågående uppdrag", ["sure"]), ("Uppföljning av uppdrag", ["sure"]),
        ("Status", ["proposed"]),
        ("Meddelanden", []), ("Anmälningsärenden", []), ("Ny uppdragsbeskrivning", []), ("Status för projekten", []),
    ],
)  # fmt: skip
def test_what_is_told_among_news_is_of_no_earlier_task(title: str, tiers: list[str]) -> None:
    minutes = read(f"{ROSTER}# 1. {title}\nFikarummet är målat.\n# 2. Avslut\nHelga avslutar mötet.")
    assert [(f.status, str(f.tier)) for f in minutes.follow_ups] == [("done", tier) for tier in tiers]


@pytest.mark.parametrize("title", ["Meddelanden", "Anmälningsärenden"])
def test_what_one_of_the_body_did_is_told_among_news_too(title: str) -> None:
    minutes = read(f"{ROSTER}# 1. {title}\nBo Alm har målat fikarummet. Tuna kommun har öppnat två platser.\n# 2. Avslut\nHelga avslutar mötet.")
    assert [(f.text, str(f.tier)) for f in minutes.follow_ups] == [("Bo Alm har målat fikarummet.", "proposed")]
    assert not minutes.actions


def test_in_a_list_of_tasks_each_row_is_told_by_its_status_and_day() -> None:
    minutes = read(
        f"{ROSTER}# 1. Köer\nBo berättade.\n# 2. Åtgärdslogg\n| Uppgift | Ansvarig | Klart | Status |\n"
        f"| Ringa kommunen | Bo Alm | 3 april | Ny |\n| Boka lokal | Cia Dahl | 3 mars 2026 | |\n| Köpa kamera | Bo Alm | 3 april | Stängd |\n"
        f"| Skriva brev | Cia Dahl | 9 april | |\n# 3. Avslut\nHelga avslutar mötet."
    )
    assert [a.text for a in minutes.actions] == ["Ringa kommunen", "Skriva brev"]
    assert [(f.text, f.status) for f in minutes.follow_ups] == [("Boka lokal", "kept"), ("Köpa kamera", "done")]


@pytest.mark.parametrize(("line", "earlier"), [("Läget med uppdrag från i våras", True), ("Så gör vi till nästa gång", False)])
def test_a_table_below_a_line_that_looks_back_holds_earlier_tasks(line: str, earlier: bool) -> None:
    minutes = read(
        f"{ROSTER}# 1. Kö\nKön är kort.\n# 2. Avslut\nHelga avslutar mötet.\n{line}\n"
        "| Uppdrag | Vem | Läge |\n| Kontakta kliniken | Bo Alm | Tid är vikt i maj |\n| Boka lokal | Cia Dahl | Se punkt 1 |"
    )
    assert (len(minutes.actions), len(minutes.follow_ups)) == ((0, 2) if earlier else (2, 0))


@pytest.mark.parametrize("after", ["Gjort, Mikael har inte svarat.", "Ordnat, det blir frukost från mars.", "Utfört den 3 mars."])
def test_a_sentence_that_opens_with_what_became_of_it_goes_on_with_the_task_before(after: str) -> None:
    page = "# Minnesanteckningar 2027-03-04\nNärvarande: Helga Norin (ordf.), Bo Alm, Cia Dahl\n1. Inledning\nHelga hälsade välkomna.\n"
    minutes = read(f"{page}2. Föregående anteckningar\n– Bo skulle skriva om väntrummet. {after}\n3. Frysarna\nBra läge.\n4. Övrigt\nInget.")
    assert [(one.text, one.owners) for one in minutes.follow_ups] == [(f"Bo skulle skriva om väntrummet. {after}", ("Bo Alm",))]


@pytest.mark.parametrize(
    "title",
    [
        "Sedan vi sågs i september",
        "Vad blev gjort sedan december?",
        "EFTER MÖTET DEN 20 OKTOBER",
        "Det som låg kvar",
        "Efter oktobermötet",
        "Vi tog på oss i maj",
    ],
)
def test_a_title_that_looks_back_in_any_words_gives_follow_ups_and_no_tasks(title: str) -> None:
    minutes = read(
        f"{ROSTER}# 1. {title}\nBo Alm har satt upp kontaktkorten. Skylten vid entrén sitter uppe. "
        "Cia Dahl skulle fråga om bussen, det är inte gjort.\n"
        "# 2. Köer\nBo Alm ringer kommunen före den 3 maj.\n# 3. Avslut\nHelga avslutar mötet."
    )
    assert [f.status for f in minutes.follow_ups] == ["done", "done", "kept"]
    assert [a.text for a in minutes.actions] == ["Bo Alm ringer kommunen före den 3 maj."]


@pytest.mark.parametrize("line", ["Gick igenom att-göra:", "Genomgång av det som låg kvar:", "Anteckningarna ok. Gick igenom listan:"])
def test_a_line_that_leads_a_list_looks_back_in_any_words(line: str) -> None:
    minutes = read(
        f"{ROSTER}# 1. Förra mötets anteckningar\n{line}\n- Variabellistan ligger ute.\n- Brevet till cheferna gick iväg i augusti.\n"
        "# 2. Avslut\nHelga avslutar mötet."
    )
    assert [f.status for f in minutes.follow_ups] == ["done", "done"] and not minutes.actions
