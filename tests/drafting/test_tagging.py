"""Whatever a template looks like, each of its lines ends in a content control of its own, and nothing of the marks stays."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from functions.drafting import render_draft
from functions.drafting.sample import sample_agenda
from tests.reading.packages import build, p, sdt, tbl, tc, tr

from .word_files import changed, part_of, tags_of, words_of

AGENDA = sample_agenda()
LINES = [f"dg:{line.tag}" for line in AGENDA.lines]
PARTS = [f"dg:{part.tag}" for line in AGENDA.lines for part in line.parts]

ROWS = tbl(
    tr(tc("Nr"), tc("Punkt")),
    tr(tc("{%tr for point in lines %}"), tc("")),
    tr(tc("{{ point.number }}"), tc("{{ point.title|upper }}")),
    tr(tc("{%tr endfor %}"), tc("")),
)
TWO_ROWS = ROWS.replace(
    '</w:tr><w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">{%tr endfor',
    f'</w:tr>{tr(tc(""), tc("{{ point.type }}"))}<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">{{%tr endfor',
)
PARAGRAPHS = p("{%p for line in lines %}") + p("{{ line.number }}. {{ line.title }}") + p("{%p endfor %}")
TWO_PARAGRAPHS = p("{%p for line in lines %}") + p("{{ line.number }}. {{ line.title }}") + p("{{ line.type }}") + p("{%p endfor %}")
IN_ONE = p("Punkter: {% for line in lines %}{{ line.title }}; {% endfor %}slut")
OVER_MANY = p("Punkter:{% for line in lines %}") + p("{{ line.title }}") + p("{% endfor %}Slut")
CONDITIONS = (
    p("{%p for line in lines|list %}")
    + p("{%p if line.kind == 'break' %}")
    + p("Paus")
    + p("{%p else %}")
    + p("{{ line.title }}")
    + p("{%p endif %}")
    + p("{%p endfor %}")
)
IN_A_CELL = tbl(tr(tc(p("{%p for line in lines %}") + p("{{ line.title }}") + p("{%p endfor %}"))))
OWN_CONTROLS = (
    p("{%p for line in lines %}")
    + sdt(p("{{ line.title }}"), '<w:tag w:val="dg:{{ line.tag }}"/><w:lock w:val="sdtContentLocked"/>')
    + p("{%p endfor %}")
)

SHAPES = {
    "rows": ROWS,
    "two rows": TWO_ROWS,
    "paragraphs": PARAGRAPHS,
    "two paragraphs": TWO_PARAGRAPHS,
    "one paragraph": IN_ONE,
    "over many": OVER_MANY,
    "conditions": CONDITIONS,
    "in a cell": IN_A_CELL,
    "own controls": OWN_CONTROLS,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_line_stands_in_one_control_whatever_loop_it_comes_from(shape: str) -> None:
    data = render_draft(AGENDA, template=build(SHAPES[shape]))
    assert [tag for tag in tags_of(data) if tag.startswith("dg:")] == LINES
    xml = part_of(data)
    assert xml.count('w15:val="hidden"') == len(LINES)
    assert "<w:lock" not in xml and "placeholder" not in xml
    assert "<?" not in xml.replace("<?xml", "") and "dagordning" not in re.sub(r"<w:t[ >].*?</w:t>", "", xml)
    ids = re.findall(r'<w:id w:val="(\d+)"/>', xml)
    assert len(ids) == len(set(ids)) == len(LINES)
    assert re.search(r'<w:document [^>]*xmlns:w15="[^>]*mc:Ignorable="[^"]*w15', xml)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_controls_change_no_word(shape: str) -> None:
    words = words_of(render_draft(AGENDA, template=build(SHAPES[shape])))
    for line in AGENDA.lines:
        wanted = "Paus" if shape == "conditions" and line.kind == "break" else line.title
        assert (wanted.upper() if "rows" in shape else wanted) in words


def test_every_control_holds_exactly_its_line() -> None:
    for shape, body in SHAPES.items():
        document = Document(io.BytesIO(render_draft(AGENDA, template=build(body)))).element.body
        for control, line in zip(document.iter(qn("w:sdt")), AGENDA.lines, strict=True):
            words = "".join(node.text or "" for node in control.iter(qn("w:t")))
            others = [other.title for other in AGENDA.lines if other.title.casefold() not in line.title.casefold()]
            assert not any(title.casefold() in words.casefold() for title in others), shape


def test_a_loop_in_a_loop_gives_a_control_in_a_control() -> None:
    body = (
        p("{%p for line in lines %}")
        + p("{{ line.title }}")
        + p("{%p for part in line.parts %}")
        + p("{{ part.text }}")
        + p("{%p endfor %}")
        + p("{%p endfor %}")
    )
    document = Document(io.BytesIO(render_draft(AGENDA, template=build(body)))).element.body
    nested = [control for control in document.iter(qn("w:sdt")) if next(control.iterancestors(qn("w:sdt")), None) is not None]
    assert [control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for control in nested] == PARTS


def test_a_loop_in_a_header_or_a_property_leaves_no_mark() -> None:
    header = changed("word/header1.xml", lambda xml: xml.replace("{{ council }}", "{% for line in lines %}{{ line.number }}{% endfor %}"))
    data = render_draft(AGENDA, template=header)
    assert "1234" in part_of(data, "word/header1.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"<?dagordning" in package.read(name) or b"&lt;?dag" in package.read(name) for name in package.namelist())


def test_a_template_that_names_the_marks_is_refused() -> None:
    from functions.errors import BadTemplate

    with pytest.raises(BadTemplate, match="_begins"):
        render_draft(AGENDA, template=build(p("{{ lines[0]|_begins }}")))


@pytest.mark.soak
def test_drafts_with_controls_of_every_kind_open_in_libreoffice(tmp_path: Path) -> None:
    for name, body in SHAPES.items():
        (tmp_path / f"{name}.docx").write_bytes(render_draft(AGENDA, template=build(body)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), *map(str, sorted(tmp_path.glob("*.docx")))],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for name in SHAPES:
        assert AGENDA.lines[-1].title.casefold() in (tmp_path / f"{name}.txt").read_text(encoding="utf-8").casefold(), name
