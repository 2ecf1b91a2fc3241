from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from django.urls import reverse

from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOTHING_MISSING, NOW, TODAY, YouthFactory
from youth.actions import Grounds, advance, allow_next_step, let_in, move_back, pause, resume, turn_away
from youth.models import StepMove, Youth, YouthStatus
from youth.workflow import YOUTH

pytestmark = pytest.mark.django_db
SAID: dict[str, Any] = {"evidence": "Mødt hver gang.", "reason": "Godt gået!", "now": NOW}
KIND = "Vi tager en ny start med mere hjælp. Alt det, du har lært, har du stadig."


@pytest.mark.parametrize(("to_step", "move"), [(2, StepMove.UP), (3, StepMove.SKIP), (4, StepMove.SKIP)])
def test_a_move_up_is_written_with_evidence_and_told_in_kind_words(
    amina: Youth, bo: User, to_step: int, move: str
) -> None:
    Youth.objects.update(may_try_next_step=True)
    advance(amina, to_step=to_step, by=bo, grounds=NOTHING_MISSING, **SAID)
    amina.refresh_from_db()
    assert (amina.step, amina.may_try_next_step, amina.version) == (to_step, False, 1)
    change = amina.step_changes.get()
    assert (change.move, change.from_step, change.to_step, change.by) == (move, 1, to_step, bo)
    message = Message.objects.get(to=amina.user)
    assert (message.body, message.path) == ("Godt gået!", reverse("youth:my_way"))
    assert "Mødt" not in message.subject + message.body
    assert Entry.objects.get(verb=f"step_{move}").detail == {"from_step": 1, "to_step": to_step}


def test_a_new_start_further_down_is_written_too(amina: Youth, bo: User) -> None:
    Youth.objects.update(step=3)
    move_back(amina, to_step=2, by=bo, **SAID)
    amina.refresh_from_db()
    assert (amina.step, amina.step_changes.get().move) == (2, StepMove.BACK)


def test_nobody_moves_up_without_a_reason_while_something_is_missing(amina: Youth, bo: User) -> None:
    missing = Grounds(snapshot={"criteria": {"weeks": False, "talk": True, "attendance": None}})
    with pytest.raises(MoveRefused, match="Noget mangler"):
        advance(amina, to_step=2, by=bo, grounds=missing, **SAID)
    assert not amina.step_changes.exists()
    advance(amina, to_step=2, by=bo, grounds=replace(missing, despite="Hun flytter job"), **SAID)
    assert amina.step_changes.get().despite == "Hun flytter job"


rise = partial(advance, grounds=NOTHING_MISSING)


@pytest.mark.parametrize(
    ("act", "to_step"), [(rise, 2), (rise, 1), (rise, 5), (move_back, 2), (move_back, 3), (move_back, 0)]
)
def test_a_move_that_is_none_is_refused_and_changes_nothing(amina: Youth, bo: User, act: Any, to_step: int) -> None:
    Youth.objects.update(step=2)
    with pytest.raises(MoveRefused):
        act(amina, to_step=to_step, by=bo, **SAID)
    amina.refresh_from_db()
    assert amina.step == 2
    assert not amina.step_changes.exists()
    assert not Message.objects.exists()


def test_a_youth_holds_a_pause_and_comes_back_to_the_same_step(amina: Youth, bo: User) -> None:
    pause(amina, by=bo, **SAID)
    amina.refresh_from_db()
    assert amina.status == YouthStatus.PAUSED
    resume(amina, by=bo, **SAID)
    amina.refresh_from_db()
    assert (amina.status, amina.step) == (YouthStatus.ACTIVE, 1)
    assert [change.move for change in amina.step_changes.as_travelled()] == [StepMove.PAUSE, StepMove.RESUME]


ACTS: dict[str, Any] = {
    "let_in": lambda youth, by: let_in(youth, mentor=by, by=by, now=NOW),
    "turn_away": lambda youth, by: turn_away(youth, reason="Ikke nu", by=by, now=NOW),
    "pause": lambda youth, by: pause(youth, by=by, **SAID),
    "resume": lambda youth, by: resume(youth, by=by, **SAID),
    "change_step": lambda youth, by: advance(youth, to_step=2, by=by, grounds=NOTHING_MISSING, **SAID),
}


@pytest.mark.parametrize("state", YouthStatus)
@pytest.mark.parametrize("name", ACTS)
def test_a_move_is_made_exactly_when_the_table_allows_it(amina: Youth, bo: User, name: str, state: str) -> None:
    Youth.objects.update(status=state, leaving_on=TODAY, leaving_why="asked")
    if state in YOUTH.move(name).sources:
        ACTS[name](amina, bo)
        amina.refresh_from_db()
        assert amina.status == YOUTH.move(name).target
        return
    with pytest.raises(MoveRefused):
        ACTS[name](amina, bo)
    amina.refresh_from_db()
    assert amina.status == state
    assert not amina.step_changes.exists()


def test_the_tick_for_the_next_step_is_written_once(amina: Youth, bo: User) -> None:
    assert allow_next_step(amina, allowed=True, by=bo, now=NOW).may_try_next_step
    allow_next_step(amina, allowed=True, by=bo, now=NOW)
    assert Entry.objects.get(verb="allow_next_step").detail == {"allowed": True}


# ── over the web ────────────────────────────────────────────────────────────
@pytest.fixture
def on_step_3(amina: Youth) -> Youth:
    Youth.objects.update(step=3)
    amina.refresh_from_db()
    return amina


def address(page: str, youth: Youth, query: str = "") -> str:
    return reverse(f"youth:{page}", args=[youth.pk]) + query


def test_a_mentor_picks_kind_words_and_the_youth_reads_them_on_the_way(
    as_user: Any, on_step_3: Youth, bo: User
) -> None:
    typed = {"evidence": "Mødt hver gang.", "pick": KIND, "from_step": 3}
    answer = as_user(bo).post(address("step", on_step_3, "?til=2"), typed)
    assert answer.url == address("person", on_step_3)
    page = as_user(on_step_3.user).get(reverse("youth:my_way")).content.decode()
    assert KIND in page
    assert "Mødt hver gang." not in page


def test_own_words_win_over_the_picked_ones(as_user: Any, on_step_3: Youth, bo: User) -> None:
    typed = {"evidence": "x", "pick": KIND, "own": "Du er sej, Amina.", "from_step": 3}
    as_user(bo).post(address("step", on_step_3, "?til=2"), typed)
    assert on_step_3.step_changes.get().reason == "Du er sej, Amina."


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"evidence": "", "pick": KIND}, "evidence"),
        ({"evidence": "x"}, "pick"),
        ({"evidence": "x", "pick": "own"}, "own"),
        ({"evidence": "x", "pick": "Noget andet"}, "pick"),
    ],
)
def test_no_move_without_evidence_and_words(
    as_user: Any, on_step_3: Youth, bo: User, typed: dict[str, Any], field: str
) -> None:
    form = as_user(bo).post(address("step", on_step_3, "?til=2"), typed | {"from_step": 3}).context["form"]
    assert set(form.errors) == {field}
    on_step_3.refresh_from_db()
    assert on_step_3.step == 3


def test_the_second_of_two_hands_is_told_and_keeps_what_was_typed(
    as_user: Any, on_step_3: Youth, bo: User, dorte: User
) -> None:
    move_back(on_step_3, to_step=2, by=bo, **SAID)
    typed = {"evidence": "Set med egne øjne.", "own": "Flot!", "from_step": 3}
    page = as_user(dorte).post(address("step", on_step_3, "?til=1"), typed)
    assert "lige blevet ændret" in page.content.decode()
    assert "Set med egne øjne." in page.content.decode()
    on_step_3.refresh_from_db()
    assert (on_step_3.step, on_step_3.step_changes.count()) == (2, 1)


def test_two_hands_on_the_same_move_make_it_once(as_user: Any, on_step_3: Youth, bo: User, dorte: User) -> None:
    typed = {"evidence": "x", "pick": KIND, "from_step": 3}
    as_user(bo).post(address("step", on_step_3, "?til=2"), typed)
    page = as_user(dorte).post(address("step", on_step_3, "?til=2"), typed)
    assert "lige blevet ændret" in page.content.decode()
    assert on_step_3.step_changes.count() == 1


def test_the_page_for_a_new_start_moves_nobody_up(as_user: Any, amina: Youth, bo: User) -> None:
    typed = {"evidence": "x", "own": "Flot!", "from_step": 1}
    answer = as_user(bo).post(address("step", amina, "?til=2"), typed)
    assert answer.url == reverse("steps:decide", args=[amina.pk]) + "?til=2"
    amina.refresh_from_db()
    assert (amina.step, amina.step_changes.count()) == (1, 0)


@pytest.mark.parametrize(("query", "status"), [("", 404), ("?til=9", 404), ("?til=x", 404), ("?til=1", 302)])
def test_a_step_that_is_not_there_is_no_page(as_user: Any, amina: Youth, bo: User, query: str, status: int) -> None:
    assert as_user(bo).get(address("step", amina, query)).status_code == status


def test_pause_resume_and_tick_work_over_the_web(as_user: Any, amina: Youth, bo: User) -> None:
    client = as_user(bo)
    client.post(address("allow_next", amina), {"allowed": "yes"})
    amina.refresh_from_db()
    assert amina.may_try_next_step
    client.post(address("pause", amina), {"evidence": "Eksamen", "own": "Held og lykke!"})
    amina.refresh_from_db()
    assert amina.status == YouthStatus.PAUSED
    again = client.post(address("pause", amina), {"evidence": "Eksamen", "own": "Held og lykke!"})
    assert "hurtigere" in again.content.decode()
    client.post(address("resume", amina), {"evidence": "Klar", "own": "Velkommen tilbage"})
    amina.refresh_from_db()
    assert amina.status == YouthStatus.ACTIVE


def test_my_way_shows_the_four_steps_and_where_one_stands(as_user: Any, amina: Youth) -> None:
    page = as_user(amina.user).get(reverse("youth:my_way"))
    assert [step.number for step in page.context["steps"]] == [1, 2, 3, 4]
    assert page.content.decode().count("Du er her") == 1


def test_a_paused_youth_is_told_on_every_own_page(as_user: Any, area: Any, bo: User) -> None:
    youth = YouthFactory(area=area, mentor=bo, is_paused=True)
    for page in ("youth:profile", "youth:my_way"):
        assert "Du holder pause" in as_user(youth.user).get(reverse(page)).content.decode()
