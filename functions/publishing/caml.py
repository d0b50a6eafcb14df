"""The few words of SharePoint's query language that our views are written in."""

from __future__ import annotations

from functools import reduce
from xml.sax.saxutils import escape, quoteattr


def equal(field: str, value: str, *, type: str = "Text") -> str:
    """Rows whose cell is this. type: CAML's, such as Text, Choice, Integer (also for yes and no, as 1 and 0)."""
    return _compare("Eq", field, type, escape(value))


def differs(field: str, value: str, *, type: str = "Choice") -> str:
    """Rows whose cell is anything else, empty ones included."""
    return _compare("Neq", field, type, escape(value))


def at_least(field: str, value: int) -> str:
    """Rows whose number is this or more."""
    return _compare("Geq", field, "Number", str(value))


def since(field: str, *, days: int) -> str:
    """Rows whose day is today plus so many days, or later (days: below 0 for the past); empty ones are left out."""
    return _compare("Geq", field, "DateTime", _today(days))


def before_today(field: str) -> str:
    """Rows whose day has passed; empty ones are left out."""
    return _compare("Lt", field, "DateTime", _today(0))


def mine(field: str) -> str:
    """Rows whose people column names the one who looks."""
    return f'<Eq><FieldRef Name={quoteattr(field)} LookupId="TRUE"/><Value Type="Integer"><UserID/></Value></Eq>'


def filled(field: str) -> str:
    """Rows whose cell holds something."""
    return f"<IsNotNull><FieldRef Name={quoteattr(field)}/></IsNotNull>"


def one_of(field: str, *values: str) -> str:
    """Rows whose choice is one of these."""
    return any_of(*(equal(field, value, type="Choice") for value in values))


def all_of(*conditions: str) -> str:
    """Rows for which everything holds; the first condition should name an indexed column."""
    return reduce(lambda left, right: f"<And>{left}{right}</And>", conditions)


def any_of(*conditions: str) -> str:
    """Rows for which one thing or another holds."""
    return reduce(lambda left, right: f"<Or>{left}{right}</Or>", conditions)


def query(where: str, *, order: tuple[str, ...] = (), group: str | None = None) -> str:
    """What stands inside <Query>. order, group: internal names, with "-" before one that falls."""
    grouped = f'<GroupBy Collapse="FALSE" GroupLimit="100">{_field(group)}</GroupBy>' if group else ""
    ordered = f"<OrderBy>{''.join(_field(name) for name in order)}</OrderBy>" if order else ""
    return f"{grouped}{ordered}" + (f"<Where>{where}</Where>" if where else "")


def _field(name: str) -> str:
    falling = name.startswith("-")
    return f"<FieldRef Name={quoteattr(name.lstrip('-'))}" + (' Ascending="FALSE"/>' if falling else "/>")


def _compare(word: str, field: str, kind: str, value: str) -> str:
    return f"<{word}><FieldRef Name={quoteattr(field)}/><Value Type={quoteattr(kind)}>{value}</Value></{word}>"


def _today(days: int) -> str:
    return f'<Today OffsetDays="{days}"/>' if days else "<Today/>"
