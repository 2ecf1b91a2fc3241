"""The public page says what `judge` says, in plain words with a source, and remembers nobody."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from jobplaneten.chores import Chore
from jobplaneten.law import judge
from jobplaneten.law.book import BOOK
from jobplaneten.law.clock import clock
from jobplaneten.rights.answer import Kind, answer
from jobplaneten.rights.examples import EXAMPLES, examples
from jobplaneten.rights.forms import WEEKS, WHO, MayIForm
from jobplaneten.rights.question import Question

ON = date(2026, 12, 1)
PAGE = "/maa-jeg/"
SATURDAY = {"who": "13", "task": "light_checkout", "day": "5", "start": "10:00", "end": "14:00"}


def choices(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([str(value) for value, _label in MayIForm.base_fields[name].choices])  # type: ignore[attr-defined]


ASKED = st.fixed_dictionaries(
    {
        "who": st.sampled_from(list(WHO)),
        "task": st.sampled_from(Chore.values),
        "day": st.sampled_from([str(day) for day in range(7)]),
        "week": st.sampled_from([value for value, _label in WEEKS]),
        "start": st.integers(0, 70).map(lambda quarter: clock(quarter * 15)),
        "end": st.integers(72, 95).map(lambda quarter: clock(quarter * 15)),
    },
    optional={
        "other_hours": st.integers(0, 20).map(str),
        "pause": st.sampled_from(["0", "15"]),
        "place": choices("place"),
        "alcohol": choices("alcohol"),
        "machines": choices("machines"),
        "chemicals": choices("chemicals"),
        "helped": st.just("on"),
        "alone": st.just("on"),
        "kilos": st.sampled_from(["5", "15", "30"]),
    },
)


def asked_for(said: dict[str, str]) -> Question:
    form = MayIForm(said)
    assert form.is_valid(), form.errors
    return form.question()


@settings(max_examples=40, deadline=None)
@given(ASKED)
def test_the_answer_is_that_of_the_law(asked: dict[str, str]) -> None:
    question = asked_for(asked)
    law = judge(question.youth, question.job, "post", ON)
    found = answer(question, ON)
    if question.task != Chore.OTHER or question.youth.age >= 18:
        assert (found.kind == Kind.YES) == law.legal
    assert found.kind != Kind.NO or not law.legal
    assert all(said.words and said.source.startswith("http") for said in [*found.reasons, *found.minded])
    if not law.legal and found.kind != Kind.UNKNOWN:
        assert len(found.reasons) >= len(law.violations)


@settings(max_examples=40, deadline=None)
@given(ASKED)
def test_who_asks_for_the_change_that_was_offered_may(asked: dict[str, str]) -> None:
    found = answer(asked_for(asked), ON)
    if not found.mended:
        return
    again = asked_for(asked | found.mended)
    assert judge(again.youth, again.job, "post", ON).legal


def kind(**asked: str) -> Kind:
    return answer(asked_for(SATURDAY | asked), ON).kind


def test_a_thirteen_year_old_may_sit_at_a_light_till_on_a_saturday() -> None:
    assert kind() == Kind.YES


def test_at_a_till_it_is_said_that_customers_may_have_to_be_asked_their_age() -> None:
    assert any("tjekke kunders alder" in said.words for said in answer(asked_for(SATURDAY), ON).minded)


def test_where_a_break_is_all_that_lacks_the_answer_is_yes_if() -> None:
    assert kind(end="16:30") == Kind.IF


def test_three_hours_on_a_school_day_are_a_no_and_in_the_holidays_a_yes() -> None:
    wednesday = {"day": "2", "start": "15:00", "end": "18:00"}
    assert (kind(**wednesday), kind(**wednesday, week="ferie")) == (Kind.NO, Kind.YES)


def test_other_tasks_are_unknown_unless_the_hours_alone_forbid_them() -> None:
    assert (kind(task="other"), kind(task="other", who="16f")) == (Kind.UNKNOWN, Kind.UNKNOWN)
    assert kind(task="other", end="23:00") == Kind.NO


def test_a_task_brings_its_machine_along() -> None:
    assert kind(task="hedge_trimming_motor", who="16f") == Kind.IF
    assert kind(task="mow_ride_on", who="16f") == Kind.UNKNOWN
    assert kind(task="hedge_trimming_motor") == Kind.NO


def test_the_limits_of_an_age_stand_in_the_book() -> None:
    found = answer(asked_for(SATURDAY), ON)
    hours = BOOK.on(ON).entries["T-DAY-SCHOOL-2"].number("hours")
    assert f"Højst {hours} timer" in {limit.most for limit in found.limits}


def test_who_is_too_young_hears_when_it_begins(client: Client) -> None:
    page = client.get(f"{PAGE}?{urlencode(SATURDAY | {'who': '12'})}").content.decode()
    assert "Når du er fyldt 13 år, kan du få et job." in page


def test_grown_ups_hear_that_the_rules_end(client: Client) -> None:
    page = client.get(
        f"{PAGE}?{urlencode(SATURDAY | {'who': '18', 'start': '00:00', 'end': '23:00'})}"
    ).content.decode()
    assert "Ja, det må du" in page
    assert "18 år" in page


@pytest.mark.parametrize(("words", "query"), examples(), ids=[str(words) for words, _said in EXAMPLES])
def test_an_example_to_tap_has_an_answer(client: Client, words: str, query: str) -> None:
    assert 'id="svar"' in client.get(f"{PAGE}?{query}").content.decode()


@pytest.mark.parametrize(
    ("typed", "minutes"), [("9", 540), ("9.30", 570), ("930", 570), ("24:00", 1440), ("09:30", 570)]
)
def test_a_time_is_read_as_hands_write_it(typed: str, minutes: int) -> None:
    assert MayIForm.base_fields["end"].clean(typed) == minutes


def test_a_mistake_is_told_beside_its_field_and_what_was_typed_stays(client: Client) -> None:
    page = client.get(f"{PAGE}?{urlencode(SATURDAY | {'start': 'kvart over', 'end': '14.00'})}").content.decode()
    assert "Skriv et klokkeslæt" in page
    assert 'value="kvart over"' in page
    assert 'id="svar"' not in page


def test_midnight_ends_the_day_and_an_end_comes_after_its_beginning() -> None:
    assert MayIForm(SATURDAY | {"end": "00:00"}).is_valid()
    assert "end" in MayIForm(SATURDAY | {"end": "09:00"}).errors
    assert "pause" in MayIForm(SATURDAY | {"end": "10:15", "pause": "30"}).errors
