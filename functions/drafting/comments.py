"""What a template holds for those who write it: Word comments, which never come into a paper that is made of it."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn

_PARTS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})


def drop_comments(document: Document) -> None:
    """Take every comment, its marks in the text and the list of those who wrote them out of the file; it changes the document in place."""
    part = document.part
    for identity, relation in list(part.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _PARTS:
            del part.rels[identity]
    body = document.element.body
    for mark in list(body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"))):
        mark.getparent().remove(mark)
    for mark in list(body.iter(qn("w:commentReference"))):
        run = mark.getparent()
        run.remove(mark)
        if not [child for child in run if child.tag != qn("w:rPr")]:
            run.getparent().remove(run)
