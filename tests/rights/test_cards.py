"""Rights cards: for a group, and for one very job without a word about who offers or has it."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from employers.models import PostStatus
from jobplaneten.rights.card import SHEETS, Sheet, rights
from jobplaneten.rights.facts import FACTS, SENTENCES, facts_on
from jobplaneten.rights.tokens import token_of
from tests.factories import PostFactory, ShiftFactory

ON = date(2026, 12, 1)
PUBLIC = ["/maa-jeg/", "/maa-jeg/?who=13", "/rettigheder/", *(f"/rettigheder/{sheet.slug}/" for sheet in SHEETS)]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_for_all_needs_no_database_and_leaves_no_cookie(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "public" in answer["Cache-Control"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.slug)
def test_every_sentence_on_a_card_has_its_source(sheet: Sheet) -> None:
    found = rights(sheet, ON)
    said = [limit.said for limit, _number in found["limits"]]
    said += [rule for section in found["sections"] for rule, _number in section["rules"]]
    assert len(said) > 20
    assert all(one.words and one.source in found["sources"] for one in said)
    assert not [one.words for one in said if "{" in one.words]


def test_every_fact_has_a_sentence_a_source_and_its_date() -> None:
    assert {fact.name for fact in FACTS} == set(SENTENCES)
    assert all(fact.source.startswith("https://") and fact.source_date and fact.confidence for fact in FACTS)


def test_a_figure_of_a_year_is_not_said_in_the_next() -> None:
    assert "54.100 kr." in " ".join(fact.sentence for fact in facts_on(date(2026, 12, 31)))
    assert "tax_free" not in {fact.name for fact in facts_on(date(2027, 1, 1))}


def test_an_unknown_group_has_no_card(client: Client) -> None:
    assert client.get("/rettigheder/50-60/").status_code == 404


@pytest.mark.django_db
def test_the_card_of_a_job_tells_the_job_and_nobody(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    post = PostFactory(title="Kanarie", shift=None)
    ShiftFactory(post=post, weekday=1, starts=15 * 60, ends=17 * 60)
    with django_assert_num_queries(4):  # the post, its shifts, and when the schools are closed
        answer = client.get(f"/rettigheder/job/{token_of(post.pk)}/")
    page = answer.content.decode()
    assert "Tirsdag kl. 15.00-17.00" in page
    assert "2 timer. Det er det meste, man må på en skoledag. Der behøver ikke være en pause." in page
    assert "Sortere varer" in page
    assert not [word for word in ("Kanarie", post.employer.name, "Karen", "Ølby Center", "4600") if word in page]
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_the_group_is_chosen_on_the_card(client: Client) -> None:
    post = PostFactory(shift=None)
    ShiftFactory(post=post, weekday=1, starts=15 * 60, ends=21 * 60, break_minutes=30)
    card = f"/rettigheder/job/{token_of(post.pk)}/"
    assert "Jobbet er ikke for 13-14 år" in client.get(card).content.decode()
    older = client.get(f"{card}?gruppe=15-17-faerdig").content.decode()
    assert "Jobbet er ikke for" not in older
    assert "Man må højst 8 timer på den dag. Du skal have en pause på 30 minutter i træk." in older


@pytest.mark.django_db
@pytest.mark.parametrize("status", [PostStatus.DRAFT, PostStatus.SUBMITTED, PostStatus.CLOSED, PostStatus.REFUSED])
def test_only_a_job_that_is_open_or_filled_has_a_card(client: Client, status: str) -> None:
    post = PostFactory(status=status, status_reason="Ret tiderne.")
    assert client.get(f"/rettigheder/job/{token_of(post.pk)}/").status_code == 404


@pytest.mark.django_db
def test_a_token_that_we_did_not_sign_opens_nothing(client: Client) -> None:
    token = token_of(PostFactory().pk)
    for tampered in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.split(":")[0], f"9{token}"):
        assert client.get(f"/rettigheder/job/{tampered}/").status_code == 404
