from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.home.today import who_needs
from jobplaneten.messaging.models import Message
from jobplaneten.searching import actions
from jobplaneten.searching.models import Favourite, SavedSearch
from jobplaneten.searching.near import Wanted
from jobplaneten.workflow import MoveRefused
from matching.actions import accept, approve, mark_seen, propose, reject, take_back
from matching.models import CandidateCard, Match, MatchStatus
from tests.factories import NOW, PostFactory
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
LATER = NOW + timedelta(days=1)


def test_a_heart_is_put_and_taken_and_nobody_is_told(amina: Youth, post: Post, as_user: SignIn) -> None:
    client = as_user(amina.user)
    client.post(f"/job-naer-dig/{post.pk}/hjerte/")
    assert post.title in client.get("/mine-hjerter/").text
    client.post(f"/job-naer-dig/{post.pk}/hjerte/")
    assert not Favourite.objects.exists()
    assert not Message.objects.exists()


def test_i_would_like_this_reaches_the_mentor_once_and_leads_to_a_proposal_that_is_read_first(
    amina: Youth, post: Post, bo: User, as_user: SignIn
) -> None:
    for _press in range(2):
        as_user(amina.user).post(f"/job-naer-dig/{post.pk}/vil-gerne/")
    told = Message.objects.get(to=bo)
    assert told.subject == "Amina vil gerne have et job"
    assert [needing.youth for needing in who_needs(bo, NOW.date())] == [amina]
    client = as_user(bo)
    assert post.title in client.get("/vil-gerne/").text
    favourite = Favourite.objects.get()
    answer = client.post(f"/vil-gerne/{favourite.pk}/svar/", {"move": "propose"})
    match = Match.objects.get()
    assert answer["location"] == f"/forslag/{match.pk}/laes/" or str(match.pk) in answer["location"]
    assert client.get(answer["location"]).status_code == 200
    assert not Match.objects.visible_to(amina.user).exists()
    approve(match, line="Kan lide bøger", by=bo, now=NOW)
    assert "Jobbet er foreslået til dig" in as_user(amina.user).get(f"/job-naer-dig/{post.pk}/").text


def test_a_no_has_a_kind_reason_that_the_youth_reads_and_may_ask_again(
    amina: Youth, post: Post, bo: User, as_user: SignIn
) -> None:
    favourite = actions.ask_for(amina, post, by=amina.user, now=NOW)
    client = as_user(bo)
    assert client.post(f"/vil-gerne/{favourite.pk}/svar/", {}).status_code == 200
    favourite.refresh_from_db()
    assert favourite.answered_at is None
    client.post(f"/vil-gerne/{favourite.pk}/svar/", {"not_now": "too_early"})
    assert "Vi øver os lidt mere først" in Message.objects.get(to=amina.user).body
    assert "Vi øver os lidt mere først" in as_user(amina.user).get("/mine-hjerter/").text
    with pytest.raises(MoveRefused):
        actions.answer_not_now(favourite, not_now="talk", by=bo, now=NOW)
    actions.ask_for(amina, post, by=amina.user, now=LATER)
    assert Favourite.objects.asked_for().count() == 1


def test_more_than_five_questions_at_a_time_are_too_many(amina: Youth, elif_: EmployerContact, as_user: SignIn) -> None:
    for _n in range(5):
        actions.ask_for(amina, PostFactory(employer=elif_.employer), by=amina.user, now=NOW)
    sixth = PostFactory(employer=elif_.employer)
    answer = as_user(amina.user).post(f"/job-naer-dig/{sixth.pk}/vil-gerne/", follow=True)
    assert "Du har spurgt om fem job" in answer.text
    assert Favourite.objects.filter(post=sixth).count() == 0


def test_another_mentor_and_a_workplace_see_and_answer_nothing(
    amina: Youth, post: Post, carla: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    favourite = actions.ask_for(amina, post, by=amina.user, now=NOW)
    assert "Amina" not in as_user(carla).get("/vil-gerne/").text
    assert as_user(carla).post(f"/vil-gerne/{favourite.pk}/svar/", {"move": "propose"}).status_code == 404
    assert as_user(carla).get(f"/unge/{amina.pk}/find-job/").status_code == 404
    for path in ("/vil-gerne/", f"/unge/{amina.pk}/find-job/"):
        assert as_user(elif_.user).get(path).status_code == 404
    assert not Favourite.objects.visible_to(elif_.user).exists()
    assert not Match.objects.exists()


def test_a_mentor_finds_a_job_for_a_youth_and_takes_up_again_what_was_turned_down(
    amina: Youth, post: Post, bo: User, as_user: SignIn
) -> None:
    client, here = as_user(bo), f"/unge/{amina.pk}/find-job/"
    assert here in client.get(f"/unge/{amina.pk}/").text
    assert post.title in client.get(here).text
    client.post(here, {"post": post.pk})
    client.post(here, {"post": post.pk})
    match = Match.objects.get()
    assert (match.status, match.score, match.run.kind) == (MatchStatus.PROPOSED, None, "by_hand")
    reject(match, reason="too_early", by=bo, now=NOW)
    client.post(here, {"post": post.pk})
    match.refresh_from_db()
    assert match.status == MatchStatus.PROPOSED
    approve(match, line="", by=bo, now=NOW)
    assert "allerede vist frem" in client.post(here, {"post": post.pk}, follow=True).text
    assert client.post(here, {"post": "x"}).status_code == 404


def test_what_was_called_off_and_taken_up_again_is_read_anew_by_everybody(
    amina: Youth, post: Post, bo: User, elif_: EmployerContact
) -> None:
    match = propose(amina, post, by=bo, now=NOW)
    approve(match, line="Kan lide bøger", by=bo, now=NOW)
    first = accept(match, by=amina.user, now=NOW)
    mark_seen(first, now=NOW)
    take_back(match, reason="other", by=bo, now=NOW)
    assert not CandidateCard.objects.visible_to(elif_.user).exists()
    propose(amina, post, by=bo, now=LATER)
    match.refresh_from_db()
    approve(match, line="Har læst alt om drager", by=bo, now=LATER)
    accept(match, by=amina.user, now=LATER)
    card = CandidateCard.objects.visible_to(elif_.user).get()
    assert (card.line, card.seen_at, card.released_at) == ("Har læst alt om drager", None, LATER)


def test_a_saved_search_tells_of_each_new_job_once_and_of_none_that_was_there(
    amina: Youth, post: Post, elif_: EmployerContact, as_user: SignIn
) -> None:
    as_user(amina.user).post("/job-naer-dig/gem/", {"slags": post.category})
    assert actions.mind_searches(NOW) == 0
    PostFactory(employer=elif_.employer, opened_at=NOW)
    PostFactory(employer=elif_.employer, opened_at=NOW, category="museum")
    assert [actions.mind_searches(LATER), actions.mind_searches(LATER)] == [1, 0]
    assert Message.objects.get(to=amina.user).subject == "Nye job nær dig"


def test_nobody_is_told_of_jobs_that_nobody_may_find_for_them(amina: Youth, elif_: EmployerContact) -> None:
    actions.keep_search(amina, Wanted(), by=amina.user, now=NOW)
    PostFactory(employer=elif_.employer, opened_at=NOW)
    amina.guardian_words.all().delete()
    assert actions.mind_searches(LATER) == 0


def test_a_search_is_dropped_with_one_press_and_five_are_enough(amina: Youth, carla: User, as_user: SignIn) -> None:
    client = as_user(amina.user)
    for minutes in (10, 20, 30, 45, 60):
        client.post("/job-naer-dig/gem/", {"langt": minutes})
    assert "fem søgninger" in client.post("/job-naer-dig/gem/", follow=True).text
    search = SavedSearch.objects.by_age()[0]
    assert "højst 10 minutter væk" in client.get("/mine-hjerter/").text
    assert as_user(carla).post(f"/mine-hjerter/soegning/{search.pk}/slet/").status_code == 404
    as_user(amina.user).post(f"/mine-hjerter/soegning/{search.pk}/slet/")
    assert SavedSearch.objects.count() == 4


def test_when_a_saved_job_is_gone_the_youth_hears_it_once(amina: Youth, post: Post, as_user: SignIn) -> None:
    actions.save(amina, post, by=amina.user, now=NOW)
    assert actions.mind_searches(NOW) == 0
    Post.objects.update(status="closed", status_reason="Fyldt")
    assert [actions.mind_searches(LATER), actions.mind_searches(LATER)] == [1, 0]
    client = as_user(amina.user)
    assert "Ikke ledigt længere" in client.get("/mine-hjerter/").text
    client.post(f"/job-naer-dig/{post.pk}/hjerte/")
    assert not Favourite.objects.exists()
