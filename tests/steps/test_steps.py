from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.following.actions import assess
from jobplaneten.following.models import Assessment, Voice
from jobplaneten.ladder import Axis
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.models import RosterShift, WorkedHours
from jobplaneten.steps import actions
from jobplaneten.steps.evidence import gather
from jobplaneten.steps.models import LearntPaper, PaperKind, StepProposal, StepRule, StepTalk
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, PostFactory, YouthFactory
from youth.models import StepChange, Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
SAID = {"evidence": "Møder altid", "reason": "Flot"}
ALL = {axis.value: 2 for axis in Axis}


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def job(amina: Youth, bo: User, elif_: EmployerContact) -> Placement:
    """Amina came to step 1 ten weeks ago, and has been at Elif's for seven of them."""
    came = NOW - timedelta(weeks=10)
    start = {"move": "start", "from_step": 1, "to_step": 1, "evidence": "", "reason": ""}
    StepChange.objects.create(youth=amina, **start, by=bo, at=came)
    began = TODAY - timedelta(days=48)
    return Placement.objects.create(
        youth=amina,
        post=PostFactory(employer=elif_.employer),
        status="started",
        agreed_at=came,
        started_at=came,
        first_day_on=began,
        first_name="Amina",
    )


def ready(amina: Youth, bo: User) -> None:
    assess(amina, ALL, voice=Voice.MENTOR, words="", by=bo, now=NOW)
    actions.hold_talk(amina, held_on=TODAY, agreed="Hun er klar", by=bo, now=NOW)


def met(amina: Youth) -> dict[str, bool | None]:
    return {each.key: each.is_met for each in gather(amina, TODAY).criteria}


# ── evidence ────────────────────────────────────────────────────────────────
def test_evidence_gathers_by_itself(job: Placement, amina: Youth, bo: User) -> None:
    assert met(amina) == {"weeks": True, "attendance": None, "axes": False, "talk": False}
    ready(amina, bo)
    assert met(amina) == {"weeks": True, "attendance": None, "axes": True, "talk": True}
    assess(amina, {"asks": 0}, voice=Voice.WORKPLACE, words="", by=bo, now=NOW, placement=job)
    assert met(amina)["axes"] is False


def test_shifts_are_counted_when_somebody_has_said_something_about_them(job: Placement, amina: Youth, bo: User) -> None:
    def shift(days_ago: int, **more: object) -> RosterShift:
        day = TODAY - timedelta(days=days_ago)
        return RosterShift.objects.create(placement=job, day=day, starts=900, ends=1020, **more)

    shift(2)
    assert met(amina)["attendance"] is None
    for days_ago in range(3, 9):
        row = shift(days_ago)
        WorkedHours.objects.create(shift=row, starts=900, ends=1020, put_in_by=bo, put_in_at=NOW)
    shift(10, status="called_off", off_reason="sick", off_at=NOW - timedelta(days=11))
    shift(11, status="called_off", off_reason="no_work", off_at=NOW - timedelta(days=11))
    assert met(amina)["attendance"] is True
    shift(12, status="missed")
    shift(13, status="called_off", off_reason="cannot", off_at=NOW)
    known = gather(amina, TODAY)
    assert (known.kept, known.counted, met(amina)["attendance"]) == (7, 9, False)


def test_two_jobs_in_the_same_weeks_are_counted_once_and_only_on_this_step(job: Placement, amina: Youth) -> None:
    Placement.objects.create(
        youth=amina,
        post=PostFactory(),
        status="ended",
        agreed_at=NOW,
        started_at=NOW,
        first_day_on=TODAY - timedelta(days=300),
        last_day_on=TODAY - timedelta(days=20),
        first_name="Amina",
    )
    assert gather(amina, TODAY).weeks == 10


def test_the_youth_ticks_a_paper_and_a_mentor_has_seen_it(
    job: Placement, amina: Youth, bo: User, as_user: SignIn
) -> None:
    as_user(amina.user).post("/min-vej/klar/papir/", {"kind": "mitid", "learnt": "yes"})
    as_user(bo).post(f"/unge/{amina.pk}/trinnet/papir/", {"kind": "mitid"})
    as_user(amina.user).post("/min-vej/klar/papir/", {"kind": "mitid", "learnt": "no"})
    paper = LearntPaper.objects.get()
    assert (paper.kind, paper.confirmed_by) == (PaperKind.MITID, bo)
    assert "set af Bo" in as_user(amina.user).get("/min-vej/klar/").text


def test_three_voices_stand_side_by_side_and_the_youth_waits_for_the_workplaces(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    as_user(amina.user).post("/min-vej/klar/", {"on_time": "3", "words": "Jeg kan kassen"})
    assess(amina, ALL, voice=Voice.WORKPLACE, words="Kanarie", by=elif_.user, now=NOW, placement=job)
    page = as_user(bo).get(f"/unge/{amina.pk}/trinnet/").text
    assert ("Altid" in page, "Jeg kan kassen" in page, "Kanarie" in page) == (True, True, True)
    own = as_user(amina.user).get("/min-vej/klar/").text
    assert ("Jeg kan kassen" in own, "Kanarie" in own) == (True, False)
    assert Assessment.objects.count() == 2


# ── the decision ────────────────────────────────────────────────────────────
def test_the_step_keeps_what_lay_on_the_table(job: Placement, amina: Youth, bo: User) -> None:
    ready(amina, bo)
    actions.decide(amina, to_step=2, from_step=1, **SAID, despite="", by=bo, now=NOW)
    change = StepChange.objects.latest("pk")
    assert (change.to_step, change.snapshot["weeks"], change.snapshot["criteria"]["talk"]) == (2, 7, True)


def test_what_is_missing_needs_a_reason(job: Placement, amina: Youth, bo: User, as_user: SignIn) -> None:
    page = f"/unge/{amina.pk}/trinnet/op/"
    form = {"from_step": 1, "evidence": "Set", "pick": "own", "own": "Flot"}
    assert "Skriv et svar." in as_user(bo).post(page, form).text
    amina.refresh_from_db()
    assert amina.step == 1
    with pytest.raises(MoveRefused):
        actions.decide(amina, to_step=2, from_step=1, **SAID, despite="", by=bo, now=NOW)
    as_user(bo).post(page, {**form, "despite": "Hun flytter job"})
    amina.refresh_from_db()
    assert (amina.step, StepChange.objects.latest("pk").despite) == (2, "Hun flytter job")


def test_where_two_decide_nothing_counts_before_another_has_looked(
    job: Placement, amina: Youth, bo: User, dorte: User, far_: User, as_user: SignIn
) -> None:
    type(amina.area).objects.update(two_decide_steps=True)
    amina.area.refresh_from_db()
    ready(amina, bo)
    row = actions.decide(amina, to_step=2, from_step=1, **SAID, despite="", by=bo, now=NOW)
    assert row is not None
    for by in (bo, far_):
        with pytest.raises(MoveRefused):
            actions.confirm(row, by=by, now=NOW)
    amina.refresh_from_db()
    assert (amina.step, StepProposal.objects.get().status) == (1, "waiting")
    assert "fra trin 1 til trin 2" in as_user(dorte).get("/trinnet/").text
    as_user(dorte).post(f"/trinnet/{row.pk}/ja/")
    amina.refresh_from_db()
    change = StepChange.objects.latest("pk")
    assert (amina.step, change.by, change.second_by, change.snapshot["weeks"]) == (2, bo, dorte, 7)


def test_there_is_no_way_around_the_second_pair_of_eyes(
    job: Placement, amina: Youth, bo: User, as_user: SignIn
) -> None:
    type(amina.area).objects.update(two_decide_steps=True)
    form = {"from_step": 1, "evidence": "Set", "pick": "own", "own": "Flot"}
    as_user(bo).post(f"/unge/{amina.pk}/trin/?til=2", form)
    amina.refresh_from_db()
    assert (amina.step, StepProposal.objects.count()) == (1, 0)


def test_what_is_sent_back_is_told_to_the_mentor_alone(job: Placement, amina: Youth, bo: User, dorte: User) -> None:
    type(amina.area).objects.update(two_decide_steps=True)
    amina.area.refresh_from_db()
    row = actions.decide(amina, to_step=2, from_step=1, **SAID, despite="Nu", by=bo, now=NOW)
    assert row is not None
    actions.send_back(row, why_not="Tal med skolen først", by=dorte, now=NOW)
    with pytest.raises(MoveRefused):
        actions.confirm(row, by=dorte, now=NOW)
    amina.refresh_from_db()
    assert amina.step == 1


# ── nobody stuck ────────────────────────────────────────────────────────────
def test_a_youth_without_a_talk_or_a_move_for_twelve_weeks_is_seen(
    job: Placement, amina: Youth, bo: User, as_user: SignIn
) -> None:
    assert "Ingen er glemt" in as_user(bo).get("/trinnet/").text
    StepChange.objects.update(at=NOW - timedelta(weeks=12))
    assert "12 uger uden snak" in as_user(bo).get("/trinnet/").text
    StepTalk.objects.create(youth=amina, step=1, held_on=TODAY, agreed="Videre", by=bo, at=NOW)
    assert "Ingen er glemt" in as_user(bo).get("/trinnet/").text


def test_the_list_asks_as_much_of_the_database_for_many_as_for_few(
    job: Placement, bo: User, as_user: SignIn, django_assert_max_num_queries
) -> None:

    client = as_user(bo)
    client.get("/trinnet/")
    for _number in range(8):
        YouthFactory(mentor=bo, area=bo.areas.get(), asked_at=NOW - timedelta(weeks=30))
    with django_assert_max_num_queries(20):
        assert "30 uger uden snak" in client.get("/trinnet/").text


# ── the sheet and the frame ─────────────────────────────────────────────────
def test_the_sheet_holds_only_what_both_may_read(
    job: Placement, amina: Youth, bo: User, carla: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    assess(amina, {"asks": 0}, voice=Voice.WORKPLACE, words="Kanarie", by=elif_.user, now=NOW, placement=job)
    sheets = [as_user(who).get(f"/unge/{amina.pk}/trinnet/ark/").text for who in (bo, amina.user)]
    assert not [page for page in sheets if "Kanarie" in page or "Ikke endnu<" in page]
    assert as_user(carla).get(f"/unge/{amina.pk}/trinnet/ark/").status_code == 404


def test_a_rule_is_dated_and_counts_from_now_on(job: Placement, amina: Youth, dorte: User, as_user: SignIn) -> None:
    values = {"weeks": 9, "attendance": 90, "least_level": 0, "quiet_weeks": 8}
    as_user(dorte).post("/trin/krav/1/", values)
    assert met(amina) == {"weeks": False, "attendance": None, "axes": False}
    assert list(StepRule.objects.filter(step=1).order_by("pk").values_list("weeks", "by")) == [(6, None), (9, dorte.pk)]
