"""The points of the one meeting in many layouts: numbers that Word counts, fields, boxes, cells, titles told by their look alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.interpreting.one_meeting import TEXTS, TITLES, Part, points, texts
from tests.reading.packages import box, field, list_xml, numbered, p, sdt, styled, t, tbl, tc, tr

COUNT = range(1, len(TITLES) + 1)
PLAIN = [str(n) for n in COUNT]
SIGNED = [str(n + 11) for n in COUNT]
Named = tuple[Callable[[], Part], list[str] | list[None]]


def run(text: str, looks: str) -> str:
    """A run in a look."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return run(text, "<w:b/>")


def auto(text: str, form: str = "decimal", start: int = 1, *more: tuple[str, str]) -> str:
    """numbering.xml whose first list writes its numbers so."""
    return list_xml((form, text), *more).replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>', 1)


def counted(text: str, form: str = "decimal", start: int = 1) -> Callable[[], Part]:
    """Points that Word numbers, in prose."""
    return lambda: Part(points(lambda at, title: numbered(title)), numbering=auto(text, form, start))


def lines(head: Callable[[int, str], str], **parts: str) -> Callable[[], Part]:
    return lambda: Part(points(head), **parts)  # type: ignore[arg-type]


def style(name: str, *, based: str = "", inside: str = "", runs: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{on}<w:pPr>{inside}</w:pPr><w:rPr>{runs}</w:rPr></w:style>'


def nums(*, anew: bool) -> str:
    """A w:num for each point, each starting where it should."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>' if anew else ""
    return "".join(f'<w:num w:numId="{n + 9}"><w:abstractNumId w:val="0"/>{start.format(n)}</w:num>' for n in COUNT)


def below_with_list(at: int) -> str:
    """What was said, behind a list of its own that counts from one."""
    return numbered("Läget är känt", num=20 + at, level=0) + numbered("Siffrorna är nya", num=20 + at, level=0) + texts(at)


def inner_lists() -> str:
    own = "".join(
        f'<w:num w:numId="{20 + at}"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for at in range(len(TITLES))
    )
    inner = '<w:abstractNum w:abstractNumId="7">'
    inner += '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>'
    return auto("%1.") + inner.format("decimal", "%1)") + own


def legal(at: int, title: str) -> str:
    """Two levels: the third and fourth point stand below the second."""
    return numbered(title, level=1 if at in (2, 3) else 0)


def table(row: Callable[[int, str], str], *, head: str = "", numbering: str = "") -> Callable[[], Part]:
    """All points in one table."""
    return lambda: Part(tbl(head, *(row(at, title) for at, title in enumerate(TITLES))), numbering=numbering)


def table_of(*rows: tuple[str, ...], after: str = "") -> Callable[[], Part]:
    """A table of texts, and a line below it; a line end parts the paragraphs of a cell."""
    made = [tr(*(tc("".join(p(line) for line in text.split("\n")) if text else p()) for text in row)) for row in rows]
    return lambda: Part(tbl(*made) + p(after))


def boxes(rows: Callable[[int, str], str], *, after: Callable[[int], str] = lambda at: "") -> Callable[[], Part]:
    """A table for each point."""
    return lambda: Part("".join(tbl(rows(at, title)) + p() + after(at) for at, title in enumerate(TITLES)))


def task_table(at: int) -> str:
    """The third point's task as a table within its cell, the others' as prose."""
    if at != 2:
        return texts(at)
    rows = tr(tc("Vad"), tc("Vem"), tc("När")) + tr(tc("Begär in anbud"), tc("Cia Dahl"), tc("15 maj 2026"))
    return "".join(p(text) for text in TEXTS[at][:2]) + tbl(rows) + p()


SECTION = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
SEQ = " SEQ Paragraf \\* ARABIC "


def sequence(at: int) -> str:
    return field(SEQ, t(str(at + 12)))


def split_sequence(at: int) -> str:
    n = str(at + 12)
    codes = '<w:r><w:instrText xml:space="preserve"> SEQ </w:instrText></w:r><w:r><w:instrText>Paragraf</w:instrText></w:r>'
    return field(codes, t(n[:1]) + t(n[1:]))


def revised(at: int, title: str) -> str:
    """A title that somebody changed with tracked changes, its number too."""
    gone = f'<w:del w:id="{at}" w:author="x"><w:r><w:delText>{at + 4}. Gammal </w:delText></w:r></w:del>'
    return p(gone + f'<w:ins w:id="{at + 50}" w:author="x">{t(f"{at + 1}. ")}</w:ins>' + t(title))


def moved(at: int, title: str) -> str:
    return f'<w:moveFrom w:id="{at}" w:author="x"><w:r><w:t>Flyttat</w:t></w:r></w:moveFrom>' + p(
        f'<w:moveTo w:id="{at + 90}" w:author="x">{t(f"{at + 1}. {title}")}</w:moveTo>'
    )


SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
TAB_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'

LAYOUTS: dict[str, Named] = {
    # numbered by numbering.xml alone
    "auto 1.": (counted("%1."), PLAIN),
    "auto § 12": (counted("§ %1", start=12), SIGNED),
    "auto §12": (counted("§%1", start=12), SIGNED),
    "auto 12 §": (counted("%1 §", start=12), SIGNED),
    "auto Punkt 1.": (counted("Punkt %1."), PLAIN),
    "auto Punkt 1:": (counted("Punkt %1:"), PLAIN),
    "auto Ärende 1": (counted("Ärende %1"), PLAIN),
    "auto 1)": (counted("%1)"), PLAIN),
    "auto (1)": (counted("(%1)"), PLAIN),
    "auto 1": (counted("%1"), PLAIN),
    "auto 1 –": (counted("%1 –"), PLAIN),
    "auto SR § 12": (counted("SR § %1", start=12), SIGNED),
    "auto § 12/2026": (counted("§ %1/2026", start=12), SIGNED),
    "auto 2026:12": (counted("§ 2026:%1", start=12), SIGNED),
    "auto A.": (counted("%1.", "upperLetter"), list("ABCDEF")),
    "auto a)": (counted("%1)", "lowerLetter"), list("abcdef")),
    "auto I.": (counted("%1.", "upperRoman"), ["I", "II", "III", "IV", "V", "VI"]),
    "auto 01": (counted("%1.", "decimalZero"), [f"0{n}" for n in COUNT]),
    "auto 1:a": (counted("%1", "ordinal"), PLAIN),
    "auto bold": (lines(lambda at, title: numbered("").replace("</w:pPr>", "</w:pPr>" + bold(title)), numbering=auto("%1.")), PLAIN),
    "auto 3.1": (
        lines(lambda at, title: numbered(title, level=1), numbering=auto("%1.", "decimal", 3, ("decimal", "%1.%2"))),
        [f"3.{n}" for n in COUNT],
    ),
    "auto two levels": (lines(legal, numbering=auto("%1.", "decimal", 1, ("decimal", "%1.%2."))), ["1", "2", "2.1", "2.2", "3", "4"]),
    "auto one num a point": (lines(lambda at, title: numbered(title, num=at + 10), numbering=auto("%1.") + nums(anew=True)), PLAIN),
    "auto one num a point, one count": (lines(lambda at, title: numbered(title, num=at + 10), numbering=auto("%1.") + nums(anew=False)), PLAIN),
    "auto with inner lists": (lambda: Part(points(lambda at, title: numbered(title), below=below_with_list), numbering=inner_lists()), PLAIN),
    "auto by style": (
        lines(
            lambda at, title: styled("Arende", title),
            styles=style("Arende", inside='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            numbering=auto("§ %1", "decimal", 12),
        ),
        SIGNED,
    ),
    "auto by heading style": (
        lines(
            lambda at, title: styled("Heading1", title),
            styles=style("Heading1", inside='<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'),
            numbering=auto("%1", "decimal", 1),
        ),
        PLAIN,
    ),
    "auto number, title in the next paragraph": (lines(lambda at, title: numbered("") + p(title), numbering=auto("§ %1", "decimal", 12)), SIGNED),
    "auto number cell": (table(lambda at, title: tr(tc(numbered("")), tc(p(title) + texts(at))), numbering=auto("%1.")), PLAIN),
    "auto number cell, title cell": (table(lambda at, title: tr(tc(numbered("")), tc(title), tc(texts(at))), numbering=auto("%1")), PLAIN),
    "auto title cell": (table(lambda at, title: tr(tc(numbered(title)), tc(texts(at))), numbering=auto("%1.")), PLAIN),
    # fields
    "field seq": (lines(lambda at, title: p(t("§ ") + sequence(at) + t(f" {title}"))), SIGNED),
    "field seq tab": (lines(lambda at, title: p(t("§ ") + sequence(at) + "<w:r><w:tab/></w:r>" + t(title))), SIGNED),
    "field split": (lines(lambda at, title: p(t("§ ") + split_sequence(at) + t(f" {title}"))), SIGNED),
    "field simple": (lines(lambda at, title: p(t("§ ") + f'<w:fldSimple w:instr="{SEQ}">{t(str(at + 12))}</w:fldSimple>' + t(f" {title}"))), SIGNED),
    "field ref in title": (lines(lambda at, title: p(t(f"{at + 1}. ") + field(" REF titel \\h ", t(title)))), PLAIN),
    "field heading": (
        lines(lambda at, title: styled("Heading2", "").replace("</w:pPr>", "</w:pPr>" + t("§ ") + sequence(at) + t(" " + title))),
        SIGNED,
    ),
    # tables within tables
    "cell with a task table": (
        table(lambda at, title: tr(tc(f"{at + 1}. {title}"), tc(task_table(at))), head=tr(tc("Punkt"), tc("Anteckning"))),
        PLAIN,
    ),
    "cell with a task table, no head": (table(lambda at, title: tr(tc(f"{at + 1}. {title}"), tc(task_table(at)))), PLAIN),
    # boxes
    "box of one cell": (boxes(lambda at, title: tr(tc(p(f"{at + 1}. {title}") + texts(at)))), PLAIN),
    "box of one cell, bold": (boxes(lambda at, title: tr(tc(p(bold(f"{at + 1}. {title}")) + texts(at)))), PLAIN),
    "box of one cell, no number": (boxes(lambda at, title: tr(tc(p(bold(title)) + texts(at)))), [None] * 6),
    "box of one cell, auto": (lambda: Part(boxes(lambda at, title: tr(tc(numbered(title) + texts(at))))().body, numbering=auto("%1.")), PLAIN),
    "box of two rows": (boxes(lambda at, title: tr(tc(p(f"{at + 1}. {title}"))) + tr(tc(texts(at)))), PLAIN),
    "box of two rows, §": (boxes(lambda at, title: tr(tc(p(f"§ {at + 12} {title}"))) + tr(tc(texts(at)))), SIGNED),
    "box of two rows, no number": (boxes(lambda at, title: tr(tc(p(bold(title)))) + tr(tc(texts(at)))), [None] * 6),
    "box of the title, no number": (boxes(lambda at, title: tr(tc(p(bold(title)))), after=texts), [None] * 6),
    "box of two rows, no number, not bold": (boxes(lambda at, title: tr(tc(p(title))) + tr(tc(texts(at)))), [None] * 6),
    "box of one cell, soft break": (
        boxes(lambda at, title: tr(tc(p(t(f"{at + 1}. {title}") + "".join("<w:r><w:br/></w:r>" + t(x) for x in TEXTS[at]))))),
        PLAIN,
    ),
    "box with a task table": (boxes(lambda at, title: tr(tc(p(f"{at + 1}. {title}"))) + tr(tc(task_table(at)))), PLAIN),
    "box of one cell with a task table": (boxes(lambda at, title: tr(tc(p(f"{at + 1}. {title}") + task_table(at)))), PLAIN),
    "frame with a task table": (
        lambda: Part(tbl(tr(tc(points(lambda at, title: p(f"{at + 1}. {title}"), below=task_table))))),
        PLAIN,
    ),
    "box of the title": (boxes(lambda at, title: tr(tc(f"{at + 1}. {title}")), after=texts), PLAIN),
    "box of number and title": (boxes(lambda at, title: tr(tc(str(at + 1)), tc(title)), after=texts), PLAIN),
    "box of number and title, text below": (
        boxes(lambda at, title: tr(tc(str(at + 1)), tc(title)) + tr(tc(texts(at), '<w:gridSpan w:val="2"/>'))),
        PLAIN,
    ),
    # numbers
    "1 § 12": (lines(lambda at, title: p(f"{at + 1} § {at + 12} {title}")), SIGNED),
    "1. § 12": (lines(lambda at, title: p(f"{at + 1}. § {at + 12} {title}")), SIGNED),
    "title tab number": (lines(lambda at, title: p(t(title) + "<w:r><w:tab/></w:r>" + t(f"§ {at + 12}"), properties=TAB_RIGHT)), SIGNED),
    "number tab title": (lines(lambda at, title: p(t(str(at + 1)) + "<w:r><w:tab/></w:r>" + t(title))), PLAIN),
    "tab number tab title": (lines(lambda at, title: p("<w:r><w:tab/></w:r>" + t(f"{at + 1}.") + "<w:r><w:tab/></w:r>" + t(title))), PLAIN),
    "letters": (lines(lambda at, title: p(f"{'ABCDEF'[at]}. {title}")), list("ABCDEF")),
    "letters bold": (lines(lambda at, title: p(bold(f"{'ABCDEF'[at]} {title}"))), list("ABCDEF")),
    "letters bracket": (lines(lambda at, title: p(f"{'abcdef'[at]}) {title}")), list("abcdef")),
    "roman": (lines(lambda at, title: p(f"{('I', 'II', 'III', 'IV', 'V', 'VI')[at]}. {title}")), ["I", "II", "III", "IV", "V", "VI"]),
    "number column": (table(lambda at, title: tr(tc(str(at + 1)), tc(title), tc(texts(at)))), PLAIN),
    "number column last": (table(lambda at, title: tr(tc(title), tc(texts(at)), tc(f"§ {at + 12}"))), SIGNED),
    "number column with head": (
        table(lambda at, title: tr(tc(str(at + 1)), tc(title), tc(texts(at))), head=tr(tc("Nr"), tc("Ärende"), tc("Anteckning"))),
        PLAIN,
    ),
    "number in the margin cell, title and text beside": (table(lambda at, title: tr(tc(f"§ {at + 12}"), tc(p(title) + texts(at)))), SIGNED),
    "number in the margin cell, bold title": (table(lambda at, title: tr(tc(f"{at + 1}."), tc(p(bold(title)) + texts(at)))), PLAIN),
    # merged cells
    "title row over two columns": (
        table(lambda at, title: tr(tc(f"{at + 1}. {title}", '<w:gridSpan w:val="2"/>')) + tr(tc("Vad sades"), tc(texts(at)))),
        PLAIN,
    ),
    "number cell over two rows": (
        table(
            lambda at, title: tr(tc(str(at + 1), '<w:vMerge w:val="restart"/>'), tc(p(bold(title)))) + tr(tc(p(), "<w:vMerge/>"), tc(texts(at))),
        ),
        PLAIN,
    ),
    "title cell over several rows": (
        table(
            lambda at, title: (
                tr(tc(f"{at + 1}. {title}", '<w:vMerge w:val="restart"/>'), tc(p(TEXTS[at][0])))
                + "".join(tr(tc(p(), "<w:vMerge/>"), tc(p(text))) for text in TEXTS[at][1:])
            ),
            head=tr(tc("Punkt"), tc("Anteckning")),
        ),
        PLAIN,
    ),
    "rows split over pages": (
        table(
            lambda at, title: tr(tc(f"{at + 1}. {title}"), tc(p(TEXTS[at][0]))) + "".join(tr(tc(p()), tc(p(text))) for text in TEXTS[at][1:]),
            head=tr(tc("Punkt"), tc("Anteckning")),
        ),
        PLAIN,
    ),
    "head row repeated": (
        table(
            lambda at, title: (tr(tc("Punkt"), tc("Anteckning")) if at in (2, 4) else "") + tr(tc(f"{at + 1}. {title}"), tc(texts(at))),
            head=tr(tc("Punkt"), tc("Anteckning"), properties="<w:tblHeader/>"),
        ),
        PLAIN,
    ),
    "table head over two columns": (
        table(
            lambda at, title: tr(tc(f"{at + 1}. {title}"), tc(texts(at))),
            head=tr(tc("Protokoll", '<w:gridSpan w:val="2"/>')) + tr(tc("Punkt"), tc("Anteckning")),
        ),
        PLAIN,
    ),
    "one table a point of two columns": (boxes(lambda at, title: tr(tc(f"{at + 1}. {title}"), tc(texts(at)))), PLAIN),
    "rows without a number go on": (
        table(
            lambda at, title: (
                tr(tc(str(at + 1)), tc(p(bold(title)) + p(TEXTS[at][0])), tc("Info"))
                + "".join(tr(tc(p()), tc(text), tc(p())) for text in TEXTS[at][1:])
            ),
            head=tr(tc("Nr"), tc("Ärende"), tc(p())),
        ),
        PLAIN,
    ),
    "a letter behind the title": (lines(lambda at, title: p(bold(f"{at + 1} {title} ({'IBDBII'[at]})"))), PLAIN),
    # what stands round
    "control round title": (lines(lambda at, title: sdt(p(f"{at + 1}. {title}"))), PLAIN),
    "control round each point": (lambda: Part("".join(sdt(p(f"{at + 1}. {title}") + texts(at)) for at, title in enumerate(TITLES))), PLAIN),
    "control in title": (lines(lambda at, title: p(t(f"{at + 1}. ") + sdt(t(title)))), PLAIN),
    "control round row": (table(lambda at, title: sdt(tr(tc(f"{at + 1}. {title}"), tc(texts(at)))), head=tr(tc("Punkt"), tc("Anteckning"))), PLAIN),
    "control round cell": (table(lambda at, title: tr(sdt(tc(f"{at + 1}. {title}")), tc(texts(at))), head=tr(tc("Punkt"), tc("Anteckning"))), PLAIN),
    "box round title": (lines(lambda at, title: p(box(p(f"{at + 1}. {title}")))), PLAIN),
    "box round point": (lambda: Part("".join(p(box(p(f"{at + 1}. {title}") + texts(at))) for at, title in enumerate(TITLES))), PLAIN),
    "frame round the page": (lambda: Part(tbl(tr(tc(points(lambda at, title: p(f"{at + 1}. {title}")))))), PLAIN),
    "revised": (lines(revised), PLAIN),
    "moved": (lines(moved), PLAIN),
    "footnotes": (
        lines(lambda at, title: p(t(f"{at + 1}. {title}") + f'<w:r><w:footnoteReference w:id="{at + 1}"/></w:r>')),
        PLAIN,
    ),
    "comments": (
        lines(lambda at, title: p(f'<w:commentRangeStart w:id="{at}"/>' + t(f"{at + 1}. {title}") + f'<w:commentRangeEnd w:id="{at}"/>')),
        PLAIN,
    ),
    "sections": (lines(lambda at, title: p(f"{at + 1}. {title}") + (p(properties=SECTION) if at in (1, 3) else "")), PLAIN),
    # titles told by how they look
    "outline level": (lines(lambda at, title: p(title, properties='<w:outlineLvl w:val="0"/>')), [None] * 6),
    "outline level, number": (lines(lambda at, title: p(f"{at + 1}. {title}", properties='<w:outlineLvl w:val="1"/>')), PLAIN),
    "own style": (lines(lambda at, title: styled("Punktrubrik", title), styles=style("Punktrubrik")), [None] * 6),
    "own style, bold": (lines(lambda at, title: styled("Punktrubrik", title), styles=style("Punktrubrik", runs="<w:b/>")), [None] * 6),
    "own style on a heading": (
        lines(lambda at, title: styled("Arende", title), styles=style("Heading2") + style("Arende", based="Heading2")),
        [None] * 6,
    ),
    "capitals typed": (lines(lambda at, title: p(title.upper())), [None] * 6),
    "capitals by look": (lines(lambda at, title: p(run(title, "<w:caps/>"))), [None] * 6),
    "small capitals": (lines(lambda at, title: p(run(title, "<w:smallCaps/>"))), [None] * 6),
    "larger": (lines(lambda at, title: p(run(title, '<w:sz w:val="28"/>'))), [None] * 6),
    "bold and larger": (lines(lambda at, title: p(run(title, '<w:b/><w:sz w:val="28"/>'))), [None] * 6),
    "italic": (lines(lambda at, title: p(run(title, "<w:i/>"))), [None] * 6),
    "coloured": (lines(lambda at, title: p(run(title, '<w:color w:val="1F4E79"/>'))), [None] * 6),
    "shaded": (lines(lambda at, title: p(title, properties=SHADE)), [None] * 6),
    "shaded, number": (lines(lambda at, title: p(f"{at + 1} {title}", properties=SHADE)), PLAIN),
    "bold": (lines(lambda at, title: p(bold(title))), [None] * 6),
    "underlined": (lines(lambda at, title: p(run(title, '<w:u w:val="single"/>'))), [None] * 6),
    "bold and blank lines": (lines(lambda at, title: p() + p(bold(title))), [None] * 6),
    "bold run-in": (
        lambda: Part("".join(p(bold(f"{title}. ") + t(TEXTS[at][0])) + "".join(p(x) for x in TEXTS[at][1:]) for at, title in enumerate(TITLES))),
        [None] * 6,
    ),
    "bold number, run-in": (
        lambda: Part(
            "".join(p(bold(f"{at + 1}. {title}") + t(f" {TEXTS[at][0]}")) + "".join(p(x) for x in TEXTS[at][1:]) for at, title in enumerate(TITLES))
        ),
        PLAIN,
    ),
    "blank lines": (lines(lambda at, title: p() + p(title)), [None] * 6),
    "no marks": (lines(lambda at, title: p(title)), [None] * 6),
    "soft break": (
        lambda: Part(
            "".join(
                p(t(f"{at + 1}. {title}") + "<w:r><w:br/></w:r>" + "<w:r><w:br/></w:r>".join(t(x) for x in TEXTS[at]))
                for at, title in enumerate(TITLES)
            )
        ),
        PLAIN,
    ),
    "label Rubrik": (lines(lambda at, title: p(f"Punkt {at + 1}: {title}")), PLAIN),
    "rules between": (lines(lambda at, title: p(t("_" * 40)) + p(bold(title))), [None] * 6),
}
