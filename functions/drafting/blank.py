"""Paragraphs: which are there for a purpose although they hold no words, and which only because a field had no value."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

_HOLDERS = tuple(map(qn, ("w:drawing", "w:pict", "w:object", "w:sectPr", "w:br", "w:sym", "w:fldSimple", "w:instrText")))


def drop_unfilled(body: Any) -> None:
    """Take out the paragraphs that hold fields without a value and nothing else; paragraphs that the template itself left empty stay."""
    for paragraph in list(body.iter(qn("w:p"))):
        fields = list(paragraph.iter(qn("w:t")))
        if not fields or "".join(field.text or "" for field in fields).strip() or has_content(paragraph) or must_stand(paragraph):
            continue
        holder = paragraph.getparent()
        if holder.tag != qn("w:sdtContent") or len(holder) > 1:
            holder.remove(paragraph)
        elif not must_stand(holder.getparent()):
            holder.getparent().getparent().remove(holder.getparent())


def has_content(paragraph: Any) -> bool:
    """Whether it holds something other than words: a picture, a break, a field, a section's end."""
    return any(True for _ in paragraph.iter(*_HOLDERS))


def must_stand(block: Any) -> bool:
    """Whether Word itself wants the paragraph: the only one of its cell, or the one that ends a cell or the body after a table."""
    holder, previous, following = block.getparent(), block.getprevious(), block.getnext()
    while holder.tag == qn("w:sdtContent"):
        holder = holder.getparent().getparent()
    if holder.tag == qn("w:tc"):
        return len(list(holder.iter(qn("w:p")))) == 1 or (previous is not None and previous.tag == qn("w:tbl") and following is None)
    if holder.tag != qn("w:body"):
        return sum(1 for _ in holder.iter(qn("w:p"))) == 1
    ends = following is None or following.tag == qn("w:sectPr")
    return bool(ends and previous is not None and any(True for _ in previous.iter(qn("w:tbl"))))
