"""Who a name means is asked once in a council, however many files ask it; one answer settles them all, in any order, and can be taken back."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from functions import errors
from functions.commands import mending
from functions.open_questions import entry_of, kept_doubts
from tests.pipeline.desk import EARS, EYES, Desk, ask, minutes, text_of
from tests.pipeline.test_persons_word import BY_BO, TWO_BOS

WAITING = "Kö: Bo ringer de väntande senast den 7 maj 2026."
ROOM = "Lokal: Bo bokar en lokal senast den 20 maj 2026."
FILES = {"a.docx": ("2026-03-05", BY_BO), "b.docx": ("2026-03-19", WAITING), "c.docx": ("2026-04-02", ROOM)}
HE = "Kö: Bo Ek och Bo Alm var på plats. Han ringer de väntande senast den 7 maj 2026."


def desk_with(root: Path, *names: str) -> Desk:
    root.mkdir(parents=True, exist_ok=True)
    desk = Desk(root)
    for name in names:
        day, matter = FILES[name]
        desk.put(name, minutes(day, matter, roster=TWO_BOS))
    desk.run()
    return desk


def undo(desk: Desk) -> None:
    with desk.opened() as (place, _):
        mending.take_back(place, key=None, by="Tove Myr")


def owners(desk: Desk) -> set[tuple[str, ...]]:
    return {row.owners for row in desk.rows()}


def test_a_run_asks_once_with_how_many_files_and_two_of_their_sentences(tmp_path: Path) -> None:
    root = tmp_path / "m"
    desk_with(root, "a.docx", "b.docx", "c.docx")
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    for file in root.glob("*.docx"):
        (fresh / file.name).write_bytes(file.read_bytes())
    told = " ".join(ask("run", fresh, "--today", "2026-05-10").split())
    assert told.count("Vem är Bo?") == 1
    assert "Fråga om a.docx och 2 filer till" in told
    assert ("”Bo skriver en rutin" in told, "”Bo ringer de väntande" in told, "Bo bokar en lokal senast den 20 maj 2026.”" in told) == (
        True,
        True,
        False,
    )


def test_one_answer_settles_every_file_at_once_and_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = desk_with(tmp_path, *FILES)
    desk.answer("b.docx", "owner_ambiguous", "Bo Ek")
    assert "Svaret gäller 3 filer, och även framöver." in capsys.readouterr().out
    assert owners(desk) == {("Bo Ek",)}
    assert [desk.cells(name)["DgReading"] for name in FILES] == ["Inläst"] * 3


def test_an_answer_that_is_taken_back_is_asked_again_of_every_file(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *FILES)
    desk.answer("a.docx", "owner_ambiguous", "Ingen av dem")
    assert [desk.doubts(name) for name in FILES] == [[], [], []]
    undo(desk)
    assert [[code for code, _ in desk.doubts(name)] for name in FILES] == [["owner_ambiguous"]] * 3


@pytest.mark.parametrize("choice", ["Bo Alm", "Ingen av dem"])
def test_the_register_is_the_same_in_whatever_order_files_and_the_answer_came(tmp_path: Path, choice: str) -> None:
    first = desk_with(tmp_path / "all", *FILES)
    first.answer("c.docx", "owner_ambiguous", choice)
    wanted = [(row["text"], row["owners"], row["status"]) for row in first.register()]
    for number, order in enumerate(permutations(FILES)):
        desk = desk_with(tmp_path / str(number), order[0])
        desk.answer(order[0], "owner_ambiguous", choice)
        for name in order[1:]:
            desk_with(desk.root, name)
        assert [(row["text"], row["owners"], row["status"]) for row in desk.register()] == wanted, order


def test_another_council_is_asked_by_itself(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *FILES)
    desk.put("d.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS, council=EARS))
    desk.run()
    desk.answer("a.docx", "owner_ambiguous", "Ingen av dem")
    assert [code for code, _ in desk.doubts("d.docx")] == ["owner_ambiguous"]


def test_who_he_is_in_one_sentence_is_a_question_about_that_task_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", HE, roster=TWO_BOS))
    desk.put("b.docx", minutes("2026-03-19", HE.replace("ringer de väntande", "beställer nya möbler"), roster=TWO_BOS))
    desk.run()
    desk.answer("a.docx", "owner_ambiguous", "Bo Ek")
    assert "Uppföljningen är ändrad" in capsys.readouterr().out
    assert (desk.row("väntande").owners, desk.row("möbler").owners) == (("Bo Ek",), ())
    assert [code for code, _ in desk.doubts("b.docx")] == ["owner_ambiguous"]
    desk.run()
    assert desk.row("väntande").owners == ("Bo Ek",)


def test_the_sheet_asks_once_with_the_words_and_the_files(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name, (day, matter) in FILES.items():
        desk.put(name, minutes(day, matter, roster=TWO_BOS, coming=("2026-05-21",)))
    (laid,) = desk.run().drafts
    assert laid.sheet is not None
    words = text_of((tmp_path / laid.sheet).read_bytes())
    assert words.count("Vem är Bo?") == 1
    assert "c och 2 filer till" in words
    assert "”Bo ringer de väntande senast den 7 maj 2026.”" in words


def test_a_wrong_answer_is_refused_with_the_people_to_choose_from(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *FILES)
    with pytest.raises(errors.BadUsage, match="Bo Alm / Bo Ek / Ingen av dem"):
        desk.answer("a.docx", "owner_ambiguous", "Bo Qvist")


def test_only_what_is_asked_together_keeps_words_of_the_file_in_the_state(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, "a.docx")
    desk.put("d.docx", minutes(None, council=EYES))
    desk.run()
    from functions.pipeline import read_minutes

    with desk.opened(read_only=True) as (place, library):
        kept = {file.path: kept_doubts(read_minutes(file, place).doubts) for file in library.files() if file.path in ("a.docx", "d.docx")}
        book = [entry_of(text) for text in place.state.notes("told").values()]
    assert [sorted(one) for one in kept["a.docx"]] == [["choices", "code", "id", "mention", "question", "words"]]
    assert all("words" not in one for one in kept["d.docx"])
    assert {entry.get("path") for entry in book if entry.get("doubts")} == {"a.docx", "d.docx"}
