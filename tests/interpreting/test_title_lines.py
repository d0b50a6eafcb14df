"""What opens an item and what only labels a passage, over councils' different habits."""

from __future__ import annotations

import pytest

from functions.interpreting.laying_out import lay_out
from functions.interpreting.numbers import numbered
from functions.interpreting.title_lines import repeated_texts
from functions.languages import load
from functions.model.document import Block, Document
from tests.interpreting.pages import read

FRONT = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm, Cia Dahl\n"


def items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in read(FRONT + text).items]


def plain(text: str) -> list[str]:
    """The titles in a document of bare paragraphs, where blank lines are kept as paragraphs of their own."""
    blocks = tuple(Block(f"b{n}", line) for n, line in enumerate(text.split("\n"), 1))
    return [item.name for item in lay_out(Document(blocks), pack=load("sv")).items]


@pytest.mark.parametrize(
    ("text", "number"),
    [("11 § Val", "11"), ("§11 Val", "11"), ("§ 11 Val", "11"), ("3.1 Val", "3.1"), ("Punkt 3 – Val", "3"), ("Ärende 4: Val", "4")],
)
def test_numbers_in_many_forms(text: str, number: str) -> None:
    found = numbered(text, pack=load("sv"))
    assert found is not None and found.number == number and text[found.end :] == "Val"


@pytest.mark.parametrize("text", ["15.30 Kaffe", "24.3.2026 kl. 16", "12 maj 2026", "3/4 kom", "2026 blev bra"])
def test_times_and_days_are_no_numbers(text: str) -> None:
    assert numbered(text, pack=load("sv")) is None


def test_the_tenth_point_of_the_third_meeting_is_no_time_of_day() -> None:
    text = "# 3.1 Öppnande\nHelga öppnade mötet.\n# 3.9 Övrigt\nInget togs upp.\n# 3.10 Kommande möten\n23 april 2026"
    assert items(text) == [("3.1", "Öppnande"), ("3.9", "Övrigt"), ("3.10", "Kommande möten")]


def test_short_lines_above_dashes_are_titles_where_nothing_else_is() -> None:
    text = (
        "Arbetsgrupp syn\ntis 14/4 2026, 8.15–9.00\n\nMed: Helga Norin (HN), Bo Alm (BA)\nEj med: Sven Udd (SU)\n\n"
        "Från sist\n– HN har ringt\n\nKameror\n– BA kollar priset\n– Två räcker\n\nNästa träff\n– 12/5 8.15"
    )
    assert plain(text)[:2] == ["Från sist", "Kameror"]


def test_bold_lines_above_the_attendance_list_are_no_items() -> None:
    text = "**Arbetsgrupp synhälsa**\nNärvarande: Helga Norin, Bo Alm\n**Köer**\n– Kön växer\n**Kameror**\n– Två köps\n**Nästa gång**\n12 maj 2026"
    assert [item.title for item in read("Mötesanteckningar 5 mars 2026\n" + text).items] == ["Köer", "Kameror", "Nästa gång"]


def test_the_title_of_short_minutes_is_no_item_though_only_two_stand_out_as_it_does() -> None:
    text = "Kl 12–12.30 på Teams\nMed: Helga Norin, Bo Alm\n**Köer**\nKön växer.\n**Mötestid**\nVi ses den 5 maj 2026."
    found = read("**Minnesanteckningar Synrådet Norrby, kort avstämning 1/4 -26**\n" + text)
    assert [item.title for item in found.items] == ["Köer", "Mötestid"]
    assert (found.meeting.body, found.meeting.date) == ("Synrådet Norrby", "2026-04-01")
    assert [item.title for item in read(FRONT + "**Köer**\nKön växer.\n**Mötestid**\nVi ses i maj.").items] == []  # two bold lines alone are no list


def test_names_and_lines_of_text_are_no_titles() -> None:
    text = "Deltagare\n\nHelga Norin\n\nBo Alm\n\nVi talade om köerna, som växer.\n\nDet blev sent.\n\nVi slutade."
    assert plain(text) == []


def test_a_few_isolated_lines_in_prose_are_no_titles() -> None:
    assert plain("Närvarande: Helga Norin\n\nHej alla\n\nVi talade om köerna, som växer i hela länet och blir längre.\n\nSlut") == []


def test_lines_in_capitals_are_titles() -> None:
    text = "Närvarande: Helga Norin, Bo Alm\nINLEDNING\nHelga hälsade välkommen.\nKÖER\nBo berättade.\nAVSLUT\nMötet avslutades."
    assert plain(text) == ["INLEDNING", "KÖER", "AVSLUT"]


def test_labels_that_every_item_has_are_no_items() -> None:
    text = (
        "# 1. Kameror\n# Behandling\nBo Alm berättade.\n# Utfall\nTvå köps.\n# 2. Köer\n# Behandling\nCia Dahl berättade.\n"
        "# Utfall\nKön växer.\n# 3. Avslut\nMötet avslutades."
    )
    assert items(text) == [("1", "Kameror"), ("2", "Köer"), ("3", "Avslut")]


def test_texts_repeat_only_where_most_do_not() -> None:
    assert repeated_texts(["köer", "beslut", "kameror", "beslut", "avslut"]) == {"beslut"}
    assert repeated_texts(["köer", "avslut", "köer", "avslut"]) == frozenset()


def test_labels_in_the_margin_of_a_numbered_table_are_no_items() -> None:
    text = (
        "| § 12 | **Upprop** |\n| | Ordföranden förrättar upprop. |\n| § 13 | **Kameror** |\n| Ärendet | Bo Alm redogör för tre anbud. |\n"
        "| Beslut | Samordningsrådet beslutar⏎att köpa två kameror. |\n| § 14 | **Avslutning** |\n| Beslut | att avsluta mötet. |"
    )
    found = read(FRONT + text)
    assert [(i.number, i.title) for i in found.items] == [("12", "Upprop"), ("13", "Kameror"), ("14", "Avslutning")]
    assert [d.item for d in found.decisions if "kameror" in d.text] == ["13"]


def test_a_margin_that_names_matters_is_a_row_of_items() -> None:
    text = (
        "| Information | Helga Norin berättade om sommarens bemanning och om den nya lokalen. |\n"
        "| Köer | Bo Alm berättade att kön är tolv veckor lång och att den växer. |\n"
        "| Kameror | Samordningsrådet beslutar att köpa två nya kameror till mottagningen i Östby. |"
    )
    assert [title for _, title in items(text)] == ["Information", "Köer", "Kameror"]


def test_a_closing_list_of_next_steps_belongs_to_no_item() -> None:
    text = "# 1. Kameror\nBo Alm berättade.\n# 2. Köer\nKön växer.\n# Nästa steg\n- Bo Alm kontaktar leverantören."
    found = read(FRONT + text)
    assert [i.title for i in found.items] == ["Kameror", "Köer"]
    assert [(a.owners, a.item) for a in found.actions] == [(("Bo Alm",), None)]


def test_how_to_appeal_is_nobody_s_task() -> None:
    text = (
        "# 1 § Kameror\nBESLUT: Två kameror köps.\n# 2 § Köer\nBo Alm berättade.\n"
        "ANVISNING FÖR BEGÄRAN OM OMPRÖVNING\nHelga Norin tar emot begäran inom 14 dagar."
    )
    found = read(FRONT + text)
    assert [i.number for i in found.items] == ["1", "2"]
    assert found.actions == ()


def test_a_title_that_its_text_follows_in_the_same_heading_is_cut_off() -> None:
    body = "Vi hann inte så långt som vi hade tänkt. Bo Alm berättade om kön, som är tolv veckor lång och växer för varje månad som går."
    assert [t for _, t in items(f"## Studiedag {body}\n## Besök från Östby {body}\n## Övrigt {body}")] == [
        "Studiedag",
        "Besök från Östby",
        "Övrigt",
    ]


def test_a_long_title_stays_whole() -> None:
    title = "Samverkan om utskrivning från sjukhus till kommun, hemsjukvård och primärvård enligt den nya överenskommelsen för Östby län"
    assert items(f"## {title}\nBo Alm berättade.\n## Köer\nKön växer.")[0] == (None, title)


def test_the_next_meeting_is_an_item_where_its_title_looks_like_the_others() -> None:
    text = "## Köer\nKön växer.\n## Kameror\nTvå köps.\n## Nästa möte\n23 april 2026 kl. 13\n"
    found = read(FRONT + text)
    assert found.items[-1].title == "Nästa möte" and [m.date for m in found.next_meetings] == ["2026-04-23"]


def test_titles_above_bullets_need_no_blank_lines() -> None:
    text = "Läget\n- Helga berättade om köerna.\nAvvikelser\n- Fem gicks igenom.\n- En återstår.\nWebben\n- Bo visade sidan."
    assert [title for _, title in items(text)] == ["Läget", "Avvikelser", "Webben"]
