"""What a template would fetch from elsewhere when a draft is opened: dropped where a paper does without it, else refused."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from functions.errors import BadTemplate

_FETCHES = re.compile(r"^\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|RD)\b", re.IGNORECASE | re.MULTILINE)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def without_outside(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts without the reference to an organisation's own template. Raises BadTemplate over linked pictures, objects and fields."""
    kept = dict(parts)
    for name, data in parts.items():
        if name.endswith(".rels"):
            _look_at_relations(name, data, kept)
        elif name.startswith("word/") and name.endswith(".xml") and (b"instr" in data):
            _refuse_fetching(_parsed(data))
    return kept


def _look_at_relations(name: str, data: bytes, kept: dict[str, bytes]) -> None:
    root = _parsed(data)
    dropped = []
    for relation in root.iter(_RELATION):
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        if kind == "attachedTemplate":
            dropped.append(relation)
        elif relation.get("TargetMode", "").casefold() == "external" and kind != "hyperlink":
            raise BadTemplate("Mallen hämtar innehåll utanför sig själv (en länkad bild eller ett länkat objekt). Infoga det i mallen i stället.")
    if not dropped:
        return
    for relation in dropped:
        root.remove(relation)
    kept[name] = serialize_part_xml(root)
    settings = posixpath.normpath(name.replace("_rels/", "").removesuffix(".rels"))
    if settings in kept:
        holder = _parsed(kept[settings])
        for mark in list(holder.iter(qn("w:attachedTemplate"))):
            mark.getparent().remove(mark)
        kept[settings] = serialize_part_xml(holder)


def _refuse_fetching(root: Any) -> None:
    """Raise BadTemplate over a field that takes its content from a file, a program or a database."""
    words = [node.get(qn("w:instr"), "") for node in root.iter(qn("w:fldSimple"))]
    inside = (node.text or "" if node.tag == qn("w:instrText") else "\n" for node in root.iter(qn("w:instrText"), qn("w:fldChar")))
    found = _FETCHES.search("\n".join([*words, "".join(inside)]))
    if found:
        raise BadTemplate(f"Mallen hämtar innehåll utanför sig själv (fältet {found[1].upper()}). Infoga det i mallen i stället.")


def _parsed(data: bytes) -> Any:
    try:
        return parse_xml(data)
    except (SyntaxError, ValueError) as problem:
        raise BadTemplate("Mallen är skadad. Spara den på nytt i Word.") from problem
