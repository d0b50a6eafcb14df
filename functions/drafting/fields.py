"""The fields that a template may use, each with its explanation; docs/templates.md lists the same ones, and a test compares all three."""

from __future__ import annotations

from collections.abc import Mapping

_PART = {
    "text": "The task in the words of the minutes.",
    "owners": "The names that the text does not already spell out, joined by commas; empty when there are none.",
    "due": 'When it is due ("28 maj", or the words of the minutes); empty when that day lies before the meeting.',
    "origin": 'Where it comes from: "(från 19 mars, punkt 11)".',
    "origin_link": "The same, as a link to those minutes: write {{r part.origin_link }}.",
    "tag": "Stable tag for its content control.",
}
_NEXT = {
    "text": 'The meeting on one line: "torsdag 28 maj 2026, 09.00–12.00, Tallsalen".',
    "date": "ISO date.",
    "day": '"torsdag 28 maj 2026".',
    "time": '"09.00–12.00"; empty when unknown.',
    "place": "Place, or what says that it is online; empty when unknown.",
    "topics": "What is pinned to that date, joined by semicolons; empty when nothing is.",
    "tag": "Stable tag for its content control.",
}
_COMMON = {
    "title": 'What the paper is: "Förslag till dagordning" or "Underlag till sekreteraren".',
    "council": "The council's name.",
    "meeting.known": "True when the meeting's date is decided.",
    "meeting.date": "ISO date; empty when not decided.",
    "meeting.day": '"torsdag 23 april 2026"; "Datum är inte bestämt" when not decided.',
    "meeting.time": '"13.00–16.00"; empty when unknown.',
    "meeting.when": 'Day and time: "torsdag 23 april 2026, 13.00–16.00"; "Datum är inte bestämt" when not decided.',
    "meeting.place": "Place, or what says that it is online; empty when unknown.",
    "meeting.online": "True when one can take part online.",
    "meeting.chair": "The chair's name; empty when unknown.",
    "meeting.secretary": "The secretary's name; empty when unknown.",
}

FIELDS: Mapping[str, str] = {
    **_COMMON,
    "previous.known": "True when earlier minutes are known.",
    "previous.date": "Their meeting's ISO date; empty when unknown.",
    "previous.day": '"19 mars", with the year when it is another; empty when unknown.',
    "previous.title": "The minutes' file name without its ending; empty when unknown.",
    "previous.link": "The same, as a link to the file: write {{r previous.link }}.",
    "lines": "The lines of the agenda, in order.",
    "lines[].number": "Its number; empty for a pause.",
    "lines[].time": '"13.00–13.10"; empty when the line has no time.',
    "lines[].title": "The matter.",
    "lines[].kind": "formality, follow_up, tabled, returned, deferred, consultation, standing, announced, pinned, matter, guest, break, other, next.",
    "lines[].type": '"Beslut", "Diskussion", "Information", "Formalia" or "Uppföljning"; empty for a pause.',
    "lines[].presenter": "Who presents it; empty when unknown.",
    "lines[].purpose": '"Bordlagt", "Remiss, svar senast 14 april" …; empty when there is nothing to say.',
    "lines[].origin": 'Where a carried line comes from: "(från 19 mars, punkt 11)"; empty for others.',
    "lines[].origin_link": "The same, as a link to those minutes: write {{r line.origin_link }}.",
    "lines[].enclosures": "The papers that the minutes linked to at the matter; empty for others.",
    "lines[].enclosures[].title": "What the paper is called.",
    "lines[].enclosures[].link": "The same, as a link where the minutes tell the address: write {{r paper.link }}.",
    "lines[].link": "The earlier minutes as a link, on the line that takes them up; empty for others. Write {{r line.link }}.",
    "lines[].tag": "Stable tag for its content control: write dg:{{ line.tag }} as the control's tag.",
    "lines[].parts": "The tasks under the follow-up; empty for other lines.",
    **{f"lines[].parts[].{name}": text for name, text in _PART.items()},
    "lines[].meetings": "The meetings to come, on the line that takes them up; empty for others.",
    **{f"lines[].meetings[].{name}": text for name, text in _NEXT.items()},
    "appendix": "The open tasks that found no place among the eight under the follow-up; empty when there are none.",
    **{f"appendix[].{name}": text for name, text in _PART.items()},
    "next_meetings": "The meetings to come, by date.",
    **{f"next_meetings[].{name}": text for name, text in _NEXT.items()},
    "has_times": "True when any line has a time.",
    "has_presenters": "True when any line has a presenter.",
}
"""Fields of dagordning.docx by path; [] stands for each entry of a list."""

SHEET_FIELDS: Mapping[str, str] = {
    **_COMMON,
    "draft": "File name of the draft that this sheet belongs to, or of a person's own agenda.",
    "has_draft": "False when a person's own agenda stands in place of a draft.",
    "questions": "What we ask the secretary.",
    "questions[].text": "The question.",
    "questions[].choices": 'Answers to pick from: "Helena Ek / Helena Lind / Ingen av dem"; empty when the answer is free.',
    "questions[].source": "The file that the question is about; empty when it is about the meeting.",
    "seems_done": "Tasks that seem done: the secretary answers Ja, klar or Nej, kvar.",
    "seems_done[].text": "The task.",
    "seems_done[].owners": "Names, joined by commas.",
    "seems_done[].origin": 'Where it was opened: "(från 19 mars, punkt 11)".',
    "seems_done[].quote": "The words that say so; empty when there are none.",
    "seems_done[].source": "Where those words stand.",
    "notes": "What she should know before she sends the draft, each a sentence.",
    "lines": "Every line that came from earlier minutes, and why it is there.",
    "lines[].number": "Its number on the agenda; tasks have that of the follow-up.",
    "lines[].title": "The matter or task.",
    "lines[].reason": 'A sentence such as "Återkommande punkt: den finns i rådets tidigare anteckningar."; empty when a quotation says it.',
    "lines[].quotes": "The words of the minutes, each a text.",
    "lines[].source": '"19 mars, punkt 11, 2026-03-19 Mötesanteckningar …"; empty when unknown.',
    "left_out": "Open points that are not on this agenda.",
    "left_out[].text": "The point.",
    "left_out[].kind": '"Åtgärd", "Bordlagt", "Remiss" …',
    "left_out[].owners": "Names, joined by commas.",
    "left_out[].reason": '"vilande", "hör till 21 september", "väntar på svar från …" …',
    "left_out[].origin": 'Where it was opened: "(från 19 mars, punkt 11)".',
}
"""Fields of underlag.docx by path."""
