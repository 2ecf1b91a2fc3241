"""A poisoned row is set aside with its reason; the others go on."""

import dataclasses

import pytest

from matching.engine.cards import JobCard, WishCard, sort_out
from matching.engine.reading import CardError, SetAside, read_rows
from tests.engine.town import AMINA, CARE_HOME, amina, care_home

WISH_ROW: dict[str, object] = {
    "youth": 1,
    "age": 15,
    "step": 2,
    "next_step_ok": False,
    "place": [55.4, 12.1],
    "modes": ["bike"],
    "max_minutes": 30,
    "free": [[1, 900, 1140]],
    "skills": {"skill1": 2},
    "somebody else's key": "is passed over",
}
JOB_ROW: dict[str, object] = {
    "post": 5,
    "employer": 2,
    "steps": [1, 2],
    "age_min": 13,
    "age_max": 17,
    "place": [55.4, 12.1],
    "shifts": [[1, 930, 1050]],
    "seats": 1,
    "tasks": ["task1"],
}


def test_a_whole_row_becomes_a_card() -> None:
    wish = WishCard.from_mapping(WISH_ROW)
    assert wish.place == (55.4, 12.1)
    assert wish.free == ((1, 900, 1140),)
    assert wish.modes == frozenset({"bike"})
    assert wish.likes == frozenset()
    job = JobCard.from_mapping(JOB_ROW)
    assert job.steps == frozenset({1, 2})


def test_a_card_survives_the_way_through_a_mapping() -> None:
    assert WishCard.from_mapping(dataclasses.asdict(AMINA)) == AMINA
    assert JobCard.from_mapping(dataclasses.asdict(CARE_HOME)) == CARE_HOME


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"place": None}, "place_missing"),
        ({"place": [95.0, 12.0]}, "place_absurd"),
        ({"place": [float("nan"), 12.0]}, "place_absurd"),
        ({"place": ["north", 12.0]}, "malformed"),
        ({"place": [55.4]}, "malformed"),
        ({"free": [[1, 900, 900]]}, "hours_absurd"),
        ({"free": [[7, 900, 1000]]}, "hours_absurd"),
        ({"blocked": [[1, -5, 1000]]}, "hours_absurd"),
        ({"blocked": [[1, 900, 1500]]}, "hours_absurd"),
        ({"free": "always"}, "malformed"),
        ({"free": [[1, 900]]}, "malformed"),
        ({"skills": {}}, "vocabulary_empty"),
        ({"skills": {" ": 1}}, "code_empty"),
        ({"likes": [""]}, "code_empty"),
        ({"skills": {"skill1": 4}}, "level_absurd"),
        ({"skills": ["skill1"]}, "malformed"),
        ({"modes": []}, "modes_missing"),
        ({"modes": ["helicopter"]}, "modes_unknown"),
        ({"max_minutes": -1}, "travel_absurd"),
        ({"age": 0}, "age_absurd"),
        ({"age": "15"}, "malformed"),
        ({"age": True}, "malformed"),
        ({"step": 0}, "step_absurd"),
        ({"next_step_ok": "yes"}, "malformed"),
        ({"dream": 7}, "malformed"),
        ({"waiting_days": -1}, "count_absurd"),
        ({"open_proposals": -1}, "count_absurd"),
        ({"youth": 2**70}, "malformed"),
    ],
)
def test_a_poisoned_wish_says_why(change: dict[str, object], reason: str) -> None:
    with pytest.raises(CardError) as refused:
        WishCard.from_mapping(WISH_ROW | change)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"place": None}, "place_missing"),
        ({"place": [55.0, 190.0]}, "place_absurd"),
        ({"shifts": []}, "shifts_missing"),
        ({"shifts": [[1, 0, 1000]]}, "hours_absurd"),
        ({"shifts": [[day, 600, 1200] for day in range(5)]}, "hours_absurd"),
        ({"shifts": [[1, 900, 1000], [1, 950, 1050]]}, "hours_absurd"),
        ({"shifts": [[1, 900, 1000], [9, 950, 1050]]}, "hours_absurd"),
        ({"tasks": []}, "vocabulary_empty"),
        ({"tasks": ["  "]}, "code_empty"),
        ({"needs": {"skill1": 0}}, "level_absurd"),
        ({"steps": []}, "steps_missing"),
        ({"steps": [12]}, "step_absurd"),
        ({"age_min": 18, "age_max": 13}, "age_absurd"),
        ({"seats": -1}, "count_absurd"),
        ({"open_candidates": -1}, "count_absurd"),
        ({"help": 4}, "help_absurd"),
        ({"post": -1}, "malformed"),
    ],
)
def test_a_poisoned_job_says_why(change: dict[str, object], reason: str) -> None:
    with pytest.raises(CardError) as refused:
        JobCard.from_mapping(JOB_ROW | change)
    assert refused.value.reason == reason


def test_a_missing_field_is_named() -> None:
    with pytest.raises(CardError) as refused:
        WishCard.from_mapping({key: WISH_ROW[key] for key in WISH_ROW if key != "place"})
    assert refused.value.reason == "place_missing"


def test_bad_rows_do_not_stop_the_reading_of_good_ones() -> None:
    rows = [WISH_ROW | {"youth": 9}, WISH_ROW | {"youth": 8, "place": None}, {"age": 3}, ["not", "a", "row"]]
    cards, aside = read_rows(rows, WishCard.from_mapping, "youth")  # type: ignore[arg-type]
    assert [card.youth for card in cards] == [9]
    assert aside == [
        SetAside("youth", 8, "place_missing", "place"),
        SetAside("youth", 2, "youth_missing", "youth"),
        SetAside("youth", 3, "malformed", "not a mapping"),
    ]


def test_cards_are_sorted_out_by_id_and_soundness() -> None:
    good, late = amina(youth=3), amina(youth=2)
    sound, aside = sort_out("youth", [good, amina(youth=5, place=None), late])
    assert sound == [late, good]
    assert aside == [SetAside("youth", 5, "place_missing", "place")]


def test_two_cards_of_the_same_youth_are_both_set_aside() -> None:
    sound, aside = sort_out("youth", [amina(), amina(age=17), amina(youth=2)])
    assert [card.youth for card in sound] == [2]
    assert aside == [SetAside("youth", 1, "duplicate", "youth")]


def test_a_card_of_nonsense_is_set_aside_too() -> None:
    sound, aside = sort_out("post", [care_home(shifts=None), care_home(post="five")])
    assert sound == []
    assert aside == [SetAside("post", -1, "malformed", "TypeError"), SetAside("post", 1, "malformed", "TypeError")]
