"""What is asked of a person: in plain Swedish, with quotations and choices, at most five, with ids that stay."""

from __future__ import annotations

from functions.interpreting import Hints
from functions.model.minutes import Doubt
from tests.interpreting.pages import ROSTER, minutes_with, read

TWO = ROSTER.replace("Cia Dahl (NS), ortoptist", "Cia Dahl (NS), ortoptist\nCia Ros (PV), optiker")


def doubts(text: str, hints: Hints | None = None) -> list[Doubt]:
    return list(read(text, hints=hints).doubts)


def page_with(sentence: str) -> str:
    return f"{TWO}# 1. Köer\n{sentence}\n# 2. Avslut\nHelga Norin avslutar mötet.\n"


def test_two_people_who_fit_are_asked_about_and_none_is_chosen() -> None:
    read_ = read(page_with("Cia kontaktar kliniken."))
    assert read_.actions[0].owners == ()
    (doubt,) = read_.doubts
    assert doubt.code == "owner_ambiguous"
    assert doubt.question == "Vem är Cia?"
    assert doubt.choices == ("Cia Dahl", "Cia Ros", "Ingen av dem")
    assert doubt.quotes[0].text == "Cia"


def test_the_id_stays_when_the_file_is_read_again_with_other_text() -> None:
    first = doubts(page_with("Cia kontaktar kliniken."))
    again = doubts(page_with("Bo Alm berättade om köerna. Cia kontaktar kliniken i veckan."))
    assert [d.id for d in first] == [d.id for d in again]


def test_an_answer_ends_the_question_and_settles_the_owner() -> None:
    (doubt,) = doubts(page_with("Cia kontaktar kliniken."))
    read_ = read(page_with("Cia kontaktar kliniken."), hints=Hints(aliases={"Cia": "Cia Ros"}, answers={doubt.id: "Cia Ros"}))
    assert read_.doubts == () and read_.actions[0].owners == ("Cia Ros",)


def test_an_ambiguous_name_that_owns_nothing_is_not_asked_about() -> None:
    assert doubts(page_with("Cia berättade om läget.")) == []


def test_minutes_without_a_date_are_asked_about() -> None:
    text = ROSTER.replace("Datum: torsdag 5 mars 2026\n", "")
    assert [d.code for d in doubts(f"{text}# 1. Köer\nBo berättade.\n# 2. Avslut\nMötet avslutades.")] == ["no_date"]


def test_a_weekday_that_does_not_fit_its_date_is_asked_about() -> None:
    (doubt,) = minutes_with("Bo Alm kontaktar kliniken senast måndagen den 3 april.").doubts
    assert doubt.code == "weekday_mismatch" and "fredag" in doubt.question and doubt.quotes


def test_a_heading_and_its_text_that_name_two_days_are_asked_about() -> None:
    minutes = minutes_with("Dagen hålls den 24 mars i Östby.", title="1. Dag 24 april")
    assert [d.code for d in minutes.doubts] == ["date_conflict"]
    assert minutes.doubts[0].choices


def test_a_prompt_that_nobody_filled_in_is_shown() -> None:
    (doubt,) = minutes_with("Skriv här").doubts
    assert doubt.code == "prompt" and doubt.choices == ("Sett",)


def test_at_most_five_are_asked_the_costliest_first() -> None:
    prompts = [f"Fyll i {word}" for word in ("namn", "plats", "tid", "datum", "ämne", "lokal")]
    found = read(page_with("\n".join(["Cia kontaktar kliniken.", *prompts]))).doubts
    assert len(found) == 5
    assert found[0].code == "owner_ambiguous"


def test_every_question_is_a_sentence_without_codes() -> None:
    found = read(page_with("Cia kontaktar kliniken senast måndagen den 3 april.\nFyll i namn")).doubts
    assert len(found) == 3
    assert all(d.question[-1] in "?." and "_" not in d.question for d in found)


def codes(*sentences: str, title: str = "1. Köer", hints: Hints | None = None) -> list[str]:
    said = "\n".join(sentences)
    return [d.code for d in doubts(f"{ROSTER}# {title}\nBo Alm berättade.\n{said}\n# 2. Avslut\nHelga Norin avslutar mötet.\n", hints=hints)]


def test_a_given_name_that_nobody_has_is_asked_about_and_the_answer_settles_it() -> None:
    (doubt,) = doubts(page_with("Kerstin kontaktar kliniken."))
    assert (doubt.code, doubt.question) == ("owner_unknown", "Vem är Kerstin? Namnet finns inte bland deltagarna.")
    assert doubt.quotes[0].text == "Kerstin"
    settled = read(page_with("Kerstin kontaktar kliniken."), hints=Hints(aliases={"Kerstin": "Kerstin Alm"}))
    assert settled.doubts == () and settled.actions[0].owners == ("Kerstin Alm",)


def test_a_task_for_somebody_who_was_away_is_asked_about() -> None:
    (doubt,) = doubts(page_with("Sven Udd kontaktar kliniken."))
    assert (doubt.code, doubt.choices) == ("owner_absent", ("Ja", "Nej"))
    assert "Sven Udd" in doubt.question and doubt.quotes
    assert codes("Bo Alm kontaktar kliniken.") == []


def test_a_day_before_the_meeting_is_asked_about() -> None:
    (doubt,) = doubts(page_with("Bo Alm kontaktar kliniken senast den 3 februari 2026."))
    assert doubt.code == "due_before_meeting" and "3 februari 2026" in doubt.question
    assert codes("Bo Alm kontaktar kliniken senast den 3 april 2026.") == []


def test_a_next_meeting_before_this_one_is_asked_about() -> None:
    assert codes("Nästa möte är den 23 februari 2026.") == ["next_meeting_before"]
    assert codes("Den 23 februari kl. 13.00.", title="1. Nästa möte") == ["next_meeting_before"]
    assert codes("Nästa möte är den 23 april 2026.", "Förra mötet var den 23 februari.") == []
    assert codes("Nästa möte är den 23 april. Handlingar till det skickades den 2 mars.") == []


def test_the_same_task_with_two_days_is_asked_about() -> None:
    twice = (
        "Bo Alm beställer nya kameror till mottagningen senast den 3 april.",
        "Bo Alm beställer nya kameror till mottagningen senast den 13 april.",
    )
    (doubt,) = doubts(page_with("\n".join(twice)))
    assert (doubt.code, doubt.choices) == ("task_twice", ("senast den 3 april", "senast den 13 april"))
    assert codes(twice[0], "Bo Alm beställer nya stolar till väntrummet senast den 13 april.") == []


def test_the_same_task_for_two_people_is_asked_about() -> None:
    twice = ("Bo Alm beställer nya kameror till mottagningen.", "Helga Norin beställer nya kameror till mottagningen.")
    (doubt,) = doubts(page_with("\n".join(twice)))
    assert (doubt.code, doubt.choices) == ("task_twice", ("Bo Alm", "Helga Norin"))


def test_a_heading_and_its_text_with_two_days_of_one_month_are_asked_about() -> None:
    assert codes("Temadagen hålls den 23 april i Östby.", title="1. Temadag 24 april") == ["date_conflict"]
    assert codes("Anmälan till dagen görs senast den 3 april.", title="1. Temadag 24 april") == []


def test_a_name_spelled_otherwise_than_on_the_list_is_asked_about() -> None:
    (doubt,) = doubts(page_with("Bo Allm kontaktar kliniken."))
    assert (doubt.code, doubt.question) == ("spelling_variant", "Är Bo Allm samma person som Bo Alm?")


def test_the_meetings_own_weekday_is_looked_at_too() -> None:
    assert [
        d.code for d in doubts(ROSTER.replace("torsdag 5 mars", "tisdag 5 mars") + "# 1. Köer\nBo Alm berättade.\n# 2. Slut\nMötet avslutas.\n")
    ] == ["weekday_mismatch"]


def test_no_minutes_without_anything_doubtful_are_asked_about() -> None:
    assert (
        codes("Bo Alm kontaktar kliniken senast den 3 april.", "Frågan bordläggs till nästa möte.", "Nästa möte är torsdagen den 23 april 2026.")
        == []
    )


def test_initials_that_fit_two_are_asked_about_wherever_the_tag_stands() -> None:
    roster = ROSTER.replace("Bo Alm (NS), överläkare", "Siv Berg (NS), överläkare\nStig Bok (PV), optiker")
    for line in ("Ny lokal söks till hösten. /SB", "Ta fram ett schema (SB)", "SB kontaktar kliniken.", "Mejla alla kliniker /SB, klart 27 mars"):
        found = doubts(f"{roster}# 1. Köer\nHelga Norin berättade.\n{line}\n# 2. Avslut\nHelga Norin avslutar mötet.\n")
        assert [(d.code, d.choices) for d in found] == [("owner_ambiguous", ("Siv Berg", "Stig Bok", "Ingen av dem"))], line


def test_a_name_in_a_cell_that_fits_two_is_asked_about() -> None:
    table = "| Vad | Vem | När |\n| Beställa kameror | Cia | 3 april |"
    (doubt,) = doubts(page_with(table))
    assert (doubt.code, doubt.quotes[0].text) == ("owner_ambiguous", "Cia")
