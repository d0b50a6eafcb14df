"""The JSON of `dagordning read`."""

from __future__ import annotations

import json

from functions.reading import READER_VERSION, describe
from tests.reading.packages import list_xml, numbered, p, read, sdt, t, tbl, tc, tr


def test_a_document_is_described_as_the_contract_says():
    struck = t("borta").replace("<w:r>", "<w:r><w:rPr><w:strike/></w:rPr>", 1)
    link = f'<w:hyperlink w:anchor="a">{t("Se")}</w:hyperlink>'
    document = read(
        numbered("Ett") + tbl(tr(tc("a"), tc(p(link + t(" ") + struck)))) + sdt(p("x"), '<w:tag w:val="k"/>'), numbering=list_xml(("decimal", "%1."))
    )
    told = json.loads(json.dumps(describe(document, file="möte.docx")))
    assert told["file"] == "möte.docx"
    assert told["reader"] == READER_VERSION
    first, _, cell, control = told["blocks"]
    assert {name: first[name] for name in ("id", "part", "kind", "number", "row", "col", "strike", "text")} == {
        "id": "b1",
        "part": "body",
        "kind": "list_item",
        "number": "1.",
        "row": None,
        "col": None,
        "strike": False,
        "text": "Ett",
    }
    assert (cell["row"], cell["col"], cell["strike"], cell["struck"], cell["table"]["table"]) == (0, 1, True, [[3, 8]], 0)
    assert cell["links"] == [{"start": 0, "end": 2, "text": "Se", "target": "#a"}]
    assert control["controls"][0]["tag"] == "k"
