"""Tasks and matters stand on the draft in the words of the minutes, trimmed of what only the minutes need."""

from dataclasses import replace

import pytest

from functions.drafting import context_of
from functions.model.agenda import AgendaPart, LineKind
from functions.model.register import Origin, RowEvent, RowKind, SkeletonPoint

from .council import MARCH, draft, due, line_of, row


def part(text: str, **changes: object) -> AgendaPart:
    (line,) = (
        line for line in draft(row("a", RowKind.ACTION, text, **changes), people=(("Siv Hagelin", None), ("Eva Ek", None))).lines if line.parts
    )
    return line.parts[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("att kansliet sammanställer resultatet", "Kansliet sammanställer resultatet"),
        ("att uppdra åt Per Hed att ta fram en film", "Per Hed att ta fram en film"),
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
    ],
)
def test_a_last_day_that_has_passed_is_left_out_of_the_words(text: str, words: str, shown: str) -> None:
    assert part(text, due=due("2026-03-13", words)).text == shown


def test_a_task_that_only_points_at_its_matter_is_told_with_it() -> None:
    opened = Origin("2026-03-19", "7", MARCH, "Jourlinjen")
    assert part("Sekreteraren undersöker saken", opened=opened).text == "Jourlinjen: Sekreteraren undersöker saken"
    assert part("Eva lägger ut den godkända versionen", opened=opened).text == "Eva lägger ut den godkända versionen"


def test_an_owner_is_spelled_out_unless_the_words_say_who() -> None:
    assert part("Hagelin skickar ansökan", owners=("Siv Hagelin",)).unsaid == ()
    assert part("SH skickar ansökan", owners=("Siv Hagelin",)).unsaid == ("Siv Hagelin",)
    assert part("Eva ringer", owners=("Eva Ek",)).unsaid == ("Eva Ek",)


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
    assert tabled["origin_link"] == follow_up["parts"][0]["origin_link"] == f"<(från 19 mars, punkt 11)|{address}>"


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
        ("att uppdra åt förvaltningen att räkna", (), ("Förvaltningen att räkna", ())),
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
    assert part.text == "Lena tar fram en plan"
