"""A Word file opened for edits in place: its body, its links and its styles; every other part stays byte for byte as it was."""

from __future__ import annotations

import copy
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from functions.drafting.package import pack, parts_of
from functions.drafting.tagging import declare_names

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HYPERLINK = f"{_R}/hyperlink"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, SyntaxError, KeyError, LookupError)


class Unmergeable(Exception):
    """The edited file cannot be changed in place without risk; the message says why, in Swedish, without a full stop."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An opened file. root: of its main part; links: of that part's relations; stories: roots of its headers and footers; styles: names by id."""

    parts: dict[str, bytes]
    main: str
    root: Any
    links: Any
    stories: dict[str, Any]
    styles: dict[str, str]

    @property
    def body(self) -> Any:
        """The body of the main part."""
        return self.root.find(qn("w:body"))


def open_paper(data: bytes) -> Paper:
    """The file opened. Raises Unmergeable where it is no whole Word file."""
    try:
        parts = parts_of(data)
        main = _main_part(parts)
        root = parse_xml(parts[main])
        relations = parts.get(_relations_of(main), f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        links = parse_xml(relations)
        folder = posixpath.dirname(main)
        stories = {
            name: parse_xml(parts[name])
            for relation in links
            if relation.get("Type", "").rsplit("/", 1)[-1] in ("header", "footer")
            and (name := posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))) in parts
        }
        styles = _styles(parts, main=main)
    except _BROKEN as problem:
        raise Unmergeable("filen är skadad eller är ingen Word-fil") from problem
    paper = Paper(parts, main, root, links, stories, styles)
    if root.tag != qn("w:document") or paper.body is None:
        raise Unmergeable("filen är ingen vanlig Word-fil (.docx)")
    return paper


def write_paper(paper: Paper) -> bytes:
    """The file with what was changed in its body, its headers, its footers and its links."""
    parts = dict(paper.parts)
    parts[paper.main] = declare_names(_serialize(paper.root)).encode()
    parts[_relations_of(paper.main)] = _serialize(paper.links).encode()
    for name, story in paper.stories.items():
        parts[name] = _serialize(story).encode()
    return pack(parts)


def bring_over(element: Any, *, source: Paper, target: Paper) -> Any:
    """A copy of an element of another file that is at home in this one: its links lead where they led, its styles bear the ids they have here."""
    made = copy.deepcopy(element)
    ids = {name.casefold(): style for style, name in target.styles.items()}
    for node in list(made.iter()):
        if not isinstance(node.tag, str):
            continue
        if node.tag in (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
            style = node.get(qn("w:val"), "")
            if style not in target.styles or source.styles.get(style, "").casefold() != target.styles[style].casefold():
                known = ids.get(source.styles.get(style, "").casefold())
                if known is None:
                    node.getparent().remove(node)
                else:
                    node.set(qn("w:val"), known)
        link = node.get(qn("r:id"))
        if node.tag == qn("w:hyperlink") and link is not None:
            address = next((relation.get("Target") for relation in source.links if relation.get("Id") == link), None)
            node.set(qn("r:id"), _link_to(address or "", target))
        elif node.tag == qn("w:sdtPr") and (identity := node.find(qn("w:id"))) is not None:
            identity.set(qn("w:val"), "0")
    return made


def number_new_controls(body: Any) -> None:
    """Give the content controls that came in, and those whose id stands twice, ids of their own; all others keep theirs."""
    known: set[str] = set()
    fresh = []
    for properties in body.iter(qn("w:sdtPr")):
        identity = properties.find(qn("w:id"))
        if identity is None:
            continue
        value = identity.get(qn("w:val"), "0")
        if value in known or value in ("0", "1"):
            fresh.append(identity)
        known.add(value)
    number = 1_000_000
    for identity in fresh:
        number += 1
        while str(number) in known:
            number += 1
        identity.set(qn("w:val"), str(number))


def _link_to(address: str, paper: Paper) -> str:
    for relation in paper.links:
        if (relation.get("Type"), relation.get("Target"), relation.get("TargetMode")) == (_HYPERLINK, address, "External"):
            return str(relation.get("Id"))
    known = {relation.get("Id") for relation in paper.links}
    identity = next(name for number in range(1, len(known) + 2) if (name := f"rIdDg{number}") not in known)
    made = paper.links.makeelement(f"{{{_RELATIONS}}}Relationship", {"Id": identity, "Type": _HYPERLINK, "Target": address, "TargetMode": "External"})
    paper.links.append(made)
    return identity


def _main_part(parts: dict[str, bytes]) -> str:
    for relation in parse_xml(parts["_rels/.rels"]):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    raise KeyError("officeDocument")


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _styles(parts: dict[str, bytes], *, main: str) -> dict[str, str]:
    data = parts.get(posixpath.join(posixpath.dirname(main), "styles.xml"))
    if data is None:
        return {}
    found = {}
    for style in parse_xml(data).iter(qn("w:style")):
        name = style.find(qn("w:name"))
        found[style.get(qn("w:styleId"), "")] = name.get(qn("w:val"), "") if name is not None else ""
    return found


def _serialize(root: Any) -> str:
    return serialize_part_xml(root).decode()
