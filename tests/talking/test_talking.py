from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.keeping.everything import everything
from jobplaneten.messaging.actions import send_due
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement
from jobplaneten.talking import actions
from jobplaneten.talking.models import Remark, RemarkReport, RemarkStatus
from jobplaneten.talking.rooms import of_job
from jobplaneten.talking.workflow import REMARK
from jobplaneten.workflow import MoveRefused
from matching.models import CandidateCard
from tests.factories import NOW, PostFactory
from tests.matching.factories import MatchFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
NUMBER = "Ring på 20 30 40 50."


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def card(amina: Youth, elif_: EmployerContact) -> CandidateCard:
    match = MatchFactory(youth=amina, post=PostFactory(employer=elif_.employer), status="released", offered_at=NOW)
    return CandidateCard.objects.create(
        match=match, post=match.post, first_name="Amina", age_group="13-14", released_at=NOW
    )


@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Placement:
    return Placement.objects.create(
        youth=amina, post=PostFactory(employer=elif_.employer), agreed_at=NOW, first_name="Amina"
    )


def invite(where: str = "Butikken") -> dict[str, str]:
    day = (NOW + timedelta(days=2)).date().isoformat()
    return {"what": "meet", "day": day, "clock": "15:00", "where": where}


def test_before_there_is_a_job_only_phrases_and_the_mentor_reads_them_first(
    card: CandidateCard, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    page = f"/samtaler/kort/{card.pk}/"
    as_user(elif_.user).post(page, {"body": "Hej med dig"})
    assert not Remark.objects.exists()
    as_user(elif_.user).post(page, invite())
    row = Remark.objects.get()
    assert (row.status, "Butikken" in row.body) == (RemarkStatus.HELD, True)
    assert "Butikken" not in as_user(amina.user).get(page).text
    assert Message.objects.filter(to=bo, subject="En besked venter på dig").exists()
    assert "Butikken" in as_user(bo).get("/samtaler/venter/").text
    as_user(bo).post(f"/samtaler/besked/{row.pk}/show/")
    assert "Butikken" in as_user(amina.user).get(page).text
    as_user(amina.user).post(page, {"what": "yes"})
    assert "Ja tak, jeg kommer." in as_user(elif_.user).get(page).text


def test_a_number_in_a_slot_is_covered_until_the_mentor_shows_it(
    card: CandidateCard, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    page = f"/samtaler/kort/{card.pk}/"
    as_user(elif_.user).post(page, invite(where=NUMBER))
    row = Remark.objects.get()
    as_user(bo).post(f"/samtaler/besked/{row.pk}/show/")
    assert "20 30 40 50" not in as_user(amina.user).get(page).text
    assert "20 30 40 50" in as_user(bo).get(page).text
    as_user(bo).post(f"/samtaler/besked/{row.pk}/uncover/")
    assert "20 30 40 50" in as_user(amina.user).get(page).text


def test_in_a_job_they_write_and_what_sounds_wrong_waits_but_is_not_lost(
    job: Placement, amina: Youth, bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    page = f"/samtaler/job/{job.pk}/"
    as_user(elif_.user).post(page, {"body": "Husk varmt tøj i morgen."})
    as_user(elif_.user).post(page, {"body": "Det er vores hemmelighed."})
    read = as_user(amina.user).get(page).text
    assert "Husk varmt tøj" in read
    assert "hemmelighed" not in read
    assert "hemmelighed" in as_user(bo).get("/samtaler/venter/").text
    assert "hemmelighed" not in str(everything(amina))


def test_when_the_trust_or_the_job_ends_the_room_is_gone(
    job: Placement, elif_: EmployerContact, as_user: SignIn
) -> None:
    page = f"/samtaler/job/{job.pk}/"
    assert as_user(elif_.user).get(page).status_code == 200
    elif_.employer.vetted_until = NOW.date() - timedelta(days=1)
    elif_.employer.save()
    assert as_user(elif_.user).get(page).status_code == 404


def test_nothing_is_reported_from_a_room_that_is_gone(
    job: Placement, amina: Youth, elif_: EmployerContact, as_user: SignIn
) -> None:
    row = actions.say(of_job(job), "Hej", by=elif_.user, now=NOW)
    job.status, job.last_day_on = "ended", NOW.date()
    job.save()
    assert as_user(amina.user).post(f"/samtaler/besked/{row.pk}/").status_code == 404
    assert not RemarkReport.objects.exists()


def test_the_button_reaches_a_coordinator_and_keeps_what_it_said(
    job: Placement, amina: Youth, dorte: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    row = actions.say(of_job(job), "Du er en dejlig pige.", by=elif_.user, now=NOW)
    for _press in range(2):
        as_user(amina.user).post(f"/samtaler/besked/{row.pk}/")
    found = RemarkReport.objects.get()
    assert found.evidence == row.body
    assert Message.objects.filter(to=dorte, subject="En besked føles forkert").count() == 1
    assert not Message.objects.filter(to=elif_.user, subject="En besked føles forkert").exists()
    assert row.body in as_user(dorte).get("/samtaler/forkert/").text
    as_user(dorte).post(f"/samtaler/forkert/{found.pk}/", {"done": "Har ringet til dem."})
    found.refresh_from_db()
    assert found.handled_by == dorte


def test_no_mail_says_what_was_written_and_none_is_rung_at_night(
    job: Placement, amina: Youth, elif_: EmployerContact
) -> None:
    late = NOW.replace(hour=22)
    actions.say(of_job(job), "Husk nøglen.", by=elif_.user, now=late)
    notice = Message.objects.get(to=amina.user)
    assert "nøglen" not in notice.subject + notice.body
    send_due(lambda: late)
    notice.refresh_from_db()
    assert notice.sent_at is None
    assert notice.due_at == (NOW + timedelta(days=1)).replace(hour=7)


def test_signs_that_nobody_sees_are_not_kept(job: Placement, elif_: EmployerContact) -> None:
    row = actions.say(of_job(job), "\u202eHej\u200b du\u2066", by=elif_.user, now=NOW)
    assert row.body == "Hej du"


@pytest.mark.parametrize("status", RemarkStatus.values)
@pytest.mark.parametrize("move", [move.name for move in REMARK.moves])
def test_every_move_that_is_not_in_the_table_is_refused(
    move: str, status: str, job: Placement, bo: User, elif_: EmployerContact
) -> None:
    row = actions.say(of_job(job), "Hej.", by=elif_.user, now=NOW)
    Remark.objects.filter(pk=row.pk).update(status=status)
    if status in REMARK.move(move).sources:
        assert actions.settle(row, move, by=bo, now=NOW).status == REMARK.move(move).target
    else:
        with pytest.raises(MoveRefused):
            actions.settle(row, move, by=bo, now=NOW)
