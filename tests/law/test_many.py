"""The fast form gives the answers of `judge_period`, for everybody at once."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jobplaneten.law.calendar import days_in
from jobplaneten.law.facts import Config, Hire, Job, Shift
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.many import Bench, Offer
from jobplaneten.law.pattern import Pattern
from jobplaneten.law.period import judge_period
from tests.law import town
from tests.law.jobs import shop
from tests.law.test_properties import ANY_JOBS, ANY_SHIFTS, FLAGS, HIRES, STAGES

CLOSED = st.sampled_from([(), *town.CLOSED])
STARTS = st.dates(date(2025, 5, 1), date(2027, 12, 20))
LENGTHS = st.integers(0, 80) | st.none()


@st.composite
def other_jobs(draw: st.DrawFn) -> Elsewhere:
    first, length = draw(STARTS), draw(LENGTHS)
    shifts = draw(st.lists(ANY_SHIFTS, min_size=1, max_size=2))
    return Elsewhere(tuple(shifts), first, None if length is None else first + timedelta(length))


LIVES = st.builds(
    Life,
    st.dates(date(2007, 1, 1), date(2015, 12, 31)),
    st.sampled_from([None, date(2026, 7, 31), date(2027, 7, 31), date(2028, 7, 31)]),
    CLOSED.map(days_in),
    st.lists(other_jobs(), max_size=1).map(tuple),
)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    stage: Any = draw(STAGES)
    pattern = Pattern(draw(ANY_JOBS), stage, draw(HIRES), draw(st.builds(Config, FLAGS)))
    first, length = draw(STARTS), draw(LENGTHS)
    return Offer(pattern, first, None if length is None else first + timedelta(length))


def straight(life: Life, offer: Offer) -> tuple[str, ...]:
    """The same question put to `judge_period`."""
    pattern, closed = offer.pattern, sorted(life.closed)
    return judge_period(
        life.born_on,
        life.schooling_ends_on,
        pattern.job,
        offer.first_on,
        offer.last_on,
        zip(closed, closed, strict=True),
        stage=pattern.stage,
        hire=pattern.hire,
        config=pattern.config,
        elsewhere=life.elsewhere,
    ).violations


@settings(max_examples=30)
@given(st.lists(LIVES, min_size=1, max_size=4), st.lists(offers(), min_size=1, max_size=3))
def test_many_are_judged_as_each_would_be(lives: list[Life], jobs: list[Offer]) -> None:
    bench = Bench(lives, jobs)
    for at, offer in enumerate(jobs):
        lawful = bench.lawful(at)
        for place, life in enumerate(lives):
            broken = straight(life, offer)
            assert bench.violations(place, at) == broken
            assert bool(lawful >> place & 1) is (not broken)


def test_a_town_is_judged_as_each_of_its_pairs_would_be() -> None:
    lives, jobs = town.lives(60, with_other_work=0.2), town.offers(6)
    bench = Bench(lives, jobs)
    found = {(place, at): bench.violations(place, at) for place in range(60) for at in range(6)}
    assert found == {(place, at): straight(lives[place], jobs[at]) for place, at in found}
    assert any(found.values())
    assert not all(found.values())


def test_an_offer_without_work_in_its_days_is_lawful_for_all() -> None:
    born, monday = date(2012, 3, 10), date(2026, 11, 23)
    idle = Offer(Pattern(shop(Shift.at("sun", "10:00", "18:00"), lift_kg=30)), monday, monday)
    bench = Bench([Life(born, None), Life(born, None, elsewhere=(Elsewhere((), monday),))], [idle])
    assert bench.lawful(0) == 0b11


def test_the_stage_of_the_offer_is_heard() -> None:
    monday, life = date(2026, 11, 23), Life(date(2010, 1, 1), None)
    job: Job = shop()
    ready = Hire(parents_informed=True, instruction_planned=True)
    patterns = [Pattern(job, "post"), Pattern(job, "hire"), Pattern(job, "hire", ready)]
    bench = Bench([life], [Offer(pattern, monday) for pattern in patterns])
    assert [bench.violations(0, at) for at in range(3)] == [(), ("INSTR-01",), ()]
