"""Day after day: the clock of the house rings as it does in the real schedule, and between its bells people live."""

import heapq
import traceback
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from tests.season.town import Story, Town, on
from worker import tasks

WITHOUT_DELAY = ("send_messages", "send_texts")
EVERY_HOUR = ("expire_stale", "mind_families", "close_jobs", "ask_how_it_goes", "mind_shifts", "mind_workplaces")
BELLS: dict[str, tuple[str, ...]] = {
    "02:31": ("match_tonight", "look"),
    "05:20": ("keep_house",),
    "05:50": ("seal_trail",),
    "07:05": WITHOUT_DELAY,
    "08:25": (*EVERY_HOUR, *WITHOUT_DELAY),
    "12:25": ("expire_stale", "mind_families", "mind_shifts", *WITHOUT_DELAY),
    "15:45": ("expire_stale", "mind_families", "mind_shifts", "mind_searches", "watch_reading", *WITHOUT_DELAY),
    "18:25": ("expire_stale", "ask_how_it_goes", *WITHOUT_DELAY),
}
"""The house rings more often; what it does then is what it does here, a little later."""
SUNDAYS = ("04:00", ("train",))
SUNDAY = 6

Told = Callable[[Town], Story]


def rung() -> set[str]:
    return {task for bells in (*BELLS.values(), SUNDAYS[1]) for task in bells}


def bells_of(day: date) -> Iterator[tuple[datetime, tuple[str, ...]]]:
    for at, bells in [*BELLS.items(), *([SUNDAYS] if day.weekday() == SUNDAY else [])]:
        yield on(day, at), bells


def live(town: Town, stories: Iterable[tuple[date, Told]], *, first: date, last: date, travel: Any) -> list[str]:
    """Everything in the order of its moments. A story begins in the morning of its day, and goes on when it says.

    One that does not go as told leaves the others to go on; given back is what went wrong, all of it.
    """
    order, wrong = count(), list[str]()
    ahead = [(on(day, "10:00"), next(order), story(town)) for day, story in stories if day <= last]
    heapq.heapify(ahead)
    for number in range((last - first).days + 1):
        for moment, bells in sorted(bells_of(first + timedelta(days=number))):
            while ahead and ahead[0][0] <= moment:
                go_on(ahead, order, travel, wrong)
            travel.move_to(moment, tick=False)
            for task in bells:
                getattr(tasks, task)()
    return wrong


def go_on(ahead: list[tuple[datetime, int, Story]], order: Iterator[int], travel: Any, wrong: list[str]) -> None:
    moment, _place, story = heapq.heappop(ahead)
    travel.move_to(moment, tick=False)
    try:
        following = next(story, None)
        assert following is None or following > moment, "wants to go back in time"
    except (Exception, pytest.fail.Exception) as error:
        last = "".join(traceback.format_exception(error, limit=-4))
        wrong.append(f"on {moment:%Y-%m-%d %H:%M} {getattr(story, '__name__', 'a story')}\n{last}")
        return
    if following:
        heapq.heappush(ahead, (following, next(order), story))
