"""A count as Word writes it: decimal, letters, Roman, ordinal."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def write_numeral(count: int, form: str, *, language: str = "sv", pattern: str = "") -> str:
    """A count in a w:numFmt form; pattern: the w:format of a custom form ("001, 002, …"). An unknown form is written as decimal, as Word does."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter"):
        return _cased(_letters(count), form)
    if form in ("lowerRoman", "upperRoman"):
        return _cased(_roman(count), form)
    if form == "ordinal":
        return _ordinal(count, language)
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "custom":
        return f"{count:0{len(pattern.split(',')[0].strip()) or 1}d}"
    if form == "numberInDash":
        return f"- {count} -"
    if form == "decimalEnclosedParen":
        return f"({count})"
    return str(count)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _letters(count: int) -> str:
    """a … z, then aa, bb, cc: Word repeats the letter."""
    if not 0 < count <= 780:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    if not 0 < count < 32768:
        return str(count)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written


def _ordinal(count: int, language: str) -> str:
    ones, teens = count % 10, count % 100
    if language.lower().startswith("en"):
        ending = "th" if 11 <= teens <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
        return f"{count}{ending}"
    return f"{count}:a" if ones in (1, 2) and teens not in (11, 12) else f"{count}:e"
