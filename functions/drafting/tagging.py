"""Puts every line of a rendered draft into a content control of its own, whatever template it was rendered with.

While a template is filled in, the sandbox writes a mark (an XML processing instruction) before and after each turn of a loop over things that have a
tag. So the file itself tells which paragraphs, rows or words belong to which line, whatever fields, conditions and filters the template uses. The
marks are taken out here.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

PREFIX = "dg:"
TARGET = "dagordning"
"""The target of our processing instructions."""
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_BLOCKS = frozenset((qn("w:p"), qn("w:tbl")))
_RUNS = frozenset((qn("w:r"), qn("w:hyperlink"), qn("w:fldSimple"), qn("w:smartTag"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:proofErr")))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ROOT = re.compile(r"<(\w+):document\b[^>]*>")


def mark(tag: str, *, ends: bool = False) -> str:
    """The mark before (or after) what a line gives."""
    safe = re.sub(r"[^\w-]", "-", tag)
    return f"<?{TARGET} {'ends' if ends else 'begins'} {safe}?>"


def tag_lines(body: Any) -> None:
    """Wrap what stands between the marks in content controls, and take the marks out. Where the template has a control with that tag it is kept."""
    open_marks: list[tuple[Any, str]] = []
    marks = [node for node in body.iter() if not isinstance(node.tag, str) and getattr(node, "target", None) == TARGET]
    for node in marks:
        kind, _, tag = (node.text or "").partition(" ")
        if kind == "begins":
            open_marks.append((node, tag))
        elif open_marks and open_marks[-1][1] == tag:
            _wrap(open_marks.pop()[0], node, tag=PREFIX + tag)
    for node in marks:
        drop(node)
    for control in body.iter(qn("w:sdt")):
        if tag_of_control(control).startswith(PREFIX):
            _unlock(control)


def tag_of_control(control: Any) -> str:
    """A content control's tag, "" where it has none."""
    tag = control.find(qn("w:sdtPr") + "/" + qn("w:tag"))
    return tag.get(qn("w:val"), "") if tag is not None else ""


def enclose(nodes: Sequence[Any], *, tag: str) -> Any:
    """Put neighbouring elements (rows, paragraphs and tables, or runs) into a new content control: hidden, not locked, without a placeholder.

    A control without a placeholder shows nothing when it is emptied, so that deleting works as in plain text.
    """
    control = parse_xml(
        f'<w:sdt xmlns:w="{_W}" xmlns:w15="{W15}"><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="1"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
    nodes[0].addprevious(control)
    for node in nodes:
        control[-1].append(node)
    return control


def declare_names(document: str) -> str:
    """The main part's XML with the namespace of the controls' appearance declared at its root, and marked as one that older programs may ignore."""
    root = _ROOT.search(document)
    if root is None:
        return document
    found = start = root[0]
    for prefix, name in (("w15", W15), ("mc", _MC)):
        if f"xmlns:{prefix}=" not in found:
            found = found[:-1] + f' xmlns:{prefix}="{name}">'
    ignorable = re.search(r'mc:Ignorable="([^"]*)"', found)
    if ignorable is None:
        found = found[:-1] + ' mc:Ignorable="w15">'
    elif "w15" not in ignorable[1].split():
        found = found.replace(ignorable[0], f'mc:Ignorable="{ignorable[1]} w15"')
    return document.replace(start, found, 1)


def drop(node: Any) -> None:
    """Take a node out and leave the text that follows it."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if node.tail:
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
        node.tail = None
    parent.remove(node)


def _wrap(begin: Any, end: Any, *, tag: str) -> None:
    for node in (begin, end):
        if node.getparent().tag == qn("w:t"):
            _lift_out_of_run(node)
    nodes = _between(begin, end) if begin.getparent() is end.getparent() else _spanned(begin, end)
    elements = [node for node in nodes if isinstance(node.tag, str)]
    if not elements or _is_tagged(elements, tag):
        return
    levels = {level for element in elements if (level := _level(element))}
    if len(levels) != 1 or levels == {"cell"}:
        return
    if levels == {"block"} and len(elements) == 1 and elements[0].tag == qn("w:p") and elements[0].getparent().tag == qn("w:tc"):
        # Word wants a paragraph last in a cell, so that a lone one there keeps its place and the control goes inside.
        elements = [child for child in elements[0] if isinstance(child.tag, str) and child.tag != qn("w:pPr")]
        if not elements:
            return
    enclose(elements, tag=tag)


def _level(element: Any) -> str:
    if element.tag == qn("w:sdt"):
        content = element.find(qn("w:sdtContent"))
        return next((level for child in content if isinstance(child.tag, str) and (level := _level(child))), "") if content is not None else ""
    if element.tag == qn("w:tr"):
        return "row"
    if element.tag == qn("w:tc"):
        return "cell"
    if element.tag in _BLOCKS:
        return "block"
    return "run" if element.tag in _RUNS else ""


def _is_tagged(elements: Sequence[Any], tag: str) -> bool:
    return any(tag_of_control(control) == tag for element in elements for control in element.iter(qn("w:sdt")))


def _between(begin: Any, end: Any) -> list[Any]:
    nodes = []
    node = begin.getnext()
    while node is not None and node is not end:
        nodes.append(node)
        node = node.getnext()
    return nodes


def _spanned(begin: Any, end: Any) -> list[Any]:
    """What a loop gave whose two tags stand in different paragraphs: the elements that are its alone."""
    around = [begin, *begin.iterancestors()]
    last = next(node for node in [end, *end.iterancestors()] if node.getparent() in around)
    first = around[around.index(last.getparent()) - 1]
    nodes = [first, *_between(first, last), last] if first is not last else []
    if nodes and (_text(first, until=begin) or not _text(first, since=begin)):
        nodes = nodes[1:]
    if nodes and (_text(last, since=end) or not _text(last, until=end)):
        nodes = nodes[:-1]
    return nodes


def _text(element: Any, *, since: Any = None, until: Any = None) -> str:
    """The words of an element, from one mark in it or up to another."""
    words, counts = "", since is None
    for node in element.iter():
        if node is until:
            break
        counts = counts or node is since
        if counts and node.tag == qn("w:t"):
            words += node.text or ""
    return words.strip()


def _lift_out_of_run(node: Any) -> None:
    """Cut the run that a mark stands in into two, the mark between them. Other marks in it are moved and not copied: they are still to be found."""
    text = node.getparent()
    run = text.getparent()
    if run is None or run.tag != qn("w:r"):
        return
    after = run.makeelement(run.tag, dict(run.attrib))
    look = run.find(qn("w:rPr"))
    if look is not None:
        after.append(copy.deepcopy(look))
    rest = text.makeelement(text.tag, {**text.attrib, _SPACE: "preserve"})
    rest.text, node.tail = node.tail, None
    for child in list(text)[text.index(node) + 1 :]:
        rest.append(child)
    following = list(run)[run.index(text) + 1 :]
    after.append(rest)
    for child in following:
        after.append(child)
    text.set(_SPACE, "preserve")
    run.addnext(node)
    node.addnext(after)
    for half, part in ((run, text), (after, rest)):
        if not part.text and len(part) == 0:
            half.remove(part)
        if all(child.tag == qn("w:rPr") for child in half):
            half.getparent().remove(half)


def _unlock(control: Any) -> None:
    """Make a control of the template's own behave as ours do."""
    properties = control.find(qn("w:sdtPr"))
    for lock in properties.findall(qn("w:lock")):
        properties.remove(lock)
    if properties.find(f"{{{W15}}}appearance") is None:
        properties.append(parse_xml(f'<w15:appearance xmlns:w15="{W15}" xmlns:w="{_W}" w15:val="hidden"/>'))
    if properties.find(qn("w:id")) is None:
        tag = properties.find(qn("w:tag"))
        tag.addnext(parse_xml(f'<w:id xmlns:w="{_W}" w:val="1"/>'))
