"""Made-up registers by number, with whatever minutes may hold: the same number gives the same register."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from functions.drafting import compose
from functions.model.agenda import Agenda
from functions.model.doubts import Asked
from functions.model.library import Council
from functions.model.minutes import DateMention, Doubt, Quote
from functions.model.register import Meeting, OpenItem, Origin, Register, RowEvent, RowKind, RowStatus, SkeletonPoint

NOW = date(2026, 4, 2)
NAMES = (
    "Åsa Öberg",
    "O'Brien & Söner",
    "שרה כהן",
    "نور الهدى",
    "Anna-Karin af Geijerstam Lundqvist",
    "李小龙",
    "E\u0301lise N\u0303ame",
    "Bo <bo@x>",
    "😀",
)
WORDS = (
    "rutin för överlämning", "A & B <c> \"d\" 'e' ]]>", "tab\tny\nrad\r\nslut", "noll\x00vt\x0besc\x1b", "par\u2028och\u2029", "\ufffe\uffff\ud800",
    "👩‍⚕️🧪", "مراجعة الخطة", "תוכנית עבודה", "\u202eomvänt\u202c", "x" * 300,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "{{ 7*7 }}", "{% for a in b %}", "{# dolt #}",
    "- streck", "• punkt", "1. nummer", "", " ", "\u200b", "&amp;", "<w:p/>", "%p if", "läkemedel " * 60,
    "https://exempel.se/en/mycket/lång/adress?a=1&b=2", "10–20 %", "”citat”", "föreläsning av gäst (Lena)", "remiss om väntetider",
)  # fmt: skip
"""What matters are called, put together two and two."""


def register_of(number: int, *, size: int | None = None) -> tuple[Council, Register]:
    """A council and its register. size: how many rows, at random by default."""
    chance = Random(number)
    name = " ".join(chance.sample(("Samordningsråd", "Programråd", *WORDS[:8], *WORDS[12:14]), 2))
    council = Council(f"råd-{number}", (name,), secretary=chance.choice((None, *NAMES)))
    held = tuple(_meeting(council.key, day, chance, held=True) for day in ("2026-02-05", "2026-03-19")[: chance.randint(0, 2)])
    coming = tuple(_meeting(council.key, str(NOW + timedelta(days=days)), chance) for days in (21, 56, 160)[: chance.randint(0, 3)])
    rows = tuple(_row(council.key, at, chance) for at in range(chance.randint(0, 30) if size is None else size))
    points = tuple((meeting.date, tuple(_point(at, chance) for at in range(1, chance.randint(2, 12)))) for meeting in held)
    people = ((chance.choice(NAMES), "chair"),) if chance.random() < 0.5 else ()
    return council, Register(council.key, name, rows, (*held, *coming), skeletons=points, people=people)


def agenda_of(number: int, *, size: int | None = None) -> tuple[Agenda, Register]:
    """The agenda that follows from it, and the register."""
    council, register = register_of(number, size=size)
    return compose(register, now=NOW, council=council), register


def doubts_of(number: int) -> tuple[Asked, ...]:
    """Questions with odd choices."""
    chance = Random(-number)
    return tuple(Asked(Doubt(f"d{at}", "person", _title(chance), tuple(chance.sample(NAMES, 2))), ("",)) for at in range(chance.randint(0, 3)))


def _title(chance: Random) -> str:
    return " ".join(chance.sample(WORDS, 2))


def _meeting(council: str, day: str, chance: Random, *, held: bool = False) -> Meeting:
    start, end = chance.choice(((None, None), ("13:00", None), ("13:00", "16:00"), ("08:30", "09:15")))
    file = f"{day} Möte {chance.choice(('&', 'å', '<b>', 'x y'))}.docx" if held else None
    topics = tuple(_title(chance) for _ in range(chance.randint(0, 2)))
    place = chance.choice((None, "Sal Älven", "A & B <2>", "\u202eשרה"))
    return Meeting(council, day, start, end, place, chance.random() < 0.3, held=held, state="final" if held else None, file=file, topics=topics)


def _point(number: int, chance: Random) -> SkeletonPoint:
    start = f"{9 + number // 2:02d}:{'30' if number % 2 else '00'}"
    return SkeletonPoint(str(number), _title(chance), start if chance.random() < 0.5 else None)


def _row(council: str, number: int, chance: Random) -> OpenItem:
    text = _title(chance)
    quotes = (Quote(f"b{number}", 0, len(text), chance.choice((text, text, None))),)
    day = chance.choice((None, "2026-04-23", "2026-05-28", "2026-02-01", "2027-01-01"))
    origin = Origin(chance.choice(("2026-02-05", "2026-03-19")), chance.choice((None, "4", "§ 7", _title(chance))), "m & n.docx")
    return OpenItem(
        f"{number:032x}",
        council,
        chance.choice(list(RowKind)),
        text,
        tuple(chance.sample(NAMES, chance.randint(0, 3))),
        DateMention(day, day, "day") if day else None,
        chance.choice((RowStatus.OPEN, RowStatus.OPEN, RowStatus.PART_DONE, RowStatus.SEEMS_DONE, RowStatus.DORMANT)),
        origin,
        chance.randint(0, 4),
        chance.randint(0, 2),
        quotes,
        (RowEvent("opened", origin.meeting, origin.item, origin.file, "minutes", quotes),),
    )
