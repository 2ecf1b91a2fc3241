"""When on the clock work may lie."""

from jobplaneten.law.book import Entry
from jobplaneten.law.clock import danish, danish_span
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import LIGHT_WORK_ONLY, YOUTHS
from jobplaneten.law.rules.rule import per_day
from jobplaneten.law.week import Day, Week

Windows = tuple[tuple[int, int], ...]


@per_day("N-CHILD-20-06", LIGHT_WORK_ONLY)
def evening_and_night_are_free(day: Day, week: Week, entry: Entry) -> Finding | None:
    """Under 15 or in compulsory schooling: no work in the evening and night, without exception."""
    return outside(day, entry.windows(), entry)


@per_day("N-YOUTH-WINDOW", YOUTHS)
def one_window_a_day(day: Day, week: Week, entry: Entry) -> Finding | None:
    """All the shifts of a day lie in one of the windows: late in the evening or early in the morning, not both.

    Work after midnight is judged by N-ABS-24-04 instead. Windows of single trades are uncertain and need the switch.
    """
    if day.start < week.law.entries["N-ABS-24-04"].number("latest"):
        return None
    own = entry.windows()
    return outside(day, own, entry, allowed=own + _windows_of_trade(week), wording="either" if len(own) > 1 else "")


@per_day("N-ABS-24-04", YOUTHS)
def never_after_midnight(day: Day, week: Week, entry: Entry) -> Finding | None:
    """Nothing opens the hours after midnight."""
    latest = entry.number("latest")
    if day.start >= latest:
        return None
    span = danish_span(day.start, day.end)
    return entry.finding(figure=span, limit=danish(latest), day=day.name, latest=danish(latest))


def outside(
    day: Day, windows: Windows, entry: Entry, *, allowed: Windows | None = None, wording: str = ""
) -> Finding | None:
    """A finding if the day fits in none of the allowed windows; the sentence names `windows`."""
    if any(earliest <= day.start and day.end <= latest for earliest, latest in allowed or windows):
        return None
    spans = [danish_span(*window) for window in windows]
    return entry.finding(
        wording=wording,
        figure=danish_span(day.start, day.end),
        limit=" / ".join(spans),
        day=day.name,
        first=spans[0],
        second=spans[-1],
    )


def _windows_of_trade(week: Week) -> Windows:
    trade = week.job.sector_night
    if trade is None or not week.config.use_sector_night_extensions:
        return ()
    return week.law.entries["N-SECTOR-EXT"].windows(trade)
