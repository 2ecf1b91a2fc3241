from datetime import date, timedelta
from typing import Any

import pytest

from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from tests.factories import NOW, TODAY, GuardianWordFactory, UserFactory, YouthFactory
from youth.actions import write_guardian_word
from youth.models import How, OwnWord, Scope, Word, Youth
from youth.permissions import (
    guardian_stop,
    may_be_mentor_of,
    may_edit_profile,
    may_let_in,
    may_move_step,
    parents_stop,
)
from youth.policy import Switch

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
    assert tuple(parents_stop(youth, day) for day in days) == (at_14, at_15, at_18)


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


# ── more than one guardian, more than one question, and the youth's own yes ──────────────────────────
def test_a_no_stands_until_the_same_guardian_says_otherwise(amina: Youth) -> None:
    GuardianWordFactory(youth=amina, word=Word.NO, guardian="Far")
    GuardianWordFactory(youth=amina, word=Word.YES, guardian="mor")
    assert guardian_stop(amina, TODAY) == SAID_NO
    GuardianWordFactory(youth=amina, word=Word.YES, guardian="far ")
    assert guardian_stop(amina, TODAY) == FREE


def test_a_guardian_who_signs_in_is_a_person_and_not_a_word_on_paper(amina: Youth) -> None:
    """Two fathers: the yes of one does not undo the no of the other, and a mother can undo what was written for her."""
    one, another = UserFactory(), UserFactory()
    online = {"how": How.ONLINE, "guardian": "far"}
    GuardianWordFactory(youth=amina, word=Word.NO, by=one, **online)
    GuardianWordFactory(youth=amina, word=Word.YES, by=another, **online)
    assert guardian_stop(amina, TODAY) == SAID_NO
    GuardianWordFactory(youth=amina, word=Word.YES, by=one, **online)
    GuardianWordFactory(youth=amina, word=Word.NO, guardian="mor")
    GuardianWordFactory(youth=amina, word=Word.YES, by=UserFactory(), how=How.ONLINE, guardian="mor")
    assert guardian_stop(amina, TODAY) == FREE


def test_under_15_both_questions_need_a_yes_that_has_not_run_out(area: Any) -> None:
    youth = YouthFactory(area=area)
    GuardianWordFactory(youth=youth)
    GuardianWordFactory(youth=youth, word=Word.YES, scope=Scope.MATCHING)
    assert guardian_stop(youth, TODAY) == NO_YES
    digital = GuardianWordFactory(youth=youth, word=Word.YES, scope=Scope.DIGITAL, until_on=TODAY + timedelta(days=1))
    assert guardian_stop(youth, TODAY) == FREE
    digital.until_on = TODAY
    digital.save()
    assert guardian_stop(youth, TODAY) == NO_YES


def test_from_15_the_youth_is_asked_and_at_18_once_more(area: Any) -> None:
    youth = YouthFactory(area=area, born_on=date(2012, 6, 1), guardian_says_yes=True)
    turned_15, turned_18 = date(2027, 6, 1), date(2030, 6, 1)
    assert guardian_stop(youth, turned_15) == "Amina er fyldt 15 år og skal selv sige ja. Det gør man på sin egen side."
    youth.own_word, youth.own_word_on = OwnWord.YES, turned_15
    assert guardian_stop(youth, turned_15) == FREE
    assert "fyldt 18" in guardian_stop(youth, turned_18)
    youth.own_word = OwnWord.NO
    assert guardian_stop(youth, turned_15) == "Amina har selv sagt nej til at være med."
    assert guardian_stop(youth, turned_15 - timedelta(days=1)) == FREE


def test_whoever_joined_after_15_has_said_yes_by_joining(area: Any) -> None:
    assert guardian_stop(YouthFactory(area=area, is_fifteen=True, guardian_says_yes=True), TODAY) == FREE


def test_the_programmes_own_demand_is_a_switch_with_dates(area: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    youth = YouthFactory(area=area)
    GuardianWordFactory(youth=youth)
    turned = Switch(((date(2021, 7, 1), True), (TODAY, False)))
    monkeypatch.setattr("youth.permissions.GUARDIAN_YES_UNDER_15", turned)
    assert not turned.is_on(date(2020, 1, 1))
    assert guardian_stop(youth, TODAY - timedelta(days=1)) == NO_YES
    assert guardian_stop(youth, TODAY) == FREE
