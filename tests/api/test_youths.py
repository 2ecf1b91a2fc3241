"""In and out of the programme, up and down the ladder, and what guardians say."""

from typing import Any

import pytest

from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.steps.models import StepProposal
from matching.models import MatchStatus
from tests.api.conftest import Call
from tests.factories import NOW, TODAY, UserFactory, YouthFactory
from tests.matching.factories import MatchFactory
from youth.actions import got_a_job
from youth.models import GuardianWord, StepChange, Youth, YouthStatus

pytestmark = pytest.mark.django_db

KIND = {"evidence": "Mødt 11 af 12 gange.", "reason": "Du er klar til mere."}


@pytest.fixture
def wafa(area: Area) -> Youth:
    """In the queue."""
    return YouthFactory(area=area, is_waiting=True, first_name="Wafa")


@pytest.fixture
def ben(area: Area) -> User:
    """Another mentor of the area."""
    return UserFactory(role=Role.MENTOR, name="Ben", areas=[area])


def url(youth: Youth, move: str) -> str:
    return f"/api/v1/youths/{youth.pk}/{move}/"


def test_whoever_comes_second_to_the_queue_is_told(wafa: Youth, bo: User, ben: User, api: Call) -> None:
    first = api(bo).post(url(wafa, "let-in"), {"mentor": bo.pk})
    assert (first.status_code, first.json()["mentor"]) == (200, {"id": bo.pk, "name": "Bo"})
    second = api(ben).post(url(wafa, "let-in"), {"mentor": ben.pk})
    assert second.status_code == 409
    assert second.json()["detail"]
    wafa.refresh_from_db()
    assert wafa.mentor == bo


def test_a_mentor_who_lets_in_for_another_sees_them_no_more(wafa: Youth, bo: User, ben: User, api: Call) -> None:
    assert api(bo).post(url(wafa, "let-in"), {"mentor": ben.pk}).status_code == 204
    assert api(bo).get(f"/api/v1/youths/{wafa.pk}/").status_code == 404
    assert api(ben).get(f"/api/v1/youths/{wafa.pk}/").status_code == 200


def test_only_a_mentor_of_the_area_may_be_picked(wafa: Youth, bo: User, carla: User, api: Call) -> None:
    answer = api(bo).post(url(wafa, "let-in"), {"mentor": carla.pk})
    assert (answer.status_code, list(answer.json())) == (400, ["mentor"])
    wafa.refresh_from_db()
    assert wafa.status == YouthStatus.WAITING


def test_somebody_is_turned_away_in_kind_words(wafa: Youth, bo: User, dorte: User, api: Call) -> None:
    assert api(bo).post(url(wafa, "turn-away"), {"reason": "Kom igen til sommer."}).status_code == 204
    assert api(dorte).get(f"/api/v1/youths/{wafa.pk}/").json()["closed_reason"] == "Kom igen til sommer."
    assert api(wafa.user).get(f"/api/v1/youths/{wafa.pk}/").json()["closed_reason"] == "Kom igen til sommer."


def test_a_coordinator_hands_over(amina: Youth, ben: User, dorte: User, api: Call) -> None:
    assert api(dorte).post(url(amina, "hand-over"), {"mentor": ben.pk}).json()["mentor"]["name"] == "Ben"
    assert api(dorte).post(url(amina, "hand-over"), {"mentor": 0}).status_code == 400


def test_the_ladder_is_climbed_and_each_reads_their_part(amina: Youth, bo: User, api: Call) -> None:
    said = KIND | {"from_step": 1, "to_step": 2}
    too_early = api(bo).post(url(amina, "step"), said)
    assert (too_early.status_code, "Noget mangler" in too_early.json()["detail"]) == (409, True)
    assert not StepChange.objects.exists()
    up = api(bo).post(url(amina, "step"), said | {"despite": "Hun flytter job"})
    assert (up.status_code, up.json()["step"]) == (200, 2)
    assert up.json()["way"][-1] | {"at": ""} == {
        "at": "", "move": "up", "from_step": 1, "to_step": 2, "reason": KIND["reason"], "evidence": KIND["evidence"],
        "by": "Bo",
    }  # fmt: skip
    assert "evidence" not in api(amina.user).get(f"/api/v1/youths/{amina.pk}/").json()["way"][-1]
    back = api(bo).post(url(amina, "step"), KIND | {"from_step": 2, "to_step": 1}).json()
    assert (back["step"], back["way"][-1]["move"]) == (1, "back")


def test_where_two_decide_a_step_waits_for_a_colleague(amina: Youth, bo: User, api: Call) -> None:
    type(amina.area).objects.update(two_decide_steps=True)
    said = KIND | {"from_step": 1, "to_step": 2, "despite": "Hun flytter job"}
    answer = api(bo).post(url(amina, "step"), said)
    assert (answer.status_code, answer.json()["step"]) == (202, 1)
    assert StepProposal.objects.get().despite == "Hun flytter job"
    assert not StepChange.objects.exists()


@pytest.mark.parametrize("to_step", [1, 4])
def test_a_step_that_was_not_the_one_seen_moves_nobody(to_step: int, amina: Youth, bo: User, api: Call) -> None:
    answer = api(bo).post(url(amina, "step"), KIND | {"from_step": 3, "to_step": to_step})
    assert answer.status_code == 409
    amina.refresh_from_db()
    assert amina.step == 1
    assert not StepChange.objects.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"to_step": 5}, "to_step"),
        ({"reason": "x" * 301}, "reason"),
        ({"evidence": ""}, "evidence"),
        ({"reason": ["to", "ord"]}, "reason"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(
    said: dict[str, Any], field: str, amina: Youth, bo: User, api: Call
) -> None:
    answer = api(bo).post(url(amina, "step"), KIND | {"from_step": 1, "to_step": 2} | said)
    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_a_pause_is_taken_once_and_ends(amina: Youth, bo: User, api: Call) -> None:
    assert api(bo).post(url(amina, "pause"), KIND).json()["status"] == "paused"
    assert api(bo).post(url(amina, "pause"), KIND).status_code == 409
    assert StepChange.objects.count() == 1
    resumed = api(bo).post(url(amina, "resume"), KIND).json()
    assert (resumed["status"], resumed["moves"]) == ("active", ["change_step", "pause"])


def test_tonight_may_look_one_step_higher(amina: Youth, bo: User, api: Call) -> None:
    assert api(bo).post(url(amina, "next-step"), {"allowed": True}).json()["may_try_next_step"] is True
    assert api(bo).post(url(amina, "next-step"), {"allowed": "måske"}).status_code == 400


def test_a_youth_in_a_job_asks_for_another(amina: Youth, bo: User, api: Call) -> None:
    here = url(amina, "another-job")
    assert api(amina.user).post(here, {"wanted": True}).status_code == 403
    got_a_job(amina, by=bo, now=NOW)
    assert api(amina.user).post(here, {"wanted": True}).json()["wants_another_job"] is True
    assert api(bo).get(f"/api/v1/youths/{amina.pk}/").json()["wants_another_job"] is True
    assert api(bo).post(here, {"wanted": False}).status_code == 403
    assert api(amina.user).post(here, {"wanted": False}).json()["wants_another_job"] is False


def test_a_guardian_s_no_takes_back_what_is_out(amina: Youth, bo: User, api: Call) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    word = {"word": "no", "said_on": str(TODAY), "how": "phone", "guardian": "far", "why": "talked"}
    written = api(bo).post(url(amina, "guardian-words"), word)
    assert written.status_code == 201
    assert written.json() | {"id": 0} == {**word, "id": 0, "by": "Bo"}
    match.refresh_from_db()
    assert (match.status, match.no_reason) == (MatchStatus.EXPIRED, "guardian")
    stop = api(bo).get(f"/api/v1/youths/{amina.pk}/").json()["guardian_stop"]
    assert stop == "Forældrene har sagt nej."


def test_nobody_has_spoken_tomorrow(amina: Youth, bo: User, api: Call) -> None:
    before = GuardianWord.objects.count()
    word = {"word": "yes", "said_on": "2027-01-01", "how": "phone", "guardian": "far", "why": "talked"}
    answer = api(bo).post(url(amina, "guardian-words"), word)
    assert (answer.status_code, answer.json()) == (400, {"said_on": ["Dagen kan ikke ligge i fremtiden."]})
    assert GuardianWord.objects.count() == before


# ── the steps themselves ────────────────────────────────────────────────────
def test_a_coordinator_writes_a_step_and_the_second_writer_is_told(dorte: User, bo: User, api: Call) -> None:
    here = "/api/v1/steps/1/"
    step = api(bo).get(here).json()
    change = {"title": "Lommepengejob", "version": step["version"]}
    written = api(dorte).patch(here, change).json()
    assert written == step | {"title": "Lommepengejob", "version": step["version"] + 1}
    assert api(dorte).patch(here, change | {"title": "Noget andet"}).status_code == 409
    assert api(bo).get(here).json() == written
    assert api(dorte).patch(here, {"age_from": 17, "age_to": 14, "version": written["version"]}).status_code == 400
