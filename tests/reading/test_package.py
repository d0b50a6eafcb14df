"""The zip around a Word file: damaged, doubled, bursting, and the kinds that Word itself opens."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from functions import errors
from functions.reading import package, read_document
from tests.reading.packages import DOCM, DOCX, DOTM, DOTX, build, document_xml, p, read, relationships_xml, t, texts, zip_parts


@pytest.mark.parametrize("content_type", [DOCX, DOCM, DOTX, DOTM])
def test_documents_templates_and_their_macro_kinds_are_read(content_type):
    data = build(p("Beslut"), content_type=content_type, parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 untouched"})
    assert texts(read_document(data)) == ["Beslut"]


def test_the_main_part_is_found_by_its_relationship_not_its_name():
    parts = {"doc/innehåll.xml": document_xml(p("Beslut"))}
    names = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
    types = f'<Types {names}><Override PartName="/doc/innehåll.xml" ContentType="{DOCX}"/></Types>'
    parts |= {"[Content_Types].xml": types, "_rels/.rels": relationships_xml({"r": ("officeDocument", "doc/innehåll.xml")})}
    assert texts(read_document(zip_parts(parts))) == ["Beslut"]


def test_the_main_part_is_found_without_package_relationships():
    assert texts(read_document(build(p("Beslut"), drop=("_rels/.rels",)))) == ["Beslut"]


def test_strict_open_xml_is_read_like_the_transitional_kind():
    strict = document_xml(p("Se ") + p('<w:hyperlink r:id="l"><w:r><w:t>bilagan</w:t></w:r></w:hyperlink>'))
    strict = strict.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    strict = strict.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    strict_links = relationships_xml({"l": ("hyperlink", "https://exempel.se/b")}).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    document = read_document(build(parts={"word/document.xml": strict, "word/_rels/document.xml.rels": strict_links}))
    assert texts(document) == ["Se ", "bilagan"]
    assert document.blocks[1].links[0].target == "https://exempel.se/b"


def test_a_strict_name_in_the_text_stays_as_it_is():
    said = 'Namnrymden "http://purl.oclc.org/ooxml/wordprocessingml/main" behålls'
    assert texts(read(p(said))) == [said]


@pytest.mark.parametrize("keep", [0.6, -10])
def test_a_file_cut_short_is_incomplete(keep):
    data = build(p("Beslut " * 500))
    with pytest.raises(errors.Truncated, match="ofullständig"):
        read_document(data[: int(len(data) * keep) if keep > 0 else keep])


def test_damaged_compressed_data_are_an_incomplete_file():
    data = bytearray(build(p("".join(chr(97 + i * i % 26) for i in range(3000)))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    data[start + 20 : start + 60] = b"\xff" * 40
    with pytest.raises(errors.Truncated):
        read_document(bytes(data))


def test_a_wrong_checksum_is_an_incomplete_file():
    data = build(p("Beslut"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        crc = struct.pack("<I", archive.getinfo("word/document.xml").CRC)
    with pytest.raises(errors.Truncated):
        read_document(data.replace(crc, b"\1\2\3\4"))


def test_an_unknown_compression_method_is_a_damaged_file():
    data = bytearray(build(p("Beslut")))
    place = data.rfind(b"PK\1\2", 0, data.rfind(b"word/document.xml"))
    data[place + 10 : place + 12] = struct.pack("<H", 97)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo("word/document.xml").header_offset
    data[start + 8 : start + 10] = struct.pack("<H", 97)
    with pytest.raises(errors.Truncated):
        read_document(bytes(data))


def test_a_password_on_the_zip_itself_is_an_encrypted_file():
    data = bytearray(build(p("Beslut")))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.find(mark)
        while place != -1:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    with pytest.raises(errors.Encrypted):
        read_document(bytes(data))


def test_a_zip_without_content_types_is_malformed():
    with pytest.raises(errors.Malformed, match="innehållsförteckning"):
        read_document(build(p("Beslut"), drop=("[Content_Types].xml",)))


def test_a_missing_main_part_is_malformed():
    with pytest.raises(errors.Malformed, match="huvuddel"):
        read_document(build(drop=("word/document.xml",)))


def test_a_document_without_a_body_is_malformed():
    with pytest.raises(errors.Malformed, match="w:body"):
        read_document(build(parts={"word/document.xml": "<x/>"}))


def test_broken_xml_is_told_with_part_and_line():
    with pytest.raises(errors.Malformed, match=r"word/document\.xml är trasig XML \(rad 3\)"):
        read_document(build(parts={"word/document.xml": "<x>\n<y>\n</x>"}))


def test_a_relationship_to_a_missing_part_does_no_harm():
    links = {"a": ("image", "../NULL"), "b": ("header", "header9.xml"), "c": ("footnotes", "borta.xml"), "d": ("styles", "borta2.xml")}
    document = read(p("Beslut") + '<w:sectPr><w:headerReference w:type="default" r:id="b"/></w:sectPr>', links=links)
    assert texts(document) == ["Beslut"]


def test_a_part_that_comes_twice_is_rejected():
    target = io.BytesIO(build(p("Ett")))
    with zipfile.ZipFile(target, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", document_xml(p("Två")))
    with pytest.raises(errors.Malformed, match="två gånger"):
        read_document(target.getvalue())


def test_a_doubled_part_that_nobody_reads_does_no_harm():
    target = io.BytesIO(build(p("Ett"), parts={"word/media/bild.png": b"x"}))
    with zipfile.ZipFile(target, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/media/bild.png", b"y")
    assert texts(read_document(target.getvalue())) == ["Ett"]


def test_only_the_parts_that_hold_text_are_inflated():
    """Pictures may be damaged or huge: nobody looks at them."""
    data = bytearray(build(p("Ett"), links={"i": ("image", "media/bild.png")}, parts={"word/media/bild.png": b"x" * 3_000_000}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("word/media/bild.png")
    start = info.header_offset + 30 + len(info.filename)
    data[start : start + 50] = b"\xff" * 50
    assert texts(read_document(bytes(data))) == ["Ett"]


def test_a_part_larger_than_the_cap_is_refused_before_it_is_inflated():
    data = build(parts={"word/document.xml": document_xml("<w:p/>" * 6_000_000)})
    assert len(data) < 300_000
    opened = package.open_package(data)
    with pytest.raises(errors.TooLarge, match="36 MB"):
        package.read_part(opened, "word/document.xml")


def test_a_part_that_declares_less_than_it_holds_is_not_inflated_further():
    data = build(p("x" * 100_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    with pytest.raises(errors.Truncated):
        read_document(data.replace(struct.pack("<I", size), struct.pack("<I", 5_000)))


def test_a_bomb_of_spaces_is_refused_by_its_ratio():
    with pytest.raises(errors.TooLarge):
        read_document(build(parts={"word/document.xml": document_xml(" " * 20_000_000)}))


def test_a_bomb_of_tiny_elements_is_refused_before_it_is_parsed():
    bomb = b"<x>" + b"".join(b"<a b='%d'/>" % (i % 977) for i in range(3_000_001)) + b"</x>"
    with pytest.raises(errors.TooLarge, match="fler stycken"):
        package.parse_xml(bomb, "word/document.xml")


def test_the_parts_together_have_a_cap_too():
    opened = package.open_package(build(p("Ett"), styles="<w:style/>"))
    assert package.read_part(opened, "word/styles.xml")
    opened.inflated.append(package.MAX_TOTAL)
    with pytest.raises(errors.TooLarge):
        package.read_part(opened, "word/styles.xml")


def test_a_zip_of_countless_members_is_refused():
    data = bytearray(build(p("Ett")))
    end = data.rfind(b"PK\5\6")
    data[end + 10 : end + 12] = struct.pack("<H", 60_000)
    with pytest.raises(errors.TooLarge, match="många delar"):
        read_document(bytes(data))


def test_a_long_and_honest_file_is_read():
    sentence = "Rådet beslutar att uppdra åt gruppen att återkomma med underlag inför nästa möte. "
    paragraphs = "".join(p(f"{i}. {sentence * 6}{i * i}") for i in range(40_000))
    assert len(paragraphs.encode()) > 20_000_000
    document = read(paragraphs)
    assert len(document.blocks) == 40_000
    assert document.blocks[-1].text.endswith(str(39_999**2))


def test_tables_nested_beyond_reason_are_malformed():
    depth = 20_000
    body = "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(errors.Malformed):
        read(body)


def test_tables_nested_as_deep_as_the_parser_allows_are_read_or_refused_but_never_crash():
    for depth in (20, 60, 80, 400):
        body = "<w:tbl><w:tr><w:tc>" * depth + p("djupt") + "</w:tc></w:tr></w:tbl>" * depth
        try:
            assert texts(read(body)) == ["djupt"]
        except errors.Malformed:
            assert depth > 60


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a "inbakat">]>',
        "<!DOCTYPE x>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_any_doctype_is_refused(doctype, encoding):
    xml = document_xml("<w:p><w:r><w:t>&lt;a</w:t></w:r></w:p>").split("?>", 1)[1]
    data = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{xml}'.encode(encoding)
    with pytest.raises(errors.Malformed, match="DOCTYPE"):
        read_document(build(parts={"word/document.xml": data}))


def test_xml_in_utf_16_is_read():
    data = document_xml(p("Åtgärd")).replace("UTF-8", "UTF-16").encode("utf-16")
    assert texts(read_document(build(parts={"word/document.xml": data}))) == ["Åtgärd"]


def test_a_doctype_in_the_text_is_just_text():
    assert texts(read(p(t("<!DOCTYPE html>")))) == ["<!DOCTYPE html>"]


def test_member_names_in_other_case_or_with_backslashes_are_found():
    parts = {"word\\Document.xml": document_xml(p("Ett"))}
    assert texts(read_document(build(drop=("word/document.xml",), parts=parts))) == ["Ett"]


def test_a_signed_file_is_marked():
    assert read_document(build(p("Ett"), parts={"_xmlsignatures/sig1.xml": "<x/>"})).signed
    assert not read_document(build(p("Ett"))).signed


def test_a_file_without_text_is_empty():
    with pytest.raises(errors.Empty):
        read(p() + p(" "))


def test_a_file_of_pictures_only_is_scanned():
    with pytest.raises(errors.Scanned, match="bara bilder"):
        read(p("<w:r><w:drawing/></w:r>"), parts={"word/media/image1.png": b"x"})
