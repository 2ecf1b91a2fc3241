from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from employers import actions
from employers.models import Agreement, Post, PostStatus, WageRate
from employers.wages import PayStatus, pay_words, told, why_underpaid
from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, AgreementFactory, PostFactory, WageRateFactory

pytestmark = pytest.mark.django_db
FIRST = date(2026, 12, 1)
MARCH = date(2027, 3, 1)


def add(agreement: Agreement, by: User, rate: int, valid_from: date, **said: Any) -> WageRate:
    rest: dict[str, Any] = {"age_from": 13, "age_to": 17, "valid_until": None}
    source = {"source_url": "https://example.invalid/satser", "source_date": "2026"}
    return actions.add_rate(
        agreement, rate=Decimal(rate), valid_from=valid_from, **(rest | source | said), by=by, now=NOW
    )


def post_under(agreement: Agreement | None, pay: Any = 70, **said: Any) -> Post:
    return PostFactory(agreement=agreement, pay_hour=pay and Decimal(pay), starts_on=FIRST, ends_on=None, **said)


# ── pay_words ───────────────────────────────────────────────────────────────
def test_each_age_is_measured_by_the_rate_of_its_age_on_the_first_day() -> None:
    rate = WageRateFactory(age_to=14, rate=70)
    WageRateFactory(agreement=rate.agreement, age_from=15, age_to=16, rate=75)
    found = pay_words(post_under(rate.agreement, age_to=17), TODAY)
    assert [(one.age, one.status, one.rate) for one in found] == [
        (13, "at_least", 70),
        (14, "at_least", 70),
        (15, "below", 75),
        (16, "below", 75),
        (17, "unknown", None),
    ]
    assert {one.on for one in found} == {FIRST}
    assert found[0].valid_from == rate.valid_from
    assert (found[0].source, found[0].agreement) == (rate.source_url, rate.agreement.name)


def test_without_an_agreement_pay_is_unknown_and_the_post_may_go() -> None:
    post = post_under(None, pay=1)
    assert {one.status for one in pay_words(post, TODAY)} == {PayStatus.UNKNOWN}
    assert [line["text"] for line in told(post, TODAY)["lines"]] == [
        "Ukendt: der er ikke valgt en overenskomst, så vi kan ikke måle lønnen."
    ]
    assert why_underpaid(post, TODAY) == []


def test_a_rate_that_is_over_or_struck_measures_nothing() -> None:
    over = WageRateFactory(valid_until=date(2026, 11, 30))
    struck = WageRateFactory(struck_at=NOW)
    for agreement in (over.agreement, struck.agreement):
        assert {one.status for one in pay_words(post_under(agreement), TODAY)} == {PayStatus.UNKNOWN}


def test_on_its_last_day_a_rate_still_holds() -> None:
    rate = WageRateFactory(valid_until=FIRST)
    assert pay_words(post_under(rate.agreement), TODAY)[0].status == PayStatus.BELOW


def test_a_post_that_has_begun_is_measured_today(dorte: User) -> None:
    agreement = AgreementFactory()
    add(agreement, dorte, 60, date(2026, 7, 1))
    add(agreement, dorte, 80, MARCH)
    post = post_under(agreement)
    assert why_underpaid(post, TODAY) == []
    assert why_underpaid(post, MARCH) == [
        "Lønnen er 70 kr., men overenskomsten siger 80 kr. for 13-17-årige fra 1. marts 2027."
    ]


def test_a_coming_rate_is_told_before_it_holds(dorte: User) -> None:
    agreement = AgreementFactory()
    add(agreement, dorte, 60, date(2026, 7, 1))
    add(agreement, dorte, 80, MARCH)
    post = post_under(agreement, age_to=17)
    assert [line["text"] for line in told(post, TODAY)["lines"]] == [
        "Lønnen er 70 kr., og overenskomsten siger 60 kr. for 13-17-årige fra 1. juli 2026.",
        "Sæt lønnen op i tide: overenskomsten siger 80 kr. for 13-17-årige fra 1. marts 2027.",
    ]


def test_a_rate_that_comes_after_the_last_day_is_not_the_posts_affair(dorte: User) -> None:
    rate = WageRateFactory(rate=60)
    add(rate.agreement, dorte, 80, MARCH)
    post = post_under(rate.agreement, age_to=17)
    post.ends_on = date(2027, 2, 28)
    assert {one.on for one in pay_words(post, TODAY)} == {FIRST}
    post.ends_on = MARCH
    assert {one.on for one in pay_words(post, TODAY)} == {FIRST, MARCH}


def test_without_pay_the_rate_is_told_and_nothing_is_judged() -> None:
    post = post_under(WageRateFactory(rate=Decimal("83.45")).agreement, pay=None, age_from=15, age_to=15)
    assert told(post, TODAY)["lines"][0]["text"] == (
        "Overenskomsten siger 83,45 kr. for 15-årige fra 1. juli 2026. Skriv lønnen, så måler vi den."
    )


# ── sending and opening ─────────────────────────────────────────────────────
def test_a_post_below_its_own_agreement_is_not_sent_until_it_is_mended(dorte: User) -> None:
    rate = WageRateFactory(rate=Decimal("83.45"), age_from=15, age_to=15, valid_from=date(2024, 3, 1))
    post = post_under(rate.agreement, pay=80, status=PostStatus.DRAFT)
    said = r"Lønnen er 80 kr\., men overenskomsten siger 83,45 kr\. for 15-årige fra 1\. marts 2024\."
    with pytest.raises(MoveRefused, match=said):
        actions.submit(post, by=dorte, now=NOW)
    Post.objects.update(pay_hour=Decimal("83.45"))
    actions.submit(post, by=dorte, now=NOW)


def test_a_post_is_not_opened_when_the_rate_has_risen_above_it(dorte: User) -> None:
    post = post_under(WageRateFactory().agreement, status=PostStatus.SUBMITTED)
    with pytest.raises(MoveRefused, match="overenskomsten siger 80 kr"):
        actions.open_post(post, by=dorte, now=NOW)
    post.refresh_from_db()
    assert post.status == PostStatus.SUBMITTED


# ── the table ───────────────────────────────────────────────────────────────
def test_a_new_rate_ends_the_old_one_the_day_before(dorte: User) -> None:
    old = WageRateFactory()
    new = add(old.agreement, dorte, 85, MARCH)
    old.refresh_from_db()
    assert (old.rate, old.valid_until) == (80, date(2027, 2, 28))
    assert new.valid_until is None
    assert [*Entry.objects.filter(kind="wagerate").values_list("verb", "key").order_by("pk")] == [
        ("end", old.pk),
        ("add", new.pk),
    ]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"age_from": 15, "age_to": 18, "valid_from": MARCH}, "rammer de samme aldre"),
        ({"age_from": 13, "age_to": 17, "valid_from": date(2026, 7, 1)}, "Der er allerede en sats for 13-17-årige"),
        ({"age_from": 13, "age_to": 17, "valid_from": date(2026, 1, 1)}, "Den nye skal slutte før"),
    ],
)
def test_a_rate_that_meets_another_is_refused_in_plain_words(said: dict[str, Any], why: str, dorte: User) -> None:
    old = WageRateFactory()
    with pytest.raises(MoveRefused, match=why):
        add(old.agreement, dorte, 85, **said)
    assert WageRate.objects.get().valid_until is None


def test_a_rate_for_other_ages_or_in_another_agreement_meets_nothing(dorte: User) -> None:
    old = WageRateFactory()
    add(old.agreement, dorte, 130, old.valid_from, age_from=18, age_to=18)
    add(old.agreement, dorte, 75, date(2026, 1, 1), valid_until=date(2026, 6, 30))
    add(AgreementFactory(), dorte, 85, old.valid_from)
    assert WageRate.objects.count() == 4


def test_a_rate_ends_sooner_but_never_later(dorte: User) -> None:
    rate = WageRateFactory()
    actions.end_rate(rate, last_on=MARCH, by=dorte, now=NOW)
    with pytest.raises(MoveRefused, match=r"slutter allerede 1\. marts 2027"):
        actions.end_rate(rate, last_on=date(2027, 4, 1), by=dorte, now=NOW)
    with pytest.raises(MoveRefused, match=r"begynder først 1\. juli 2026"):
        actions.end_rate(rate, last_on=date(2026, 6, 30), by=dorte, now=NOW)
    rate.refresh_from_db()
    assert rate.valid_until == MARCH


def test_a_struck_rate_stays_to_be_seen_and_leaves_room_for_the_right_one(dorte: User) -> None:
    wrong = WageRateFactory(rate=800)
    actions.strike_rate(wrong, by=dorte, now=NOW)
    right = add(wrong.agreement, dorte, 80, wrong.valid_from)
    assert {*WageRate.objects.all()} == {wrong, right}
    with pytest.raises(MoveRefused, match="allerede streget"):
        actions.strike_rate(wrong, by=dorte, now=NOW)


# ── the pages ───────────────────────────────────────────────────────────────
def test_a_coordinator_writes_an_agreement_and_its_first_rate(client: Client, dorte: User) -> None:
    client.force_login(dorte)
    typed = {"name": "Butik", "covers": "Butikker", "source_url": "", "source_date": "", "version": "1"}
    client.post("/loenninger/ny/", typed)
    agreement = Agreement.objects.get()
    rate = {
        "age_from": "13",
        "age_to": "17",
        "rate": "83,45",
        "valid_from": "2024-03-01",
        "valid_until": "",
        "source_url": "https://example.invalid/satser",
        "source_date": "marts 2024",
    }
    client.post(f"/loenninger/{agreement.pk}/sats/", rate)
    assert agreement.rates.get().rate == Decimal("83.45")
    again = client.post(f"/loenninger/{agreement.pk}/sats/", rate)
    assert "Der er allerede en sats for 13-17-årige fra 1. marts 2024." in again.content.decode()
    assert "83,45" in client.get("/loenninger/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("valid_from", "0226-03-01", "Er årstallet rigtigt?"),
        ("valid_until", "2024-02-29", "efter den første"),
        ("age_from", "18", "Til alder skal være"),
        ("rate", "0", "1"),
        ("source_url", "", "Her mangler et svar."),
    ],
)
def test_a_slip_of_the_finger_is_told_at_its_field(
    field: str, value: str, why: str, client: Client, dorte: User
) -> None:
    client.force_login(dorte)
    typed = {"age_from": "13", "age_to": "17", "rate": "80", "valid_from": "2024-03-01", "valid_until": ""}
    source = {"source_url": "https://example.invalid/satser", "source_date": "2024"}
    answer = client.post(f"/loenninger/{AgreementFactory().pk}/sats/", typed | source | {field: value})
    shown_at = "age_to" if field == "age_from" else field
    assert why in str(answer.context["form"].errors[shown_at])
    assert not WageRate.objects.exists()


def test_an_agreement_shows_the_open_posts_that_pay_too_little(client: Client, dorte: User) -> None:
    rate = WageRateFactory()
    post_under(rate.agreement, title="For lidt")
    post_under(rate.agreement, pay=80, title="Nok")
    post_under(rate.agreement, title="Kladden", is_draft=True)
    client.force_login(dorte)
    page = client.get(f"/loenninger/{rate.agreement_id}/").content.decode()
    assert "For lidt" in page
    assert "Nok" not in page
    assert "Kladden" not in page
    assert "1 åbent opslag skal have lønnen op" in client.get("/loenninger/").content.decode()


def test_a_post_without_an_agreement_says_that_its_pay_is_unknown(client: Client, dorte: User) -> None:
    client.force_login(dorte)
    page = client.get(f"/opslag/{post_under(None).pk}/").content.decode()
    assert "Ukendt: der er ikke valgt en overenskomst" in page
    assert "Der står ingen mindsteløn i loven i Danmark." in page


def test_the_list_asks_no_more_for_many_posts(client: Client, dorte: User, django_assert_max_num_queries: Any) -> None:
    client.force_login(dorte)
    for _number in range(3):
        rate = WageRateFactory()
        post_under(rate.agreement)
        post_under(rate.agreement)
    with django_assert_max_num_queries(12):
        client.get("/loenninger/")


def test_a_rate_is_ended_and_struck_on_its_page(client: Client, dorte: User) -> None:
    rate = WageRateFactory()
    client.force_login(dorte)
    assert "80" in client.get(f"/loenninger/satser/{rate.pk}/").content.decode()
    assert client.post(f"/loenninger/satser/{rate.pk}/slut/", {"last_on": ""}).status_code == 200
    client.post(f"/loenninger/satser/{rate.pk}/slut/", {"last_on": "2027-03-01"})
    client.post(f"/loenninger/satser/{rate.pk}/streg/")
    rate.refresh_from_db()
    assert (rate.valid_until, rate.is_struck) == (MARCH, True)
    assert "Streget" in client.get(f"/loenninger/{rate.agreement_id}/").content.decode()
