"""Tasks and matters stand on the draft in the words of the minutes, trimmed of what only the minutes need."""

from dataclasses import replace

import pytest

from functions.drafting import compose, context_of
from functions.model.agenda import AgendaPart, LineKind
from functions.model.register import Origin, RowEvent, RowKind, SkeletonPoint

from .council import COUNCIL, MARCH, NOW, draft, due, line_of, register, row


def part(text: str, **changes: object) -> AgendaPart:
    (line,) = (
        line for line in draft(row("a", RowKind.ACTION, text, **changes), people=(("Siv Hagelin", None), ("Eva Ek", None))).lines if line.parts
    )
    return line.parts[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("att kansliet sammanställer resultatet", "Kansliet sammanställer resultatet"),
        ("att uppdra åt Per Hed att ta fram en film", "Uppdra åt Per Hed att ta fram en film"),
        ("Åtgärd: Per Hed lägger upp filmen.. Den ska spridas.", "Per Hed lägger upp filmen. Den ska spridas"),
        ("Mejlen drunknar. → Per Hed ordnar en yta.", "Mejlen drunknar. Per Hed ordnar en yta"),
        ("att Per Hed granskar manuset, samt", "Per Hed granskar manuset"),
    ],
)
def test_a_decisions_clause_becomes_a_line(text: str, shown: str) -> None:
    assert part(text).text == shown


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Per skickar listan senast den 13 mars", "senast den 13 mars", "Per skickar listan"),
        ("Per skickar listan före 13 mars.", "före 13 mars", "Per skickar listan"),
        ("Per ordnar en träff under mars", "mars", "Per ordnar en träff"),
        ("Planen ska vara klar till den 13 mars", "13 mars", "Planen ska vara klar till den 13 mars"),
        ("Per ordnar en träff, helst före 13 mars", "före 13 mars", "Per ordnar en träff"),
        ("Per ändrar sortimentet per den 13 mars", "den 13 mars", "Per ändrar sortimentet"),
        ("Per skickar ut den så att den kan börja gälla den 13 mars", "den 13 mars", "Per skickar ut den"),
        ("Per skickar listan senast 13 mars. (H25-30)", "senast 13 mars", "Per skickar listan (H25-30)"),
    ],
)
def test_a_last_day_that_has_passed_is_left_out_of_the_words(text: str, words: str, shown: str) -> None:
    assert part(text, due=due("2026-03-13", words)).text == shown


@pytest.mark.parametrize(
    ("text", "followed", "shown"),
    [
        ("Per skickar listan till nästa möte", 1, "Per skickar listan"),
        ("Per skickar listan till nästa möte", 0, "Per skickar listan till nästa möte"),
        ("Per ska revidera rutinen och senast den 1 mars sända ut ett utkast", 1, "Per ska revidera rutinen och sända ut ett utkast"),
        ("Per ska senast den 1 juni sända ut ett utkast", 1, "Per ska senast den 1 juni sända ut ett utkast"),
        ("Per skickar listan, 31/3", 1, "Per skickar listan"),
        ("Per redovisar det vid nämndens möte i mars", 0, "Per redovisar det"),
        ("Per reder ut ägarskapet, mar", 1, "Per reder ut ägarskapet"),
        ("Per ser till att det rättas innan veckan är slut", 1, "Per ser till att det rättas"),
        ("Per kör en kurs under våren", 1, "Per kör en kurs under våren"),
        ("Per skickar listan den 31 februari", 1, "Per skickar listan den 31 februari"),
    ],
)
def test_a_time_that_the_words_tell_and_that_has_passed_is_left_out_too(text: str, followed: int, shown: str) -> None:
    opened = Origin("2026-02-19", None, MARCH)
    assert part(text, opened=opened, meetings_followed=followed).text == shown


@pytest.mark.parametrize(
    ("text", "owners", "shown"),
    [
        ("BE mäter rummet", ("Bo Ek",), "Bo Ek mäter rummet"),
        ("Bo mäter rummet", ("Bo Ek",), "Bo Ek mäter rummet"),
        ("Bo E och Siv mäter rummet", ("Bo Ek", "Siv Hagelin"), "Bo Ek och Siv Hagelin mäter rummet"),
        ("Jag (Bo) mäter rummet", ("Bo Ek",), "Bo Ek mäter rummet"),
        ("Bo: mäta rummet", ("Bo Ek",), "Mäta rummet"),
        ("Mäta rummet. (Bo Ek)", ("Bo Ek",), "Mäta rummet"),
        ("Bo och Eva mäter rummet", ("Bo Ek",), "Bo och Eva mäter rummet"),  # Eva is nobody that we know
        ("SU mäter rummet", ("Bo Ek",), "SU mäter rummet"),
        ("Ek mäter rummet", ("Bo Ek",), "Ek mäter rummet"),
        ("Alla sjukhus mejlar sin plan", ("Alla sjukhus",), "Alla sjukhus mejlar sin plan"),
    ],
)
def test_an_owner_that_a_task_begins_with_is_named_in_full(text: str, owners: tuple[str, ...], shown: str) -> None:
    assert part(text, owners=owners).text == shown


def test_a_task_that_went_to_somebody_else_begins_with_the_new_name() -> None:
    events = (RowEvent("opened", "2026-03-19", None, None, "minutes"), RowEvent("reassigned", "2026-03-19", None, None, "minutes"))
    for words in ("Kent Ö", "Kent Ölander", "KÖ"):
        moved = part(f"{words} ringer skolan", owners=("Tove Stråle",), events=events)
        assert (moved.text, moved.unsaid) == ("Tove Stråle ringer skolan", ())
    assert part("Kansliet ringer skolan", owners=("Tove Stråle",), events=events).text == "Kansliet ringer skolan"


def test_a_task_whose_words_do_not_tell_the_matter_is_told_with_it_unless_its_origin_names_it() -> None:
    numbered, named = Origin("2026-03-19", "7", MARCH, "Hygienhjälpmedel"), Origin("2026-03-19", "Hygienhjälpmedel", MARCH, "Hygienhjälpmedel")
    assert part("Eva Ek tar fram en mall", opened=numbered).text == "Hygienhjälpmedel: Eva Ek tar fram en mall"
    assert part("Eva Ek tar fram en mall", opened=named).text == "Eva Ek tar fram en mall"
    assert part("Eva Ek beställer nya duschstolar till badrummet", opened=numbered).text == "Eva Ek beställer nya duschstolar till badrummet"
    asked = Origin("2026-03-19", "7", MARCH, "Hur har vi det?")
    assert part("Eva Ek tar upp det", opened=asked).text == "Hur har vi det? Eva Ek tar upp det"


def test_a_task_that_only_points_at_its_matter_is_told_with_it() -> None:
    opened = Origin("2026-03-19", "7", MARCH, "Jourlinjen")
    assert part("Sekreteraren undersöker saken", opened=opened).text == "Jourlinjen: Sekreteraren undersöker saken"
    assert part("Eva lägger ut den godkända versionen", opened=opened).text == "Eva lägger ut den godkända versionen"


def test_an_owner_is_spelled_out_unless_the_words_say_who() -> None:
    assert part("Hagelin skickar ansökan", owners=("Siv Hagelin",)).unsaid == ()
    assert part("Sekreteraren skickar ansökan", owners=("Siv Hagelin",)).unsaid == ("Siv Hagelin",)
    assert part("I stället ringer Eva", owners=("Eva Ek",)).unsaid == ("Eva Ek",)


def test_a_sentence_about_a_matter_gives_way_to_the_matter_and_stands_under_it() -> None:
    carried = row(
        "a",
        RowKind.DEFERRED,
        "Underlaget omfattar hittills bara sommarens mätningar från två avdelningar. Återkommer i april.",
        due=due("2026-04-30", "i april", "month"),
        opened=Origin("2026-03-19", "7", MARCH, "Referensnivåer"),
    )
    line = line_of(draft(carried), "a")
    assert line.title == "Referensnivåer"
    assert line.purpose == "Underlaget omfattar hittills bara sommarens mätningar från två avdelningar"


def test_why_somebody_had_nothing_to_show_is_no_business_of_an_agenda() -> None:
    carried = row(
        "a",
        RowKind.DEFERRED,
        "Eva hade inte hunnit räkna alla undersökningar på avdelningen. Frågan skjuts till april.",
        due=due("2026-04-30", "till april", "month"),
        opened=Origin("2026-03-19", "7", MARCH, "Referensnivåer"),
    )
    assert line_of(draft(carried, people=(("Eva Ek", None),)), "a").purpose is None


LINKED = (
    SkeletonPoint("1", "Öppnande"),
    SkeletonPoint(
        "11",
        "Fotvård",
        links=(
            ("här", "https://samarbeta.example/delad/Rutin_f%C3%B6r_fotv%C3%A5rd.pdf"),
            ("Remissversion 2", "https://samarbeta.example/r2"),
            ("Bilaga 4.docx", None),
            ("farligt", "file:///etc/passwd"),
        ),
    ),
)


def test_the_papers_of_a_carried_matter_are_linked_by_their_real_titles() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Fotvård"), skeletons=(("2026-03-19", LINKED),))
    assert [(paper.title, paper.address) for paper in line_of(agenda, "a").enclosures] == [
        ("Rutin för fotvård", "https://samarbeta.example/delad/Rutin_f%C3%B6r_fotv%C3%A5rd.pdf"),
        ("Remissversion 2", "https://samarbeta.example/r2"),
        ("Bilaga 4", None),
        ("farligt", None),
    ]


def test_papers_of_a_later_meeting_that_took_the_matter_up_are_there_too() -> None:
    opened = Origin("2026-02-05", "4", "x.docx")
    events = (RowEvent("opened", "2026-02-05", "4", None, "minutes"), RowEvent("postponed", "2026-03-19", "11", MARCH, "minutes"))
    agenda = draft(row("a", RowKind.TABLED, "Fotvård", opened=opened, events=events), skeletons=(("2026-03-19", LINKED),))
    assert len(line_of(agenda, "a").enclosures) == 4


def test_where_a_line_comes_from_links_to_those_minutes() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Fotvård"), row("b", RowKind.ACTION, "Sara skriver"))
    context = context_of(agenda, link=lambda text, address: f"<{text}|{address}>")
    address = "../2026/2026-03-19%20M%C3%B6tesanteckningar%20Samordningsr%C3%A5d%20fj%C3%A4ll.docx"
    (tabled,) = (line for line in context["lines"] if line["kind"] == LineKind.TABLED)
    (follow_up,) = (line for line in context["lines"] if line["parts"])
    assert tabled["origin_link"] == follow_up["parts"][0]["origin_link"] == f"<(från\u00a019\u00a0mars, punkt\u00a011)|{address}>"


def test_what_a_person_added_leads_nowhere() -> None:
    added = replace(
        row("a", RowKind.TABLED, "Fotvård"), events=(RowEvent("added", None, None, None, "Åsa"),), opened=Origin("2026-03-19", None, None)
    )
    (line,) = (line for line in context_of(draft(added), link=lambda text, address: (text, address))["lines"] if line["kind"] == LineKind.TABLED)
    assert line["origin_link"] == ("(tillagd för hand)", "")


@pytest.mark.parametrize(
    ("text", "owners", "told"),
    [
        ("att uppdra åt Pernilla Wikner att ta fram en kort film", ("Pernilla Wikner",), ("Ta fram en kort film", ("Pernilla Wikner",))),
        ("att uppdra åt kansliet att sammanställa svaren", ("kansliet",), ("Sammanställa svaren", ("kansliet",))),
        ("att uppdra åt förvaltningen att räkna", (), ("Uppdra åt förvaltningen att räkna", ())),
    ],
)
def test_a_charge_is_told_as_the_task_with_its_owner_beside_it(text: str, owners: tuple[str, ...], told: tuple[str, tuple[str, ...]]) -> None:
    (part,) = [part for line in draft(row("a", RowKind.ACTION, text, owners=owners)).lines for part in line.parts]
    assert (part.text, part.unsaid) == told


@pytest.mark.parametrize(
    "text",
    [
        "Lena tar fram en plan, som ska vara klar till mötet i april",
        "Lena tar fram en plan, klar till mötet i april",
        "Lena tar fram en plan till mötet i april",
    ],
)
def test_a_task_whose_day_has_passed_does_not_say_when_it_was_to_be_ready(text: str) -> None:
    item = row("a", RowKind.ACTION, text, owners=("Lena Malm",), due=due("2026-04-02", "till mötet i april", "month"))
    (part,) = [part for line in draft(item).lines for part in line.parts]
    assert part.text == "Lena Malm tar fram en plan"


@pytest.mark.parametrize(
    ("text", "owners", "shown"),
    [
        ("Bo mäter rummet", ("Bo Ek",), ("Mäter rummet", ("Bo Ek",))),
        ("Bo och Siv mäter rummet", ("Bo Ek", "Siv Hagelin"), ("Mäter rummet", ("Bo Ek", "Siv Hagelin"))),
        ("Ordföranden mäter rummet", ("Bo Ek",), ("Ordföranden mäter rummet", ("Bo Ek",))),
        ("Alla sjukhus mejlar sin plan", ("Alla sjukhus",), ("Mejlar sin plan", ("Alla sjukhus",))),
        ("Mäta rummet", (), ("Mäta rummet", ())),
    ],
)
def test_the_appendix_has_who_does_it_in_a_column(text: str, owners: tuple[str, ...], shown: tuple[str, tuple[str, ...]]) -> None:
    council = replace(COUNCIL, fixed_points="Öppnande\nÖvriga frågor")
    agenda = compose(register(row("a", RowKind.ACTION, text, owners=owners)), now=NOW, council=council)
    assert [(part.text, part.unsaid) for part in agenda.appendix] == [shown]


def test_the_appendix_has_the_last_day_in_a_column_alone() -> None:
    council = replace(COUNCIL, fixed_points="Öppnande\nÖvriga frågor")
    coming = row("a", RowKind.ACTION, "Bo mäter rummet", owners=("Bo Ek",), due=due("2026-05-10", "i maj"))
    (last,) = context_of(compose(register(coming), now=NOW, council=council))["appendix"]
    assert (last["text"], last["owners"], last["due"]) == ("Mäter rummet", "Bo Ek", "10 maj")


def test_nothing_is_left_of_a_sentence_whose_day_has_passed() -> None:
    text = "Fatima tar fram program. Återkommer den 13 mars."
    assert part(text, due=due("2026-03-13", text="den 13 mars")).text == "Fatima tar fram program"
    assert part("Fatima tar fram program och återkommer").text == "Fatima tar fram program och återkommer"
