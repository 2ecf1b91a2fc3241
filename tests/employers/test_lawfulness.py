from datetime import date
from typing import Any

import pytest

from employers.forms.widgets import CHORE_KINDS
from employers.lawfulness import (
    GROUP_LABELS,
    judge_post,
    law_job,
    lawful_groups,
    missing_fields,
    verdicts,
    wanted_groups,
)
from employers.models import EmployerKind, Post, Shift
from jobplaneten.chores import Chore
from jobplaneten.law.groups import POST_GROUPS
from jobplaneten.schools.models import ClosedDays, School
from tests.factories import NOW, TODAY, EmployerFactory, PostFactory, ShiftFactory

ALL = set(POST_GROUPS)
FINISHED = {"15-17_finished", "18"}


def post(**facts: Any) -> Post:
    said = {"workplace": "shop", "chores": ["sort_goods"], "help": 2, "adult_on_site": "Karen"} | facts
    return Post(title="x", employer=EmployerFactory.build(vetted_by=None, confirmed_by=None), **said)


def legal(job: Post, *shifts: Shift) -> set[str]:
    return {group for group, findings in judge_post(job, TODAY, shifts).items() if findings.legal}


def shift(starts: int = 15, ends: int = 17, weekday: int = 1) -> Shift:
    return Shift(weekday=weekday, starts=starts * 60, ends=ends * 60)


def test_the_groups_are_those_of_the_law() -> None:
    assert set(GROUP_LABELS) == ALL


def test_a_light_short_job_is_lawful_for_all() -> None:
    assert legal(post(), shift()) == ALL


@pytest.mark.parametrize(
    ("facts", "groups"),
    [
        ({"chores": ["welding"]}, FINISHED),
        ({"chores": ["guard_duty"]}, {"18"}),
        ({"lift_kg": 13}, {"18"}),
        ({"machines": "hazard"}, {"18"}),
        ({"chemicals": "hazard_labelled"}, {"18"}),
        ({"alcohol": "venue_serving_room", "workplace": "bar"}, {"18"}),
        ({"alcohol": "venue_serving_room", "workplace": "restaurant", "chores": ["clear_tables"]}, FINISHED),
        ({"alcohol": "venue_serving_room", "workplace": "restaurant", "chores": ["clear_tables"], "help": 1}, {"18"}),
        ({"help": 0, "adult_on_site": ""}, {"18"}),
        ({"dangers": ["extreme_temperature"]}, {"18"}),
        ({"dangers": ["violence"]}, ALL),
        ({"dangers": ["violence"], "is_alone": True}, {"18"}),
        ({"chores": ["light_checkout"], "alcohol": "retail_checkout"}, FINISHED),
        ({"chores": ["light_checkout"], "alcohol": "retail_checkout", "has_quick_help": True}, ALL),
        ({"chores": ["sort_goods"], "alcohol": "retail_checkout"}, ALL),
    ],
)
def test_every_fact_of_the_post_reaches_the_law(facts: dict[str, Any], groups: set[str]) -> None:
    assert legal(post(**facts), shift()) == groups


def test_the_hours_reach_the_law() -> None:
    assert legal(post(), shift(15, 18)) == FINISHED
    assert legal(post(), shift(22, 24)) == {"18"}


def test_a_municipality_is_an_ordinary_employer_to_the_law() -> None:
    for kind in EmployerKind:
        job = post()
        assert job.employer is not None
        job.employer.kind = kind
        assert law_job(job, []).employer_type in {"company", "housing_association", "association"}


def test_the_reasons_name_the_chores_in_danish() -> None:
    thirteen = verdicts(post(chores=["welding", "sort_goods"]), TODAY, [shift()])[0]
    assert not thirteen["is_legal"]
    said = " ".join(reason.words for reason in thirteen["reasons"])
    assert "svejse" in said
    assert "welding" not in said


def test_every_reason_reads_as_a_sentence() -> None:
    worst = post(
        chores=list(Chore.values),
        is_alone=True,
        lift_kg=60,
        machines="vehicle",
        chemicals="toxic_cmr_corrosive_explosive",
        alcohol="venue_serving_room",
        workplace="kiosk",
        help=0,
        adult_on_site="",
    )
    shifts = [shift(0, 4, day) for day in range(7)] + [shift(5, 24, day) for day in range(7)]
    for verdict in verdicts(worst, TODAY, shifts):
        for reason in [*verdict["reasons"], *verdict["cautions"], *verdict["gates"]]:
            assert "{" not in reason.words
            assert "_" not in reason.words


@pytest.mark.parametrize(
    ("ages", "groups"),
    [
        ((13, 14), {"13-14"}),
        ((14, 15), ALL - {"18"}),
        ((18, 18), {"18"}),
        ((13, 18), ALL),
        ((16, 17), ALL - {"13-14", "18"}),
    ],
)
def test_the_age_band_chooses_the_groups(ages: tuple[int, int], groups: set[str]) -> None:
    assert wanted_groups(Post(age_from=ages[0], age_to=ages[1])) == groups


@pytest.mark.django_db
def test_a_post_is_judged_by_the_day_that_it_begins() -> None:
    ready = PostFactory(starts_on=date(2027, 1, 4))
    assert lawful_groups(ready, TODAY) == ALL


@pytest.mark.django_db
def test_a_whole_post_lacks_nothing_and_an_empty_one_says_all() -> None:
    assert missing_fields(PostFactory()) == []
    bare = Post.objects.create(title="x", changed_at="2026-11-23T08:00:00Z")
    said = {field for field, _label in missing_fields(bare)}
    assert said == {
        "employer",
        "category",
        "workplace",
        "chores",
        "steps",
        "help",
        "adult_on_site",
        "shifts",
        "starts_on",
        "postcode",
        "place",
        "pay_hour",
    }


@pytest.mark.django_db
def test_other_chores_must_be_told_in_words() -> None:
    job = PostFactory(chores=["other"], text="")
    assert [field for field, _label in missing_fields(job)] == ["text"]
    job.text = "Pynte vinduer"
    assert missing_fields(job) == []


@pytest.mark.django_db
def test_saved_shifts_are_those_that_are_judged() -> None:
    job = PostFactory()
    ShiftFactory(post=job, weekday=2, starts=22 * 60, ends=24 * 60)
    assert lawful_groups(job, TODAY) == {"18"}


def test_every_chore_stands_in_one_group_of_chips() -> None:
    shown = [chore for chores in CHORE_KINDS.values() for chore in chores]
    assert sorted(shown) == sorted(Chore)


def test_a_reason_says_where_it_is_written_and_whether_its_reading_is_settled() -> None:
    heavy_and_late = post(lift_kg=13)
    thirteen = verdicts(heavy_and_late, TODAY, [shift(19, 21)])[0]
    assert all(reason.source.startswith("https://") for reason in thirteen["reasons"])
    assert {reason.is_sure for reason in thirteen["reasons"]} == {True, False}


def test_what_must_be_in_place_before_the_first_shift_is_told_and_stops_nothing() -> None:
    thirteen, *_others, adult = verdicts(post(machines="harmless"), TODAY, [shift()])
    assert thirteen["is_legal"]
    told = " ".join(reason.words for reason in thirteen["gates"])
    assert "forældrene" in told
    assert "maskine" in told
    assert adult["gates"] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("starts_on", "ends_on", "groups"),
    [
        (date(2027, 6, 28), date(2027, 8, 6), ALL),
        (date(2027, 6, 28), None, FINISHED),
        (date(2027, 6, 28), date(2027, 8, 9), FINISHED),
        (date(2027, 6, 24), date(2027, 7, 9), FINISHED),
        (date(2027, 7, 9), date(2027, 7, 5), FINISHED),
    ],
)
def test_a_job_that_lies_in_the_holidays_has_no_school_days(
    starts_on: date, ends_on: date | None, groups: set[str]
) -> None:
    ClosedDays.objects.create(first_on=date(2027, 6, 26), last_on=date(2027, 8, 8), name="Sommerferie", at=NOW)
    summer_job = post(starts_on=starts_on, ends_on=ends_on)
    assert legal(summer_job, shift(10, 14, 1), shift(10, 14, 2)) == groups
    own_school = School.objects.create(name="Privatskolen", follows_municipality=False)
    ClosedDays.objects.create(school=own_school, first_on=date(2027, 1, 1), last_on=date(2027, 3, 1), name="x", at=NOW)
    assert legal(post(starts_on=date(2027, 1, 4), ends_on=date(2027, 1, 31)), shift(10, 14)) == FINISHED
