"""Posting a lawful job must take three minutes and no courage, so what one begins with has to hold."""

from datetime import date

import pytest

from employers.beginnings import started
from employers.lawfulness import judge_post, missing_fields, wanted_groups
from employers.starters import STARTERS
from tests.factories import EmployerFactory

LEFT_TO_SAY = {"adult_on_site", "starts_on", "pay_hour"}
DAYS_OF_A_YEAR = [date(2026, 11, 23), date(2026, 12, 24), date(2027, 2, 17), date(2027, 5, 6), date(2027, 7, 14)]


@pytest.mark.parametrize("code", STARTERS)
@pytest.mark.parametrize("day", DAYS_OF_A_YEAR)
def test_a_starter_is_lawful_for_every_group_it_says_it_suits(code: str, day: date) -> None:
    begun = started(STARTERS[code], EmployerFactory.build(vetted_by=None))
    verdicts = judge_post(begun.post, day, begun.shifts)
    assert {group: verdicts[group].violations for group in wanted_groups(begun.post)} == dict.fromkeys(
        wanted_groups(begun.post), ()
    )
    assert all(verdicts[group].warnings == () for group in wanted_groups(begun.post))


@pytest.mark.django_db
@pytest.mark.parametrize("code", STARTERS)
def test_a_starter_lacks_only_what_nobody_can_know_beforehand(code: str) -> None:
    begun = started(STARTERS[code], EmployerFactory())
    assert {field for field, _label in missing_fields(begun.post, begun.shifts)} == LEFT_TO_SAY
