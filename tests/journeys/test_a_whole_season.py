"""Four people through a whole season in the browser: from a heart on a job to a paper that a stranger can check."""

from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.journeys import autumn, spring
from tests.journeys.conftest import OpenPage
from tests.journeys.stage import SIZES, Stage, set_stage

pytestmark = [
    pytest.mark.season,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("factories_day"),
]


@pytest.fixture(params=SIZES)
def stage(request: pytest.FixtureRequest, open_page: OpenPage, live_server: LiveServer, time_machine: Any) -> Stage:
    return set_stage(open_page, live_server.url, time_machine, SIZES[request.param])


def test_four_people_go_through_a_season(stage: Stage, console: list[str]) -> None:
    autumn.youth_finds_a_job_and_asks_for_it(stage)
    autumn.mentor_puts_it_forward(stage)
    autumn.youth_and_workplace_say_yes(stage)
    autumn.both_say_what_they_expect(stage)
    autumn.all_agree_to_the_terms(stage)
    autumn.papers_are_ticked_and_a_first_day_is_set(stage)
    autumn.youth_works_her_first_shift(stage)
    autumn.workplace_agrees_on_the_hours(stage)
    autumn.youth_is_ill(stage)
    autumn.mother_sees_the_shifts(stage)
    autumn.youth_and_workplace_say_how_it_goes(stage)
    autumn.mentor_reads_shows_and_writes(stage)
    autumn.something_nearly_goes_wrong(stage)
    spring.job_pauses_while_there_are_exams(stage)
    spring.mother_reads_arabic_for_a_while(stage)
    spring.youth_comes_back(stage)
    spring.youth_and_mentor_say_how_far_she_is(stage)
    spring.mentor_moves_her_a_step_up(stage)
    spring.workplace_says_a_last_day(stage)
    spring.workplace_says_how_it_went(stage)
    spring.workplace_recommends_her(stage)
    spring.youth_makes_a_resume(stage)
    spring.stranger_checks_a_certificate(stage, console)
