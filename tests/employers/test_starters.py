"""Posting a lawful job must take three minutes and no courage, so what one begins with has to hold."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from employers.beginnings import started
from employers.lawfulness import judge_post, missing_fields, wanted_groups
from employers.models import EmployerContact, Post, PostStatus
from employers.starters import STARTERS
from tests.employers.typed import rows, typed_post
from tests.factories import EmployerFactory, PostFactory

LEFT_TO_SAY = {"adult_on_site", "starts_on", "pay_hour"}
DAYS_OF_A_YEAR = [date(2026, 11, 23), date(2026, 12, 24), date(2027, 2, 17), date(2027, 5, 6), date(2027, 7, 14)]


@pytest.mark.parametrize("code", STARTERS)
@pytest.mark.parametrize("day", DAYS_OF_A_YEAR)
def test_a_starter_is_lawful_for_every_group_it_says_it_suits(code: str, day: date) -> None:
    begun = started(STARTERS[code], EmployerFactory.build(vetted_by=None, confirmed_by=None))
    verdicts = judge_post(begun.post, day, begun.shifts)
    assert {group: verdicts[group].violations for group in wanted_groups(begun.post)} == dict.fromkeys(
        wanted_groups(begun.post), ()
    )
    assert all(verdicts[group].warnings == () for group in wanted_groups(begun.post))


@pytest.mark.django_db
@pytest.mark.parametrize("code", STARTERS)
def test_a_starter_lacks_only_what_nobody_can_know_beforehand(code: str) -> None:
    begun = started(STARTERS[code], EmployerFactory())
    assert {field for field, _label in missing_fields(begun.post, begun.shifts)} == LEFT_TO_SAY


@pytest.mark.django_db
def test_only_what_is_missing_is_asked_and_the_rest_is_folded_away(elif_: EmployerContact, client: Client) -> None:
    client.force_login(elif_.user)
    asked, *folded = client.get(reverse("employers:post_new"), {"eksempel": "cafe"}).context["sections"]
    assert {field.name for field in asked["fields"]} == LEFT_TO_SAY
    assert all(section["is_folded"] and section["summary"] for section in folded)
    assert not LEFT_TO_SAY & {field.name for section in folded for field in section["fields"]}


@pytest.mark.django_db
def test_a_fold_with_a_mistake_in_it_stands_open(elif_: EmployerContact, client: Client) -> None:
    client.force_login(elif_.user)
    wrong = rows("shifts", {"weekday": "1", "starts": "17:00", "ends": "15:00"})
    answer = client.post(reverse("employers:post_new") + "?eksempel=cafe", typed_post(**wrong, lift_kg="-1"))
    standing_open = {section["name"] for section in answer.context["sections"] if not section.get("is_folded")}
    assert standing_open == {"rest", "when", "safety"}


@pytest.mark.django_db
def test_an_old_post_is_used_again_with_days_of_its_own(elif_: EmployerContact, client: Client) -> None:
    client.force_login(elif_.user)
    old = PostFactory(pk=1270, employer=elif_.employer, title="Sidste års job", status=PostStatus.CLOSED)
    start = client.get(reverse("employers:post_start")).content.decode()
    again = f"{reverse('employers:post_new')}?som={old.pk}"
    assert again in start
    form = client.get(again).context["form"]
    assert form.initial["title"] == "Sidste års job"
    assert form.initial["starts_on"] is None
    client.post(again, typed_post(title="Årets job", save="1"))
    assert set(Post.objects.values_list("title", "status")) == {
        ("Sidste års job", PostStatus.CLOSED),
        ("Årets job", PostStatus.DRAFT),
    }


@pytest.mark.django_db
def test_nobody_begins_with_the_post_of_another(elif_: EmployerContact, client: Client) -> None:
    client.force_login(elif_.user)
    foreign = PostFactory(title="En andens job")
    assert client.get(reverse("employers:post_new"), {"som": foreign.pk}).status_code == 404
    assert foreign.title not in client.get(reverse("employers:post_start")).content.decode()
