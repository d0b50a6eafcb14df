"""Papers for one person: nothing of anybody else in them, and in the guest's language."""

import io
from dataclasses import replace

import pytest
from docx import Document

from functions.drafting import check_accessibility, guests_of, open_owners, owners_named, render_invitation, render_points
from functions.drafting.letters import invitation_context_of, points_context_of
from functions.drafting.sample import sample_agenda, sample_register
from functions.drafting.tongues import ENGLISH, NORWEGIAN, SWEDISH, Tongue
from functions.model.agenda import Enclosure
from functions.model.register import RowKind, RowStatus

from .council import draft, due, register, row
from .word_files import part_of, words_of


def _guests(*texts: str) -> list[tuple[str, str]]:
    agenda = draft(*(row(f"k{at}", RowKind.PINNED, text, due=due("2026-04-23")) for at, text in enumerate(texts)))
    return [(line.title, guest) for line, guest in guests_of(agenda)]


def test_a_guests_invitation_holds_the_guests_own_slot_and_nothing_of_the_others() -> None:
    agenda = sample_agenda()
    ((line, guest),) = guests_of(agenda)
    words = words_of(render_invitation(agenda, line=line, guest=guest))
    assert guest == "Fredrik Öman"
    for wanted in ("Inbjudan till möte", guest, "Besök av Inköp Norr", "torsdag 23 april 2026", "Konferensrum Älven", "Åsa Öberg"):
        assert wanted in words
    for other in agenda.lines:
        assert other is line or other.title not in words
    assert not any(name in words for name in ("Sara Berg", "Maryam", "Erik Sand", "Lena Malm"))


@pytest.mark.parametrize(
    ("tongue", "day", "title"), [(ENGLISH, "Thursday 23 April 2026", "Invitation"), (NORWEGIAN, "torsdag 23. april 2026", "Invitasjon")]
)
def test_an_invitation_speaks_the_guests_language_and_is_marked_as_such(tongue: Tongue, day: str, title: str) -> None:
    agenda = sample_agenda()
    line, guest = next(guests_of(agenda))
    data = render_invitation(agenda, line=line, guest=guest, tongue=tongue)
    words = words_of(data)
    assert day in words and title in words and "Plats" not in words and "Sida" not in part_of(data, "word/footer1.xml")
    assert Document(io.BytesIO(data)).core_properties.language == tongue.tag
    assert f'<w:lang w:val="{tongue.tag}"' in part_of(data, "word/styles.xml")
    assert '<w:lang w:val="sv-SE"/>' in part_of(data)  # what the minutes say is Swedish still
    assert check_accessibility(data) == ()


def test_a_guest_gets_the_papers_of_their_own_item_as_links() -> None:
    agenda = sample_agenda()
    line, guest = next(guests_of(agenda))
    papers = (Enclosure("Avtal om pumpar", "https://exempel.se/avtal"), Enclosure("Tidplan", None))
    data = render_invitation(agenda, line=replace(line, enclosures=papers), guest=guest)
    assert "Underlag\nAvtal om pumpar\nTidplan" in words_of(data)
    assert "https://exempel.se/avtal" in part_of(data, "word/_rels/document.xml.rels")
    assert check_accessibility(data) == ()


def test_a_guests_row_says_which_language_and_who_comes() -> None:
    ((title, guest),) = _guests("Besök av John Smith om pumpar (på engelska)")
    assert guest == "John Smith"
    agenda = draft(row("a", RowKind.PINNED, title, due=due("2026-04-23")))
    line, _ = next(guests_of(agenda))
    context = invitation_context_of(agenda, line=line, guest=guest, tongue=SWEDISH)
    assert (context["language"], context["matter"]) == ("en-GB", "Besök av John Smith om pumpar")


def test_a_guest_without_a_name_gets_an_invitation_without_one() -> None:
    assert _guests("Gästföreläsning om sömn") == [("Gästföreläsning om sömn", "")]
    agenda = draft(row("a", RowKind.PINNED, "Gästföreläsning om sömn", due=due("2026-04-23")))
    line, guest = next(guests_of(agenda))
    assert "\nGäst" not in words_of(render_invitation(agenda, line=line, guest=guest))


def test_a_members_points_are_theirs_alone() -> None:
    mine = row("a", RowKind.ACTION, "Sara skriver rutinen", owners=("Sara Berg",), due=due("2026-05-20"))
    shared = row("b", RowKind.ACTION, "Sara och Bo räknar", owners=("Sara Berg", "Bo Ek"), due=due("2026-02-01"))
    others = row("c", RowKind.ACTION, "Bo ringer", owners=("Bo Ek",))
    done = row("d", RowKind.ACTION, "Sara har ringt", owners=("Sara Berg",), status=RowStatus.DONE)
    everything = (mine, shared, others, done)
    agenda, held = draft(*everything), register(*everything)
    points = points_context_of(agenda, held, person="Sara Berg")["points"]
    assert [(point["text"], point["due"]) for point in points] == [("Sara skriver rutinen", "20 maj"), ("Sara och Bo räknar", "")]
    assert all(point["number"] for point in points)
    data = render_points(agenda, held, person="Sara Berg")
    assert "Bo ringer" not in words_of(data) and "har ringt" not in words_of(data)
    assert check_accessibility(data) == ()


def test_a_member_without_points_is_told_so() -> None:
    words = words_of(render_points(sample_agenda(), sample_register(), person="Ingen Alls"))
    assert "Inga öppna punkter står på dig" in words


def test_a_name_means_one_owner_or_all_whom_it_may() -> None:
    rows = [row(str(at), RowKind.ACTION, "x", owners=(name,)) for at, name in enumerate(("Helena Ek", "Helena Lind", "Bo"))]
    held = register(*rows)
    assert open_owners(held) == ["Bo", "Helena Ek", "Helena Lind"]
    assert owners_named(held, "helena ek") == ["Helena Ek"]
    assert owners_named(held, "Helena") == ["Helena Ek", "Helena Lind"]
    assert owners_named(held, "Eva") == []
