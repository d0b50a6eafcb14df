"""People say in SharePoint, in the column beside a draft, how far it has come; and read there what our check finds in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from functions.publishing.lists import FOLLOW_UP
from functions.publishing.schema import site_schema
from tests.drafting import secretary
from tests.pipeline.desk import EYES, minutes
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.town import LIBRARY, Town, town

DRAFT = f"Förslag till dagordning/2026-05-28 Förslag till dagordning {EYES}.docx"
BESIDE = DRAFT.replace(".docx", ", version 2.docx")
MALIN = "person:Malin Ek"


@pytest.fixture(scope="module", params=[True, False], ids=["copied into the file", "beside the file only"])
def place(request: pytest.FixtureRequest) -> Iterator[Town]:
    with town(library={"demotion": request.param, "versioning": True}) as made:
        yield made


@pytest.fixture(scope="module")
def malin(place: Town) -> Iterator[PnP]:
    with PnP(place.site.url, token=MALIN, library=LIBRARY) as person:
        person.save("2026-04-16 Mötesanteckning.docx", minutes("2026-04-16", "Linser: Cia Dahl beställer nya linser.", coming=("2026-05-28",)))
        place.settle()
        yield person


def add(place: Town, malin: PnP, text: str) -> None:
    named = {field.title: field.name for one in site_schema().lists if one.title == FOLLOW_UP for field in one.fields}
    malin.add_row(FOLLOW_UP, {named["Punkt"]: text, named["Råd"]: EYES, named["Typ"]: "Åtgärd"})
    place.settle()


def text(malin: PnP, path: str = DRAFT) -> str:
    return "\n".join(secretary.paragraphs(malin.read(path)))


def names(malin: PnP) -> list[str]:
    return [file["Name"] for file in malin.files("Förslag till dagordning")]


def test_a_new_draft_is_a_proposal_and_its_row_says_what_the_check_finds(place: Town, malin: PnP) -> None:
    cells = malin.read_columns(DRAFT)
    assert (cells["DgDraftState"], cells["DgDraftFindings"]) == ("Förslag", "Inga anmärkningar")
    assert cells["DgCouncil"] is None


def test_our_writing_beside_it_hides_no_word_of_hers(place: Town, malin: PnP) -> None:
    data = malin.read(DRAFT)
    tag = next(tag for tag, unit in secretary.units(data).items() if "nya linser" in unit.title)
    malin.overwrite(DRAFT, secretary.write(data, tag, " (Cia visar)"))
    place.settle()
    add(place, malin, "Ny kamera")
    add(place, malin, "Nya lokaler")
    assert all(words in text(malin) for words in ("(Cia visar)", "Ny kamera", "Nya lokaler"))
    assert malin.read_columns(DRAFT)["DgDraftState"] == "Förslag"


def test_what_is_ready_is_left_as_it_is_and_what_is_a_proposal_again_takes_in_what_came(place: Town, malin: PnP) -> None:
    malin.set_columns(DRAFT, {"DgDraftState": "Klar att skicka"})
    place.settle()
    before = text(malin)
    add(place, malin, "Ny lampa")
    assert text(malin) == before and malin.read_columns(DRAFT)["DgDraftState"] == "Klar att skicka"
    malin.set_columns(DRAFT, {"DgDraftState": "Förslag"})
    place.settle()
    add(place, malin, "Ny brits")
    assert all(words in text(malin) for words in ("Ny lampa", "Ny brits"))


def test_what_has_been_sent_keeps_its_words_and_what_comes_later_gets_a_file_of_its_own(place: Town, malin: PnP) -> None:
    malin.set_columns(DRAFT, {"DgDraftState": "Utskickad"})
    place.settle()
    sent = malin.read(DRAFT)
    add(place, malin, "Ny skärm")
    assert malin.read(DRAFT) == sent and malin.read_columns(DRAFT)["DgDraftState"] == "Utskickad"
    assert BESIDE.rsplit("/", 1)[-1] in names(malin) and "Ny skärm" in text(malin, BESIDE)
    assert malin.read_columns(BESIDE)["DgDraftState"] == "Förslag"
