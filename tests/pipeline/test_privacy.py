"""What must stay in the file: reasons for absence, personal identity numbers and patients are in no column, list, event, draft, sheet or log."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.desk import DRAFTS, Desk, ask, command, minutes, words_in

ABSENT = ("Per Hed, sjuk", "Lena Malm (sjukskriven)", "Ada Ros, förhinder: vård av barn", "Nils Ung föräldraledig")
SECRETS = ("sjuk,", "sjukskriven", "vård av barn", "föräldraledig", "19121212-1212", "121212-1212", "191212121212", "120101+1234", "090101-1239")
MATTERS = (
    "Avvikelse 19121212-1212: Bo Alm ringer patient 19121212-1212 senast den 30 april 2026.",
    "Fråga: Cia Dahl skriver till anhörig till 121212-1212.\nRådet beslutar att ärendet om 191212121212 bordläggs till nästa möte.",
    "Remiss: Tove Myr svarar på remissen om 120101+1234 senast den 20 april 2026.\nRådet beslutar att köpa en kamera.",
    "Punkt som tas upp igen: Frågan om 090101-1239 tas upp vid nästa möte.",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", *MATTERS, absent=ABSENT))
    desk.put("b.docx", minutes("2026-04-16", "Avvikelse: Samtalet med 19121212-1212 är klart.", absent=ABSENT, coming=("2026-05-21",)))
    return desk


def test_nothing_sensitive_is_anywhere_but_in_the_file(desk: Desk) -> None:
    told = command("run", desk.root, "--today", "2026-05-10", "--json")
    assert told.returncode == 0
    assert len(desk.rows()) >= 4
    assert len(desk.drafts()) == 2
    kept = (desk.root / ".dagordning.db").read_bytes().decode("utf-8", "replace")
    assert "Bo Alm" in kept
    places = {"the database": kept, "what run printed": told.stdout, "the log": told.stderr}
    places |= {place.name: words_in(place) for place in (desk.root / DRAFTS).iterdir()}
    for words in (["register", "--all"], ["register", "--json"], ["columns"], ["columns", "--json"], ["draft", "--json"]):
        places[" ".join(words)] = ask(words[0], desk.root, *words[1:])
    found = {place: [secret for secret in SECRETS if secret in text] for place, text in places.items()}
    assert {place: secrets for place, secrets in found.items() if secrets} == {}


def test_a_row_whose_words_must_stay_in_the_file_says_so(desk: Desk) -> None:
    desk.run()
    texts = [row.text for row in desk.rows()]
    assert "(innehåller personuppgift, se filen)" in texts


def test_people_who_were_absent_are_in_no_column(desk: Desk) -> None:
    desk.run()
    text = str(desk.cells("a.docx"))
    assert "Helga Norin" in text
    assert [name for name in ("Per Hed", "Lena Malm", "Ada Ros", "Nils Ung") if name in text] == []


def test_a_run_logs_no_text_of_a_document(desk: Desk) -> None:
    desk.put("c.docx", b"Bo Alm ringer patienten")
    for words in (["run"], ["run", "--json"], ["run", "--verbose"], ["columns", "--json"]):
        told = command(words[0], desk.root, *words[1:], "--today", "2026-05-10") if words[0] == "run" else command(words[0], desk.root, *words[1:])
        assert told.stderr == ""
