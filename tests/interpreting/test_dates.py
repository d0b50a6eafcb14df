"""The date grammar: what expressions of Swedish minutes mean on the day of a meeting, and what is no date at all."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.interpreting.dates import DateSpan, find_dates, find_times, last_day
from functions.languages import LanguagePack, load

SWEDISH = load("sv")
MEETING = date(2026, 3, 19)  # a Thursday, in ISO week 12
LISTED = (date(2026, 4, 23), date(2026, 5, 21), date(2026, 8, 27))


def read(text: str, *, today: date = MEETING, meetings: tuple[date, ...] = (), past: bool = False) -> list[DateSpan]:
    return find_dates(text, reference=today, pack=SWEDISH, meetings=meetings, past=past)


def only(text: str, *, today: date = MEETING, meetings: tuple[date, ...] = (), past: bool = False) -> DateSpan:
    (found,) = read(text, today=today, meetings=meetings, past=past)
    return found


def days(text: str, *, today: date = MEETING) -> list[str]:
    return [f"{span.first}" if span.first == span.last else f"{span.first}..{span.last or ''}" for span in read(text, today=today)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Protokoll 2026-03-19", "2026-03-19"),
        ("2026–03–19", "2026-03-19"),
        ("2026/04/01", "2026-04-01"),
        ("2026-04.05", "2026-04-05"),
        ("20260415", "2026-04-15"),
        ("möte 260415", "2026-04-15"),
        ("den 12/5", "2026-05-12"),
        ("12/5-26", "2026-05-12"),
        ("12/5 2026", "2026-05-12"),
        ("12/5/2026", "2026-05-12"),
        ("12 maj -26", "2026-05-12"),
        ("26.3.2026", "2026-03-26"),
        ("to 26.3", "2026-03-26"),
        ("senast den 7:e april", "2026-04-07"),
        ("den 20de april", "2026-04-20"),
        ("den sjätte oktober", "2026-10-06"),
        ("Ons. 8 apr.", "2026-04-08"),
        ("15 april (onsdag)", "2026-04-15"),
        ("den 3:e.", "2026-04-03"),
        ("den 12 i nästa månad", "2026-04-12"),
        ("05-11 12:00", "2026-05-11"),
        ("på onsdag", "2026-03-25"),
        ("senast måndag", "2026-03-23"),
        ("nästa fredag", "2026-03-27"),
        ("i fredags", "2026-03-13"),
        ("tisdag nästa vecka", "2026-03-24"),
        ("onsdag v. 14", "2026-04-01"),
        ("första torsdagen i september", "2026-09-03"),
        ("den sista april", "2026-04-30"),
        ("om två veckor", "2026-04-02"),
        ("två veckor efter mötet", "2026-04-02"),
        ("för tre veckor sedan", "2026-02-26"),
        ("imorgon", "2026-03-20"),
        ("på Valborg", "2026-04-30"),
        ("3 maj 2027 kl 9", "2027-05-03"),
        ("12 maj nästa år", "2027-05-12"),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "interval", "granularity"),
    [
        ("12–14 maj", "2026-05-12..2026-05-14", "day"),
        ("24-25/3", "2026-03-24..2026-03-25", "day"),
        ("15/4-15/6", "2026-04-15..2026-06-15", "day"),
        ("28 december–3 januari", "2026-12-28..2027-01-03", "day"),
        ("från den 1 april till den 30 juni", "2026-04-01..2026-06-30", "day"),
        ("mellan 3 och 7 maj", "2026-05-03..2026-05-07", "day"),
        ("2026-04-15--16", "2026-04-15..2026-04-16", "day"),
        ("i slutet av nästa vecka", "2026-03-26..2026-03-27", "day"),
        ("v.17", "2026-04-20..2026-04-26", "week"),
        ("veckorna 14, 15 och 16", "2026-03-30..2026-04-19", "week"),
        ("v 51-2", "2026-12-14..2027-01-17", "week"),
        ("v. 2 2027", "2027-01-11..2027-01-17", "week"),
        ("från vecka 21 och framåt", "2026-05-18..", "week"),
        ("i april", "2026-04-01..2026-04-30", "month"),
        ("senast i maj", "2026-05-01..2026-05-31", "month"),
        ("nov 2026", "2026-11-01..2026-11-30", "month"),
        ("mars till maj", "2026-03-01..2026-05-31", "month"),
        ("från 2027-01", "2027-01-01..2027-01-31", "month"),
        ("i början av maj", "2026-05-01..2026-05-10", "month_part"),
        ("i mitten på juni", "2026-06-11..2026-06-20", "month_part"),
        ("slutet av april", "2026-04-21..2026-04-30", "month_part"),
        ("första halvan av juni", "2026-06-01..2026-06-15", "month_part"),
        ("sista veckan i april", "2026-04-24..2026-04-30", "month_part"),
        ("månadsskiftet april/maj", "2026-04-30..2026-05-01", "month_part"),
        ("tredje kvartalet", "2026-07-01..2026-09-30", "quarter"),
        ("Klart under Q2.", "2026-04-01..2026-06-30", "quarter"),
        ("andra halvåret 2027", "2027-07-01..2027-12-31", "half_year"),
        ("HT 26", "2026-08-01..2026-12-31", "term"),
        ("vårterminen 2027", "2027-01-01..2027-06-30", "term"),
        ("under hösten", "2026-08-01..2026-12-31", "season"),
        ("i somras", "2025-06-01..2025-08-31", "season"),
        ("inför hösten", "2026-08-01..2026-08-31", "season"),
        ("efter sommaren", "2026-08-15..2026-09-30", "season"),
        ("till årets slut", "2026-03-19..2026-12-31", "year"),
        ("under 2027", "2027-01-01..2027-12-31", "year"),
        ("åren 2026-2028", "2026-01-01..2028-12-31", "year"),
        ("vid årsskiftet", "2026-12-31..2027-01-01", "year_turn"),
        ("inom några dagar", "2026-03-19..2026-03-26", "fuzzy"),
    ],
)
def test_a_period_is_an_interval_with_its_grain(text: str, interval: str, granularity: str) -> None:
    assert days(text) == [interval]
    assert only(text).granularity == granularity


@pytest.mark.parametrize(
    "text",
    [
        "25 % av 120-130 platser", "1/2 tjänst", "3/4 av rummen", "2/3-majoritet", "24/7", "§ 12", "§§ 4-6/26", "punkt 6 och 7",
        "Sida 1 (14)", "bilaga 3", "dnr 2026/113", "RS 2026-00123", "SFS 2017:900", "031-12 34 56", "070-123 45 67",
        "461 73 Trollhättan", "ring 1177", "15-åriga", "6 månaders uppehåll", "https://exempel.se/2026-05-12/7",
        "260319 Bilder till rådet.pptx", "Från NPO 250409.pptx", "Jan Lind och Maj Ek", "3 Jan Lind", "NU-vården", "Mars",
        "i vår lilla förening", "idag arbetar vi så", "på tisdagar kl 18", "varannan torsdag kl 10", "den 15:e varje månad",
        "två gånger per termin", "Budget 2026 och Strategi 2030", "version 2.1", "Protokoll v2", "den 31 april", "2026-02-30",
        "1 maj-firande", "tills vidare", "maj\u00adoriteten", "kl 25", "3 månader", "den andra gruppen", "8412031234", "840312-1234",
    ],
)  # fmt: skip
def test_what_is_no_date_stays_silent(text: str) -> None:
    assert [span for span in read(text) if span.first is not None or span.start_time is not None] == []


@pytest.mark.parametrize(
    ("text", "relation", "due"),
    [
        ("före 1 maj", "before", "2026-04-30"),
        ("innan den 1 maj", "before", "2026-04-30"),
        ("senast fredag 17 april kl. 12.00", "by", "2026-04-17"),
        ("Sista datum för nominering är den 31 maj", "by", "2026-05-31"),
        ("Deadline för inlämning är 3/4.", "by", "2026-04-03"),
        ("t.o.m. 30/6", "by", "2026-06-30"),
        ("inför SOR 7 maj", "by", "2026-05-07"),
        ("till styrelsemötet den 7 maj", "by", "2026-05-07"),
        ("den 7 maj", None, "2026-05-07"),
        ("fr.o.m. 1 juli", "from", None),
        ("efter den 1 juli", "after", None),
        ("under vecka 14", None, "2026-04-05"),
        ("före vecka 14", "before", "2026-03-29"),
        ("till början av oktober", "by", "2026-10-10"),
        ("innan maj månads utgång", "by", "2026-05-31"),
        ("innan årsskiftet", "before", "2026-12-31"),
        ("före jul", "before", "2026-12-23"),
        ("inom två veckor", "by", "2026-04-02"),
        ("under tredje kvartalet", None, "2026-09-30"),
        ("snarast", None, None),
        ("under hösten 2026", None, None),
        ("före sommaren", "before", None),
        ("efter sommaren", "after", None),
        ("efter helgen", "after", None),
        ("VT 2027", None, None),
        ("till nästa möte", "by", None),
    ],
)
def test_the_last_day_that_meets_a_due_date(text: str, relation: str | None, due: str | None) -> None:
    span = only(text)
    last = last_day(span)
    assert (span.relation, last.isoformat() if last else None) == (relation, due)


@pytest.mark.parametrize(
    ("text", "day", "due"),
    [
        ("vid nästa möte", date(2026, 4, 23), date(2026, 4, 23)),
        ("tas upp på nästa ordinarie styrelsemöte", date(2026, 4, 23), date(2026, 4, 23)),
        ("majmötet", date(2026, 5, 21), date(2026, 5, 21)),
        ("till mötet i augusti", date(2026, 8, 27), date(2026, 8, 27)),
        ("nästa möte i maj", date(2026, 5, 21), date(2026, 5, 21)),
        ("Återkommer efter sommaren", date(2026, 8, 27), date(2026, 8, 27)),
        ("två veckor före nästa möte", date(2026, 4, 9), date(2026, 4, 9)),
        ("före nästa möte", date(2026, 4, 23), date(2026, 4, 22)),
    ],
)
def test_a_meeting_is_settled_by_the_meetings_listed(text: str, day: date, due: date) -> None:
    span = only(text, meetings=LISTED)
    assert (span.first, span.last, last_day(span)) == (day, day, due)


def test_a_meeting_that_is_not_listed_stays_words() -> None:
    span = only("vid nästa möte")
    assert (span.first, span.last, span.granularity) == (None, None, "next_meeting")
    assert only("vid kommande möten", meetings=LISTED).first is None
    august = only("mötet i augusti")
    assert (august.first, august.last, august.granularity) == (date(2026, 8, 1), date(2026, 8, 31), "month")


def test_two_listed_meetings_in_a_month_settle_nothing() -> None:
    span = only("majmötet", meetings=(date(2026, 5, 7), date(2026, 5, 21)))
    assert (span.first, span.last) == (date(2026, 5, 1), date(2026, 5, 31))


def test_the_day_of_the_next_meeting_replaces_its_words() -> None:
    span = only("Klart till nästa möte med rådet den 30 april", meetings=LISTED)
    assert (span.text, span.first, span.relation) == ("den 30 april", date(2026, 4, 30), "by")


@pytest.mark.parametrize(
    ("text", "year"),
    [("20 januari", 2026), ("17 januari", 2027), ("18 mars", 2026), ("31 december", 2026), ("5 januari", 2027)],
)
def test_a_year_is_chosen_by_the_window_of_sixty_days_back(text: str, year: int) -> None:
    span = only(text)
    assert span.first is not None
    assert (span.first.year, span.year_given) == (year, False)


def test_the_past_is_the_nearest_day_behind() -> None:
    assert only("den 15 september", past=True).first == date(2025, 9, 15)
    assert only("sedan mötet den 15 september").first == date(2025, 9, 15)
    assert only("två lampor är trasiga sedan jul").last == date(2025, 12, 26)
    assert only("stängt sedan årsskiftet").last == date(2026, 1, 1)
    assert only("före jul").last == date(2026, 12, 24)
    assert only("i januari", past=True).first == date(2026, 1, 1)
    assert only("vecka 50", past=True).first == date(2025, 12, 8)


def test_a_leap_day_that_the_year_lacks_is_no_date() -> None:
    assert read("29 februari") == []
    assert only("29 februari", today=date(2028, 1, 10)).first == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["söndagen den 11/9", "måndag 12 maj 2026", "tisdag 2026-04-15", "2026-04-15 (tisdag)", "to 27.3"])
def test_a_weekday_that_does_not_fit_is_flagged_and_moves_nothing(text: str) -> None:
    span = only(text)
    assert span.weekday_mismatch
    assert span.first is not None
    assert span.first.year == 2026


def test_a_weekday_that_fits_is_not_flagged() -> None:
    assert not only("onsdagen den 15 april").weekday_mismatch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12, 13 och 19 maj", ["2026-05-12", "2026-05-13", "2026-05-19"]),
        ("6/4, 8/5, 4/9 och 6/11", ["2026-04-06", "2026-05-08", "2026-09-04", "2026-11-06"]),
        ("Torsdag den 12 fredag den 13 november", ["2026-11-12", "2026-11-13"]),
        ("12 maj, 3 juni och 5 september 2027", ["2027-05-12", "2027-06-03", "2027-09-05"]),
        ("Sammanträden 2027: 14 januari, 11 mars", ["2027-01-14", "2027-03-11"]),
        ("14 november 2026, 16 januari och 12 mars", ["2026-11-14", "2027-01-16", "2027-03-12"]),
        ("Punkt 3, 5 maj", ["2026-05-05"]),
    ],
)
def test_a_list_gives_each_of_its_days(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "day", "start", "end"),
    [
        ("den 7:e april kl 19", date(2026, 4, 7), time(19), None),
        ("2026-04-27\tFysiskt möte\t09:00-15:00\tsal B", date(2026, 4, 27), time(9), time(15)),
        ("15/5, 18:00–20:00", date(2026, 5, 15), time(18), time(20)),
        ("2026-06-12, kl 18-20", date(2026, 6, 12), time(18), time(20)),
        ("tors 23/4 8.30-10", date(2026, 4, 23), time(8, 30), time(10)),
        ("kl 13.15 den 260405", date(2026, 4, 5), time(13, 15), None),
        ("Tid: 9-12, den 5 maj 2026", date(2026, 5, 5), time(9), time(12)),
        ("den 7 maj kl. 10.00-12:30 och 13:15-16.00", date(2026, 5, 7), time(10), time(16)),
        ("den 20 april, kl. 13.00 16.30", date(2026, 4, 20), time(13), time(16, 30)),
        ("på onsdag kl 0900-1130", date(2026, 3, 25), time(9), time(11, 30)),
    ],
)
def test_a_time_belongs_to_the_date_of_its_row(text: str, day: date, start: time, end: time | None) -> None:
    span = only(text)
    assert (span.first, span.start_time, span.end_time, span.granularity) == (day, start, end, "time")


def test_a_time_after_a_list_holds_for_all_of_it() -> None:
    assert [span.start_time for span in read("3 april, 8 maj och 5 juni kl 13–15")] == [time(13)] * 3


def test_a_time_without_a_date_names_no_day() -> None:
    span = only("Anna ansluter kl 14")
    assert (span.first, span.last, span.start_time, last_day(span)) == (None, None, time(14), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 13:00-13:10", [(time(13), time(13, 10))]),
        ("kl. 13–16", [(time(13), time(16))]),
        ("Tid: 09:00 – 15:30", [(time(9), time(15, 30))]),
        ("Tid 9-12", [(time(9), time(12))]),
        ("kl 14 till ca 16.30", [(time(14), time(16, 30))]),
        ("klockan 9", [(time(9), None)]),
        ("Paus 10.00-10.15", [(time(10), time(10, 15))]),
        ("9-12 barn", []),
        ("version 2.10", []),
        ("2026:14", []),
        ("punkterna 9-12", []),
    ],
)
def test_times_of_slots_and_headers(text: str, expected: list[tuple[time, time | None]]) -> None:
    found = find_times(text, pack=load("sv"))
    assert [(first, last) for _, _, first, last in found] == expected
    assert all(text[start:end].strip() == text[start:end] for start, end, _, _ in found)


def test_the_span_is_the_core_and_the_lead_begins_before_it() -> None:
    text = "Synpunkter lämnas senast den 14 november till rådet."
    span = only(text)
    assert (span.text, span.lead, text[span.lead_start : span.end]) == ("den 14 november", "senast", "senast den 14 november")


def test_a_sentence_s_full_stop_is_outside_the_span() -> None:
    assert [span.text for span in read("Klart i maj. Möte 5 juni. Svar 3 sept. Klart")] == ["maj", "5 juni", "3 sept."]


def test_a_pack_without_date_words_knows_figures_only() -> None:
    bare = LanguagePack("xx", {})
    found = find_dates("2026-04-15, 12/5, den 7 maj, nästa möte", reference=MEETING, pack=bare)
    assert [span.first for span in found] == [date(2026, 4, 15), date(2026, 5, 12)]


@pytest.mark.parametrize("piece", ["1", " ", "1 ", "1, ", "12:", "5/", "2026-", "kl ", "a@", "1 och ", "§ ", "0123 ", "nästa ", "mitten av "])
def test_a_hundred_kilobytes_of_one_piece_are_read_and_hold_no_date(piece: str) -> None:
    assert [span for span in read(piece * (100_000 // len(piece))) if span.first] == []


PIECES = (
    "senast", "före", "efter", "från", "den", "7", "31", "maj", "mars", "april", "i", "på", "till", "och", "-", "–", ",", ".", ":",
    "/", "2026", "2026-05-12", "5/3", "kl", "9", "13:00", "09.00-12.00", "måndag", "v.", "14", "vecka", "nästa", "möte", "hösten",
    "början", "av", "slutet", "sommaren", "årsskiftet", "om", "två", "veckor", "25", "%", "§", "punkt", "sista", "Q3", "VT", "HT26",
    "idag", "inom", "HT", "år", "månad", "0", "99", "260415", "jul", "mötet", "första",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=60), st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.booleans()
)
def test_every_span_is_a_part_of_the_text_and_none_overlaps_another(text: str, today: date, past: bool) -> None:
    end = 0
    for span in read(text, today=today, past=past, meetings=(today.replace(day=28),)):
        assert span.start >= end
        assert text[span.start : span.end] == span.text
        assert 0 <= span.lead_start <= span.start
        assert span.first is None or span.last is None or span.first <= span.last
        last_day(span)
        end = span.end
