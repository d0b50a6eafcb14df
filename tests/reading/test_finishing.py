"""Offsets: whatever a paragraph is made of, runs tile its NFC text and every link and control lies where it says."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.reading.finishing import normalize
from tests.reading.packages import field, only, p, read, sdt, t

LETTERS = st.text(alphabet=st.sampled_from("abåä o\u0308a\u030ae\u0301\u1100\u1161\u11a8\u00ad\uf0fc§😀\u0327"), max_size=8)
RUN = LETTERS.map(t)
SIGN = st.sampled_from(
    ["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"]
)
LOOK = LETTERS.map(lambda text: t(text).replace("<w:r>", "<w:r><w:rPr><w:strike/></w:rPr>", 1))
INNER = st.recursive(
    RUN | SIGN | LOOK,
    lambda inner: st.one_of(
        inner.map(lambda x: f'<w:hyperlink r:id="l">{x}</w:hyperlink>'),
        inner.map(lambda x: f'<w:hyperlink w:anchor="a">{x}</w:hyperlink>'),
        inner.map(lambda x: sdt(x, '<w:tag w:val="k"/>')),
        inner.map(lambda x: f'<w:ins w:id="1">{x}</w:ins>'),
        inner.map(lambda x: f'<w:del w:id="1">{x}</w:del>'),
        inner.map(lambda x: field(' HYPERLINK "https://exempel.se/f" ', x)),
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=12,
)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(INNER, st.booleans()), min_size=1, max_size=5))
def test_runs_tile_the_text_and_everything_lies_inside_it(paragraphs):
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = p("Början") + "".join(p(inner or t(""), properties=deleted if joins else "") for inner, joins in paragraphs)
    document = read(body, links={"l": ("hyperlink", "https://exempel.se/1")})
    for block in document.blocks:
        assert unicodedata.is_normalized("NFC", block.text)
        assert "\u00ad" not in block.text
        assert "".join(block.text[run.start : run.end] for run in block.runs) == block.text
        assert [run.start for run in block.runs] == [0, *(run.end for run in block.runs)][: len(block.runs)]
        for link in block.links:
            assert 0 <= link.start < link.end <= len(block.text)
            assert link.target in ("https://exempel.se/1", "#a", "https://exempel.se/f")
        for control in block.controls:
            assert 0 <= control.start <= control.end <= len(block.text)


@given(st.text(alphabet="aoåö\u0308\u030a\u0327\u0301\u1100\u1161\u11a8\u0915\u093c", max_size=30))
def test_normalizing_keeps_track_of_every_place(text):
    normal, places = normalize(text)
    assert normal == unicodedata.normalize("NFC", text)
    assert len(places) == len(text) + 1
    assert places[0] == 0
    assert places[-1] == len(normal)
    assert places == sorted(places)


def test_an_accent_in_a_run_of_its_own_moves_into_the_letter():
    block = only(read(p(t("Ko") + t("\u0308p") + '<w:hyperlink w:anchor="a">' + t("ba\u030at") + "</w:hyperlink>")))
    assert block.text == "Köpbåt"
    assert [(run.start, run.end) for run in block.runs] == [(0, 2), (2, 3), (3, 6)]
    assert (block.links[0].start, block.links[0].end) == (3, 6)
