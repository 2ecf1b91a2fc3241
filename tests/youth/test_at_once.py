"""Two hands at the same moment, on a real PostgreSQL: one wins, the other is told, nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from jobplaneten.accounts.models import User
from jobplaneten.workflow import MoveRefused
from tests.factories import NOTHING_MISSING, NOW, PASSWORD, UserFactory, YouthFactory
from youth.actions import advance, join, let_in, save_draft, save_page
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """How each act ended: "" or the sentence that its person reads."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        try:
            start.wait()
            act()
        except MoveRefused as refusal:
            return refusal.message
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_two_mentors_let_the_same_youth_in(area: Any, bo: User) -> None:
    other = UserFactory(name="Bente", areas=[area])
    youth = YouthFactory(is_waiting=True, area=area)
    won, told = at_once(
        *(lambda mentor=mentor: let_in(youth, mentor=mentor, by=mentor, now=NOW) for mentor in (bo, other))
    )
    assert (won, "hurtigere" in told) == ("", True)
    youth.refresh_from_db()
    assert youth.status == YouthStatus.ACTIVE
    assert youth.step_changes.get().by == youth.mentor


def test_two_hands_move_the_same_youth(amina: Youth, bo: User, dorte: User) -> None:
    said: dict[str, Any] = {"to_step": 2, "from_step": 1, "evidence": "x", "reason": "Godt gået", "now": NOW}
    won, told = at_once(*(lambda by=by: advance(amina, by=by, grounds=NOTHING_MISSING, **said) for by in (bo, dorte)))
    assert (won, "ændret" in told) == ("", True)
    amina.refresh_from_db()
    assert (amina.step, amina.step_changes.count()) == (2, 1)


def test_the_same_page_is_saved_from_two_phones(amina: Youth) -> None:
    values = {"skills": {"polite": (2, "home"), "team": (1, "")}}
    won, told = at_once(
        *(lambda: save_page(amina, "skills", values, by=amina.user, now=NOW, version=1) for _ in range(2))
    )
    assert (won, "andet sted" in told) == ("", True)
    amina.refresh_from_db()
    assert (amina.version, amina.skills.count()) == (2, 2)


def test_two_drafts_of_one_page_become_one(amina: Youth) -> None:
    assert at_once(*(lambda: save_draft(amina, "about", {"line": ["x"]}, now=NOW) for _ in range(3))) == ["", "", ""]
    assert amina.drafts.count() == 1


def test_one_number_joins_twice(area: Any) -> None:
    born = YouthFactory(area=area).born_on
    said: dict[str, Any] = {"password": PASSWORD, "first_name": "A", "last_name": "B", "born_on": born, "area": area}
    won, told = at_once(*(lambda: join(login="+4520123456", now=NOW, **said) for _ in range(2)))
    assert (won, "log ind i stedet" in told) == ("", True)
    assert Youth.objects.filter(user__login="+4520123456").count() == 1
