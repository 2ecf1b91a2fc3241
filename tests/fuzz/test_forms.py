"""The short version of `make fuzz`: every form of a role, with the worst words and with more than its own fields."""

import pytest
from django.core.cache import cache

from tests.fuzz.trying import Trial, tried
from tests.fuzz.words import WORST
from tests.house.world import build

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_has_to_wait() -> None:
    cache.clear()


@pytest.mark.parametrize("actor", ["amina", "bo", "elin"])
def test_no_hostile_word_breaks_a_form(actor: str) -> None:
    trial = Trial(build(), actor)
    assert [fault for form in trial.forms for word in WORST for fault in tried(trial, form, word)] == []
    assert len(trial.forms) > 4


@pytest.mark.usefixtures("quick_doors")
@pytest.mark.parametrize(
    "actor", ["amina", "elin", "guardian", *(pytest.param(who, marks=pytest.mark.doors) for who in ("bo", "dorte"))]
)
def test_no_form_writes_more_than_its_own_fields(actor: str) -> None:
    trial = Trial(build(), actor)
    assert {form.action: more for form in trial.forms if (more := trial.smuggled(form))} == {}
