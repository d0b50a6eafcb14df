"""A template to start from: a copy of the default one with guidance in Word comments, which never come into a paper."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from functions.drafting.finishing import text_of
from functions.drafting.package import repack
from functions.drafting.papers import DRAFT, Paper

_AUTHOR, _INITIALS = "Dagordning", "D"
_COMMON = (
    (
        "{{ title }}",
        "Orden inom {{ }} byts ut mot mötets uppgifter. Övrig text skriver du fritt, till exempel regionens namn. Alla fält finns i "
        "docs/templates.md. Kommentarerna här är bara till för dig: de följer aldrig med.",
    ),
    (
        "{{ council }}",
        "Ändra utseendet med formatmallarna (Rubrik 1, Tabelltext …) eller under Design: Färger och Teckensnitt. Lägg en logotyp i sidhuvudet och ge "
        "den en alternativtext. Behåll Rubrik 1, Rubrik 2 i ordning, och inga tomma stycken som mellanrum.",
    ),
)
_GUIDANCE = {
    DRAFT.name: (
        *_COMMON,
        (
            "{%p if meeting.place %}",
            "Stycken mellan {%p if … %} och {%p endif %} visas bara när uppgiften finns. De två raderna står ensamma i sina stycken och försvinner.",
        ),
        (
            "Ärende",
            "Rubrikraden upprepas på varje sida. Ta bort en kolumn som ni inte vill ha. En kolumn som är tom överallt utelämnas.",
        ),
        (
            "{%tr for line in lines %}",
            "Raderna mellan {%tr for … %} och {%tr endfor %} upprepas för varje ärende. De två taggarna står på var sin egen rad, som försvinner.",
        ),
        ("{{r line.link }}", "En länk skrivs med r efter klamrarna: {{r line.link }}."),
        ("{%p for part in line.parts %}", "Uppgifterna under punkten Uppföljning, ett stycke för varje."),
    ),
}
_OTHERS = (
    *_COMMON,
    (
        "{%p if",
        "Stycken mellan {%p if … %} och {%p endif %} visas bara när uppgiften finns. De två raderna står ensamma i sina stycken och försvinner.",
    ),
    ("{%p for", "Stycken mellan {%p for … %} och {%p endfor %} upprepas."),
)


def new_template(paper: Paper = DRAFT) -> bytes:
    """A copy of the paper's default template, with guidance for the one who changes it."""
    document = Document(io.BytesIO(paper.default()))
    paragraphs = [*document.element.body.iter(qn("w:p"))]
    for words, guidance in _GUIDANCE.get(paper.name, _OTHERS):
        found = next((paragraph for paragraph in paragraphs if words in text_of(paragraph)), None)
        runs = Paragraph(found, document).runs if found is not None else []
        if runs:
            document.add_comment(runs, text=guidance, author=_AUTHOR, initials=_INITIALS)
    comments = document.part._comments_part.element
    for comment in comments.iter(qn("w:comment")):
        comment.attrib.pop(qn("w:date"), None)  # so that every copy is the same
    for root in (document.element.body, comments):
        for style in list(root.iter(qn("w:rStyle"), qn("w:pStyle"))):
            if style.get(qn("w:val"), "").startswith("Comment"):  # python-docx names styles that the template need not have
                style.getparent().remove(style)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())
