from datetime import date

import pytest

from jobplaneten.schools.reading import BIGGEST, FileError, read

AUTUMN = (date(2026, 10, 10), date(2026, 10, 18), "Efterårsferie")
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//skolen//da
{events}
END:VCALENDAR
"""


def ics(*events: str) -> bytes:
    whole = "\n".join(f"BEGIN:VEVENT\nUID:{number}\n{event}\nEND:VEVENT" for number, event in enumerate(events))
    return ICS.format(events=whole).replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        "10-10-2026;18-10-2026;Efterårsferie\n",
        "Første dag;Sidste dag;Navn\n10.10.2026;18.10.2026;Efterårsferie\n\n",
        "2026-10-10,2026-10-18,Efterårsferie",
        "10/10/2026\t18/10/2026\tEfterårsferie\r\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_sheet_is_read_as_people_save_it(text: str, encoding: str) -> None:
    found = read("Ferieplan.CSV", text.encode(encoding))
    assert found.rows == (AUTUMN,)
    assert found.unclear == ()


def test_a_row_with_one_day_is_that_day() -> None:
    found = read("a.csv", b"05-06-2027;Grundlovsdag\n30-04-2027;;Skolens dag\n")
    assert found.rows == (
        (date(2027, 4, 30), date(2027, 4, 30), "Skolens dag"),
        (date(2027, 6, 5), date(2027, 6, 5), "Grundlovsdag"),
    )


def test_what_is_unclear_is_told_line_by_line_and_the_rest_is_taken() -> None:
    found = read(
        "a.csv", "10-10-2026;18-10-2026;Efterårsferie\n31-02-2027;;Nytår\nuge 7;;Ferie\n5-1-2027;1-1-2027;x".encode()
    )
    assert found.rows == (AUTUMN,)
    assert [line.place for line in found.unclear] == ["Linje 2", "Linje 3", "Linje 4"]
    assert all(line.problem for line in found.unclear)


@pytest.mark.parametrize(
    "days", ["10/12/2026,10/16/2026", "10-10-2026;31-11-2026", "2026-10-12;2026-13-01", "0.0.2026;"]
)
def test_days_that_no_month_has_are_unclear_in_either_column(days: str) -> None:
    found = read("a.csv", f"{days},Ferie\n".encode())
    assert found.rows == ()
    assert len(found.unclear) == 1


def test_the_day_after_the_last_ends_an_event_of_a_calendar() -> None:
    found = read("plan.ics", ics("DTSTART;VALUE=DATE:20261010\nDTEND;VALUE=DATE:20261019\nSUMMARY:Efterårsferie"))
    assert found.rows == (AUTUMN,)


def test_an_event_without_an_end_is_one_day_and_a_length_counts_its_days() -> None:
    found = read(
        "plan.ics",
        ics("DTSTART;VALUE=DATE:20270506\nSUMMARY:Fri", "DTSTART;VALUE=DATE:20270215\nDURATION:P5D\nSUMMARY:Ferie"),
    )
    assert [(first, last) for first, last, _name in found.rows] == [
        (date(2027, 2, 15), date(2027, 2, 19)),
        (date(2027, 5, 6), date(2027, 5, 6)),
    ]


@pytest.mark.parametrize(
    ("event", "word"),
    [
        ("DTSTART:20261010T080000\nDTEND:20261010T120000\nSUMMARY:Møde", "klokkeslæt"),
        ("DTSTART;VALUE=DATE:20261010\nRRULE:FREQ=WEEKLY\nSUMMARY:Fri", "gentager"),
        ("SUMMARY:Ingen dag", "datoen"),
        ("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20270101\nSUMMARY:Et år", "100 dage"),
    ],
)
def test_events_that_are_no_days_off_are_named_and_left_out(event: str, word: str) -> None:
    found = read("plan.ics", ics(event))
    assert found.rows == ()
    assert word in found.unclear[0].problem


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("plan.xlsx", b"PK\x03\x04", ".csv"),
        ("plan.csv", b"PK\x03\x04\x00\x00", "tekstfil"),
        ("plan.csv", b"", "ingen dage"),
        ("plan.ics", b"hello", "kalender"),
        ("plan.ics", ics(), "ingen dage"),
        ("plan.csv", b"x" * (BIGGEST + 1), "for stor"),
        ("plan.csv", b"01-01-2027;;x\n" * 600, "linjer"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_in_plain_words(name: str, content: bytes, word: str) -> None:
    with pytest.raises(FileError, match=word):
        read(name, content)
