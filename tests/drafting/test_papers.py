from dataclasses import replace

from functions.drafting.papers import DRAFT, SHEET, choose_template, paper_of
from functions.model.library import Template

from .council import COUNCIL

OURS = Template("dagordning.docx", b"region")
SHEETS = Template("Underlag.docx", b"region sheet")
THEIRS = Template("Dagordning Samordningsråd fjäll.docx", b"council", COUNCIL.key)
THEIR_SHEET = Template("underlag Samordningsråd fjäll.docx", b"council sheet", COUNCIL.key)
OTHERS = Template("Dagordning Programråd dal.docx", b"other", "råd-dal")


def test_a_template_is_for_the_paper_that_its_name_begins_with() -> None:
    assert [paper_of(name).name for name in ("Underlag", "underlag_fjäll", "Underlaget", "Vår mall", "dagordning 2026")] == [
        "underlag",
        "underlag",
        "dagordning",
        "dagordning",
        "dagordning",
    ]


def test_the_councils_own_template_goes_before_the_organisations_and_that_before_the_default() -> None:
    everything = (OTHERS, OURS, SHEETS, THEIRS, THEIR_SHEET)
    assert choose_template(COUNCIL, everything).data == b"council"
    assert choose_template(COUNCIL, everything, paper=SHEET).data == b"council sheet"
    assert choose_template(COUNCIL, (OTHERS, OURS, SHEETS)).data == b"region"
    assert choose_template(COUNCIL, (OTHERS, OURS, SHEETS), paper=SHEET).data == b"region sheet"
    assert choose_template(COUNCIL, (OTHERS,)).data is None
    assert choose_template(COUNCIL, (OURS, THEIRS), paper=SHEET).data is None


def test_the_template_that_the_council_has_chosen_goes_before_all() -> None:
    for setting in ("Dagordning Programråd dal.docx", "dagordning programråd dal"):
        assert choose_template(replace(COUNCIL, template=setting), (OURS, THEIRS, OTHERS)).data == b"other"


def test_a_chosen_template_that_is_not_there_is_told_of() -> None:
    found = choose_template(replace(COUNCIL, template="Fjällmallen.docx"), (OURS, THEIRS))
    assert found.data == b"council"
    assert found.note is not None and "Fjällmallen.docx" in found.note


def test_every_paper_has_a_default() -> None:
    assert all(paper.default().startswith(b"PK") for paper in (DRAFT, SHEET))
