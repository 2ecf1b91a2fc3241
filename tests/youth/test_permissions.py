from datetime import date
from typing import Any

import pytest

from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from tests.factories import NOW, TODAY, GuardianWordFactory, UserFactory, YouthFactory
from youth.actions import write_guardian_word
from youth.models import How, Word, Youth
from youth.permissions import (
    guardian_stop,
    may_be_mentor_of,
    may_edit_profile,
    may_let_in,
    may_move_step,
)

pytestmark = pytest.mark.django_db

FREE = ""
NOT_TOLD = "Forældrene mangler at få besked om job og regler."
NO_YES = "Der mangler et ja fra forældrene."
SAID_NO = "Forældrene har sagt nej."
TOOK_BACK = "Forældrene har trukket deres ja tilbage."


@pytest.mark.parametrize(
    ("words", "at_14", "at_15", "at_18"),
    [
        ([], NOT_TOLD, NOT_TOLD, FREE),
        (["informed"], NO_YES, FREE, FREE),
        (["yes"], NOT_TOLD, NOT_TOLD, FREE),
        (["informed", "yes"], FREE, FREE, FREE),
        (["yes", "informed"], FREE, FREE, FREE),
        (["informed", "yes", "no"], SAID_NO, SAID_NO, FREE),
        (["informed", "no", "yes"], FREE, FREE, FREE),
        (["informed", "yes", "withdrawn"], TOOK_BACK, TOOK_BACK, FREE),
        (["informed", "no", "informed"], SAID_NO, SAID_NO, FREE),
    ],
)
def test_what_the_guardians_said_decides_by_age(
    area: Any, words: list[str], at_14: str, at_15: str, at_18: str
) -> None:
    youth = YouthFactory(area=area, born_on=date(2012, 6, 1))
    for number, word in enumerate(words, start=1):
        GuardianWordFactory(youth=youth, word=word, said_on=date(2026, 1, number))
    days = (date(2027, 5, 31), date(2027, 6, 1), date(2030, 6, 1))
    assert tuple(guardian_stop(youth, day) for day in days) == (at_14, at_15, at_18)


def test_words_written_down_late_count_by_the_day_they_were_said(area: Any) -> None:
    youth = YouthFactory(area=area, guardian_says_yes=True)
    GuardianWordFactory(youth=youth, word=Word.NO, said_on=date(2026, 1, 1))
    assert guardian_stop(youth, TODAY) == FREE


def test_words_handed_in_spare_the_query(amina: Youth, django_assert_num_queries: Any) -> None:
    words = list(amina.guardian_words.all())
    with django_assert_num_queries(0):
        assert guardian_stop(amina, TODAY, words) == FREE
        assert guardian_stop(amina, TODAY, []) == NOT_TOLD


def test_a_guardian_s_word_is_written_with_who_heard_it(amina: Youth, bo: User) -> None:
    word = write_guardian_word(amina, word=Word.NO, said_on=TODAY, how=How.SMS, guardian="far", by=bo, now=NOW)
    assert (word.by, word.written_at) == (bo, NOW)
    assert Entry.objects.get(verb="guardian_word").detail == {"word": "no"}
    assert guardian_stop(amina, TODAY) == SAID_NO


def test_who_may_do_what_with_a_youth(amina: Youth, bo: User, carla: User, dorte: User, elif_: Any) -> None:
    neighbour = UserFactory(areas=[amina.area])
    everybody = (amina.user, bo, neighbour, carla, dorte, elif_.user)
    assert [may_edit_profile(user, amina) for user in everybody] == [True, False, False, False, False, False]
    assert [may_let_in(user, amina) for user in everybody] == [False, True, True, False, True, False]
    assert [may_be_mentor_of(user, amina) for user in everybody] == [False, True, True, False, False, False]
    assert [may_move_step(user, amina) for user in everybody] == [False, True, False, False, True, False]


def test_the_line_of_sight(amina: Youth, bo: User, carla: User, dorte: User, elif_: Any) -> None:
    waiting = YouthFactory(is_waiting=True, area=amina.area)
    neighbour = UserFactory(areas=[amina.area])
    seen = {user: set(Youth.objects.visible_to(user)) for user in (amina.user, bo, neighbour, carla, dorte, elif_.user)}
    assert list(seen.values()) == [{amina}, {amina, waiting}, {waiting}, set(), {amina, waiting}, set()]
    assert not Youth.objects.in_areas_of(elif_.user).exists()
    assert not Youth.objects.in_areas_of(amina.user).exists()
