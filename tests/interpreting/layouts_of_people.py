"""Who came to the one meeting, in many layouts: one organisation a row, run-ins, groups, matrices, lists beside and within one another."""

from __future__ import annotations

from collections.abc import Callable

from tests.interpreting.layouts_of_points import bold, run, table_of
from tests.interpreting.one_meeting import ABSENT, PEOPLE, Part
from tests.reading.packages import box, list_xml, numbered, p, sdt, t, tbl, tc, tr

AWAY, FROM = ABSENT
ORGS = {org: [(name, role) for name, role, home in PEOPLE if home == org] for org in dict.fromkeys(org for _, _, org in PEOPLE)}
TAB = "<w:r><w:tab/></w:r>"


def named(name: str, role: str) -> str:
    return f"{name}, {role}" if role else name


def bracketed(name: str, role: str) -> str:
    return f"{name} ({role})" if role else name


def rows(cells: Callable[[str, str, str], tuple[str, ...]], *, head: tuple[str, ...] = (), away: tuple[str, ...] = ()) -> Callable[[], Part]:
    """A table with a person a row."""
    listed = [cells(*person) for person in PEOPLE] + ([away] if away else [])
    return lambda: Part(tbl(*(tr(*map(tc, row)) for row in ([head] if head else []) + listed)) + p("" if away else GONE))


def lines(*texts: str) -> Callable[[], Part]:
    return lambda: Part("".join(p(text) for text in texts))


def joined(org: str, shown: Callable[[str, str], str] = bracketed, mark: str = ", ") -> str:
    return mark.join(shown(*each) for each in ORGS[org])


EVERYBODY = ", ".join(bracketed(name, role) for name, role, _ in PEOPLE)
GONE = f"Frånvarande: {AWAY}, {FROM}"
LABELLED = [f"{org}: {joined(org)}" for org in ORGS]

LAYOUTS: dict[str, Callable[[], Part]] = {
    "row": lines(f"Närvarande: {EVERYBODY}", GONE),
    "row, semicolons": lines("Närvarande: " + "; ".join(named(name, role) for name, role, _ in PEOPLE), GONE),
    "row, organisations in brackets": lines(
        "Närvarande: " + ", ".join(f"{name} ({org})" for name, _, org in PEOPLE), "Ordförande: Helga Norin", "Sekreterare: Eva Ek", GONE
    ),
    "run-in, label": lines("Närvarande", *LABELLED, GONE),
    "run-in, one line": lines("Närvarande: " + "; ".join(LABELLED), GONE),
    "run-in, full stops": lines("Närvarande: " + ". ".join(LABELLED) + ".", GONE),
    "run-in, no label": lines(*LABELLED, GONE),
    "run-in, dashes": lines("Närvarande", *(f"{org} – {joined(org)}" for org in ORGS), GONE),
    "run-in, bold": lambda: Part(p("Närvarande") + "".join(p(bold(f"{org}: ") + t(joined(org))) for org in ORGS) + p(GONE)),
    "organisation above its people": lines("Närvarande", *(x for org in ORGS for x in (org, *(named(*each) for each in ORGS[org]))), GONE),
    "organisation with colon above its people": lines(
        "Närvarande", *(x for org in ORGS for x in (f"{org}:", *(named(*each) for each in ORGS[org]))), GONE
    ),
    "organisation bold above its people": lambda: Part(
        p("Närvarande") + "".join(p(bold(org)) + "".join(p(named(*each)) for each in ORGS[org]) for org in ORGS) + p(GONE)
    ),
    "by profession": lines(
        "Närvarande",
        "Läkare: Helga Norin, ordförande, Bo Alm",
        "Sjuksköterskor: Cia Dahl",
        "Administration: Eva Ek, sekreterare",
        f"Förhinder: {AWAY}",
    ),
    "by profession, no label": lines(
        "Läkare: Helga Norin (ordförande), Bo Alm", "Sjuksköterskor: Cia Dahl", "Administration: Eva Ek (sekreterare)", f"Förhinder: {AWAY}"
    ),
    "by unit, commas, no label": lines(
        "Regionen, rehab Norra sjukhus: Helga Norin (håller i mötet), Bo Alm",
        "Norrby kommun: ingen deltog",
        "Kommunerna, elevhälsan: Cia Dahl (Norrby) på länk, Eva Ek (skriver)",
        GONE,
    ),
    "places behind the names of those away": lines(
        "Region Nord: Helga Norin (ordf), Bo Alm", "Norrby kommun: Cia Dahl, Eva Ek (sekr)", "Östby kommun: ingen", f"Inte med: {AWAY} Östby"
    ),
    "told at the end of the front": lines("Med runt bordet fanns Helga Norin, som ledde mötet, Bo Alm, Cia Dahl och Eva Ek, som skrev.", GONE),
    "by role": lines("Ordförande: Helga Norin", "Ledamöter: Bo Alm, Cia Dahl", "Sekreterare: Eva Ek", GONE),
    "by role, tabs": lambda: Part(
        "".join(
            p(t(a) + TAB + t(b))
            for a, b in (("Ordförande", "Helga Norin"), ("Ledamöter", "Bo Alm, Cia Dahl"), ("Sekreterare", "Eva Ek"), ("Frånvarande", AWAY))
        )
    ),
    "org a row, no label": table_of(*((org, joined(org)) for org in ORGS), ("Frånvarande", AWAY)),
    "org a row, no label, three": table_of(
        ("Region Nord", "Helga Norin (ordförande), Bo Alm"),
        ("Norrby kommun", "Cia Dahl"),
        ("Västby kommun", "Eva Ek (sekreterare)"),
        ("Frånvarande", f"{AWAY}, {FROM}"),
    ),
    "org a row, head": table_of(("Organisation", "Närvarande"), *((org, joined(org)) for org in ORGS), after=GONE),
    "org a row, head region/kommun": table_of(("Region/kommun", "Representant"), *((org, joined(org)) for org in ORGS), after=GONE),
    "org a row, head, absent column": table_of(
        ("Region/kommun", "Närvarande", "Frånvarande"), *((org, joined(org), "") for org in ORGS), (FROM, "", AWAY)
    ),
    "org a row, paragraphs": lambda: Part(
        tbl(*(tr(tc(org), tc("".join(p(named(*each)) for each in ORGS[org]))) for org in ORGS), tr(tc("Frånvarande"), tc(f"{AWAY}, {FROM}"))) + p()
    ),
    "org merged over its people": lambda: Part(
        tbl(
            tr(tc("Organisation"), tc("Namn"), tc("Roll")),
            *(
                tr(tc(org if not at else "", '<w:vMerge w:val="restart"/>' if not at else "<w:vMerge/>"), tc(name), tc(role or "ledamot"))
                for org in ORGS
                for at, (name, role) in enumerate(ORGS[org])
            ),
        )
        + p(GONE)
    ),
    "org row over its people": lambda: Part(
        tbl(
            tr(tc("Namn"), tc("Roll")),
            *(
                x
                for org in ORGS
                for x in (tr(tc(org, '<w:gridSpan w:val="2"/>')), *(tr(tc(name), tc(role or "ledamot")) for name, role in ORGS[org]))
            ),
        )
        + p(GONE)
    ),
    "table, head": rows(lambda n, r, o: (n, r, o), head=("Namn", "Roll", "Organisation")),
    "table, marks": rows(lambda n, r, o: (n, r, o, "X"), head=("Namn", "Roll", "Organisation", "Närvarande"), away=(AWAY, "", FROM, "")),
    "table, yes and no": rows(lambda n, r, o: (n, r, o, "Ja"), head=("Namn", "Roll", "Organisation", "Närvarande"), away=(AWAY, "", FROM, "Nej")),
    "table, two columns of marks": rows(
        lambda n, r, o: (n, r, o, "X", ""), head=("Namn", "Roll", "Organisation", "Närvarande", "Frånvarande"), away=(AWAY, "", FROM, "", "X")
    ),
    "table, organisation first": rows(lambda n, r, o: (o, n, r), head=("Organisation", "Namn", "Roll")),
    "table, no head": rows(lambda n, r, o: (n, r or "ledamot", o)),
    "table, given name and surname apart": rows(
        lambda n, r, o: (n.split()[0], n.split()[1], r, o), head=("Förnamn", "Efternamn", "Roll", "Organisation")
    ),
    "table, surname and given name apart": rows(
        lambda n, r, o: (n.split()[1], n.split()[0], r, o), head=("Efternamn", "Förnamn", "Roll", "Organisation")
    ),
    "table of two lists": table_of(("Närvarande", "Frånvarande"), ("\n".join(named(n, r) for n, r, _ in PEOPLE), f"{AWAY}, {FROM}")),
    "table of labels": table_of(("Närvarande", "\n".join(named(n, r) for n, r, _ in PEOPLE)), ("Frånvarande", f"{AWAY}, {FROM}")),
    "table of two pairs a row": table_of(
        ("Namn", "Organisation", "Namn", "Organisation"),
        (named(*PEOPLE[0][:2]), PEOPLE[0][2], named(*PEOPLE[1][:2]), PEOPLE[1][2]),
        (named(*PEOPLE[2][:2]), PEOPLE[2][2], named(*PEOPLE[3][:2]), PEOPLE[3][2]),
        after=GONE,
    ),
    "three columns of names": table_of(
        ("Region", "Kommuner", "Frånvarande"), ("Helga Norin (ordförande)\nBo Alm", "Cia Dahl\nEva Ek (sekreterare)", f"{AWAY}, {FROM}")
    ),
    "roster within a front table": lambda: Part(
        tbl(
            tr(tc("Närvarande"), tc(tbl(*(tr(tc(name), tc(role), tc(org)) for name, role, org in PEOPLE)) + p())),
            tr(tc("Frånvarande"), tc(f"{AWAY}, {FROM}")),
        )
        + p()
    ),
    "roster within a front cell": lambda: Part(
        tbl(tr(tc(p("Närvarande") + tbl(tr(tc("Namn"), tc("Roll")), *(tr(tc(name), tc(role)) for name, role, _ in PEOPLE)) + p()), tc(GONE))) + p()
    ),
    "numbered": lambda: Part(
        p("Närvarande") + "".join(numbered(named(name, role)) for name, role, _ in PEOPLE) + p(GONE), numbering=list_xml(("decimal", "%1."))
    ),
    "bullets": lambda: Part(
        p("Närvarande") + "".join(numbered(named(name, role)) for name, role, _ in PEOPLE) + p(GONE), numbering=list_xml(("bullet", "•"))
    ),
    "tabs": lambda: Part(p("Närvarande") + "".join(p(t(name) + TAB + t(role or "ledamot") + TAB + t(org)) for name, role, org in PEOPLE) + p(GONE)),
    "two columns by tabs": lambda: Part(
        p("Närvarande")
        + p(t(named(*PEOPLE[0][:2])) + TAB + t(named(*PEOPLE[1][:2])))
        + p(t(named(*PEOPLE[2][:2])) + TAB + t(named(*PEOPLE[3][:2])))
        + p(GONE)
    ),
    "soft breaks": lambda: Part(p("<w:r><w:br/></w:r>".join(t(x) for x in ("Närvarande:", *(named(n, r) for n, r, _ in PEOPLE)))) + p(GONE)),
    "struck": lambda: Part(p("Närvarande") + "".join(p(named(n, r)) for n, r, _ in PEOPLE) + p(run(f"{AWAY}, {FROM}", "<w:strike/>"))),
    "surname first": lines("Närvarande", *(named(" ".join(reversed(n.split())), r) for n, r, _ in PEOPLE), "Frånvarande", "Udd Sven"),
    "surname, comma": lines(
        "Närvarande", *(f"{n.split()[1]}, {n.split()[0]}{', ' + r if r else ''}" for n, r, _ in PEOPLE), "Frånvarande", "Udd, Sven"
    ),
    "absent in line": lines("Deltagare", *(named(n, r) for n, r, _ in PEOPLE), f"{AWAY}, {FROM}, förhindrad"),
    "text box": lambda: Part(p(box(p("Närvarande:"), *(p(named(n, r)) for n, r, _ in PEOPLE), p(GONE)))),
    "control": lambda: Part(
        p("Närvarande:") + sdt("".join(p(named(n, r)) for n, r, _ in PEOPLE)) + p(t("Frånvarande: ") + sdt(t(f"{AWAY}, {FROM}")))
    ),
    "controls round rows": lambda: Part(
        tbl(tr(tc("Namn"), tc("Roll"), tc("Organisation")), *(sdt(tr(tc(n), tc(r), tc(o))) for n, r, o in PEOPLE)) + p(GONE)
    ),
    "inserted and deleted": lambda: Part(
        p("Närvarande")
        + "".join(p(f'<w:ins w:id="{at}" w:author="x">{t(named(n, r))}</w:ins>') for at, (n, r, _) in enumerate(PEOPLE))
        + p('<w:del w:id="77" w:author="x"><w:r><w:delText>Olle Fors</w:delText></w:r></w:del>')
        + p(GONE)
    ),
    "headings": lambda: Part(
        p("Närvarande", properties='<w:outlineLvl w:val="1"/>')
        + "".join(p(named(n, r)) for n, r, _ in PEOPLE)
        + p("Frånvarande", properties='<w:outlineLvl w:val="1"/>')
        + p(f"{AWAY}, {FROM}")
    ),
    "prose": lines("Närvarande var Helga Norin, ordförande, Bo Alm, Cia Dahl och Eva Ek, sekreterare.", f"Frånvarande var {AWAY}."),
}
