"""`dagordning sharepoint plan` and `apply` as an administrator types them, over the emulator."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from functions import __main__, bootstrap, errors
from functions.settings import Settings
from tests.library.provisioned import LIBRARY, connect, standing
from tests.sharepoint.emulator import Emulator


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    for name in ("SITE", "LIBRARY", "LIBRARY_FOLDER", "LISTS_ONLY", "VERSIONLESS_WRITES"):
        monkeypatch.delenv(f"DAGORDNING_{name}", raising=False)
    with Emulator(validate_honours_if_match=True).running() as site:
        site.people.person("Malin Ek")
        site.people.person("Per Alm")
        site.add_library(LIBRARY)

        def connected(settings: Settings) -> object:
            assert settings.site is not None
            return connect(site, url=settings.site)

        monkeypatch.setattr(bootstrap, "connect", connected)
        yield site


def run(emulator: Emulator, *words: str, site: str | None = None) -> None:
    __main__.app(["sharepoint", *words, "--site", site or emulator.url, "--library", LIBRARY], standalone_mode=False)


def test_a_plan_says_in_swedish_what_is_missing_and_does_nothing(emulator, capsys):
    before = standing(emulator)
    run(emulator, "plan")
    told = capsys.readouterr().out
    assert told.startswith(f"Biblioteket ”Anteckningar” på {emulator.url}\n")
    assert "Listan Uppföljning\n  + Listan görs med" in told
    assert "  + Kolumnen ”Läge” läggs till (val).\n" in told
    assert f'Inget är gjort än. Gör det med: dagordning sharepoint apply --site {emulator.url} --library "Anteckningar"' in told
    assert standing(emulator) == before


def test_apply_prints_the_plan_and_ticks_every_step_and_then_there_is_nothing_to_do(emulator, capsys):
    run(emulator, "apply")
    told = capsys.readouterr().out
    assert told.count("  + ") == told.count("✓ ") > 40
    assert told.index("  + Vyn ”Att kontrollera” läggs till.") < told.index("✓ ")
    assert told.rstrip().splitlines()[-5:-3] == ["", "Klart. Allt finns på plats."]
    assert "DAGORDNING_VERSIONLESS_WRITES=true" in told
    run(emulator, "plan")
    assert "Inget att göra.\n" in capsys.readouterr().out
    run(emulator, "apply")
    told = capsys.readouterr().out
    assert "Inget att göra.\n" in told
    assert "✓" not in told


def test_programs_get_json(emulator, capsys):
    run(emulator, "plan", "--json")
    plan = json.loads(capsys.readouterr().out)
    assert set(plan) == {"library", "steps", "notes", "refusals", "lists_only", "reasons", "settings"}
    run(emulator, "apply", "--json")
    applied = json.loads(capsys.readouterr().out)
    assert (applied["done"], applied["steps"]) == (plan["steps"], [])
    assert applied["settings"][0]["name"] == "DAGORDNING_VERSIONLESS_WRITES"


def test_a_list_that_shows_more_is_told_and_ends_with_the_code_for_no_access(emulator, capsys):
    emulator.library(LIBRARY).restrict("Malin Ek")
    run(emulator, "apply")
    emulator.list("Uppföljning").restrict("Malin Ek", "Per Alm")
    for command in ("plan", "apply"):
        capsys.readouterr()
        with pytest.raises(errors.NoAccess, match=r"hinder|Inget är gjort") as told:
            run(emulator, command)
        assert told.value.exit_code == 7
        assert "Hinder\n  ! Listan Uppföljning kan läsas av fler än Anteckningar: Per Alm." in capsys.readouterr().out


def test_lists_only_says_why_and_what_to_set(emulator, capsys):
    emulator.library(LIBRARY).state.force_checkout = True
    wanted = "Ställ in på funktionsappen\n  DAGORDNING_LISTS_ONLY=true  (biblioteket kräver utcheckning innan något ändras)\n"
    run(emulator, "plan")
    assert capsys.readouterr().out.endswith(f'--library "{LIBRARY}"\n\n{wanted}')
    run(emulator, "apply")
    told = capsys.readouterr().out
    assert told.count(wanted) == 1
    assert "Endast listor: inget skrivs i biblioteket, eftersom biblioteket kräver utcheckning innan något ändras.\n" in told


def test_what_sharepoint_did_not_keep_is_told(emulator, monkeypatch):
    from functions.library.sharepoint import provisioning

    monkeypatch.setattr(provisioning, "apply", lambda site, planned, tell=None: None)
    with pytest.raises(errors.NoAccess, match="SharePoint tog inte emot allt"):
        run(emulator, "apply")


def test_settings_stand_in_for_options_that_are_left_out(emulator, monkeypatch, capsys):
    monkeypatch.setenv("DAGORDNING_SITE", emulator.url)
    monkeypatch.setenv("DAGORDNING_LIBRARY", LIBRARY)
    emulator.library(LIBRARY).folder("Råd")
    __main__.app(["sharepoint", "plan", "--folder", "Råd"], standalone_mode=False)
    assert capsys.readouterr().out.startswith("Biblioteket ”Anteckningar”, mappen ”Råd” på ")


def test_a_library_that_is_not_named_is_wrong_usage(emulator, monkeypatch):
    with pytest.raises(errors.BadUsage, match="--library NAMN"):
        __main__.app(["sharepoint", "plan", "--site", emulator.url], standalone_mode=False)


def test_a_site_that_is_not_named_is_wrong_usage(monkeypatch):
    monkeypatch.delenv("DAGORDNING_SITE", raising=False)
    with pytest.raises(errors.BadUsage, match="DAGORDNING_SITE"):
        __main__.app(["sharepoint", "plan", "--library", "x"], standalone_mode=False)
