from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.models import CandidateCard, Decision, Match, MatchStatus, NoReason
from matching.workflow import MATCH
from tests.factories import EmployerContactFactory, NeedFactory, PostFactory, ShiftFactory, YouthSkillFactory
from tests.matching.factories import CardFactory, MatchFactory, RunFactory
from youth.models import Word, Youth, YouthStatus

pytestmark = pytest.mark.django_db

Act = Callable[[Match, User, datetime], Any]
BY_PEOPLE: dict[str, Act] = {
    "approve": lambda match, by, now: actions.approve(match, line="", by=by, now=now),
    "hold": lambda match, by, now: actions.hold(match, by=by, now=now),
    "reject": lambda match, by, now: actions.reject(match, reason=NoReason.TOO_EARLY, by=by, now=now),
    "take_back": lambda match, by, now: actions.take_back(match, reason=NoReason.OTHER, by=by, now=now),
    "reconsider": lambda match, by, now: actions.reconsider(match, by=by, now=now),
    "accept": lambda match, by, now: actions.accept(match, by=by, now=now),
    "decline": lambda match, by, now: actions.decline(match, reason=NoReason.TOO_FAR, by=by, now=now),
    "withdraw": lambda match, by, now: actions.withdraw(match, reason=NoReason.NOT_NOW, by=by, now=now),
    "take": lambda match, by, now: actions.take(match.card, by=by, now=now),
    "refuse": lambda match, by, now: actions.refuse(match.card, reason=NoReason.OTHER_SKILLS, by=by, now=now),
}
SINCE_RELEASE = {MatchStatus.RELEASED, MatchStatus.REFUSED, MatchStatus.AGREED}


def match_in(status: MatchStatus, youth: Youth) -> Match:
    match = MatchFactory(youth=youth, status=status)
    if status in SINCE_RELEASE:
        CardFactory(match=match)
    return match


def test_every_move_by_people_is_tried_here() -> None:
    assert set(BY_PEOPLE) == {move.name for move in MATCH.moves} - {"expire"}


NOT_IN_THE_TABLE = [
    (name, status) for name in BY_PEOPLE for status in MatchStatus if status not in MATCH.move(name).sources
]


@pytest.mark.parametrize(("name", "status"), NOT_IN_THE_TABLE)
def test_every_move_not_in_the_table_is_refused_and_changes_nothing(
    name: str, status: MatchStatus, amina: Youth, bo: User, now: datetime
) -> None:
    match = MatchFactory(youth=amina, status=status)
    CardFactory(match=match)
    with pytest.raises(MoveRefused):
        BY_PEOPLE[name](match, bo, now)
    match.refresh_from_db()
    assert match.status == status
    assert not Decision.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.parametrize("name", BY_PEOPLE)
def test_a_move_in_the_table_leads_where_it_says_and_leaves_a_decision_and_a_line_in_the_trail(
    name: str, amina: Youth, bo: User, now: datetime
) -> None:
    move = MATCH.move(name)
    match = match_in(MatchStatus(sorted(move.sources)[0]), amina)
    BY_PEOPLE[name](match, bo, now)
    match.refresh_from_db()
    assert match.status == move.target
    assert list(match.decisions.values_list("move", "by")) == [(name, bo.pk)]
    assert Entry.objects.filter(verb=name, kind="match", key=match.pk, youth=amina.pk).count() == 1


def test_approving_shows_the_job_to_the_youth_and_tells_her(amina: Youth, bo: User, now: datetime) -> None:
    match = MatchFactory(youth=amina)
    assert not Match.objects.visible_to(amina.user).exists()
    actions.approve(match, line="Amina møder til tiden.", by=bo, now=now)
    assert Match.objects.visible_to(amina.user).get().line == "Amina møder til tiden."
    assert Message.objects.get().to == amina.user


@pytest.mark.parametrize("word", [Word.NO, Word.WITHDRAWN])
def test_nothing_is_approved_after_a_guardians_no(word: str, amina: Youth, bo: User, now: datetime) -> None:
    actions.hear_guardian(amina, word=word, said_on=now.date(), how="phone", guardian="far", by=bo, now=now)
    match = MatchFactory(youth=amina)
    with pytest.raises(MoveRefused, match="Forældrene"):
        actions.approve(match, line="", by=bo, now=now)
    match.refresh_from_db()
    assert match.status == MatchStatus.PROPOSED


def test_approving_asks_the_law_for_the_real_dates_and_says_what_it_says(amina: Youth, bo: User, now: datetime) -> None:
    post = PostFactory(shift=None)
    ShiftFactory(post=post, weekday=1, starts=18 * 60, ends=21 * 60)
    match = MatchFactory(youth=amina, post=post)
    with pytest.raises(MoveRefused, match=r"Loven siger nej: .*20\.00"):
        actions.approve(match, line="", by=bo, now=now)


def test_a_job_that_runs_past_a_birthday_is_judged_day_by_day(amina: Youth, bo: User, now: datetime) -> None:
    """Eight hours on a Saturday are lawful from 15, and Amina is 15 only when half the period is over."""
    amina.born_on = date(2012, 1, 10)
    amina.save()
    post = PostFactory(shift=None, starts_on=date(2026, 12, 1), ends_on=date(2027, 3, 1))
    ShiftFactory(post=post, weekday=5, starts=9 * 60, ends=17 * 60 + 30, break_minutes=30)
    match = MatchFactory(youth=amina, post=post)
    with pytest.raises(MoveRefused, match="Loven siger nej"):
        actions.approve(match, line="", by=bo, now=now)
    post.starts_on = date(2027, 1, 12)
    post.save()
    actions.approve(match, line="", by=bo, now=now)
    assert match.status == MatchStatus.OFFERED


@pytest.mark.parametrize("name", ["accept", "take"])
def test_a_youth_who_has_paused_is_neither_released_nor_hired(name: str, amina: Youth, bo: User, now: datetime) -> None:
    match = match_in(MatchStatus(next(iter(MATCH.move(name).sources))), amina)
    Youth.objects.filter(pk=amina.pk).update(status=YouthStatus.PAUSED)
    with pytest.raises(MoveRefused):
        BY_PEOPLE[name](match, bo, now)
    match.refresh_from_db()
    assert match.status in MATCH.move(name).sources


def test_the_card_says_first_name_age_group_times_and_competences_in_employers_words(
    amina: Youth, now: datetime
) -> None:
    amina.free_times.create(weekday=1, starts=900, ends=1080)
    amina.blocked_times.create(weekday=1, starts=960, ends=990)
    YouthSkillFactory(youth=amina, skill="polite", level=2)
    YouthSkillFactory(youth=amina, skill="on_time", level=3)
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED, line="Hun er klar.")
    card = actions.accept(match, by=amina.user, now=now)
    assert (card.first_name, card.age_group, card.line) == ("Amina", "13-14 år", "Hun er klar.")
    assert card.free == [(1, 900, 960), (1, 990, 1080)]
    assert [each["what"] for each in card.competences] == ["Mødestabil", "Imødekommende"]
    assert [each["level"] for each in card.competences] == ["Kan vise andre", "Kan"]


def test_the_employer_hears_of_a_card_but_not_of_whom(amina: Youth, now: datetime) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    contact = EmployerContactFactory(employer=match.post.employer)
    actions.accept(match, by=amina.user, now=now)
    message = Message.objects.get(to=contact.user)
    assert "Amina" not in message.subject + message.body
    assert Message.objects.filter(to=amina.mentor, body__contains="Amina").exists()


def test_a_withdrawn_yes_takes_the_card_from_the_employer(amina: Youth, now: datetime) -> None:
    card = CardFactory(match__youth=amina)
    user = EmployerContactFactory(employer=card.post.employer).user
    assert CandidateCard.objects.visible_to(user).exists()
    actions.withdraw(card.match, reason=NoReason.NOT_NOW, by=amina.user, now=now)
    assert not CandidateCard.objects.visible_to(user).exists()


def test_two_times_yes_is_a_job_and_lets_everything_else_go_kindly(amina: Youth, now: datetime) -> None:
    card = CardFactory(match__youth=amina)
    other = CardFactory(match__youth=amina).match
    rival = MatchFactory(post=card.post, status=MatchStatus.OFFERED)
    user = EmployerContactFactory(employer=card.post.employer).user
    placement = actions.take(card, by=user, now=now)
    assert (placement.youth, placement.post, placement.first_name) == (amina, card.post, "Amina")
    other.refresh_from_db()
    rival.refresh_from_db()
    assert (other.status, other.no_reason) == (MatchStatus.EXPIRED, NoReason.HAS_JOB)
    assert (rival.status, rival.no_reason) == (MatchStatus.EXPIRED, NoReason.FILLED)
    assert not CandidateCard.objects.out().exists()
    assert Message.objects.filter(to=rival.youth.user, body__contains="besat").exists()
    assert Message.objects.filter(to=amina.user, body__contains="et andet job").exists()


def test_a_post_with_seats_left_keeps_its_other_candidates(amina: Youth, now: datetime) -> None:
    card = CardFactory(match__youth=amina, match__post__seats=2)
    rival = MatchFactory(post=card.post, status=MatchStatus.RELEASED)
    actions.take(card, by=EmployerContactFactory(employer=card.post.employer).user, now=now)
    rival.refresh_from_db()
    assert rival.status == MatchStatus.RELEASED


def test_the_mentor_hears_why_the_employer_said_no_and_the_youth_hears_something_kind(
    amina: Youth, bo: User, now: datetime
) -> None:
    card = CardFactory(match__youth=amina)
    user = EmployerContactFactory(employer=card.post.employer).user
    actions.refuse(card, reason=NoReason.OTHER_SKILLS, by=user, now=now)
    assert "kan noget andet" in Message.objects.get(to=bo).body
    to_amina = Message.objects.get(to=amina.user).body
    assert "Vi har brug for nogen" not in to_amina
    assert "Vil du lære det, så spørg din mentor" in to_amina


def test_needs_of_the_post_do_not_stop_a_release(amina: Youth, now: datetime) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    NeedFactory(post=match.post)
    assert actions.accept(match, by=amina.user, now=now).post == match.post


def test_an_expired_pair_may_be_proposed_again_and_an_answered_one_not(amina: Youth, now: datetime) -> None:
    old = MatchFactory(youth=amina, status=MatchStatus.EXPIRED)
    again = Match(run=RunFactory(), youth=amina, post=old.post, rank=1, want=0.5, take=0.5, score=0.25, changed_at=now)
    Match.objects.bulk_create([again], ignore_conflicts=True)
    Match.objects.bulk_create([again], ignore_conflicts=True)
    assert Match.objects.filter(youth=amina, post=old.post).count() == 2
