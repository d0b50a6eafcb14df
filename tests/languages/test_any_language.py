"""Whatever stands in a document, no pack makes the reading fail, slow down or quote what is not there."""

from __future__ import annotations

import time
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.interpreting import interpret
from functions.languages import LanguagePack, available, load
from functions.model.document import Block, Document
from tests.interpreting.pages import page
from tests.interpreting.test_any_document import assert_verbatim, numbered

CODES = [code for code in available() if code != "sv"]  # Swedish has pages of its own: tests/interpreting/test_any_document.py


def words_of(pack: LanguagePack) -> list[str]:
    """The words of a pack that stand in minutes, rules' words and examples among them."""
    lists = (words for table in pack.sections.values() if isinstance(table, dict) for words in table.values() if isinstance(words, list))
    rules = [[*rule["words"], *rule.get("example", "").split(), *rule.get("not_this", "").split()] for rule in pack.sections["rules"]]
    return [str(word) for word in chain(*lists, *rules)] + ["3", "2026-03-05", "13.00", "5", ":", ".", ",", "(", ")", "/", "-", "\n"]


ALL = {code: words_of(load(code)) for code in CODES}
lines = {code: st.lists(st.sampled_from(ALL[code]), max_size=14).map(" ".join) for code in CODES}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_words_of_a_language_in_any_order_end_with_an_answer_and_verbatim_quotations(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(CODES))
    front = str(load(code).table("examples")["minutes"]).strip().split("\n")[:9]
    drawn = data.draw(st.lists(lines[code], max_size=25))
    assert_verbatim(numbered([Block("", text) for text in [*front, *drawn]]), code=code)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "text", ["a" * 100_000, "Bo Alm " * 10_000, "(" * 5_000, "5 May, " * 4_000, "5. mai, " * 4_000, "to " * 20_000, "av " * 20_000]
)
def test_a_huge_paragraph_is_read(code: str, text: str) -> None:
    front = str(load(code).table("examples")["minutes"]).strip().split("\n")
    assert_verbatim(numbered([Block("", line) for line in front] + [Block("", text)]), code=code)


@pytest.mark.parametrize("code", CODES)
def test_time_grows_with_length_and_no_faster(code: str) -> None:
    pack = load(code)
    example = str(pack.table("examples")["minutes"]).strip()
    said = " ".join(rule["example"] for rule in pack.sections["rules"] if "example" in rule)

    def seconds(times: int) -> float:
        document: Document = page(example.replace("{}", "\n".join(f"{said} {n}." for n in range(times))))
        interpret(document, pack=pack)
        started = time.process_time()
        interpret(document, pack=pack)
        return time.process_time() - started

    assert seconds(40) < 10 * seconds(10) + 0.2
