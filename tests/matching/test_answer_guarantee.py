"""Nobody waits in silence: a promised day, reminders, people who pick up the telephone, and a kind end."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from employers.models import Employer, EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.keeping.retention import keep_house
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.facts import Ledger, limits
from matching.models import AnswerSetting, CandidateCard, Decision, Match, MatchStatus, NoReason, WaitingPlace
from matching.promises import answer_rate, nudge_days, room_for, slow_answers
from tests.factories import COPENHAGEN, EmployerContactFactory, PostFactory, UserFactory, YouthFactory
from tests.matching.factories import CardFactory, MatchFactory, RunFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=COPENHAGEN)


def told(person: User, words: str) -> bool:
    return Message.objects.filter(to=person, body__contains=words).exists()


def card_of(youth: Youth, **more: Any) -> Any:
    return CardFactory(match__youth=youth, **more)


def silence(employer: Employer, youth: Youth, now: datetime) -> None:
    ended_card(employer, youth, now, MatchStatus.EXPIRED, NoReason.UNANSWERED)


def ended_card(employer: Employer, youth: Youth, now: datetime, status: str, reason: str = "") -> None:
    post = PostFactory(employer=employer)
    match = MatchFactory(youth=youth, post=post, status=MatchStatus.RELEASED)
    CardFactory(match=match, taken_back_at=now)
    Decision.objects.create(match=match, move="accept", by=youth.user, at=now)
    Match.objects.filter(pk=match.pk).update(status=status, no_reason=reason, changed_at=now)


# ── the clock ───────────────────────────────────────────────────────────────


def test_reminders_go_out_half_way_and_on_the_last_day_but_one() -> None:
    assert nudge_days(7) == [4, 6]
    assert nudge_days(4) == [2, 3]
    assert nudge_days(1) == [1]


def test_a_slow_youth_is_reminded_twice_and_the_second_time_the_mentor_hears_it(amina: Youth, bo: User) -> None:
    MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    assert actions.nudge_the_slow(at(25, 14)) == 0
    assert actions.nudge_the_slow(at(25, 15)) == 1
    assert told(amina.user, "senest fredag 27. november")
    assert not Message.objects.filter(to=bo).exists()
    assert [actions.nudge_the_slow(at(25, 16)), actions.nudge_the_slow(at(26, 15))] == [0, 1]
    assert told(bo, "Et opkald hjælper tit")
    assert actions.nudge_the_slow(at(27, 23)) == 0


def test_a_slow_workplace_is_reminded_and_then_a_coordinator_is_asked_to_ring(amina: Youth, dorte: User) -> None:
    card = card_of(amina)
    elin = EmployerContactFactory(employer=card.post.employer).user
    assert actions.nudge_the_slow(at(27, 15)) == 1
    assert told(elin, "senest mandag 30. november")
    assert not told(dorte, "Ring til dem")
    assert actions.nudge_the_slow(at(29, 15)) == 1
    assert told(dorte, "Ring til dem")


def test_nobody_is_told_the_youths_name_who_may_not_know_it(amina: Youth) -> None:
    card = card_of(amina)
    elin = EmployerContactFactory(employer=card.post.employer).user
    for day in (27, 29):
        actions.nudge_the_slow(at(day, 15))
    actions.expire_stale(at(30, 23) + timedelta(hours=1))
    assert Message.objects.filter(to=elin).count() == 3
    assert not told(elin, "Amina")


def test_a_worker_that_slept_past_the_day_sends_no_stale_reminder(amina: Youth) -> None:
    MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    assert actions.nudge_the_slow(at(28, 9)) == 0
    assert not Message.objects.exists()


def test_an_answer_stops_the_clock(amina: Youth) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    actions.decline(match, reason=NoReason.TOO_FAR, by=amina.user, now=at(24, 9))
    assert actions.nudge_the_slow(at(26, 15)) == 0
    match.refresh_from_db()
    assert match.answer_by == at(27, 23) + timedelta(minutes=59, seconds=59), "what was promised stays written"


def test_the_kind_end_leads_the_mentor_to_the_next_suggestion(amina: Youth, bo: User) -> None:
    card_of(amina)
    following = MatchFactory(youth=amina, rank=2)
    actions.expire_stale(at(30, 23) + timedelta(hours=1))
    letter = Message.objects.get(to=bo)
    assert letter.path == f"/morgen/{following.pk}/"
    assert "svarede ikke på kortet fra Amina" in letter.body
    assert told(amina.user, "Det siger ikke noget om dig")


def test_a_coordinator_changes_the_days_and_what_was_promised_stays(
    amina: Youth, bo: User, dorte: User, as_user: SignIn
) -> None:
    MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    client = as_user(dorte)
    assert client.post("/svar/dage/", {"employer_days": "5", "youth_days": "2"}).status_code == 302
    assert actions.expire_stale(at(26, 12)) == 0
    other = MatchFactory(youth=amina, status=MatchStatus.PROPOSED)
    actions.approve(other, line="", by=bo, now=at(23, 12))
    other.refresh_from_db()
    assert other.answer_by
    assert other.answer_by.date().day == 25
    assert "5 dage" in client.get("/svar/").content.decode()


@pytest.mark.parametrize("typed", ["0", "31", "x", ""])
def test_absurd_days_are_said_and_not_kept(dorte: User, as_user: SignIn, typed: str) -> None:
    page = as_user(dorte).post("/svar/dage/", {"employer_days": typed, "youth_days": "4"})
    assert "Skriv et helt tal fra 1 til 30" in page.content.decode()
    assert not AnswerSetting.objects.exists()


# ── what both sides read ────────────────────────────────────────────────────


def test_both_sides_see_the_day(amina: Youth, as_user: SignIn) -> None:
    card = card_of(amina)
    elin = EmployerContactFactory(employer=card.post.employer).user
    assert "mandag 30. november" in as_user(amina.user).get(f"/forslag/{card.match_id}/").content.decode()
    assert "mandag 30. november" in as_user(elin).get(f"/kandidater/{card.pk}/").content.decode()
    assert "mandag 30. november" in as_user(elin).get("/kandidater/").content.decode()


def test_staff_see_who_waits_for_whom_and_whom_to_ring(amina: Youth, bo: User, as_user: SignIn) -> None:
    card = card_of(amina)
    EmployerContactFactory(employer=card.post.employer, user__phone="+4520304050", user__name="Elin Bager")
    page = as_user(bo).get("/svar/").content.decode()
    assert "Amina" in page
    assert "tel:+4520304050" in page
    assert Entry.objects.filter(verb="read", youth=amina.pk, by=bo).exists()


def test_a_mentor_of_others_sees_nobody(amina: Youth, carla: User, as_user: SignIn) -> None:
    card_of(amina)
    assert "Amina" not in as_user(carla).get("/svar/").content.decode()


@pytest.mark.parametrize("reason", [NoReason.OTHER_SKILLS, NoReason.TRIED_IT_BEFORE, NoReason.CHOSE_ANOTHER])
def test_a_no_is_read_in_reviewed_words_by_the_youth_and_as_it_is_by_the_mentor(
    amina: Youth, bo: User, as_user: SignIn, reason: NoReason
) -> None:
    card = card_of(amina)
    actions.refuse(card, reason=reason, by=UserFactory(), now=at(24, 9))
    page = as_user(amina.user).get(f"/forslag/{card.match_id}/").content.decode()
    assert "De søgte en" in page or "De valgte en anden" in page
    assert str(reason.label) not in page
    assert told(bo, str(reason.label))


# ── slow answers and the promise in figures ─────────────────────────────────


def test_silence_lowers_how_many_may_wait_and_the_next_answers_raise_it_again(amina: Youth, now: datetime) -> None:
    employer = PostFactory().employer
    silence(employer, amina, now)
    silence(employer, amina, now)
    assert slow_answers([employer.pk], now) == {employer.pk: 2}
    assert room_for(12, 2) == 8
    for hours in range(1, 6):
        ended_card(employer, amina, now + timedelta(hours=hours), MatchStatus.REFUSED)
    assert slow_answers([employer.pk], now + timedelta(days=1)) == {}


def test_a_workplace_that_never_answers_still_gets_one_and_others_pay_nothing(amina: Youth, now: datetime) -> None:
    slow, quick = PostFactory().employer, PostFactory().employer
    for _ in range(5):
        silence(slow, amina, now)
    assert room_for(12, slow_answers([slow.pk, quick.pk], now)[slow.pk]) == 1
    assert quick.pk not in slow_answers([slow.pk, quick.pk], now)


def test_the_night_reads_the_lowered_room(amina: Youth, now: datetime) -> None:
    post = PostFactory(employer__most_candidates=5, seats=9)
    silence(post.employer, amina, now)
    room = limits([amina], [post], Ledger.of(RunFactory()), slow_answers([post.employer_id], now)).employer_room
    assert room == {post.employer_id: 4}


def test_a_workplace_reads_why_it_gets_fewer(amina: Youth, now: datetime, as_user: SignIn) -> None:
    contact: EmployerContact = EmployerContactFactory()
    assert "fik ikke svar i tide" not in as_user(contact.user).get("/kandidater/").content.decode()
    silence(contact.employer, amina, now)
    assert "1 af jeres seneste kort fik ikke svar i tide" in as_user(contact.user).get("/kandidater/").content.decode()


def test_the_rate_is_public_once_there_is_enough_to_count(amina: Youth, now: datetime, client: Client) -> None:
    employer = PostFactory().employer
    silence(employer, amina, now)
    assert "i tide på" not in client.get("/om/").content.decode()
    for _ in range(9):
        ended_card(employer, amina, now, MatchStatus.REFUSED)
    assert answer_rate(now).percent == 90
    assert "svaret i tide på 90 % af 10 kort" in client.get("/om/").content.decode()


def test_the_rate_of_a_year_outlives_the_cards_which_go_after_a_month(amina: Youth, now: datetime) -> None:
    employer = PostFactory().employer
    silence(employer, amina, now)
    for _ in range(9):
        ended_card(employer, amina, now, MatchStatus.REFUSED)
    MatchFactory(youth=amina, status=MatchStatus.EXPIRED, no_reason=NoReason.UNANSWERED, offered_at=now)
    later = now + timedelta(days=60)
    keep_house(later)
    assert not CandidateCard.objects.exists()
    assert (answer_rate(later).percent, answer_rate(later).asked) == (90, 10)


# ── the line for a seat that is taken ───────────────────────────────────────


@pytest.fixture
def missed(amina: Youth) -> Match:
    """Amina had said yes, and somebody else got the only seat."""
    post = PostFactory(seats=1, seats_taken=1)
    return MatchFactory(
        youth=amina, post=post, status=MatchStatus.EXPIRED, no_reason=NoReason.FILLED, offered_at=at(22, 9)
    )


def test_who_stands_in_line_hears_of_a_free_seat_once(amina: Youth, bo: User, missed: Match, as_user: SignIn) -> None:
    client = as_user(amina.user)
    assert "Sig til, hvis der bliver en plads" in client.get(f"/forslag/{missed.pk}/").content.decode()
    for _ in range(2):
        assert client.post(f"/forslag/{missed.pk}/venteliste/").status_code == 302
    assert WaitingPlace.objects.count() == 1
    assert actions.tell_the_line(at(24, 9)) == 0
    Post.objects.update(seats_taken=0, status="open")
    assert [actions.tell_the_line(at(24, 10)), actions.tell_the_line(at(24, 11))] == [1, 0]
    assert told(amina.user, "Der er en plads igen")
    assert told(bo, "Amina stod på ventelisten")


def test_for_one_seat_the_first_in_line_hears_first(amina: Youth, bo: User, missed: Match) -> None:
    late = MatchFactory(
        youth=YouthFactory(mentor=bo),
        post=missed.post,
        status=MatchStatus.EXPIRED,
        no_reason=NoReason.FILLED,
        offered_at=at(22, 9),
    )
    actions.stand_in_line(missed, by=amina.user, now=at(23, 9))
    actions.stand_in_line(late, by=late.youth.user, now=at(23, 10))
    Post.objects.update(seats_taken=0, status="open")
    assert actions.tell_the_line(at(24, 9)) == 1
    assert told(amina.user, "Der er en plads igen")
    assert not told(late.youth.user, "Der er en plads igen")


def test_who_has_left_the_line_is_left_in_peace(amina: Youth, missed: Match, as_user: SignIn) -> None:
    actions.stand_in_line(missed, by=amina.user, now=at(23, 9))
    as_user(amina.user).post(f"/forslag/{missed.pk}/venteliste/", {"move": "leave"})
    Post.objects.update(seats_taken=0, status="open")
    assert actions.tell_the_line(at(24, 9)) == 0


def test_there_is_no_line_for_a_job_with_room(amina: Youth, missed: Match) -> None:
    Post.objects.update(seats_taken=0, status="open")
    missed.refresh_from_db()
    with pytest.raises(MoveRefused):
        actions.stand_in_line(missed, by=amina.user, now=at(23, 9))
    assert not WaitingPlace.objects.exists()
