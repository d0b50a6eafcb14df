"""A run says which councils are new, and does not forget what waits since an earlier one."""

from __future__ import annotations

from pathlib import Path

from tests.pipeline.desk import EARS, EYES, ask, minutes
from tests.pipeline.test_persons_word import BY_BO, TWO_BOS


def run(folder: Path, *more: str) -> str:
    return " ".join(ask("run", folder, "--today", "2026-05-10", *more).split())


def test_a_council_that_nobody_followed_is_told_once_with_what_can_be_done(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(minutes())
    told = run(tmp_path)
    assert f"Nytt råd: {EYES}. Öppna punkter därifrån följs upp." in told
    assert f'dagordning set "{EYES}" Pausa Ja --in "{tmp_path}"' in told
    (tmp_path / "b.docx").write_bytes(minutes("2026-04-16"))
    assert "Nytt råd" not in run(tmp_path)
    (tmp_path / "c.docx").write_bytes(minutes(council=EARS))
    told = run(tmp_path)
    assert f"Nytt råd: {EARS}." in told
    assert f'dagordning set RÅD "Andra namn" "{EARS}"' in told
    assert f"{EARS}: Pausa är nu ”Ja”." in ask("set", EARS, "Pausa", "Ja", "--in", tmp_path)


def test_several_new_councils_are_listed_and_told_of_together(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(minutes())
    (tmp_path / "c.docx").write_bytes(minutes(council=EARS))
    told = run(tmp_path)
    assert f"Nya råd: {EYES} och {EARS}." in told
    assert "dagordning set RÅD Pausa Ja" in told


def test_what_waits_since_an_earlier_run_is_told_until_it_is_answered_or_mended(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    (tmp_path / "b.docx").write_bytes(minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    (tmp_path / "trasig.docx").write_bytes(minutes()[:700])
    first = run(tmp_path)
    assert "väntar på svar sedan tidigare" not in first and "är inte ändrade sedan dess" not in first
    again = run(tmp_path)
    assert "En fråga väntar på svar sedan tidigare: Vem är Bo? b.docx och en fil till" in again
    assert "Så svarar du: dagordning explain FIL" in again
    assert "Kunde inte läsas tidigare och är inte ändrade sedan dess: trasig.docx." in again
    asked = ask("explain", tmp_path / "b.docx")
    identity = asked.rsplit('b.docx" ', 1)[1].split()[0]
    ask("answer", "b.docx", identity, "Bo Ek", "--in", tmp_path)
    (tmp_path / "trasig.docx").unlink()
    run(tmp_path)
    last = run(tmp_path)
    assert "sedan tidigare" not in last and "sedan dess" not in last
