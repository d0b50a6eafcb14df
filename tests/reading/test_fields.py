"""Where field codes point."""

from __future__ import annotations

import pytest

from functions.reading.fields import target_of


@pytest.mark.parametrize(
    ("codes", "target"),
    [
        (' HYPERLINK "https://exempel.se/a b" ', "https://exempel.se/a b"),
        (" hyperlink https://exempel.se ", "https://exempel.se"),
        (' HYPERLINK "https://exempel.se" \\l "s2" \\h ', "https://exempel.se#s2"),
        (' HYPERLINK \\o "Tips" "https://exempel.se" \\t "_blank" ', "https://exempel.se"),
        (' HYPERLINK "\\\\\\\\server\\\\delad\\\\fil.docx" ', "\\\\server\\delad\\fil.docx"),
        (' HYPERLINK "https://exempel.se', "https://exempel.se"),
        (" HYPERLINK ", None),
        (" PAGEREF _Toc1 \\h ", None),
        ("", None),
    ],
)
def test_the_target_of_field_codes(codes, target):
    assert target_of(codes) == target
