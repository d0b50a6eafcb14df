"""What a paragraph holds: signs, links, fields, controls and mathematics, whatever wraps them."""

from __future__ import annotations

import pytest

from tests.reading.packages import field, only, p, read, sdt, t, tbl, tc, texts, tr

LINKS = {"l": ("hyperlink", "https://exempel.se/1")}


def run(inner: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def links(document):
    return [(block.text[link.start : link.end], link.target) for block in document.blocks for link in block.links]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:ptab/>", "\t"),
        ("<w:br/>", "\n"),
        ('<w:br w:type="textWrapping"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", ""),
        ('<w:br w:type="page"/>', ""),
        ('<w:br w:type="column"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:t>\u00ad</w:t>", ""),
    ],
)
def test_signs_are_read_as_word_shows_them(sign, text):
    assert only(read(p(run(f"<w:t>a</w:t>{sign}<w:t>b</w:t>")))).text == f"a{text}b"


@pytest.mark.parametrize(
    ("font", "char", "text"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "FC", "✓"),
        ("Wingdings", "F0A8", "☐"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("Calibri", "00E5", "å"),
    ],
)
def test_symbols_are_read_as_the_sign_they_show(font, char, text):
    assert only(read(p(run(f'<w:sym w:font="{font}" w:char="{char}"/>') + t("Klar")))).text == f"{text}Klar"


def test_text_in_a_symbol_font_is_read_as_the_signs_it_shows():
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    block = only(read(p(run("<w:t>\uf0fc</w:t>", wingdings) + run("<w:t>J</w:t>", wingdings) + t(" J klar") + run("<w:t>\uf0b7</w:t>"))))
    assert block.text == "✓☺ J klar•"


def test_an_emoji_with_its_fallback_comes_once():
    emoji = (
        '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F600"/></mc:Choice>'
        "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>"
    )
    assert only(read(p(run(emoji) + t("!")))).text == "😀!"
    assert only(read(p(run(emoji.replace("<mc:Fallback><w:t>😀</w:t></mc:Fallback>", "")) + t("!")))).text == "😀!"


def test_the_line_ends_of_pretty_printed_xml_are_no_text():
    assert only(read(p("<w:r>\n  <w:t>\n   Rådet\n   beslutar\n  </w:t>\n</w:r>"))).text == "Rådet beslutar"


def test_blanks_at_the_ends_of_a_text_are_kept():
    assert only(read(p('<w:r><w:t>Datum: </w:t></w:r><w:r><w:t xml:space="preserve"> i dag</w:t></w:r>'))).text == "Datum:  i dag"


def test_a_link_keeps_text_and_address():
    document = read(p(t("Se ") + f'<w:hyperlink r:id="l">{t("bilaga")}{t(" 1")}</w:hyperlink>' + t(".")), links=LINKS)
    assert only(document).text == "Se bilaga 1."
    assert links(document) == [("bilaga 1", "https://exempel.se/1")]


def test_a_link_to_a_place_in_the_file_has_no_address():
    assert links(read(p(f'<w:hyperlink w:anchor="punkt3">{t("punkt 3")}</w:hyperlink>'))) == [("punkt 3", "#punkt3")]


def test_a_link_to_a_place_in_another_file_has_both():
    assert links(read(p(f'<w:hyperlink r:id="l" w:anchor="s2">{t("x")}</w:hyperlink>'), links=LINKS)) == [("x", "https://exempel.se/1#s2")]


def test_a_link_with_an_unknown_id_keeps_its_text_and_is_noted():
    document = read(p(f'<w:hyperlink r:id="nix">{t("bilaga")}</w:hyperlink>'))
    assert links(document) == [("bilaga", None)]
    assert document.notes == ("unknown_link",)


def test_a_link_inside_a_link_keeps_both():
    inner = f'<w:hyperlink r:id="l">{t("ett ")}<w:hyperlink w:anchor="a">{t("två")}</w:hyperlink></w:hyperlink>'
    assert links(read(p(inner), links=LINKS)) == [("ett två", "https://exempel.se/1"), ("två", "#a")]


def test_a_link_without_text_is_no_link():
    assert links(read(p(t("a") + '<w:hyperlink r:id="l"/>'), links=LINKS)) == []


def test_a_hyperlink_field_is_a_link():
    document = read(p(t("Se ") + field(' HYPERLINK "https://exempel.se/2" \\o "Tips" ', t("bilaga"))))
    assert only(document).text == "Se bilaga"
    assert links(document) == [("bilaga", "https://exempel.se/2")]


def test_a_hyperlink_field_to_a_bookmark_is_a_link_within_the_file():
    assert links(read(p(field(' HYPERLINK \\l "_Toc5" ', t("Punkt 5"))))) == [("Punkt 5", "#_Toc5")]


def test_a_field_code_in_several_runs_is_one_code():
    codes = run("<w:instrText> HYPER</w:instrText>") + run('<w:instrText>LINK "https://exempel.se/3"</w:instrText>')
    assert links(read(p(field(codes, t("x"))))) == [("x", "https://exempel.se/3")]


def test_a_field_in_a_links_result_is_text_and_the_link_goes_on():
    document = read(p(field(' HYPERLINK \\l "a" ', t("Budget ") + field(" PAGEREF a ", t("4")) + t(" s"))))
    assert links(document) == [("Budget 4 s", "#a")]


def test_a_field_in_a_fields_code_is_code():
    document = read(
        p(t("a ") + field(run("<w:instrText> IF </w:instrText>") + field(" REF x ", t("dolt")) + run("<w:instrText>=1</w:instrText>"), t("b")))
    )
    assert only(document).text == "a b"


def test_the_result_of_a_field_can_build_the_address():
    codes = run('<w:instrText> HYPERLINK "https://exempel.se/</w:instrText>') + field(" REF x ", t("7")) + run('<w:instrText>"</w:instrText>')
    assert links(read(p(field(codes, t("x"))))) == [("x", "https://exempel.se/7")]


def test_a_simple_field_keeps_its_result():
    assert only(read(p(t("Sida ") + f'<w:fldSimple w:instr=" PAGE ">{t("3")}</w:fldSimple>'))).text == "Sida 3"


def test_a_simple_hyperlink_field_is_a_link():
    simple = f'<w:fldSimple w:instr=" HYPERLINK &quot;https://exempel.se/4&quot; ">{t("x")}</w:fldSimple>'
    assert links(read(p(simple))) == [("x", "https://exempel.se/4")]


def test_field_codes_are_never_text():
    assert only(read(p(t("Datum ") + field(' DATE \\@ "yyyy-MM-dd" ', t("2031-01-15"))))).text == "Datum 2031-01-15"


def test_a_link_over_two_paragraphs_is_a_link_in_both():
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://exempel.se/5" </w:instrText></w:r>'
    start += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    document = read(p(t("a ") + start + t("ett")) + p(t("två") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + t(" b")))
    assert texts(document) == ["a ett", "två b"]
    assert links(document) == [("ett", "https://exempel.se/5"), ("två", "https://exempel.se/5")]


def test_a_field_that_never_ends_hides_nothing():
    document = read(p(t("a ") + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText></w:r>' + t("b")) + p("c"))
    assert texts(document) == ["a b", "c"]


def test_a_field_whose_end_is_deleted_hides_nothing():
    end = '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    document = read(p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText></w:r>' + t("a") + end + t("b")) + p("c"))
    assert texts(document) == ["ab", "c"]


def test_stray_field_marks_do_no_harm():
    assert only(read(p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + t("a") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'))).text == "a"


def test_an_old_check_box_shows_its_state():
    data = '<w:ffData><w:name w:val="K1"/><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
    form = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    form += '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    block = only(read(p(form.format('<w:checked w:val="1"/>') + t(" Klar ") + form.format("") + t(" Kvar"))))
    assert block.text == "☒ Klar ☐ Kvar"
    assert [(c.start, c.tag, c.checked) for c in block.controls] == [(0, "K1", True), (7, "K1", False)]


def test_an_old_drop_down_shows_its_choice():
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Teams", "Sal 2"))
    form = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData></w:fldChar></w:r>'
    form += '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert only(read(p(t("Plats: ") + form))).text == "Plats: Sal 2"


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:smartTag w:element="date">{}</w:smartTag>',
        '<w:customXml w:element="a"><w:customXmlPr/>{}</w:customXml>',
        '<w:dir w:val="rtl">{}</w:dir>',
        '<w:bdo w:val="rtl">{}</w:bdo>',
        '<w:ins w:id="1"><w:smartTag>{}</w:smartTag></w:ins>',
        '<x:unknown xmlns:x="urn:x">{}</x:unknown>',
    ],
)
def test_whatever_wraps_runs_is_looked_into(wrapped):
    assert only(read(p(t("a ") + wrapped.format(t("b")) + t(" c")))).text == "a b c"


def test_mathematics_keep_their_characters():
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    formula = f"<m:oMathPara><m:oMath><m:r><m:t>x=</m:t></m:r>{half}</m:oMath></m:oMathPara>"
    assert only(read(p(t("Där ") + formula))).text == "Där x=12"


def test_ruby_text_is_read_without_its_reading_aid():
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    assert only(read(p(ruby))).text == "漢"


def test_a_control_in_a_paragraph_keeps_its_text_and_place():
    block = only(
        read(p(t("Datum: ") + sdt(t("15 januari"), '<w:alias w:val="Mötesdatum"/><w:date w:fullDate="2031-01-15T00:00:00Z"/>') + t(" slut")))
    )
    assert block.text == "Datum: 15 januari slut"
    (control,) = block.controls
    assert (block.text[control.start : control.end], control.title, control.date) == ("15 januari", "Mötesdatum", "2031-01-15")


def test_a_drop_down_shows_its_choice():
    choice = sdt(t("Teams"), '<w:tag w:val="plats"/><w:dropDownList><w:listItem w:displayText="Sal 2" w:value="2"/></w:dropDownList>')
    block = only(read(p(t("Plats: ") + choice)))
    assert (block.text, block.controls[0].tag) == ("Plats: Teams", "plats")


@pytest.mark.parametrize(("value", "sign", "state"), [("1", "☒", True), ("0", "☐", False), ("true", "☒", True)])
def test_a_check_box_keeps_its_sign_and_state(value, sign, state):
    block = only(read(p(sdt(t(sign), f'<w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox>') + t(" Justerat"))))
    assert block.text == f"{sign} Justerat"
    assert (block.controls[0].checked, block.controls[0].start, block.controls[0].end) == (state, 0, 1)


def test_a_prompt_that_nobody_filled_in_is_marked():
    block = only(read(p(t("Datum: ") + sdt(t("Klicka här"), '<w:showingPlcHdr/><w:date w:fullDate="2031-01-15T00:00:00Z"/>'))))
    assert block.text == "Datum: Klicka här"
    assert (block.controls[0].placeholder, block.controls[0].date) == (True, None)


def test_a_control_bound_to_data_shows_the_text_in_the_file():
    binding = '<w:dataBinding w:xpath="/a/b" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>'
    assert only(read(p(sdt(t("Rådet för prov"), binding)))).text == "Rådet för prov"


def test_an_empty_control_is_kept_at_its_place():
    (control,) = only(read(p(t("Plats: ") + sdt("", '<w:tag w:val="plats"/>')))).controls
    assert (control.start, control.end, control.tag) == (7, 7, "plats")


def test_controls_around_cells_and_rows_are_read():
    row = sdt(tr(tc("a"), sdt(tc("b"), '<w:tag w:val="cell"/>')), '<w:tag w:val="rad"/>')
    document = read(tbl(row))
    assert [(b.text, b.cell.col, [c.tag for c in b.controls]) for b in document.blocks if b.cell] == [("a", 0, ["rad"]), ("b", 1, ["rad", "cell"])]


def test_runs_are_counted_as_they_stand_in_the_file():
    deleted = '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>'
    block = only(read(p(t("a") + deleted + t("b"))))
    assert [(each.start, each.end, each.index) for each in block.runs] == [(0, 1, 0), (1, 2, 2)]


def test_right_to_left_runs_are_read_like_others():
    assert only(read(p(run("<w:t>abc</w:t>", "<w:rtl/>")))).text == "abc"
