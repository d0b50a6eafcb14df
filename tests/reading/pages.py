"""PDF files for tests, written by hand: Courier, whose letters are all 0.6 of the font size wide, so that a test knows where every line ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP = 70.0, 525.0, 780.0
SIZE, PITCH = 10.0, 12.0


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on a page: content-stream operators, links (box and address), and whether a picture fills it."""

    operators: list[str] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    pictured: bool = False
    rotate: int = 0
    tags: list[tuple[str, int]] = field(default_factory=list)


def write(page: Page, x: float, y: float, text: str, *, bold: bool = False, size: float = SIZE, mark: int | None = None) -> float:
    """Put a text at a place; gives the x where it ends."""
    coded = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("latin-1")
    drawn = f"BT /F{2 if bold else 1} {size} Tf 1 0 0 1 {x} {y} Tm ({coded}) Tj ET"
    page.operators.append(drawn if mark is None else f"/P <</MCID {mark}>> BDC {drawn} EMC")
    return x + len(text) * 0.6 * size


def write_lines(page: Page, y: float, *lines: str, x: float = LEFT, bold: bool = False, size: float = SIZE, pitch: float = PITCH) -> float:
    """Put lines below one another; gives the y below the last."""
    for line in lines:
        write(page, x, y, line, bold=bold, size=size)
        y -= pitch
    return y


def wrap(text: str, *, width: float = RIGHT - LEFT, size: float = SIZE) -> list[str]:
    """A text as lines that fill a width as a word processor fills them."""
    lines, room = [""], int(width / (0.6 * size))
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def rule(page: Page, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a straight line."""
    page.operators.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")


def draw_grid(page: Page, columns: Sequence[float], rows: Sequence[float]) -> None:
    """Rule a table."""
    for y in rows:
        rule(page, columns[0], y, columns[-1], y)
    for x in columns:
        rule(page, x, rows[0], x, rows[-1])


def build_pdf(pages: Iterable[Page], *, trailer: str = "", tagged: bool = False) -> bytes:
    """The bytes of a PDF. trailer: further entries of the trailer (/Encrypt …)."""
    pages = list(pages)
    objects: list[bytes] = [b""] * 5
    kids = []
    parents = []
    for i, page in enumerate(pages):
        content = "\n".join([*page.operators, *(["q 595 0 0 842 0 0 cm /Im1 Do Q"] if page.pictured else [])]).encode("latin-1")
        objects.append(b"<</Length %d>> stream\n%s\nendstream" % (len(content), content))
        stream = len(objects)
        notes = []
        for box, address in page.links:
            place = " ".join(str(each) for each in box)
            objects.append(f"<</Type/Annot/Subtype/Link/Rect[{place}]/Border[0 0 0]/A<</S/URI/URI({address})>>>>".encode())
            notes.append(f"{len(objects)} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {page.rotate}/Contents {stream} 0 R"
            f"/Annots[{' '.join(notes)}]/StructParents {i}/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</Im1 5 0 R>>>>>>".encode()
        )
        kids.append(len(objects))
    tree = ""
    if tagged:
        root = len(objects) + 1
        objects.append(b"")
        elements = []
        for i, page in enumerate(pages):
            own = []
            for kind, mark in page.tags:
                objects.append(f"<</Type/StructElem/S/{kind}/P {root} 0 R/Pg {kids[i]} 0 R/K {mark}>>".encode())
                own.append(f"{len(objects)} 0 R")
            elements += own
            by_mark: dict[int, str] = {mark: reference for (_, mark), reference in zip(page.tags, own, strict=True)}
            parents.append(f"{i}[{' '.join(by_mark[mark] for mark in sorted(by_mark))}]")
        objects[root - 1] = f"<</Type/StructTreeRoot/K[{' '.join(elements)}]/ParentTree<</Nums[{' '.join(parents)}]>>>>".encode()
        tree = f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R"
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{tree}>>".encode()
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    objects[2] = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    objects[3] = b"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>"
    objects[4] = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>> stream\n\x80\nendstream"
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + f"trailer <</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
