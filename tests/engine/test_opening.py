"""What would open most: every count is exact, by the plain rules asked about every pair."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.engine.cards import JobCard, WishCard
from matching.engine.eligibility import refusals
from matching.engine.opening import Jobs, Opening, changed, in_text, openings
from tests.engine.town import amina, care_home, town


def possible(wish: WishCard, jobs: list[JobCard], lawful: np.ndarray) -> set[int]:
    return {job.post for job, is_lawful in zip(jobs, lawful, strict=True) if is_lawful and not refusals(wish, job)}


def opened(wish: WishCard, jobs: list[JobCard], *, most: int = 99) -> list[tuple[str, int | str, int]]:
    found = Jobs(jobs).openings(wish, np.ones(len(jobs), dtype=np.bool_), most=most)
    return [(each.code, each.value, each.jobs) for each in found]


@given(st.integers(0, 10_000), st.integers(1, 60))
def test_after_the_change_there_are_just_as_many_more_jobs_as_was_said(seed: int, posts: int) -> None:
    wishes, jobs = town(4, posts, seed)
    lawful = np.random.default_rng(seed).random(posts) < 0.8
    for wish in wishes:
        now = possible(wish, jobs, lawful)
        for each in Jobs(jobs).openings(wish, lawful, most=99):
            then = possible(changed(wish, each), jobs, lawful)
            assert then > now
            assert len(then - now) == each.jobs


@given(st.integers(0, 10_000))
def test_nothing_that_would_open_a_job_is_left_out(seed: int) -> None:
    wishes, jobs = town(4, 40, seed)
    lawful = np.ones(40, dtype=np.bool_)
    for wish in wishes:
        said = {(each.code, each.value) for each in Jobs(jobs).openings(wish, lawful, most=99)}
        now = possible(wish, jobs, lawful)
        tried: list[tuple[str, int | str]] = [("mode", mode) for mode in sorted({"walk", "bike", "bus"} - wish.modes)]
        tried += [("free", day) for day in range(7)] + [("blocked", in_text(span)) for span in wish.blocked]
        tried += [] if wish.next_step_ok else [("next_step", 0)]
        helps = {each for each in tried if possible(changed(wish, Opening(*each, 0)), jobs, lawful) > now}
        assert helps == {each for each in said if each[0] != "minutes"}
        longer = possible(replace(wish, max_minutes=wish.max_minutes + 60), jobs, lawful) > now
        assert longer >= any(code == "minutes" for code, _value in said)


def test_a_few_minutes_more_are_told_in_fives_and_in_kilometres() -> None:
    job = care_home(place=(55.53, 12.19))
    [found] = Jobs([job]).openings(amina(), np.array([True]))
    assert (found.code, found.jobs) == ("minutes", 1)
    assert int(found.value) % 5 == 0
    assert found.km == round(int(found.value) * 14 / 60, 1)
    assert refusals(replace(amina(), max_minutes=30 + int(found.value) - 5), job)


def test_the_least_that_helps_is_told_beside_the_most() -> None:
    jobs = [care_home(post=1, place=(55.53, 12.19)), care_home(post=2, place=(55.58, 12.19))]
    found = [each for each in opened(amina(), jobs) if each[0] == "minutes"]
    assert [jobs_ for _code, _minutes, jobs_ in found] == [2, 1]


def test_one_afternoon_more_one_time_given_up_and_one_step_up() -> None:
    other_day = care_home(post=1, shifts=((2, 930, 1050),))
    assert opened(amina(), [other_day]) == [("free", 2, 1)]
    saturday = care_home(post=1, shifts=((5, 600, 720),))
    assert opened(amina(), [saturday]) == [("free", 5, 1)]
    assert opened(amina(blocked=((1, 1000, 1010),)), [care_home()]) == [("blocked", "1 1000 1010", 1)]
    assert opened(amina(), [care_home(steps=frozenset({3}))]) == [("next_step", 0, 1)]
    assert opened(amina(modes=frozenset({"walk"})), [care_home(place=(55.49, 12.19))])[0] in [
        ("mode", "bike", 1),
        ("minutes", 30, 1),
        ("mode", "bus", 1),
    ]


def test_what_opens_most_comes_first() -> None:
    jobs = [care_home(post=n, steps=frozenset({3})) for n in (1, 2)] + [care_home(post=3, shifts=((2, 930, 1050),))]
    assert opened(amina(), jobs) == [("next_step", 0, 2), ("free", 2, 1)]
    assert opened(amina(), jobs, most=1) == [("next_step", 0, 2)]


def test_nothing_opens_what_the_law_the_age_the_seats_or_an_answer_close() -> None:
    far = care_home(steps=frozenset({3}))
    assert Jobs([far]).openings(amina(), np.array([False])) == ()
    for card in (
        amina(age=13),
        amina(earlier_no=frozenset({1})),
        amina(already=frozenset({1})),
        amina(hidden=frozenset({1})),
    ):
        assert opened(card, [far]) == []
    assert opened(amina(), [replace(far, seats=0)]) == []
    assert opened(amina(), []) == []


def test_a_town_is_asked_youth_by_youth() -> None:
    wishes, jobs = town(6, 12)
    lawful = {wish.youth: np.ones(12, dtype=np.bool_) for wish in wishes}
    found = openings(wishes, jobs, lawful, most=2)
    assert found.keys() == lawful.keys()
    assert all(len(each) <= 2 for each in found.values())
