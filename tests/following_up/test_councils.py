"""Which council a file belongs to, by names that differ in form and by folders."""

from __future__ import annotations

import pytest

from functions.following_up.councils import council_in, council_named, council_of_folder, folder_council, identify_council
from functions.model.library import Council, LibraryFile, council_key


def council(name: str, **more: object) -> Council:
    return Council(council_key(name), (name,), **more)  # type: ignore[arg-type]


EYES, EARS, EMERGENCY = council("Samordningsråd ögon"), council("Samordningsråd öron"), council("Programråd ögon")


def file(path: str) -> LibraryFile:
    return LibraryFile("f", path)


@pytest.mark.parametrize(
    "name",
    ["Samordningsråd ögon", "samordningsråd  ÖGON", "Samordningsrådet ögon", "Samordningsrådet för ögon", "Samordningsrådets ögon", "SOR ögon"],
)
def test_names_that_differ_in_form_alone_are_one_council(name: str) -> None:
    assert council_named(name, councils=[EARS, EYES]) == EYES


@pytest.mark.parametrize("name", ["Samordningsråd öga", "Programråd ögon", "Samordningsråd ögon och öron", "Samordningsråd", ""])
def test_names_that_say_something_else_are_another_council(name: str) -> None:
    assert council_named(name, councils=[EARS, EYES]) is None


def test_between_two_councils_that_a_name_fits_none_is_chosen() -> None:
    two = [council("Samordningsrådet för ögon"), council("Samordningsråd för ögon")]
    assert council_named("Samordningsråd ögon", councils=two) is None
    assert council_named("Samordningsråd för ögon", councils=two) == two[1]


def test_another_name_of_a_council_counts_as_much() -> None:
    both = Council("ö", ("Samordningsråd ögon", "Ögonrådet"))
    assert council_named("Ögonråd", councils=[EARS, both]) == both


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Regional arbetsgrupp vaccination (RAV)", "RAV"),
        ("RAV", "Regional arbetsgrupp vaccination (RAV)"),
        ("Regional arbetsgrupp vaccination", "Regional arbetsgrupp vaccination (RAV)"),
        ("Regional arbetsgrupp vaccination (RAV)", "Regional arbetsgrupp vaccination"),
    ],
)
def test_letters_in_brackets_are_another_name_of_the_same_council(known: str, name: str) -> None:
    assert council_named(name, councils=[EARS, council(known)]) == council(known)


@pytest.mark.parametrize(
    ("known", "name"),
    [
        (("Regional arbetsgrupp vaccination (RAV)",), "Regional arbetsgrupp vård (RAV)"),
        (("Regional arbetsgrupp vaccination (RAV)", "Regional arbetsgrupp vård (RAV)"), "RAV"),
        (("Samordningsråd ögon (SOR)",), "SOR"),
        (("Samordningsråd ögon (barn)",), "Samordningsråd ögon"),
    ],
)
def test_letters_that_may_be_another_councils_name_none(known: tuple[str, ...], name: str) -> None:
    assert council_named(name, councils=[council(one) for one in known]) is None


def test_a_council_is_found_in_a_longer_title() -> None:
    known = [EYES, EARS, EMERGENCY]
    assert council_in("Kallelse till Samordningsråd ögon", councils=known) == EYES
    assert council_in("2026-05-28 Dagordning_Samordningsrådet_öron", councils=known) == EARS
    assert council_in("Kallelse till rådet", councils=known) is None
    assert council_in("Gemensamt möte Samordningsråd ögon och Samordningsråd öron", councils=known) is None


def test_the_longest_name_in_a_title_is_meant() -> None:
    longer = council("Samordningsråd ögon barn")
    assert council_in("Kallelse Samordningsråd ögon barn", councils=[EYES, longer]) == longer


def test_a_name_that_is_a_word_for_any_body_is_found_in_no_title() -> None:
    assert council_in("Kallelse till styrelsen", councils=[council("Styrelsen")]) is None


@pytest.mark.parametrize(
    "path", ["Samordningsråd ögon/a.docx", "Samordningsrådet för ögon/2026/Protokoll/a.docx", "Rådens mapp/Samordningsråd ögon/Kvartal 1/a.docx"]
)
def test_a_folder_is_for_the_council_it_names_through_year_folders(path: str) -> None:
    assert council_of_folder(file(path), councils=[EARS, EYES]) == EYES


def test_a_folder_that_names_the_subject_alone_is_for_the_only_council_of_it() -> None:
    assert council_of_folder(file("Ögon/2026/a.docx"), councils=[EARS, EYES]) == EYES
    assert council_of_folder(file("Ögon/2026/a.docx"), councils=[EYES, EMERGENCY]) is None


def test_a_folder_called_as_the_name_begins_is_for_the_only_council_of_that_name() -> None:
    lindo, holm, bare = council("Trafikrådet Lindö"), council("Trafikrådet Holm"), council("Trafikrådet")
    assert council_of_folder(file("Trafikrådet/a.docx"), councils=[lindo, EYES]) == lindo
    assert council_of_folder(file("Trafikrådet/a.docx"), councils=[lindo, holm]) is None
    assert council_of_folder(file("Trafikrådet/a.docx"), councils=[lindo, bare]) == bare
    assert council_of_folder(file("Samordningsråd/a.docx"), councils=[EYES]) is None  # any body of that kind
    assert council_of_folder(file("Trafik/a.docx"), councils=[lindo]) is None


def test_a_folder_that_is_set_for_a_council_wins() -> None:
    assert council_of_folder(file("Samordningsråd ögon/a.docx"), councils=[EYES, council("X", folder="Samordningsråd ögon")]).key == "x"  # type: ignore[union-attr]


@pytest.mark.parametrize("path", ["a.docx", "2026/a.docx", "Protokoll/a.docx", "Våren 2026/Möten/a.docx", "Blandat/a.docx", "Äldre/a.docx"])
def test_years_and_kinds_of_papers_are_no_councils(path: str) -> None:
    assert folder_council(file(path)) is None


def test_a_persons_word_then_the_text_then_the_folder_then_the_default_tells() -> None:
    def told(**known: str | None) -> str | None:
        given: dict[str, str | None] = {"said": None, "written": None, "default": None, **known}
        found, _ = identify_council(
            file=file("Ögon/a.docx" if known.get("said") != "ingen" else "a.docx"), councils=[EYES, EARS], days_before=21, **given
        )  # type: ignore[arg-type]
        return found.name if found else None

    assert told(said="Samordningsråd öron", written="Samordningsråd ögon") == "Samordningsråd öron"
    assert told(written="Samordningsrådet öron") == "Samordningsråd öron"
    assert told() == "Samordningsråd ögon"
    assert identify_council(said=None, written=None, file=file("a.docx"), default="Rådet X", councils=[], days_before=9)[0] == Council(
        "rådet-x", ("Rådet X",), days_before=9
    )
    assert identify_council(said=None, written=None, file=file("a.docx"), default=None, councils=[EYES], days_before=9) == (None, False)


@pytest.mark.parametrize(
    ("written", "path", "shown"),
    [
        ("NUTRITIONSKOMMITTÉN", "2026-03-05.docx", "Nutritionskommittén"),
        ("SAMORDNINGSRÅD LINDÖ", "Samordningsråd Lindö 2026-03-05.docx", "Samordningsråd Lindö"),
        ("SAMORDNINGSRÅD LINDÖ", "Protokoll/2026-03-05.docx", "SAMORDNINGSRÅD LINDÖ"),
        ("SAMORDNINGSRÅD LINDÖ", "samordningsråd lindö.docx", "SAMORDNINGSRÅD LINDÖ"),
        ("RAV", "Rav 2026-03-05.docx", "RAV"),
        ("NUTRITIONSRÅD", "Nutritionsrådets anteckningar.docx", "Nutritionsråd"),
        ("SOR ÖGON", "sor.docx", "SOR ÖGON"),
        ("Nutritionskommittén LINDÖ", "nutritionskommittén lindö.docx", "Nutritionskommittén LINDÖ"),
    ],
)
def test_a_title_in_capitals_names_a_council_as_people_write_it(written: str, path: str, shown: str) -> None:
    found, is_new = identify_council(said=None, written=written, file=file(path), default=None, councils=(), days_before=21)
    assert found is not None and (found.name, found.key, is_new) == (shown, council_key(written), True)


def test_what_a_person_wrote_in_capitals_stays() -> None:
    found, _ = identify_council(said="RÅDET", written=None, file=file("a.docx"), default=None, councils=(), days_before=21)
    assert found is not None and found.name == "RÅDET"
