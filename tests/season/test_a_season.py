"""From August to the end of February, day by day, through the real actions and the real clock.

Everything that the service promises about a job happens at least once: `make season` tells on which day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from tests.messaging.sink import Sink, smtp_sink
from tests.season import answering, beginning, climbing, ending, following, looking, working
from tests.season.living import Told, live, rung
from tests.season.rules import all_rules
from tests.season.town import Town, on
from tests.season.watching import Watch, look_on
from worker.schedule import schedule

FIRST, LAST = date(2026, 8, 10), date(2027, 2, 26)
pytestmark = pytest.mark.django_db


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    with smtp_sink() as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield sink


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch, time_machine: TimeMachineFixture) -> Town:
    time_machine.move_to(on(FIRST, "01:00"))
    watch = Watch()
    look_on(watch, monkeypatch)
    return Town(watch)


def stories(sink: Sink) -> list[tuple[date, Told]]:
    """Every story on its day, one or two a day, so that many lives go on at once."""
    told: list[Told] = [
        following.half_a_year_in_one_job,
        following.who_needs_the_mentor_today,
        climbing.a_newcomer_is_let_in,
        climbing.a_step_on_evidence,
        ending.the_workplace_says_stop,
        climbing.nobody_is_forgotten_on_a_step,
        beginning.every_paper_of_a_job_with_children,
        working.a_season_of_thumbs,
        ending.a_job_for_a_season,
        answering.a_youth_does_not_answer,
        answering.a_workplace_does_not_answer,
        answering.a_refusal_says_why,
        answering.one_yes_lets_the_other_seat_go,
        answering.the_last_seat_and_the_line_for_it,
        answering.a_workplace_holds_a_pause,
        answering.all_that_people_say_to_a_proposal,
        beginning.a_kitchen_wants_hygiene,
        beginning.a_tick_lapses_when_the_job_changes,
        beginning.an_agreement_on_paper,
        ending.the_youth_says_stop,
        ending.a_parent_says_stop,
        ending.the_mentor_says_stop,
        ending.a_pause_for_the_exams,
        ending.a_yes_at_home_is_taken_back,
        ending.it_comes_to_nothing_before_the_first_day,
        working.shifts_that_move,
        working.hours_that_two_see_differently,
        working.two_jobs_at_once,
        working.the_school_gets_its_exams,
        working.calendars_on_four_phones,
        following.a_sour_smiley,
        following.nobody_says_anything,
        following.somebody_did_not_come,
        following.it_nearly_went_wrong,
        following.the_mentor_goes_on_holiday,
        following.three_voices_on_eight_lines,
        climbing.two_pairs_of_eyes,
        climbing.back_and_pause_without_shame,
        climbing.what_a_youth_takes_along,
        looking.a_heart_and_a_question,
        looking.a_search_that_keeps_looking,
        looking.a_morning_with_thirty_youths,
        looking.a_post_in_three_minutes,
        looking.a_post_comes_back_and_is_closed,
        looking.fifteen_in_the_middle_of_it,
        looking.eighteen_in_the_middle_of_it,
        looking.a_mother_comes_in,
        looking.two_texts_a_day_and_none_at_night,
        looking.once_a_day_is_enough,
    ]
    begin = [(FIRST + timedelta(days=1 + number), story) for number, story in enumerate(told)]
    last: list[Told] = [
        answering.everybody_can_read_how_many_are_answered,
        partial(looking.the_sink_is_away, sink=sink),
        partial(looking.an_address_where_nobody_is, sink=sink),
    ]
    return begin + [(FIRST + timedelta(days=150 + 8 * number), story) for number, story in enumerate(last)]


def test_the_clock_of_a_season_rings_every_bell_of_the_house() -> None:
    assert rung() == {task["task"].rpartition(".")[2] for task in schedule(tick_seconds=60).values()}


@pytest.mark.season
def test_in_a_season_every_rule_fires(
    town: Town, sink: Sink, time_machine: TimeMachineFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = live(town, stories(sink), first=FIRST, last=LAST, travel=time_machine)
    rules = all_rules()
    with capsys.disabled():
        for rule in rules:
            times, first = town.watch.seen.get(rule, (0, None))
            print(f"{times:5} times, first {first or 'never'}: {rule}")  # noqa: T201
        print(f"{sum(rule in town.watch.seen for rule in rules)} of {len(rules)} rules fired")  # noqa: T201
    assert "\n".join(wrong) == ""
    assert [rule for rule in rules if rule not in town.watch.seen] == []
