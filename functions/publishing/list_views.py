"""The views of the library and of our lists, by the names that people see; each begins with an indexed column, so that it holds above 5,000 rows."""

from __future__ import annotations

from functions.languages.shown import DRAFT_STATES, STATUSES
from functions.model.agenda import DRAFT_STATE
from functions.model.register import RowStatus
from functions.model.schema import ViewSpec
from functions.publishing.caml import all_of, any_of, at_least, before_today, differs, equal, filled, mine, one_of, query, since
from functions.publishing.columns import COLUMNS, DRAFT_COLUMNS, TO_CHECK, UNREADABLE, WAITING
from functions.publishing.lists import CANCELLED, COMING, HELD, QUESTION, UNCONFIRMED

LONG = 3
"""Meetings that a point has followed along, from which it counts as left since long."""

_TWO_YEARS = -731
_VISIBLE = tuple(column.name for column in COLUMNS if column.visible)
_LOOKED_AT = one_of("DgReading", TO_CHECK, WAITING, UNREADABLE)

LIBRARY = (
    ViewSpec("Mötesanteckningar", ("DocIcon", "LinkFilename", *_VISIBLE), query(since("DgMeetingDate", days=_TWO_YEARS), order=("-DgMeetingDate",))),
    ViewSpec(
        TO_CHECK, ("DocIcon", "LinkFilename", *_VISIBLE, "DgReading", "DgReadingReason"), query(_LOOKED_AT, order=("DgReading", "-DgMeetingDate"))
    ),
    ViewSpec(
        "Förslag till dagordning",
        ("DocIcon", "LinkFilename", *(column.name for column in DRAFT_COLUMNS)),
        query(one_of(DRAFT_STATE, *DRAFT_STATES.values())),
    ),
)
"""Views that we add to the watched library; what people call their own there stays, the one that they meet first included."""

_POINT = ("LinkTitle", "DgCouncil", "DgKind", "DgOwner", "DgDue", "DgDueText", "DgStatus", "DgFromMeeting", "DgFromItem", "DgSource")
_OPEN = equal("DgOpen", "1", type="Integer")
_POINTS = all_of(_OPEN, differs("DgKind", QUESTION))
_DORMANT = STATUSES[RowStatus.DORMANT]
_ASKED = any_of(equal("DgKind", QUESTION, type="Choice"), one_of("DgStatus", STATUSES[RowStatus.SEEMS_DONE], STATUSES[RowStatus.PROPOSED]))
_OVER = one_of("DgStatus", *(STATUSES[status] for status in (RowStatus.DONE, RowStatus.DROPPED, RowStatus.NOT_A_TASK)))
_UNDER_WAY = one_of("DgStatus", *(STATUSES[status] for status in (RowStatus.OPEN, RowStatus.PART_DONE, RowStatus.SEEMS_DONE)))

FOLLOW_UP = (
    ViewSpec("Öppna punkter", _POINT, query(all_of(_POINTS, differs("DgStatus", _DORMANT)), order=("DgCouncil", "DgFromMeeting")), default=True),
    ViewSpec("Passerat datum", _POINT, query(all_of(_POINTS, before_today("DgDue")), order=("DgDue",))),
    ViewSpec(
        "Kvar sedan länge",
        (*_POINT, "DgMeetings", "DgPostponed"),
        query(all_of(_POINTS, any_of(at_least("DgMeetings", LONG), equal("DgStatus", _DORMANT, type="Choice"))), order=("-DgMeetings",)),
    ),
    ViewSpec("Mina punkter", _POINT, query(all_of(_OPEN, mine("DgFollowers")), order=("DgDue",))),
    ViewSpec("Inför mötet", _POINT, query(all_of(_POINTS, _UNDER_WAY), order=("DgKind", "DgFromMeeting"), group="DgCouncil")),
    ViewSpec("Per råd", _POINT, query(_POINTS, order=("DgFromMeeting",), group="DgCouncil")),
    ViewSpec(
        TO_CHECK,
        ("LinkTitle", "DgCouncil", "DgChoices", "DgAnswer", "DgStatus", "DgWhy", "DgFromMeeting", "DgSource", "DgQuotes"),
        query(all_of(_OPEN, _ASKED), order=("DgKind", "DgCouncil", "DgFromMeeting")),
    ),
    ViewSpec("Klara och avförda", _POINT, query(all_of(since("DgFromMeeting", days=_TWO_YEARS), _OVER), order=("-DgFromMeeting",))),
    ViewSpec("Historiska", _POINT, query(equal("DgStatus", STATUSES[RowStatus.HISTORIC], type="Choice"), order=("-DgFromMeeting",))),
)

_DECISION = ("LinkTitle", "DgStatus", "DgCouncil", "DgMeetingDate", "DgItem", "DgApproved", "DgSource", "DgQuotes")

DECISIONS = (
    ViewSpec("Årets beslut", _DECISION, query(since("DgMeetingDate", days=-366), order=("-DgMeetingDate",), group="-DgYear"), default=True),
    ViewSpec(TO_CHECK, _DECISION, query(equal("DgStatus", UNCONFIRMED, type="Choice"), order=("DgCouncil", "-DgMeetingDate"))),
)

_MEETING = ("LinkTitle", "DgMeetingDate", "DgTime", "DgPlace", "DgOnline", "DgNote", "DgHeld")
_FILE = ("LinkTitle", "DgMeetingDate", "DgState", "DgOpenItems", "DgNextMeeting", "DgToCheck", "DgReading", "DgReadingReason", "DgSource")

MEETINGS = (
    ViewSpec(
        "Kommande",
        (*_MEETING, "DgMovedFrom"),
        query(all_of(since("DgMeetingDate", days=0), equal("DgHeld", COMING, type="Choice")), order=("DgMeetingDate",)),
        default=True,
    ),
    ViewSpec(
        "Inställda och flyttade",
        (*_MEETING, "DgMovedFrom"),
        query(
            all_of(since("DgMeetingDate", days=_TWO_YEARS), any_of(equal("DgHeld", CANCELLED, type="Choice"), filled("DgMovedFrom"))),
            order=("-DgMeetingDate",),
        ),
    ),
    ViewSpec(
        "Mötesanteckningar",
        _FILE,
        query(all_of(since("DgMeetingDate", days=_TWO_YEARS), equal("DgHeld", HELD, type="Choice")), order=("-DgMeetingDate",)),
    ),
    ViewSpec(TO_CHECK, _FILE, query(_LOOKED_AT, order=("DgReading", "-DgMeetingDate"))),
)

COUNCILS = (
    ViewSpec(
        "Alla råd",
        ("LinkTitle", "DgAliases", "DgFolder", "DgSecretary", "DgChair", "DgTemplate", "DgDaysBefore", "DgStartDate", "DgPaused"),
        query("", order=("Title",)),
        default=True,
    ),
)
PEOPLE = (
    ViewSpec("Alla namn", ("LinkTitle", "DgCalled", "DgInitials", "DgEmail", "DgCouncil"), query("", order=("DgCouncil", "Title")), default=True),
)
EVENTS = (ViewSpec("Alla händelser", ("ID", "DgCouncil", "DgKey", "DgEvent"), query("", order=("-ID",)), default=True),)
