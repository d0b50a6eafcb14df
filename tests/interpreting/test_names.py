"""Whom a mention means: made-up attendance lists, and every trap of names in minutes that is known to us."""

from __future__ import annotations

from itertools import pairwise

import pytest

from functions.interpreting.names import KnownPerson, Resolution, Roster, find_full_names, find_mentions, resolve_name
from functions.interpreting.spelling import edit_distance, jaro_winkler
from functions.languages import load

SV = load("sv")

COUNCIL = Roster(
    people=(
        KnownPerson("Sara Lindqvist", role="chair", affiliation="SU"),
        KnownPerson("Helena Ek"),
        KnownPerson("Helena Lind", role="coordinator"),
        KnownPerson("Per Åkesson"),
        KnownPerson("Hans Dahl", role="secretary"),
        KnownPerson("Ulla Nordmark", attendance="absent"),
        KnownPerson("Åsa-Britt Hallgren"),
        KnownPerson("Willem van Houten"),
        KnownPerson("Fredrik von Wachenfeldt"),
        KnownPerson("Liam O'Neil"),
        KnownPerson("Joanna Palm"),
        KnownPerson("Johanna Roos"),
        KnownPerson("Maria Vik Eriksson"),
        KnownPerson("Karin Alm"),
        KnownPerson("Martin Rosén", attendance="guest"),
        KnownPerson("Bertil Strand", initials="BS"),
        KnownPerson("Bengt Sten", initials="BSt"),
        KnownPerson("Mikael Hall"),
        KnownPerson("Malin Holm"),
        KnownPerson("Josefine Frid"),
    ),
    introduced=("Mona Friberg", "Karin Boman", "Ann-Marie Stål", "Martin Rosen"),
    aliases={"Kotte": "Per Åkesson", "FB": "Frida Bäck"},
    acronyms=frozenset({"SU", "RPO"}),
)

# mention, named in the same item, expected (a name, several, or none), doubt
CASES: list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]] = [
    ("Sara Lindqvist", (), ("Sara Lindqvist",), None),
    ("SARA LINDQVIST", (), ("Sara Lindqvist",), None),
    ("Lindqvist Sara", (), ("Sara Lindqvist",), None),
    ("Lindqvist, Sara", (), ("Sara Lindqvist",), None),
    ("Sara Lindqvist (SU)", (), ("Sara Lindqvist",), None),
    ("Sara Lindqvist, SU)", (), ("Sara Lindqvist",), None),
    ("Sara\u00a0Lindqvist", (), ("Sara Lindqvist",), None),
    ("Sara Lindqvists", (), ("Sara Lindqvist",), None),
    ("Överläkare Sara Lindqvist", (), ("Sara Lindqvist",), None),
    ("ordförande", (), ("Sara Lindqvist",), None),
    ("Ordföranden", (), ("Sara Lindqvist",), None),
    ("ordf.", (), ("Sara Lindqvist",), None),
    ("mötessekreteraren", (), ("Hans Dahl",), None),
    ("undertecknad", (), ("Hans Dahl",), None),
    ("koordinatorn", (), ("Helena Lind",), None),
    ("vice ordförande", (), (), "role_unknown"),
    ("kassören", (), (), "role_unknown"),
    ("Helena", (), ("Helena Ek", "Helena Lind"), "first_name_ambiguous"),
    ("Helena", ("Helena Lind",), ("Helena Lind",), None),
    ("Helena", ("Helena Ek", "Helena Lind"), ("Helena Ek", "Helena Lind"), "first_name_ambiguous"),
    ("Helena L", (), ("Helena Lind",), None),
    ("Helena L.", (), ("Helena Lind",), None),
    ("Karin", (), ("Karin Alm", "Karin Boman"), "first_name_ambiguous"),
    ("Karin B", (), ("Karin Boman",), None),
    ("Karins", ("Karin Alm",), ("Karin Alm",), None),
    ("Joanna", (), ("Joanna Palm",), None),
    ("Johanna", (), ("Johanna Roos",), None),
    ("Hans", (), ("Hans Dahl",), None),
    ("Åsa-Britt", (), ("Åsa-Britt Hallgren",), None),
    ("Åsa-Britt H", (), ("Åsa-Britt Hallgren",), None),
    ("Åsa", (), ("Åsa-Britt Hallgren",), "nickname"),
    ("Willem van Houten", (), ("Willem van Houten",), None),
    ("van Houten", (), ("Willem van Houten",), None),
    ("Houten", (), ("Willem van Houten",), None),
    ("Liam O’Neil", (), ("Liam O'Neil",), None),
    ("Ulla", (), ("Ulla Nordmark",), "owner_absent"),
    ("Martin", (), ("Martin Rosén",), "owner_guest"),
    ("Mona", (), ("Mona Friberg",), None),
    ("M Friberg", (), ("Mona Friberg",), None),
    ("SL", (), ("Sara Lindqvist",), None),
    ("SL:s", (), ("Sara Lindqvist",), None),
    ("S L", (), ("Sara Lindqvist",), None),
    ("WH", (), ("Willem van Houten",), None),
    ("WvH", (), ("Willem van Houten",), None),
    ("FvW", (), ("Fredrik von Wachenfeldt",), None),
    ("ÅH", (), ("Åsa-Britt Hallgren",), None),
    ("ÅBH", (), ("Åsa-Britt Hallgren",), None),
    ("MVE", (), ("Maria Vik Eriksson",), None),
    ("ME", (), ("Maria Vik Eriksson",), None),
    ("MV", (), ("Maria Vik Eriksson",), "initials_partial"),
    ("BS", (), ("Bertil Strand",), None),
    ("BSt", (), ("Bengt Sten",), None),
    ("MH", (), ("Mikael Hall", "Malin Holm"), "initials_ambiguous"),
    ("MiH", (), ("Mikael Hall",), None),
    ("MaH", (), ("Malin Holm",), None),
    ("PÅ", (), ("Per Åkesson",), "initials_acronym"),
    ("SU", (), (), None),
    ("RPO", (), (), None),
    ("BUP", (), (), None),
    ("QX", (), (), "initials_unknown"),
    ("alla", (), (), None),
    ("Alla", (), (), None),
    ("Rådets medlemmar", (), (), None),
    ("samtliga enheter", (), (), None),
    ("vi", (), (), None),
    ("förvaltningarna", (), (), None),
    ("Hon", ("Helena Ek", "Sara Lindqvist"), ("Sara Lindqvist",), "pronoun"),
    ("Hon", (), (), "pronoun"),
    ("Josefin", (), ("Josefine Frid",), "spelling"),
    ("Josefin F", (), ("Josefine Frid",), "spelling"),
    ("Sara Lindkvist", (), ("Sara Lindqvist",), "spelling_variant"),
    ("Maria Eriksson", (), ("Maria Vik Eriksson",), "spelling_variant"),
    ("Helena Eklund", (), ("Helena Eklund",), None),
    ("Martin Rosen", (), ("Martin Rosén",), "owner_guest"),
    ("Sven Grönvall", (), ("Sven Grönvall",), None),
    ("Boris", (), (), "name_unknown"),
    ("Västra Vårdregionen", (), (), None),
    ("Samordningsråd Hud", (), (), None),
    ("Kotte", (), ("Per Åkesson",), None),
    ("FB", (), ("Frida Bäck",), None),
    ("", (), (), None),
    (" .,", (), (), None),
]


def is_right(found: Resolution, *, expected: tuple[str, ...], doubt: str | None) -> bool:
    """The same people, order aside, and the same doubt."""
    return set(found.names) == set(expected) and (found.doubt == doubt or (not expected and doubt is None))


@pytest.mark.parametrize(("mention", "here", "expected", "doubt"), CASES, ids=[f"{c[0]}-{len(c[1])}" for c in CASES])
def test_a_mention_means_whom_a_careful_reader_would_say(mention: str, here: tuple[str, ...], expected: tuple[str, ...], doubt: str | None) -> None:
    found = resolve_name(mention, roster=COUNCIL, pack=SV, named_here=here)
    assert is_right(found, expected=expected, doubt=doubt), found


def test_nobody_is_chosen_silently_where_a_mention_fits_another() -> None:
    silent = []
    for mention, here, expected, _ in CASES:
        found = resolve_name(mention, roster=COUNCIL, pack=SV, named_here=here)
        if len(found.names) == 1 and found.doubt in (None, "owner_absent", "owner_guest") and found.names != expected:
            silent.append((mention, found))
    assert silent == []


def test_two_letters_after_a_given_name_are_asked_about_since_they_may_be_a_surname() -> None:
    roster = Roster((KnownPerson("Lisa Ekberg"),))
    assert resolve_name("Lisa Ek", roster=roster, pack=SV).doubt == "spelling"


def test_several_with_one_role_are_all_asked_about() -> None:
    roster = Roster((KnownPerson("Eva Hed", role="adjuster"), KnownPerson("Olof Ny", role="adjuster")))
    found = resolve_name("justeraren", roster=roster, pack=SV)
    assert found == Resolution(("Eva Hed", "Olof Ny"), "ambiguous", "role_ambiguous")


def test_an_answer_settles_a_name_that_two_have() -> None:
    roster = Roster(COUNCIL.people, aliases={"helena": "Helena Ek"})
    assert resolve_name("Helena", roster=roster, pack=SV) == Resolution(("Helena Ek",), "person", None)


def test_an_answer_that_this_document_contradicts_stands_and_is_asked_about() -> None:
    roster = Roster(COUNCIL.people, aliases={"Helena": "Helena Ek"})
    assert resolve_name("Helena", roster=roster, pack=SV, named_here=["Helena Lind"]) == Resolution(("Helena Ek",), "person", "alias_conflict")


def test_an_answer_about_somebody_who_is_not_here_is_asked_about_when_another_fits() -> None:
    roster = Roster((KnownPerson("Mats Gran"),), aliases={"MG": "Maria Glad"})
    assert resolve_name("MG", roster=roster, pack=SV).doubt == "alias_conflict"


def test_letters_of_an_organisation_are_nobody_although_somebody_has_them() -> None:
    person = KnownPerson("Rune Persson Olofsson")
    assert resolve_name("RPO", roster=Roster((person,), acronyms=frozenset({"RPO"})), pack=SV) == Resolution((), "none", None)
    assert resolve_name("RPO", roster=Roster((person,)), pack=SV) == Resolution((), "none", "initials_acronym")
    listed = KnownPerson("Rune Persson Olofsson", initials="RPO")
    assert resolve_name("RPO", roster=Roster((listed,), acronyms=frozenset({"RPO"})), pack=SV).names == ("Rune Persson Olofsson",)


def test_kinds_tell_members_others_groups_and_nobody_apart() -> None:
    kinds = {
        m: resolve_name(m, roster=COUNCIL, pack=SV).kind for m in ("Per", "Mona Friberg", "Sven Grönvall", "ordföranden", "alla", "SU", "Helena")
    }
    assert kinds == {
        "Per": "person",
        "Mona Friberg": "external",
        "Sven Grönvall": "external",
        "ordföranden": "role",
        "alla": "group",
        "SU": "none",
        "Helena": "ambiguous",
    }


def test_another_spelling_in_the_text_makes_no_second_person() -> None:
    roster = Roster((KnownPerson("Martin Rönngren"),), introduced=("Martin Rönngran",))
    assert resolve_name("Martin", roster=roster, pack=SV) == Resolution(("Martin Rönngren",), "person", None)
    assert resolve_name("Martin Rönngran", roster=roster, pack=SV) == Resolution(("Martin Rönngren",), "person", "spelling_variant")


MENTIONS: list[tuple[str, list[str]]] = [
    ("Alla återkommer till Karins grupp.", ["Karin"]),
    ("Även Sara och Ulla ska delta.", ["Sara", "Ulla"]),
    ("SL och ÅH ordnar detta, MH/SL skriver.", ["SL", "ÅH", "MH", "SL"]),
    ("BSt och SL:s förslag", ["BSt", "SL"]),
    ("SU, RPO och BUP deltar. SU:s chef hälsar.", []),
    ("Ordföranden kontaktar Per Å. Sekreteraren skriver.", ["Ordföranden", "Per Å", "Sekreteraren"]),
    ("Prata med ordförande i RPO hud.", []),
    ("Ordföranden i samråd med Per skriver.", ["Ordföranden", "Per"]),
    ("Sara har blivit ordförande för föreningen.", ["Sara"]),
    ("Ny sekreterare behövs.", []),
    ("Ordförande Sara Lindqvist öppnar.", ["Sara Lindqvist"]),
    ("Sara Lindqvist, ordförande", ["Sara Lindqvist"]),
    ("Helena L och Helena E. hör av sig.", ["Helena L", "Helena E"]),
    ("Beslöts gå vidare. Niklas Y/", ["Niklas Y"]),
    ("Skicka in svar. /Mona Friberg", ["Mona Friberg"]),
    ("Willem van Houten och van Houten", ["Willem van Houten", "van Houten"]),
    ("Liam O’Neil återkommer till Åsa-Britt", ["Liam O’Neil", "Åsa-Britt"]),
    ("Karin Alms underlag, Saras fråga", ["Karin Alm", "Sara"]),
    ("Kotte fixar med FB.", ["Kotte", "FB"]),
    ("Josefin berättar.", ["Josefin"]),
    ("Maj 2026 och Hans 3 skäl", []),
    ("Karin-gruppen och Sara-modellen", []),
    ("se per@exempel.se, www.exempel.se/Sara och Sara_Lindqvist.docx", []),
    ("Ny vy i Sara för remisser", []),
    ("VIKTIGT ATT TÄNKA PÅ", []),
    ("Kurs III ges", []),
    ("Sara Lindgrens Barnsjukhus bjuder in", []),
    ("Sara\nHelena skriver", ["Sara", "Helena"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS, ids=[text[:30] for text, _ in MENTIONS])
def test_mentions_in_running_text_are_found_and_nothing_else(text: str, expected: list[str]) -> None:
    found = find_mentions(text, roster=COUNCIL, pack=SV)
    assert [mention.text for mention in found] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


FULL: list[tuple[str, list[str]]] = [
    ("Ture Grönvall har informerats om frågan.", ["Ture Grönvall"]),
    ("Tidigare Mona Friberg, nu Ulf Åkerö", ["Mona Friberg", "Ulf Åkerö"]),
    ("Gäst Petra Holmlund (SU) berättar", ["Petra Holmlund"]),
    ("Yrsa Vinterfrost informerar", ["Yrsa Vinterfrost"]),
    ("Gruppen är Tamsin Ali Khan, Emma Grahn, Karl Bror samt Sixt Brask.", ["Tamsin Ali Khan", "Emma Grahn", "Karl Bror", "Sixt Brask"]),
    ("Emma Grahn, Capio Solberg", ["Emma Grahn"]),
    ("Anna Sundgrens förslag och Elof Nilros idé", ["Anna Sundgren", "Elof Nilros"]),
    ("Willem van Houten och Liam O'Neil", ["Willem van Houten", "Liam O'Neil"]),
    ("Eva Ek-sekreterare", ["Eva Ek"]),
    ("Anna Ek Erik Lund deltog", ["Anna Ek", "Erik Lund"]),
    ("Eva Ek\nErik Lund", ["Eva Ek", "Erik Lund"]),
    ("Möte med Eva Ek Verksamhetschef", ["Eva Ek"]),
    ("Region Halland, Västra Vårdregionen, Samordningsråd primärvård", []),
    ("Nya rutiner. Nationella Primärvårdsrådet. Data Analys. Microsoft Teams", []),
    ("Svenska Njursällskapet och Astrid Bergs Barnsjukhus", []),
    ("Vårdval Rehab, Närhälsan Borås, BUP Göteborg", []),
    ("Eva.Ek@exempel.se Eva Ek.docx", []),
]


@pytest.mark.parametrize(("text", "expected"), FULL, ids=[text[:30] for text, _ in FULL])
def test_full_names_in_running_text_are_people_and_no_organisations(text: str, expected: list[str]) -> None:
    found = find_full_names(text, pack=SV)
    assert [name for _, _, name in found] == expected
    assert all(text[start:end] == name for start, end, name in found)


@pytest.mark.parametrize(
    ("left", "right", "steps"), [("karin", "carin", 1), ("anna", "anan", 1), ("", "ek", 2), ("rosen", "rosen", 0), ("ek", "lindqvist", 9)]
)
def test_edits_are_counted_with_swapped_neighbours_as_one(left: str, right: str, steps: int) -> None:
    assert edit_distance(left, right) == steps == edit_distance(right, left)
    assert edit_distance(left, right, limit=3) == min(steps, 4)


def test_likeness_counts_the_beginning_most() -> None:
    # The worked example of Winkler (1990).
    assert jaro_winkler("martha", "marhta") == pytest.approx(0.9611, abs=1e-4)
    assert jaro_winkler("ek", "") == 0.0


def test_a_genitive_of_somebody_new_makes_no_second_person() -> None:
    roster = Roster(introduced=("Mona Frisk", "Mona Frisks"))
    assert resolve_name("Mona", roster=roster, pack=SV) == Resolution(("Mona Frisk",), "external", None)


def test_a_long_block_loses_no_mention() -> None:
    sentence = "Sara återkommer till Helena Ek och BUP. "
    short, long = (len(find_mentions(sentence * times, roster=COUNCIL, pack=SV)) for times in (10, 500))
    assert (short, long) == (20, 1000)
