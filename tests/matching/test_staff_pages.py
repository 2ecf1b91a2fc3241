from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from matching.models import Match, MatchStatus, NoReason, RunStatus, YouthNight
from matching.when import local_day
from tests.factories import YouthFactory
from tests.matching.factories import MatchFactory, RunFactory
from youth.models import GuardianWord, Word, Youth

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
REASONS = {
    "mentor": [
        {"code": "skills_met", "figures": {"skills": ["polite"], "levels": [2]}, "points": 0.7},
        {"code": "rather_nots", "figures": {"codes": ["busy"]}, "points": -0.8},
    ]
}


def status_of(match: Match) -> str:
    match.refresh_from_db()
    return match.status


def test_the_morning_shows_each_proposal_with_its_reasons_and_cautions(amina: Youth, bo: User, as_user: SignIn) -> None:
    MatchFactory(youth=amina, reasons=REASONS)
    page = as_user(bo).get(reverse("matching:morning")).content.decode()
    assert "Har det, der bedes om: høflig (kan)" in page
    assert "Vil helst ikke: fart på" in page
    assert amina.line in page


def test_a_mentor_of_another_area_sees_and_moves_nothing(amina: Youth, carla: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina)
    client = as_user(carla)
    assert match.post.title not in client.get(reverse("matching:morning")).content.decode()
    assert client.get(reverse("matching:proposal", args=[match.pk])).status_code == 404
    for move in ("approve", "hold", "reject", "take_back"):
        url = reverse(f"matching:{move}", args=[match.pk])
        assert client.post(url, {"reason": NoReason.OTHER}).status_code == 404
    assert status_of(match) == MatchStatus.PROPOSED


def test_one_press_approves_with_the_line_that_was_read(amina: Youth, bo: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina)
    answer = as_user(bo).post(reverse("matching:approve", args=[match.pk]), {"line": "Læst af Bo."})
    assert answer.headers["Location"] == f"/morgen/#ung-{amina.pk}"
    assert status_of(match) == MatchStatus.OFFERED
    assert match.line == "Læst af Bo."


def test_a_line_that_is_too_long_is_not_cut_or_dropped_but_said(amina: Youth, bo: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina)
    page = as_user(bo).post(reverse("matching:approve", args=[match.pk]), {"line": "x" * 141}).content.decode()
    assert "x" * 141 in page
    assert status_of(match) == MatchStatus.PROPOSED


def test_in_place_answers_come_back_as_the_youths_part_of_the_morning(amina: Youth, bo: User, as_user: SignIn) -> None:
    match, other = MatchFactory(youth=amina), MatchFactory(youth=amina, rank=2)
    answer = as_user(bo).post(reverse("matching:approve", args=[match.pk]), headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert "<html" not in page
    assert "Amina kan nu se jobbet." in page
    assert reverse("matching:approve", args=[other.pk]) in page
    assert reverse("matching:approve", args=[match.pk]) not in page


def test_an_answer_in_place_that_comes_too_late_says_so(amina: Youth, bo: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.REJECTED)
    answer = as_user(bo).post(reverse("matching:approve", args=[match.pk]), headers={"HX-Request": "true"})
    assert "hurtigere" in answer.content.decode()


def test_a_missing_guardians_word_stands_where_the_button_would_be(amina: Youth, bo: User, as_user: SignIn) -> None:
    amina.guardian_words.all().delete()
    match = MatchFactory(youth=amina)
    page = as_user(bo).get(reverse("matching:morning")).content.decode()
    assert reverse("matching:approve", args=[match.pk]) not in page
    assert reverse("matching:guardian_word", args=[amina.pk]) in page


def test_for_those_who_got_nothing_the_morning_says_what_stood_in_the_way(
    amina: Youth, bo: User, as_user: SignIn
) -> None:
    refused = {"travel": 7, "timetable": 9, "own_law": 1, "age": 2}
    YouthNight.objects.create(run=RunFactory(), youth=amina, refused=refused)
    page = as_user(bo).get(reverse("matching:morning")).content.decode()
    assert "9 job har vagter uden for den ledige tid" in page
    assert "7 job ligger for langt væk" in page
    assert "holder ikke loven" not in page


def test_every_youth_on_the_page_leaves_a_read_in_the_trail(amina: Youth, bo: User, as_user: SignIn) -> None:
    other = YouthFactory(area=amina.area, mentor=bo)
    as_user(bo).get(reverse("matching:morning"))
    read = set(Entry.objects.reads().filter(by=bo).values_list("youth", flat=True))
    assert read == {amina.pk, other.pk}


@pytest.mark.parametrize("size", [2, 20])
def test_the_morning_costs_the_same_for_two_youths_and_for_twenty(
    size: int, bo: User, amina: Youth, as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    for youth in YouthFactory.create_batch(size, area=amina.area, mentor=bo, guardian_says_yes=True):
        MatchFactory(youth=youth, reasons=REASONS)
    client = as_user(bo)
    with django_assert_max_num_queries(16):
        client.get(reverse("matching:morning"))


def many_proposals(bo: User, amina: Youth, *, youths: int, each: int) -> None:
    posts = [MatchFactory(youth=amina, status=MatchStatus.REJECTED, rank=rank).post for rank in range(each)]
    crowd = YouthFactory.create_batch(youths, area=amina.area, mentor=bo, guardian_says_yes=True)
    Match.objects.bulk_create(
        MatchFactory.build(youth=youth, post=post, run=RunFactory(), rank=rank, reasons=REASONS)
        for youth in crowd
        for rank, post in enumerate(posts, start=1)
    )


def test_a_morning_with_very_many_proposals_stays_light_and_begins_with_them(
    amina: Youth, bo: User, as_user: SignIn, django_assert_max_num_queries: Any
) -> None:
    many_proposals(bo, amina, youths=20, each=6)
    client = as_user(bo)
    with django_assert_max_num_queries(16):
        first = client.get(reverse("matching:morning")).content.decode()
    assert len(first) < 100_000
    assert first.count('class="proposal"') == 8 * 3
    assert "Se 3 forslag mere" in first
    last = client.get(reverse("matching:morning"), {"page": 3}).content.decode()
    assert f'id="ung-{amina.pk}"' in last


def test_an_answer_leads_back_to_the_same_page_of_the_morning(amina: Youth, bo: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina)
    hold = reverse("matching:hold", args=[match.pk])
    assert as_user(bo).post(f"{hold}?page=2").headers["Location"] == f"/morgen/?page=2#ung-{amina.pk}"
    crooked = as_user(bo).post(f"{hold}?page=//evil.example/").headers["Location"]
    assert crooked == f"/morgen/#ung-{amina.pk}"


def test_when_the_first_are_answered_the_next_comes_forward(amina: Youth, bo: User, as_user: SignIn) -> None:
    matches = [MatchFactory(youth=amina, rank=rank) for rank in range(1, 5)]
    client = as_user(bo)
    approve_last = reverse("matching:approve", args=[matches[-1].pk])
    assert approve_last not in client.get(reverse("matching:morning")).content.decode()
    reject = reverse("matching:reject", args=[matches[0].pk])
    fragment = client.post(reject, {"reason": NoReason.OTHER}, headers={"HX-Request": "true"}).content.decode()
    assert approve_last in fragment


def test_a_proposal_in_full_tells_law_points_alternatives_and_history(amina: Youth, bo: User, as_user: SignIn) -> None:
    points = [{"feature": "travel", "code": 1, "want": -0.22, "take": -0.08}]
    match = MatchFactory(youth=amina, reasons=REASONS, contributions=points)
    other = MatchFactory(youth=amina, rank=2, post__title="Et helt andet job")
    client = as_user(bo)
    client.post(reverse("matching:hold", args=[match.pk]))
    page = client.get(reverse("matching:proposal", args=[match.pk])).content.decode()
    assert "Loven siger ja på de rigtige datoer" in page
    assert "-0,22" in page
    assert other.post.title in page
    assert "Gemt til senere" in page
    assert Entry.objects.reads().filter(kind="match", key=match.pk, youth=amina.pk).exists()


def test_a_mentors_no_needs_a_reason(amina: Youth, bo: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina)
    client = as_user(bo)
    client.post(reverse("matching:reject", args=[match.pk]))
    assert status_of(match) == MatchStatus.PROPOSED
    client.post(reverse("matching:reject", args=[match.pk]), {"reason": NoReason.TOO_EARLY})
    assert status_of(match) == MatchStatus.REJECTED


def test_a_coordinator_reads_the_mornings_of_her_areas(amina: Youth, dorte: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina)
    assert match.post.title in as_user(dorte).get(reverse("matching:morning")).content.decode()


# ── what the guardians say ──────────────────────────────────────────────────
def say(client: Client, youth: Youth, **said: Any) -> Any:
    given = {"word": Word.YES, "said_on": local_day(timezone.now()), "how": "phone", "guardian": "far", "why": "talked"}
    return client.post(reverse("matching:guardian_word", args=[youth.pk]), given | said)


def test_a_mentor_writes_a_guardians_word_down_with_date_and_how(amina: Youth, bo: User, as_user: SignIn) -> None:
    amina.guardian_words.all().delete()
    assert say(as_user(bo), amina).status_code == 302
    word = GuardianWord.objects.get()
    assert (word.word, word.how, word.guardian, word.by) == ("yes", "phone", "far", bo)


def test_a_word_from_tomorrow_is_refused_at_the_field(amina: Youth, bo: User, as_user: SignIn) -> None:
    before = GuardianWord.objects.count()
    answer = say(as_user(bo), amina, said_on=local_day(timezone.now()) + timedelta(days=1))
    assert "Dagen kan ikke ligge i fremtiden." in answer.content.decode()
    assert GuardianWord.objects.count() == before


def test_a_no_pulls_back_everything_that_is_out_in_the_same_breath(amina: Youth, bo: User, as_user: SignIn) -> None:
    out = [MatchFactory(youth=amina, status=status) for status in ("proposed", "held", "offered", "released")]
    say(as_user(bo), amina, word=Word.WITHDRAWN)
    assert {status_of(match) for match in out} == {MatchStatus.EXPIRED}
    assert {match.no_reason for match in out} == {NoReason.GUARDIAN}


def test_being_informed_again_pulls_nothing_back(amina: Youth, bo: User, as_user: SignIn) -> None:
    match = MatchFactory(youth=amina, status=MatchStatus.OFFERED)
    say(as_user(bo), amina, word=Word.INFORMED)
    assert status_of(match) == MatchStatus.OFFERED


def test_nobody_else_writes_for_the_guardians(amina: Youth, carla: User, as_user: SignIn) -> None:
    before = GuardianWord.objects.count()
    for user in (carla, amina.user):
        assert say(as_user(user), amina).status_code == 404
    assert GuardianWord.objects.count() == before


# ── the coordinator's nights ────────────────────────────────────────────────
def test_the_button_starts_tonights_run_and_only_coordinators_have_it(dorte: User, bo: User, as_user: SignIn) -> None:
    assert as_user(bo).post(reverse("matching:run_start")).status_code == 404
    answer = as_user(dorte).post(reverse("matching:run_start"), follow=True)
    assert "Natten er bestilt" in answer.content.decode()
    assert "hx-get" in answer.content.decode()


def test_a_finished_night_is_told_in_words(dorte: User, as_user: SignIn) -> None:
    counts = {"seen": 3, "proposed": 2, "refused": {"travel": 4}, "set_aside": {"youth": {"guardian": 1}, "post": {}}}
    run = RunFactory(counts=counts, status=RunStatus.DONE)
    client = as_user(dorte)
    page = client.get(reverse("matching:run", args=[run.pk])).content.decode()
    assert "For langt væk" in page
    assert "1: Mangler besked til eller ja fra forældrene" in page
    fragment = client.get(reverse("matching:run", args=[run.pk]), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert "hx-get" not in fragment


def test_a_run_that_stopped_says_so_and_offers_to_go_on(dorte: User, as_user: SignIn) -> None:
    RunFactory(day=local_day(timezone.now()), status=RunStatus.FAILED, error="OperationalError")
    page = as_user(dorte).get(reverse("matching:runs")).content.decode()
    assert "OperationalError" in page
    assert "Fortsæt, hvor den slap" in page
