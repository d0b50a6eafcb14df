"""A made-up council with one of everything, by which a template is tried out before it is used."""

from __future__ import annotations

from datetime import date

from functions.drafting.composing import compose
from functions.drafting.letters import guests_of
from functions.drafting.papers import INVITATION, POINTS, SHEET, Paper
from functions.drafting.rendering import render_draft, render_invitation, render_points, render_underlag
from functions.model.agenda import Agenda
from functions.model.doubts import Asked
from functions.model.library import Council
from functions.model.minutes import DateMention, Doubt, Quote
from functions.model.register import Meeting, OpenItem, Origin, Register, RowEvent, RowKind, RowStatus, SkeletonPoint

COUNCIL = Council("samordningsråd-exempel", ("Samordningsråd exempel",), secretary="Åsa Öberg")
TODAY = date(2026, 4, 2)
_FEBRUARY = "2026/2026-02-05 Mötesanteckningar Samordningsråd exempel.docx"
_MARCH = "2026/2026-03-19 Mötesanteckningar Samordningsråd exempel.docx"


def sample_agenda() -> Agenda:
    """An agenda with every kind of line, times, presenters, a long title, and characters that mean something to XML."""
    return compose(sample_register(), now=TODAY, council=COUNCIL)


def render_sample(paper: Paper, *, template: bytes | None = None) -> bytes:
    """The paper made of the sample, by that template or the default one. Raises BadTemplate."""
    if paper is SHEET:
        return render_underlag(sample_agenda(), sample_register(), doubts=sample_doubts(), template=template)
    if paper is INVITATION:
        line, guest = next(guests_of(sample_agenda()))
        return render_invitation(sample_agenda(), line=line, guest=guest, template=template)
    if paper is POINTS:
        return render_points(sample_agenda(), sample_register(), person="Sara Berg", template=template)
    return render_draft(sample_agenda(), template=template)


def sample_doubts() -> tuple[Asked, ...]:
    """Questions with choices and without."""
    return (
        Asked(Doubt("d1", "person", "Vem är Helena?", ("Helena Ek", "Helena Lind", "Ingen av dem")), (_MARCH,)),
        Asked(Doubt("d2", "date", "Rubriken säger 24 april, texten 23 april. Vilket gäller?"), (_MARCH,)),
    )


def sample_register() -> Register:
    """The register behind it."""
    rows = (
        _row(
            1,
            RowKind.ACTION,
            "Sara tar fram ett utkast till rutin för överlämning <version 2> & skickar det till rådet",
            "Sara Berg",
            due="2026-04-23",
        ),
        _row(2, RowKind.ACTION, "Maryam och Per undersöker hur många som följs på vårdcentral och återkommer", "Maryam Rost", "Per Hed"),
        _row(3, RowKind.ACTION, "Alla förvaltningar lämnar siffror om väntetider", "alla förvaltningar", opened="2026-02-05", item="4"),
        _row(4, RowKind.TABLED, "Frågan bordläggs till mötet den 23 april.", item="5", due="2026-04-23"),
        _row(5, RowKind.RETURNED, "Ärendet om gemensam utbildningsplan återremitteras till arbetsgruppen", item="6", due="2026-04-23"),
        _row(6, RowKind.DEFERRED, "Nivåstrukturering tas upp för beslut i april", item="7", due="2026-04-30", granularity="month"),
        _row(7, RowKind.CONSULTATION, "Regional rutin för egenmonitorering, remiss till förvaltningar och råd", item="8", due="2026-05-04"),
        _row(8, RowKind.STANDING, "Patientsäkerhet", item="9"),
        _row(9, RowKind.ANNOUNCED, "Patientföreträdare i regionens arbetsgrupp för digitala vårdmöten", "Lena Malm", item="Övriga frågor"),
        _row(10, RowKind.PINNED, "Besök av Inköp Norr om upphandlingen (Fredrik)", "Fredrik Öman", item="12", due="2026-04-23"),
        _row(11, RowKind.ACTION, "Anna bokar ett samtal med fotterapeuterna", "Anna Wik", status=RowStatus.SEEMS_DONE),
        _row(12, RowKind.DEFERRED, "Frågan om egna mottagningar tas upp i höst", due="", granularity="season", words="i höst"),
        _row(13, RowKind.ACTION, "Kanske ska någon se över mallen", status=RowStatus.PROPOSED),
        _row(14, RowKind.RETURNED, "Avtalet om jourlinjen återremitteras", "Region Söder", item="10"),
        _row(15, RowKind.PARKED, "Gemensam webbplats", item="11"),
        *(_row(20 + at, RowKind.ACTION, f"Per skickar underlag {at} till nätverket", "Per Hed", due="2026-05-28") for at in range(1, 8)),
    )
    points = (
        ("1", "Öppnande och närvaro", "13:00", "13:05", ()),
        ("2", "Godkännande av dagordningen", "13:05", "13:10", ()),
        ("3", "Föregående mötesanteckningar", "13:10", "13:20", ()),
        ("4", "Rapport från regionalt programområde", "13:40", "14:00", ("Maryam Rost",)),
        ("5", "Medicinsk fotvård", "14:00", "14:20", ()),
        ("", "Paus", "14:20", "14:35", ()),
        ("9", "Patientsäkerhet", "14:35", "15:00", ()),
        ("12", "Övriga frågor", "15:00", "15:20", ()),
        ("13", "Nästa möte", "15:20", "15:30", ()),
    )
    papers = {
        "5": (("Rutin för medicinsk fotvård.pdf", "https://samarbeta.example/delad/Rutin%20f%C3%B6r%20fotv%C3%A5rd.pdf"), ("Bilaga 2.docx", None))
    }
    skeleton = tuple(
        SkeletonPoint(number or None, title, start, end, presenters, papers.get(number, ())) for number, title, start, end, presenters in points
    )
    once = tuple(point for point in skeleton if point.title != "Medicinsk fotvård")
    return Register(
        council=COUNCIL.key,
        name=COUNCIL.name,
        items=rows,
        meetings=(
            Meeting(COUNCIL.key, "2026-02-05", "13:00", "15:30", "Älven", held=True, state="approved", file=_FEBRUARY),
            Meeting(COUNCIL.key, "2026-03-19", "13:00", "15:30", online=True, held=True, state="final", file=_MARCH),
            Meeting(
                COUNCIL.key,
                "2026-04-23",
                "13:00",
                "16:00",
                "Konferensrum Älven, plan 3",
                True,
                topics=("Resultat i kvalitetsregistret",),
                file=_MARCH,
            ),
            Meeting(COUNCIL.key, "2026-05-28", "09:00", "12:00", "Tallsalen", topics=("årsrapport",), moved_from="2026-05-21", file=_MARCH),
            Meeting(COUNCIL.key, "2026-09-10", file=_MARCH),
        ),
        skeletons=(("2026-02-05", once), ("2026-03-19", skeleton)),
        people=(("Erik Sand", "chair"),),
    )


def _row(
    number: int,
    kind: RowKind,
    text: str,
    *owners: str,
    opened: str = "2026-03-19",
    item: str | None = "11",
    due: str | None = None,
    granularity: str = "day",
    words: str | None = None,
    status: RowStatus = RowStatus.OPEN,
) -> OpenItem:
    file = _MARCH if opened == "2026-03-19" else _FEBRUARY
    quotes = (Quote(f"b{number}", 0, len(text), text),)
    events = [RowEvent("opened", opened, item, file, "minutes", quotes)]
    if status is RowStatus.SEEMS_DONE:
        done = "Anna har talat med fotterapeuterna"
        events.append(RowEvent("done", "2026-03-19", "4", _MARCH, "minutes", (Quote("b40", 0, len(done), done),)))
    mention = None if due is None else DateMention(due or None, words or due, granularity)
    key = f"{number:032x}"
    return OpenItem(key, COUNCIL.key, kind, text, owners, mention, status, Origin(opened, item, file), 1, 0, quotes, tuple(events))
