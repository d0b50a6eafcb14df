"""What we put on a SharePoint site: columns beside the minutes, our lists, their views; one value that provisioning makes and the adapter reads."""

from __future__ import annotations

from functools import cache

from functions.languages.shown import DRAFT_STATES, KINDS, STATUSES
from functions.model.agenda import DRAFT_STATE
from functions.model.register import RowKind, RowStatus
from functions.model.schema import FieldSpec, FieldType, ListSpec, SiteSchema
from functions.publishing import list_views
from functions.publishing.columns import BY_NAME, COLUMNS, DRAFT_COLUMNS, ColumnSpec
from functions.publishing.formatting import choices_to_pick, passed_date, pill, source_link, status_with_buttons
from functions.publishing.lists import APPROVED_WORDS, DECISIONS, FOLLOW_UP, HELD_WORDS, MEETINGS, QUESTION, UNCONFIRMED

COUNCILS, PEOPLE, EVENTS = "Råd", "Namn och initialer", "Händelser"

KEY, BASE = "DgKey", "DgBase"
"""In every list: our key of the row, and what we wrote last in its cells as JSON; both hidden. Their titles are the same words."""

DRAFTS_URL = "ForslagTillDagordning"
"""Where our own document library stands on the site, for the drafts when nothing is written to the watched one (Endast listor)."""

EARLIER = frozenset({"e918f943516055c6"})
"""Digests (functions.model.schema.digest) of what earlier versions of the program put into formatters, queries and descriptions: ours to renew. What
differs and is not here was changed by people and stays."""

_OTHER_TITLES = {"DgMeetingDate": "Datum", "DgOnline": "På distans"}
LISTED_AS = {column.name: _OTHER_TITLES.get(column.name, column.title) for column in COLUMNS}
"""A file's columns in Rådens möten, for when nothing is written to the library (Endast listor): internal name in the library → title there."""

_LIST_TEXT = "Hämtat ur rådets mötesanteckningar med citat och länk. Fel? Ändra raden, eller välj Inte en uppgift: den kommer inte tillbaka."
_FETCHED_TEXT = "Hämtat ur rådets mötesanteckningar med citat och länk. Fel? Ändra raden: det du skriver gäller."
_PEOPLE_TEXT = "Namn här kommer ur mötesanteckningarna. Fel? Säg till sekreteraren."
_COUNCILS_TEXT = "Råden och hur deras förslag till dagordning görs. Det du skriver här gäller från nästa gång."
_EVENTS_TEXT = "Hit skriver programmet vad det har läst och vad ni har svarat. Ändra inget här."

_UNCONFIRMED_TEXT = "Ej bekräftad: det verkar vara ett beslut. Är det ett, töm cellen; annars ta bort raden."

_STATUS_COLOURS = {
    STATUSES[RowStatus.DONE]: "good",
    STATUSES[RowStatus.OPEN]: "working",
    STATUSES[RowStatus.PART_DONE]: "working",
    STATUSES[RowStatus.SEEMS_DONE]: "asking",
    STATUSES[RowStatus.PROPOSED]: "asking",
}
_STATE_COLOURS = {"Pågår": "asking", "Klar": "working", "Godkänd på möte": "good"}
_READING_COLOURS = {"Inläst": "good", "Att kontrollera": "asking", "Väntar": "asking", "Kunde inte läsas": "asking"}
_DRAFT_COLOURS = dict(zip(DRAFT_STATES.values(), ("asking", "working", "good"), strict=True))
_CLOSED = tuple(STATUSES[status] for status in (RowStatus.DONE, RowStatus.DROPPED, RowStatus.NOT_A_TASK, RowStatus.DORMANT, RowStatus.HISTORIC))

_TECHNICAL = (
    FieldSpec(KEY, KEY, FieldType.TEXT, index=True, unique=True, hidden=True),
    FieldSpec(BASE, BASE, FieldType.NOTE, hidden=True),
)
_COUNCIL = FieldSpec("DgCouncil", "Råd", FieldType.TEXT, index=True)
_SOURCE = FieldSpec("DgSource", "Källa", FieldType.NOTE, "Filen som uppgiften kommer ur.", formatter=source_link())
_QUOTES = FieldSpec("DgQuotes", "Citat", FieldType.NOTE, "Orden i anteckningen.")


@cache
def site_schema() -> SiteSchema:
    """Everything of ours on a site. The columns of a list are named as in functions/publishing/lists.py."""
    return SiteSchema(
        columns=tuple(_field(column) for column in (*COLUMNS, *DRAFT_COLUMNS)),
        library_views=list_views.LIBRARY,
        lists=(_follow_up(), _decisions(), _meetings(), _councils(), _people(), _events()),
    )


def _field(column: ColumnSpec) -> FieldSpec:
    colours = {"DgState": _STATE_COLOURS, "DgReading": _READING_COLOURS, DRAFT_STATE: _DRAFT_COLOURS}.get(column.name)
    return FieldSpec(
        column.name,
        column.title,
        FieldType(column.type),
        column.description,
        column.choices,
        visible=column.visible,
        index=column.index,
        hidden=column.hidden,
        formatter=pill(colours) if colours else None,
    )


def _follow_up() -> ListSpec:
    buttons = status_with_buttons(
        _STATUS_COLOURS,
        field="DgStatus",
        asking=STATUSES[RowStatus.SEEMS_DONE],
        yes=("Ja, klar", STATUSES[RowStatus.DONE]),
        no=("Nej, kvar", STATUSES[RowStatus.OPEN]),
    )
    fields = (
        FieldSpec("Title", "Punkt", FieldType.TEXT),
        _COUNCIL,
        FieldSpec("DgKind", "Typ", FieldType.CHOICE, choices=(*KINDS.values(), QUESTION), default=KINDS[RowKind.ACTION]),
        FieldSpec("DgOwner", "Ansvarig", FieldType.TEXT, "Namn som de står i anteckningen, med komma emellan."),
        FieldSpec(
            "DgFollowers",
            "Visas för",
            FieldType.PEOPLE,
            "Välj dig själv för att se punkten i vyn Mina punkter. Fylls inte i automatiskt.",
        ),
        FieldSpec("DgDue", "Klart senast", FieldType.DATE, index=True, formatter=passed_date(status="DgStatus", closed=_CLOSED)),
        FieldSpec("DgDueText", "Klart senast, ord", FieldType.TEXT, "Som det står i anteckningen, till exempel ”före sommaren”."),
        FieldSpec("DgStatus", "Status", FieldType.CHOICE, choices=tuple(STATUSES.values()), index=True, default="Öppen", formatter=buttons),
        FieldSpec("DgFromMeeting", "Från möte", FieldType.DATE, index=True),
        FieldSpec("DgFromItem", "Från punkt", FieldType.TEXT),
        _SOURCE,
        FieldSpec("DgMeetings", "Följt med i antal möten", FieldType.NUMBER),
        FieldSpec("DgPostponed", "Uppskjuten antal gånger", FieldType.NUMBER),
        _QUOTES,
        FieldSpec(
            "DgChoices",
            "Att välja på",
            FieldType.NOTE,
            "Svaren på en fråga. Välj ett i vyn Att kontrollera, eller skriv ett eget under Svar.",
            formatter=choices_to_pick(answer="DgAnswer"),
        ),
        FieldSpec("DgAnswer", "Svar", FieldType.TEXT, "Ditt svar på frågan. Skriv eller välj; det gäller även framöver."),
        FieldSpec("DgWhy", "Varför", FieldType.NOTE, "Varför det du skrev inte kunde tas in, och vad du kan göra. Tomt när allt gick bra."),
        FieldSpec("DgOpen", "Öppen", FieldType.YES_NO, index=True, hidden=True, default="1"),
    )
    return ListSpec(FOLLOW_UP, "Uppfoljning", _LIST_TEXT, (*fields, *_TECHNICAL), list_views.FOLLOW_UP, edited=True)


def _decisions() -> ListSpec:
    fields = (
        FieldSpec("Title", "Beslut", FieldType.TEXT),
        FieldSpec("DgStatus", "Status", FieldType.CHOICE, _UNCONFIRMED_TEXT, (UNCONFIRMED,), index=True, formatter=pill({UNCONFIRMED: "asking"})),
        _COUNCIL,
        FieldSpec("DgMeetingDate", "Datum", FieldType.DATE, index=True),
        FieldSpec("DgYear", "År", FieldType.TEXT, index=True),
        FieldSpec("DgItem", "Punkt", FieldType.TEXT),
        FieldSpec("DgApproved", "Godkänt", FieldType.CHOICE, choices=APPROVED_WORDS, formatter=pill({APPROVED_WORDS[0]: "good"})),
        _SOURCE,
        _QUOTES,
    )
    return ListSpec(DECISIONS, "BeslutIAnteckningarna", _FETCHED_TEXT, (*fields, *_TECHNICAL), list_views.DECISIONS)


def _meetings() -> ListSpec:
    own = (
        FieldSpec("Title", "Råd", FieldType.TEXT, index=True),
        FieldSpec("DgMeetingDate", "Datum", FieldType.DATE, index=True),
        FieldSpec("DgTime", "Tid", FieldType.TEXT),
        FieldSpec("DgPlace", "Plats", FieldType.TEXT),
        FieldSpec("DgOnline", "På distans", FieldType.YES_NO),
        FieldSpec("DgNote", "Anmärkning", FieldType.NOTE),
        FieldSpec("DgHeld", "Hålls", FieldType.CHOICE, choices=HELD_WORDS, formatter=pill({HELD_WORDS[0]: "working", HELD_WORDS[2]: "asking"})),
        FieldSpec("DgMovedFrom", "Flyttat från", FieldType.DATE),
        _SOURCE,
    )
    named = {field.name for field in own}
    of_files = tuple(_field(column) for column in COLUMNS if column.name not in named and column.name != "DgCouncil")
    return ListSpec(MEETINGS, "RadensMoten", _FETCHED_TEXT, (*own, *of_files, *_TECHNICAL), list_views.MEETINGS, edited=True)


def _councils() -> ListSpec:
    fields = (
        FieldSpec("Title", "Namn", FieldType.TEXT),
        FieldSpec("DgAliases", "Andra namn", FieldType.NOTE, "Vad anteckningarna också kallar rådet, ett namn på varje rad."),
        FieldSpec("DgFolder", "Mapp", FieldType.TEXT, "Mappen med rådets anteckningar, om den inte heter som rådet."),
        FieldSpec("DgSecretary", BY_NAME["DgSecretary"].title, FieldType.TEXT),
        FieldSpec("DgChair", BY_NAME["DgChair"].title, FieldType.TEXT),
        FieldSpec("DgTemplate", "Mall", FieldType.TEXT, "Filens namn i mappen med mallar. Tomt: den vanliga mallen."),
        FieldSpec("DgDaysBefore", "Dagar före", FieldType.NUMBER, "Hur många dagar före mötet som förslaget till dagordning görs."),
        FieldSpec("DgQuietWeeks", "Tysta veckor", FieldType.TEXT, "Veckor då inget görs, till exempel 28-31."),
        FieldSpec(
            "DgFixedPoints", "Fasta punkter", FieldType.NOTE, "Rådets egen dagordning, en punkt på varje rad. Tomt: som i tidigare anteckningar."
        ),
        FieldSpec("DgYearWheel", "Årshjul", FieldType.NOTE, "Vad som hör till vissa månader, en rad för varje, till exempel ”september: budget”."),
        FieldSpec("DgStartDate", "Startdatum", FieldType.DATE, "Det som öppnades tidigare räknas som historiskt."),
        FieldSpec("DgPaused", "Pausa", FieldType.YES_NO, "Ja: inga förslag till dagordning görs för rådet."),
        FieldSpec("DgSpelled", "Kallas", FieldType.NOTE, hidden=True),
    )
    return ListSpec(COUNCILS, "Rad", _COUNCILS_TEXT, (*fields, *_TECHNICAL), list_views.COUNCILS, edited=True)


def _people() -> ListSpec:
    fields = (
        FieldSpec("Title", "Namn", FieldType.TEXT),
        FieldSpec("DgCalled", "Kallas", FieldType.TEXT, "Vad anteckningarna säger, till exempel Helena."),
        FieldSpec("DgInitials", "Initialer", FieldType.TEXT),
        FieldSpec("DgEmail", "E-post", FieldType.TEXT),
        FieldSpec("DgCouncil", "Råd", FieldType.TEXT, "Tomt: gäller alla råd.", index=True),
    )
    return ListSpec(PEOPLE, "NamnOchInitialer", _PEOPLE_TEXT, (*fields, *_TECHNICAL), list_views.PEOPLE, edited=True)


def _events() -> ListSpec:
    fields = (
        FieldSpec("DgCouncil", "Råd", FieldType.TEXT, index=True),
        FieldSpec("DgEvent", "Händelse", FieldType.NOTE),
    )
    return ListSpec(EVENTS, "Handelser", _EVENTS_TEXT, (*fields, *_TECHNICAL), list_views.EVENTS, hidden=True)
