"""What a secretary did to a draft stays when new minutes come, and everything new comes in once."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from functions.drafting import render_draft
from functions.drafting.base import Base, base_of, read_base, write_base
from functions.drafting.merging import Merged, compare, is_untouched, merge
from functions.drafting.paper import Unmergeable, open_paper
from functions.drafting.reporting import merge_note
from functions.model.agenda import Agenda
from functions.model.register import OpenItem, RowKind
from tests.reading.packages import build, p, tbl, tc, tr

from . import secretary
from .council import APRIL, HELD, MAY, draft, row
from .word_files import part_of, tags_of

FOOT = row("a" * 16, RowKind.TABLED, "Fotvård vid diabetes")
BUDGET = row("b" * 16, RowKind.TABLED, "Budget för nästa år")
REFERRAL = row("c" * 16, RowKind.TABLED, "Remissflödet till kliniken")
CALL = row("d" * 16, RowKind.ACTION, "Sara Berg ringer kliniken", owners=("Sara Berg",))
WRITE = row("e" * 16, RowKind.ACTION, "Per Lund skriver en rutin", owners=("Per Lund",))
COUNT = row("f" * 16, RowKind.ACTION, "Eva räknar besöken", owners=("Eva Ek",))

SHAPES: dict[str, bytes | None] = {
    "default": None,
    "rows": build(
        tbl(
            tr(tc("Nr"), tc("Punkt"), tc("Vem")),
            tr(tc("{%tr for line in lines %}"), tc(""), tc("")),
            tr(
                tc("{{ line.number }}"),
                tc(p("{{ line.title }}") + p("{%p for part in line.parts %}") + p("{{ part.text }} {{ part.origin }}") + p("{%p endfor %}")),
                tc("{{ line.presenter }}"),
            ),
            tr(tc("{%tr endfor %}"), tc(""), tc("")),
        )
    ),
    "paragraphs": build(
        p("{{ title }}")
        + p("{{ meeting.when }}")
        + p("{%p for line in lines %}")
        + p("{{ line.number }}. {{ line.title }}")
        + p("{%p for part in line.parts %}")
        + p("– {{ part.text }}")
        + p("{%p endfor %}")
        + p("{%p endfor %}")
        + p("Välkomna!")
    ),
}


def agenda(*rows: OpenItem, **changes: Any) -> Agenda:
    return draft(*rows, **changes)


def base(data: bytes) -> Base:
    return read_base(write_base(base_of(open_paper(data))))


def tag(item: OpenItem) -> str:
    return f"dg:row-{item.key}"


@pytest.fixture(params=SHAPES)
def template(request: pytest.FixtureRequest) -> bytes | None:
    return SHAPES[request.param]


def rendered(*rows: OpenItem, template: bytes | None = None, **changes: Any) -> bytes:
    return render_draft(agenda(*rows, **changes), template=template)


def test_a_draft_that_nobody_touched_becomes_the_new_one(template: bytes | None) -> None:
    old, new = rendered(FOOT, CALL, template=template), rendered(FOOT, BUDGET, CALL, WRITE, template=template)
    merged = merge(old, ours=new, base=base(old))
    assert secretary.paragraphs(merged.data) == secretary.paragraphs(new)
    assert set(merged.added) == {tag(BUDGET), tag(WRITE)}
    assert merged.base.digest == base(new).digest


def test_a_line_that_she_changed_stays_and_the_others_are_told_anew(template: bytes | None) -> None:
    old = rendered(FOOT, CALL, template=template)
    hers = secretary.write(old, tag(FOOT), " (Anna inleder)")
    new = rendered(replace(FOOT, text="Fotvård vid diabetes och sår"), replace(CALL, text="Sara Berg ringer kliniken i Umeå"), template=template)
    merged = merge(hers, ours=new, base=base(old))
    words = "\n".join(secretary.paragraphs(merged.data))
    assert "Fotvård vid diabetes (Anna inleder)" in words and "sår" not in words
    assert "Sara Berg ringer kliniken i Umeå" in words
    assert (merged.changed, merged.words) == ((tag(FOOT),), {tag(FOOT): "Fotvård vid diabetes (Anna inleder)"})
    again = merge(merged.data, ours=new, base=merged.base)
    assert secretary.paragraphs(again.data) == secretary.paragraphs(merged.data)
    assert not again.refreshed and not again.added


def test_what_she_deleted_stays_away_also_when_it_is_emptied_with_backspace(template: bytes | None) -> None:
    old = rendered(FOOT, BUDGET, CALL, WRITE, template=template)
    hers = secretary.empty(secretary.take_away(secretary.take_away(old, tag(FOOT)), tag(CALL)), tag(WRITE))
    new = rendered(FOOT, BUDGET, REFERRAL, CALL, WRITE, COUNT, template=template)
    merged = merge(hers, ours=new, base=base(old))
    words = "\n".join(secretary.paragraphs(merged.data))
    assert not any(gone in words for gone in ("Fotvård", "ringer", "rutin"))
    assert all(there in words for there in ("Budget", "Remissflödet", "räknar"))
    assert set(merged.deleted) == {tag(FOOT), tag(CALL), tag(WRITE)}
    later = merge(merged.data, ours=rendered(BUDGET, template=template), base=merged.base)
    back = merge(later.data, ours=new, base=later.base)
    assert not any(gone in "\n".join(secretary.paragraphs(back.data)) for gone in ("Fotvård", "ringer", "rutin"))


def test_a_matter_that_is_closed_goes_and_one_that_she_wrote_in_stays_and_is_told_of(template: bytes | None) -> None:
    old = rendered(FOOT, BUDGET, CALL, template=template)
    hers = secretary.write(old, tag(BUDGET), " 2027")
    merged = merge(hers, ours=rendered(CALL, template=template), base=base(old))
    words = "\n".join(secretary.paragraphs(merged.data))
    assert "Fotvård" not in words and "2027" in words
    assert (merged.removed, merged.stale) == ((tag(FOOT),), (tag(BUDGET),))


def test_her_order_and_her_own_rows_stay_and_the_numbers_follow() -> None:
    old = rendered(FOOT, BUDGET, CALL)
    hers = secretary.add_row(secretary.move(old, "dg:formal-other", behind="dg:formal-opening"), "Besök av Kim", behind="dg:formal-agenda")
    merged = merge(hers, ours=rendered(FOOT, REFERRAL, BUDGET, CALL), base=base(old))
    titles = secretary.paragraphs(merged.data)
    assert titles.index("Övriga frågor") < titles.index("Besök av Kim") < titles.index("Budget för nästa år")
    assert secretary.numbers(merged.data) == [str(number) for number in range(1, len(secretary.numbers(merged.data)) + 1)]


def test_numbers_of_her_own_kind_are_hers() -> None:
    old = rendered(FOOT, BUDGET)

    def paragraph_numbers(body: Any) -> None:
        for number, unit in enumerate(secretary.survey(body), 14):
            if unit.level == "row":
                next(unit.element.iter(qn("w:t"))).text = f"§ {number}"

    hers = secretary.edited(old, paragraph_numbers)
    merged = merge(hers, ours=rendered(FOOT, BUDGET, REFERRAL), base=base(old))
    assert [number for number in secretary.numbers(merged.data) if number.startswith("§")] == secretary.numbers(hers)
    assert not merged.changed


def test_a_copy_without_controls_is_known_by_its_words(template: bytes | None) -> None:
    old = rendered(FOOT, BUDGET, CALL, WRITE, template=template)
    hers = secretary.write(secretary.take_away(old, tag(BUDGET)), tag(FOOT), " i vår")
    lost = secretary.drop_controls(hers)
    assert not tags_of(lost)
    merged = merge(
        lost, ours=rendered(FOOT, BUDGET, REFERRAL, CALL, replace(WRITE, text="Per Lund skriver två rutiner"), template=template), base=base(old)
    )
    words = secretary.paragraphs(merged.data)
    text = "\n".join(words)
    assert "Fotvård vid diabetes i vår" in text and "Budget" not in text
    assert text.count("Remissflödet") == text.count("Sara Berg ringer") == text.count("Per Lund skriver två rutiner") == 1
    assert "Per Lund skriver en rutin" not in text
    assert {tag(REFERRAL), tag(CALL), tag(FOOT)} <= set(tags_of(merged.data))


def test_a_line_that_she_has_written_herself_comes_in_no_second_time() -> None:
    old = rendered(FOOT)
    hers = secretary.add_row(old, "Budget för nästa år", behind=tag(FOOT))
    merged = merge(hers, ours=rendered(FOOT, BUDGET), base=base(old))
    assert secretary.paragraphs(merged.data).count("Budget för nästa år") == 1


@pytest.mark.soak
def test_a_copy_that_libreoffice_saved_is_merged_line_by_line(tmp_path: Path) -> None:
    old = rendered(FOOT, BUDGET, CALL, WRITE)
    (tmp_path / "hers.docx").write_bytes(secretary.write(secretary.take_away(old, tag(BUDGET)), tag(FOOT), " i vår"))
    words = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*words, "--outdir", str(tmp_path / "out"), str(tmp_path / "hers.docx")], check=True, capture_output=True, timeout=240)
    saved = (tmp_path / "out" / "hers.docx").read_bytes()
    merged = merge(saved, ours=rendered(FOOT, BUDGET, REFERRAL, CALL, replace(WRITE, text="Per Lund skriver två rutiner")), base=base(old))
    text = "\n".join(secretary.paragraphs(merged.data))
    assert "Fotvård vid diabetes i vår" in text and "Budget" not in text
    assert text.count("Remissflödet") == text.count("Sara Berg ringer") == text.count("Per Lund skriver två rutiner") == 1


def test_saving_again_is_no_edit_and_keeps_what_word_wrote(template: bytes | None) -> None:
    old = rendered(FOOT, CALL, template=template)
    hers = secretary.save_again(old)
    assert hers != old and is_untouched(hers, base=base(old))
    assert not is_untouched(secretary.write(hers, tag(FOOT), "!"), base=base(old))
    merged = merge(hers, ours=rendered(FOOT, BUDGET, CALL, template=template), base=base(old))
    assert secretary.paragraphs(merged.data) == secretary.paragraphs(rendered(FOOT, BUDGET, CALL, template=template))
    assert "00AB12CD" in part_of(merged.data)


def test_her_formatting_stays_when_a_line_is_told_anew() -> None:
    old = rendered(FOOT)

    def bold(body: Any) -> None:
        run = next(secretary.title_paragraph(secretary.find(body, tag(FOOT))).iter(qn("w:r")))
        run.insert(0, parse_xml(f'<w:rPr xmlns:w="{secretary.W}"><w:b/></w:rPr>'))

    merged = merge(secretary.edited(old, bold), ours=rendered(replace(FOOT, text="Fotvård och sår")), base=base(old))
    assert re.search(r"<w:b/></w:rPr><w:t[^>]*>Fotvård och sår<", part_of(merged.data))


def test_a_comment_and_tracked_words_make_the_line_hers() -> None:
    old = rendered(FOOT, BUDGET)

    def mark(body: Any) -> None:
        paragraph = secretary.title_paragraph(secretary.find(body, tag(FOOT)))
        paragraph.append(parse_xml(f'<w:ins xmlns:w="{secretary.W}" w:id="9" w:author="Åsa"><w:r><w:t> nu</w:t></w:r></w:ins>'))
        other = secretary.title_paragraph(secretary.find(body, tag(BUDGET)))
        other.append(parse_xml(f'<w:commentRangeStart xmlns:w="{secretary.W}" w:id="3"/>'))

    merged = merge(secretary.edited(old, mark), ours=rendered(replace(FOOT, text="Annat"), replace(BUDGET, text="Annat igen")), base=base(old))
    xml = part_of(merged.data)
    assert "w:ins" in xml and "commentRangeStart" in xml and "Annat" not in xml
    assert set(merged.changed) == {tag(FOOT), tag(BUDGET)}


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda data: secretary.edited(data, lambda body: body.append(parse_xml(f'<w:moveFromRangeStart xmlns:w="{secretary.W}" w:id="1"/>'))),
        lambda data: secretary.edited(
            data,
            lambda body: [cell.getparent().remove(cell) for row in body.iter(qn("w:tr")) for cell in [row[-1] if row[-1].tag == qn("w:tc") else row]],
        ),
        lambda data: secretary.edited(data, lambda body: body.remove(next(body.iter(qn("w:tbl"))))),
    ],
    ids=["half a file", "nothing", "moves across lines", "a column taken away", "no table"],
)
def test_what_cannot_be_merged_safely_is_refused(harm: Any) -> None:
    old = rendered(FOOT, BUDGET)
    with pytest.raises(Unmergeable):
        merge(harm(old), ours=rendered(FOOT, BUDGET, REFERRAL), base=base(old))


def test_a_meeting_that_moves_tells_its_new_day_in_her_file() -> None:
    old = rendered(FOOT)
    hers = secretary.write(old, tag(FOOT), " i vår")
    moved = replace(APRIL, date="2026-04-29", moved_from="2026-04-23", place="Sal Dalen")
    merged = merge(hers, ours=rendered(FOOT, meetings=(*HELD, moved, MAY)), base=base(old))
    text = "\n".join(secretary.paragraphs(merged.data))
    assert "29 april" in text and "Sal Dalen" in text and "23 april" not in text and "Fotvård vid diabetes i vår" in text


def test_a_fact_and_a_column_that_become_known_later_come_in() -> None:
    old = rendered(FOOT, meetings=(*HELD, replace(APRIL, place=None), MAY))
    hers = secretary.write(old, tag(FOOT), " i vår")
    guest = row("9" * 16, RowKind.ANNOUNCED, "Ny kamera", owners=("Bo Alm",))
    merged = merge(hers, ours=rendered(FOOT, guest), base=base(old))
    words = secretary.paragraphs(merged.data)
    assert "Plats Sal Älven" in words and "Föredragande" in words and "Bo Alm" in words
    table = next(open_paper(merged.data).body.iter(qn("w:tbl")))
    assert {len(secretary.cells_of_row(one)) for one in table.iter(qn("w:tr"))} == {len(table.find(qn("w:tblGrid")))}


def test_what_she_did_can_be_asked_for(template: bytes | None) -> None:
    old = rendered(FOOT, BUDGET, CALL, template=template)
    told: Merged = compare(secretary.write(secretary.take_away(old, tag(BUDGET)), tag(CALL), " idag"), base=base(old))
    assert (told.deleted, told.changed) == ((tag(BUDGET),), (tag(CALL),))
    assert "idag" in told.words[tag(CALL)]


def many(count: int) -> list[OpenItem]:
    return [row(f"{number:016x}", RowKind.ACTION, f"{name} ringer {place}") for number, (name, place) in zip(range(1, count + 1), WHO, strict=False)]


WHO = tuple(
    zip(
        ["Sara", "Per", "Eva", "Lena", "Olle", "Maja", "Nils", "Tove", "Kim", "Bo", "Cia"],
        ["kliniken", "vården", "skolan", "staden", "banken", "muséet", "kyrkan", "polisen"] * 2,
        strict=False,
    )
)


def test_a_first_appendix_comes_in_whole_and_goes_when_it_is_empty() -> None:
    old = rendered(FOOT, *many(8))
    hers = secretary.write(old, tag(FOOT), " i vår")
    wanted = rendered(FOOT, *many(11))
    merged = merge(hers, ours=wanted, base=base(old))
    assert secretary.paragraphs(merged.data) == [words.replace(FOOT.text, f"{FOOT.text} i vår") for words in secretary.paragraphs(wanted)]
    assert len(list(open_paper(merged.data).body.iter(qn("w:tbl")))) == 2
    back = merge(merged.data, ours=rendered(FOOT, *many(8)), base=merged.base)
    assert secretary.paragraphs(back.data) == secretary.paragraphs(hers)


def test_a_task_that_she_took_away_stays_away_in_the_appendix_too() -> None:
    old = rendered(*many(11))
    extra = next(name for name in tags_of(old) if name.startswith("dg:more-"))
    hers = secretary.take_away(old, extra)
    fewer = [item for item in many(11) if f"dg:more-row-{item.key}" == extra]
    merged = merge(hers, ours=rendered(*fewer), base=base(old))
    assert f"dg:row-{fewer[0].key}" not in tags_of(merged.data)


@pytest.mark.parametrize("delete", [secretary.empty, secretary.take_away])
def test_a_line_that_she_changed_and_then_deleted_stays_away_when_its_point_is_open_again(template: bytes | None, delete: Any) -> None:
    with_both, without = rendered(FOOT, CALL, WRITE, template=template), rendered(FOOT, WRITE, template=template)
    hers = secretary.write(with_both, tag(CALL), " (Per)")
    kept = merge(hers, ours=without, base=base(with_both))
    assert kept.stale == (tag(CALL),) and "(Per)" in "\n".join(secretary.paragraphs(kept.data))
    again = merge(delete(kept.data, tag(CALL)), ours=with_both, base=read_base(write_base(kept.base)))
    assert CALL.text not in "\n".join(secretary.paragraphs(again.data)) and again.kept_away == (tag(CALL),)
    assert CALL.text in merge_note(again)
    later = merge(again.data, ours=with_both, base=read_base(write_base(again.base)))
    assert CALL.text not in "\n".join(secretary.paragraphs(later.data)) and later.kept_away == ()


def test_a_new_task_whose_point_she_deleted_is_told_of_and_not_put_in(template: bytes | None) -> None:
    old, new = rendered(FOOT, CALL, template=template), rendered(FOOT, CALL, WRITE, template=template)
    hers = secretary.take_away(old, "dg:formal-follow-up")
    merged = merge(hers, ours=new, base=base(old))
    assert WRITE.text not in "\n".join(secretary.paragraphs(merged.data)) and merged.kept_away == (tag(WRITE),)


def test_a_point_that_stayed_for_a_changed_task_goes_when_she_takes_the_task_away() -> None:
    old, without = rendered(FOOT, CALL), rendered(FOOT)
    kept = merge(secretary.write(old, tag(CALL), " (Per)"), ours=without, base=base(old))
    assert "dg:formal-follow-up" in tags_of(kept.data)
    gone = merge(secretary.take_away(kept.data, tag(CALL)), ours=without, base=read_base(write_base(kept.base)))
    assert "dg:formal-follow-up" not in tags_of(gone.data)
