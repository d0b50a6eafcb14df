"""What is wrong with a template, in Swedish, with the words of the paragraph where it is."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable

from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

LONGEST_SHOWN = 120
_BLOCK = re.compile(r"{%-?\s*(end)?(if|for)\b")
_MEANINGS = (
    (r"unexpected char '(.+)' at", "tecknet ”{0}” kan inte stå i ett fält"),
    (r"expected an expression, got '(?:end of print statement|end of statement block)'", "fältet är tomt"),
    (r"expected token 'end of (?:print statement|statement block)', got '(.+)'", "”{0}” väntades inte där; fältet skulle ha slutat"),
    (r"expected token '(.+)', got '(.+)'", "där ”{0}” skulle stå står ”{1}”"),
    (r"no filter named '(.+)'", "filtret ”{0}” kan inte användas i en mall"),
    (r"no test named '(.+)'", "provet ”{0}” kan inte användas i en mall"),
    (r"encountered unknown tag 'end(if|for)'", "ett end{0} står utan sitt {0}"),
    (r"encountered unknown tag '(.+?)'", "”{0}” är inget ord som en mall kan använda"),
    (r"unexpected end of template", "ett if eller for saknar sitt endif eller endfor"),
    (r"unexpected '(.+)'", "”{0}” väntades inte där"),
)


def explain(problem: BaseException, *, source: str, fields: Iterable[str] = ()) -> str:
    """One or two sentences. source: the text that was parsed, a paragraph a line; fields: names to suggest in place of an unknown one."""
    paragraph = paragraph_at(source, line_of(problem, source=source))
    where = f" Stycket: ”{paragraph}”." if paragraph else ""
    if isinstance(problem, UndefinedError):
        name = re.search(r"'([\w.]+)'(?: is undefined)?$", str(problem).replace("has no attribute ", ""))
        return f"{unknown_field(name[1] if name else str(problem), fields=fields)}{where}"
    if isinstance(problem, SecurityError):
        return f"Mallen gör något som inte är tillåtet: {problem}.{where}"
    if isinstance(problem, TemplateError):
        return f"Mallen har ett skrivfel i ett fält: {_meaning(problem.message or str(problem))}.{where}"
    return f"Mallen går inte att fylla i.{where}"


def unknown_field(name: str, *, fields: Iterable[str] = ()) -> str:
    """The sentence about a field that there is not, with the likeliest one in its place."""
    ends = {path.replace("[]", "").rsplit(".", 1)[-1]: path for path in fields}
    own = name.rsplit(".", 1)[-1]
    near = difflib.get_close_matches(name, [path for path in fields if "[]" not in path], 1, 0.7)
    near = near or [f"{name.removesuffix(own)}{match}" for match in difflib.get_close_matches(own, ends, 1, 0.7) if match != own]
    hint = f" Menas ”{near[0]}”?" if near else ""
    return f"Mallen använder fältet ”{name}”, som inte finns.{hint}"


def paragraph_at(source: str, line: int | None) -> str:
    """The visible words of a paragraph of the template, by the line number of an error; docxtpl puts each paragraph on a line of its own."""
    rows = source.splitlines()
    if not line or not 0 < line <= len(rows):
        return ""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", rows[line - 1]))).strip()[:LONGEST_SHOWN]


def line_of(problem: BaseException, *, source: str) -> int | None:
    """The template's line that is to blame, None where it cannot be told."""
    if isinstance(problem, TemplateSyntaxError):
        return _unclosed(source) or problem.lineno if "end of template" in str(problem.message) else problem.lineno
    found = None
    trace = problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":  # so Jinja names its frames
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _unclosed(source: str) -> int | None:
    """The line of the last if or for that has no end."""
    standing: list[int] = []
    for block in _BLOCK.finditer(source):
        if not block[1]:
            standing.append(source.count("\n", 0, block.start()) + 1)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None


def _meaning(words: str) -> str:
    for pattern, swedish in _MEANINGS:
        if found := re.search(pattern, words, re.IGNORECASE):
            return swedish.format(*found.groups())
    return words
