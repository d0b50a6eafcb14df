"""Characters of symbol fonts (Symbol, Wingdings, Webdings) as the Unicode signs that a reader sees."""

from __future__ import annotations

import re

# Unknown sign of a symbol font: shown as a box, so that nobody takes it for nothing.
UNKNOWN = "▯"
# Word keeps symbol-font characters at U+F020–U+F0FF (the font's own code plus 0xF000).
PRIVATE = re.compile("[\uf020-\uf0ff]")


def _table(pairs: str) -> dict[int, str]:
    """ "FC✓ FE☑" → {0xFC: "✓", 0xFE: "☑"}."""
    return {int(pair[:2], 16): pair[2:] for pair in pairs.split()}


# Figures after https://www.unicode.org/L2/L2011/11052r-wingding.pdf; check boxes as Word's own check-box control writes them.
_WINGDINGS = _table(
    "22✂ 28☎ 2A✉ 36⌛ 41✌ 43☝ 46☞ 4A☺ 4B😐 4C☹ 6C● 6D○ 6E■ 6F□ 70□ 71❑ 72❒ 73⬧ 74⧫ 75◆ 76❖ 77⬥ 78☒ "
    "81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ 9E· 9F• A0▪ A1○ A4◉ A7▪ A8☐ AB★ D8➢ DF← E0→ E1↑ E2↓ E8➔ EF⇦ F0⇨ F1⇧ F2⇩ FB✗ FC✓ FD☒ FE☑"
)
_WINGDINGS_2 = _table("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 95• 96• 97● 98● 9E○ 9F■ A0■ A2□ A3☐ A4☐")
_WINGDINGS_3 = _table("66← 67→ 68↑ 69↓ 7D▶ 84◀ 75▶")
_WEBDINGS = _table("34▶ 3C💾 61✓ 63☐ 67■ 6E● 72✗ 9D•")
_SYMBOL = _table("22∀ 24∃ 27∋ 2A∗ 2D– 40≅ 5C∴ 5E⊥ 7E∼ A1ϒ A2′ A3≤ A4⁄ A5∞ A6ƒ A7♣ A8♦ A9♥ AA♠ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B5∝")
_SYMBOL |= _table("B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… C5⊕ D2® D3© D4™ D5∏ D6√ D7⋅ D8¬ D9∧ DA∨ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓ E0◊ E5∑ F2∫")
_SYMBOL |= dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", start=0x41)) | dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", start=0x61))

_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3, "webdings": _WEBDINGS, "symbol": _SYMBOL}


def is_symbol_font(font: str | None) -> bool:
    """Whether letters in this font are pictures."""
    return font is not None and font.lower() in _FONTS


def show_symbol(code: int, font: str | None) -> str:
    """The sign at a code (with or without Word's 0xF000) of a font. A code that the table lacks is a box; in an ordinary font it is itself."""
    plain = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = (font or "").lower()
    if name in _FONTS:
        ordinary = name == "symbol" and plain < 0x7F  # what Symbol does not draw as Greek or mathematics it draws as ASCII
        return _FONTS[name].get(plain) or (chr(plain) if plain == 0x20 or ordinary else UNKNOWN)
    if plain != code:
        return _WINGDINGS.get(plain) or _SYMBOL.get(plain) or UNKNOWN
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN


def show_symbols(text: str, font: str | None) -> str:
    """A text with its symbol-font characters as signs, one for one."""
    if is_symbol_font(font):
        return "".join(show_symbol(ord(sign), font) for sign in text)
    return PRIVATE.sub(lambda match: show_symbol(ord(match.group()), font), text)
