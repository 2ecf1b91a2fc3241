"""What people with bad intent try. Each test is one attempt, and what must come of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from employers import actions as employers
from employers.forms import PostForm
from employers.models import Post, PostStatus
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import LooseMail, Message
from jobplaneten.placements.forms import StartForm
from jobplaneten.workflow import MoveRefused
from matching import actions as matching
from matching.models import CandidateCard, Match, MatchStatus
from tests.factories import NOW, TODAY
from tests.house.world import World, build

LURE = "Skriv til mig på Snap"
pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


def signed_in(world: World, actor: str) -> Client:
    client, user = Client(), world.people[actor]
    assert user is not None
    client.force_login(user)
    return client


def person(world: World, actor: str) -> User:
    user = world.people[actor]
    assert user is not None
    return user


def rewrite(world: World, post: Post) -> None:
    """The employer changes an open post into something that nobody has read."""
    values: dict[str, Any] = {"title": LURE, "text": LURE, "expectations": LURE, "place": LURE}
    employers.save_post(
        post,
        values=values,
        shifts=[{"weekday": 1, "starts": 930, "ends": 1050}],
        needs=[],
        employer=post.employer,
        by=person(world, "elin"),
        now=NOW + timedelta(hours=1),
    )


def open_again(world: World, post: Post) -> None:
    later = NOW + timedelta(hours=2)
    employers.submit(post, by=person(world, "elin"), now=later)
    employers.open_post(post, by=person(world, "dorte"), now=later)


# ── a post is opened, and then rewritten ────────────────────────────────────
@pytest.mark.parametrize("page", ["/forslag/", "/", "/beskeder/"])
def test_a_youth_never_reads_a_word_of_a_job_that_nobody_else_has_read(world: World, page: str) -> None:
    for match in (world.offered, world.released):
        rewrite(world, match.post)
    matching.expire_stale(NOW + timedelta(hours=1))
    assert Message.objects.filter(to=world.amina.user, subject__contains="ikke aktuelt").count() == 2
    assert LURE not in signed_in(world, "amina").get(page).content.decode()


def test_an_offer_of_a_rewritten_job_is_gone_from_its_address_too(world: World) -> None:
    rewrite(world, world.offered.post)
    client = signed_in(world, "amina")
    assert client.get(reverse("matching:offer", args=[world.offered.pk])).status_code == 404
    assert client.get(f"/api/v1/matches/{world.offered.pk}/").status_code == 404


def test_the_cards_of_a_post_that_is_no_longer_open_are_gone_at_once(world: World) -> None:
    client, card = signed_in(world, "elin"), reverse("matching:candidate", args=[world.card.pk])
    assert client.get(card).status_code == 200
    employers.close(world.post, by=person(world, "elin"), now=NOW)
    assert client.get(card).status_code == 404
    assert "Amina" not in client.get("/kandidater/").content.decode()


def test_a_yes_to_the_job_as_it_was_is_no_yes_to_the_job_as_it_is_now(world: World) -> None:
    rewrite(world, world.post)
    open_again(world, world.post)
    client = signed_in(world, "elin")
    assert client.get(reverse("matching:candidate", args=[world.card.pk])).status_code == 404
    with pytest.raises(MoveRefused):
        matching.take(world.card, by=person(world, "elin"), now=NOW + timedelta(hours=3))
    assert matching.expire_stale(NOW + timedelta(hours=3)) > 0
    world.released.refresh_from_db()
    assert world.released.status == MatchStatus.EXPIRED


def test_an_offer_of_a_job_that_was_opened_anew_cannot_be_accepted(world: World) -> None:
    rewrite(world, world.offered.post)
    open_again(world, world.offered.post)
    with pytest.raises(MoveRefused):
        matching.accept(world.offered, by=world.amina.user, now=NOW + timedelta(hours=3))


def test_words_that_slip_in_while_the_coordinator_reads_are_not_opened(world: World) -> None:
    post = world.draft
    employers.submit(post, by=person(world, "elin"), now=NOW)
    post.refresh_from_db()
    seen, coordinator = post.version, signed_in(world, "dorte")
    page = coordinator.get(reverse("employers:post", args=[post.pk])).content.decode()
    assert f'name="version" value="{seen}"' in page
    rewrite(world, post)
    employers.submit(post, by=person(world, "elin"), now=NOW)
    coordinator.post(reverse("employers:post_open", args=[post.pk]), {"version": seen})
    post.refresh_from_db()
    assert post.status == PostStatus.SUBMITTED


# ── what a card gives away ──────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("first_name", "shown_name"), [("Amina Yilmaz", ""), ("Amina", "Amina Yilmaz"), ("Amina", "amina YILMAZ")]
)
def test_a_card_never_carries_the_surname(world: World, first_name: str, shown_name: str) -> None:
    youth = world.amina
    youth.first_name, youth.last_name, youth.shown_name = first_name, "Yilmaz", shown_name
    youth.save()
    match = Match.objects.get(pk=world.offered.pk)
    card = matching.accept(match, by=youth.user, now=NOW)
    assert card.first_name.lower() == "amina"


@pytest.mark.parametrize("name", ["amina_07", "20 12 34 56", "amina.insta", "snap/amina", "\u202eanima", "@amina"])
def test_the_name_that_employers_see_is_no_way_to_reach_a_youth(world: World, name: str) -> None:
    values = {"shown_name": name, "line": "Hej", "version": world.amina.version}
    signed_in(world, "amina").post("/min-profil/about/", values)
    world.amina.refresh_from_db()
    assert world.amina.shown_name != name


def test_a_suspended_employer_finds_no_card_at_once(world: World) -> None:
    employers.suspend(world.employer, reason="Vi taler sammen først.", by=person(world, "dorte"), now=NOW)
    client = signed_in(world, "elin")
    assert client.get(reverse("matching:candidate", args=[world.card.pk])).status_code == 404
    assert not CandidateCard.objects.visible_to(person(world, "elin")).exists()


def test_a_withdrawn_yes_closes_the_card_and_the_offers_in_the_same_moment(world: World) -> None:
    matching.hear_guardian(
        world.amina, word="withdrawn", said_on=NOW.date(), how="phone", guardian="mor", by=world.mentor, now=NOW
    )
    employer = signed_in(world, "elin")
    assert employer.get(reverse("matching:candidate", args=[world.card.pk])).status_code == 404
    assert not Match.objects.alive().filter(youth=world.amina).exists()


# ── an employer's form carries what is not in it ────────────────────────────
def test_nothing_but_the_forms_own_fields_is_written(world: World) -> None:
    rival = person(world, "rival")
    client = signed_in(world, "elin")
    sent = {
        "title": "Nyt", "seats": 1, "age_from": 13, "age_to": 18, "lift_kg": 0, "machines": "none",
        "chemicals": "none", "alcohol": "none", "payer": "employer", "version": world.draft.version,
        "employer": rival.pk, "status": "open", "seats_taken": 7, "source_key": "x", "by": rival.pk,
        "opened_at": "2026-01-01", "guesses": "{}", "status_reason": "x",
        "shifts-TOTAL_FORMS": 0, "shifts-INITIAL_FORMS": 0, "needs-TOTAL_FORMS": 0, "needs-INITIAL_FORMS": 0,
    }  # fmt: skip
    client.post(reverse("employers:post_edit", args=[world.draft.pk]), sent)
    row = Post.objects.get(pk=world.draft.pk)
    assert row.title == "Nyt"
    assert (row.employer, row.status, row.seats_taken) == (world.employer, PostStatus.DRAFT, 0)
    assert (row.source_key, row.opened_at, row.status_reason) == (None, None, "")


def test_a_year_that_nobody_meant_never_reaches_the_night(world: World) -> None:
    form = PostForm(
        {"title": "Nyt", "starts_on": "2027-01-01", "ends_on": "9999-12-31"}, user=person(world, "elin")
    )  # fmt: skip
    assert {"ends_on"} <= set(form.errors)
    assert "starts_on" not in form.errors
    assert StartForm({"first_day_on": "9999-12-31"}, today=TODAY).errors
    assert StartForm({"first_day_on": TODAY.isoformat()}, today=TODAY).is_valid()


def test_half_a_letter_in_a_programs_words_is_refused_and_breaks_nothing(world: World) -> None:
    client = signed_in(world, "elin")
    answer = client.post("/api/v1/posts/", '{"title": "x", "category": "\\ud800"}', content_type="application/json")
    assert answer.status_code == 400


# ── the doors to the street ─────────────────────────────────────────────────
NEWCOMER = {
    "first_name": "Nora", "last_name": "Holm", "born_on_day": "1", "born_on_month": "2", "born_on_year": "2012",
    "password": "fire grønne sko på tur",
}  # fmt: skip


def test_whoever_joins_again_and_again_has_to_wait(world: World) -> None:
    cache.clear()
    for number in range(34):
        sent = NEWCOMER | {"area": world.area.pk, "login": f"nora{number}@hjem.invalid"}
        Client().post("/kom-med/", sent, headers={"x-forwarded-for": f"10.0.0.{number}"})
    assert 30 <= LooseMail.objects.count() < 34
    cache.clear()


@pytest.mark.parametrize("away", ["//ond.invalid", "https://ond.invalid/", "/\\ond.invalid", "javascript:alert(1)"])
def test_no_way_in_leads_out_of_the_house(world: World, away: str) -> None:
    client = signed_in(world, "amina")
    assert client.get("/log-ind/", {"next": away})["location"] == "/"
    too_late = reverse("matching:withdraw", args=[world.offered.pk])
    refused = client.post(too_late, {"reason": "other"}, headers={"referer": away})
    assert refused["location"] == "/"


def test_a_draft_keeps_only_the_boxes_of_the_page(world: World) -> None:
    client = signed_in(world, "amina")
    answer = client.post("/min-profil/when/kladde/", {"free_\x00": "x", "free_" + "y" * 99: "x", "free": "0-360-480"})
    assert answer.status_code == 200
    assert world.amina.drafts.get().content == {"free": ["0-360-480"]}


SAFE_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.mark.parametrize("actor", ["anonymous", "amina", "bo", "dorte", "elin"])
@pytest.mark.parametrize("path", ["/", "/findes-ikke/", "/unge/", "/kandidater/", "/api/v1/youths/", "/log-ind/"])
def test_every_kind_of_page_carries_the_safe_headers(world: World, actor: str, path: str) -> None:
    client = Client() if actor == "anonymous" else signed_in(world, actor)
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in SAFE_HEADERS} == SAFE_HEADERS
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    if actor != "anonymous":
        assert "no-store" in answer.headers["cache-control"]
