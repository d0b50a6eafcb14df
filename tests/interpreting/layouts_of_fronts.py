"""The facts of the one meeting in many layouts: lines, tables, boxes, controls, page headers, fields and prose."""

from __future__ import annotations

from collections.abc import Callable

from tests.interpreting.layouts_of_points import bold, table_of
from tests.interpreting.one_meeting import LABELS, Part
from tests.reading.packages import box, field, p, part_xml, sdt, t, tbl, tc, tr

TITLE, DATE, TIME, PLACE = LABELS
PAIRS = (("Datum", "5 mars 2026"), ("Tid", "13.00–15.00"), ("Plats", "Sal Eken"))
TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
OLD_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
WHEN = ' DATE \\@ "d MMMM yyyy" '


def lines(*texts: str) -> Callable[[], Part]:
    return lambda: Part("".join(p(text) for text in texts))


def facts(*pairs: str) -> Callable[[], Part]:
    """The title, and below it whatever XML holds the other facts."""
    return lambda: Part(p(TITLE) + "".join(pairs) + p())


def headed(header: str, body: str) -> Callable[[], Part]:
    """A page header beside the body."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    return lambda: Part(body + p(properties=section), parts={"word/header1.xml": part_xml("hdr", header)})


def date_control(text: str) -> str:
    return sdt(t(text), '<w:alias w:val="Datum"/><w:date w:fullDate="2026-03-05T00:00:00Z"/>')


LAYOUTS: dict[str, Callable[[], Part]] = {
    "title with date": lines("Mötesanteckningar Synrådet 2026-03-05", "kl. 13.00–15.00, Sal Eken"),
    "title, weekday": lines("Synrådet", "Mötesanteckningar", "Torsdagen den 5 mars 2026 kl. 13.00–15.00", "Plats: Sal Eken"),
    "one line": lines(TITLE, "Tid och plats: 5 mars 2026 kl. 13.00–15.00, Sal Eken"),
    "one line, the other way round": lines(TITLE, "Plats och tid: Sal Eken, torsdagen den 5 mars 2026 kl. 13.00–15.00"),
    "semicolons": lines(TITLE, "Datum: 5 mars 2026; Tid: 13.00–15.00; Plats: Sal Eken"),
    "tabs": facts(*(p(t(a) + TAB + t(b)) for a, b in PAIRS)),
    "tabs, all on one line": facts(p(TAB.join(t(f"{a}: {b}") for a, b in PAIRS))),
    "bold labels": facts(*(p(bold(a) + t(f" {b}")) for a, b in PAIRS)),
    "soft breaks": facts(p(BREAK.join(t(f"{a}: {b}") for a, b in PAIRS))),
    "labels above": facts(*(p(bold(a)) + p(b) for a, b in PAIRS)),
    "table": facts(table_of(*PAIRS)().body),
    "table, colons": facts(table_of(*((f"{a}:", b) for a, b in PAIRS))().body),
    "table, title within": lambda: Part(table_of((TITLE,), *PAIRS)().body),
    "table, title over both columns": lambda: Part(tbl(tr(tc(TITLE, '<w:gridSpan w:val="2"/>')), *(tr(tc(a), tc(b)) for a, b in PAIRS)) + p()),
    "table, pairs side by side": facts(table_of(("Datum", "5 mars 2026", "Tid", "13.00–15.00"), ("Plats", "Sal Eken", "", ""))().body),
    "table, labels above": facts(table_of(("Datum", "Tid", "Plats"), ("5 mars 2026", "13.00–15.00", "Sal Eken"))().body),
    "table, label and value in a cell": facts(table_of(*((f"{a}\n{b}",) for a, b in PAIRS))().body),
    "table, three cells of label and value": facts(table_of(tuple(f"{a}\n{b}" for a, b in PAIRS))().body),
    "table, three cells with colons": facts(table_of(tuple(f"{a}: {b}" for a, b in PAIRS))().body),
    "table within a table": lambda: Part(tbl(tr(tc(p(TITLE)), tc(tbl(*(tr(tc(a), tc(b)) for a, b in PAIRS)) + p()))) + p()),
    "table, label merged over rows": facts(
        tbl(
            tr(tc("Tid och plats", '<w:vMerge w:val="restart"/>'), tc("5 mars 2026 kl. 13.00–15.00")),
            tr(tc(p(), "<w:vMerge/>"), tc("Sal Eken")),
        )
    ),
    "text box": lambda: Part(p(t(TITLE) + box(*(p(f"{a}: {b}") for a, b in PAIRS)))),
    "text box with all": lambda: Part(p(box(p(TITLE), *(p(f"{a}: {b}") for a, b in PAIRS)))),
    "text box, old": lambda: Part(p(OLD_BOX.format("".join(p(f"{a}: {b}") for a, b in PAIRS))) + p(TITLE)),
    "controls": facts(p(t("Datum: ") + date_control("5 mars 2026")), p(t("Tid: ") + sdt(t("13.00–15.00"))), p(t("Plats: ") + sdt(t("Sal Eken")))),
    "control round lines": lambda: Part(sdt(p(TITLE) + "".join(p(f"{a}: {b}") for a, b in PAIRS))),
    "control, date only": facts(p(t("Datum: ") + date_control("2026-03-05")), p("Tid: 13.00–15.00"), p("Plats: Sal Eken")),
    "field": facts(p(t("Datum: ") + field(WHEN, t("5 mars 2026"))), p("Tid: 13.00–15.00"), p("Plats: Sal Eken")),
    "field in pieces": facts(p(t("Datum: ") + field(WHEN, t("5 ") + t("ma") + t("rs 2026"))), p("Tid: 13.00–15.00"), p("Plats: Sal Eken")),
    "field in title": lambda: Part(
        p(t("Mötesanteckningar ") + field(" DOCPROPERTY Organ ", t("Synrådet"))) + "".join(p(f"{a}: {b}") for a, b in PAIRS)
    ),
    "changed date": facts(
        p(
            t("Datum: ")
            + '<w:del w:id="1" w:author="x"><w:r><w:delText>4 mars 2026</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="x">{t("5 mars 2026")}</w:ins>'
        ),
        p("Tid: 13.00–15.00"),
        p("Plats: Sal Eken"),
    ),
    "page header": headed(p("Mötesanteckningar Synrådet") + p("2026-03-05"), p("Tid: 13.00–15.00") + p("Plats: Sal Eken")),
    "page header, tabs": headed(
        p(t("Synrådet") + TAB + t("Mötesanteckningar") + TAB + t("2026-03-05")), p("Tid: 13.00–15.00") + p("Plats: Sal Eken")
    ),
    "page header, table": headed(
        table_of(("Region Nord", "Mötesanteckningar\nSynrådet", "2026-03-05"))().body, p("Tid: 13.00–15.00") + p("Plats: Sal Eken")
    ),
    "coming meetings first": lambda: Part(
        p(TITLE) + p("Kommande träffar") + table_of(("9 april 2026", "13.00–15.00", "sal Linden"))().body + "".join(p(f"{a}: {b}") for a, b in PAIRS)
    ),
    "the committee that it belongs to first": lines("Ögonkommittén Region Mitt", "Synrådet, möte 1/2026", "Anteckningar", *LABELS[1:]),
    "prose": lines(TITLE, "Synrådet möttes den 5 mars 2026 kl. 13.00–15.00 i Sal Eken."),
}
