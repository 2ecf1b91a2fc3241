from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from employers import actions
from employers.models import (
    VALID_FOR,
    Employer,
    EmployerContact,
    EmployerStatus,
    Post,
    PostStatus,
    RegisterEntry,
    VettingCheck,
)
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import (
    NOW,
    TODAY,
    EmployerContactFactory,
    EmployerFactory,
    PostFactory,
    VettingCheckFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting() -> EmployerContact:
    return EmployerContactFactory(employer=EmployerFactory(is_applied=True))


def seen(employer: Employer, **changes: Any) -> dict[str, Any]:
    looked_up = {"seen_in": "hand", "number_seen": employer.cvr, "name_seen": "Butik", "status_seen": "Aktiv"}
    called = {"phone_seen": "56636511", "called_on": TODAY, "spoke_with": "Lederen"}
    return {**looked_up, **called, "met_on": TODAY, "met_by": "Dorte", "note": "Set på virk.dk"} | changes


def test_it_takes_two_and_it_lasts_a_year(waiting: EmployerContact, dorte: User, bo: User) -> None:
    check = actions.check(waiting.employer, seen(waiting.employer), by=dorte, now=NOW)
    assert Employer.objects.get().status == EmployerStatus.APPLIED
    actions.confirm(check, by=bo, now=NOW)
    employer = Employer.objects.get()
    assert (employer.status, employer.vetted_by, employer.confirmed_by) == (EmployerStatus.VETTED, dorte, bo)
    assert employer.vetted_until == TODAY + VALID_FOR
    assert Message.objects.get(to=waiting.user).subject == "I er godkendt"
    assert Entry.objects.get(verb="vet").by == bo


def test_nobody_is_both_of_the_two(waiting: EmployerContact, dorte: User, bo: User) -> None:
    check = actions.check(waiting.employer, seen(waiting.employer), by=dorte, now=NOW)
    for one in (dorte, waiting.user):
        with pytest.raises(MoveRefused):
            actions.confirm(check, by=one, now=NOW)
    for stranger in (bo, waiting.user):
        with pytest.raises(MoveRefused):
            actions.check(waiting.employer, seen(waiting.employer), by=stranger, now=NOW)
    check.refresh_from_db()
    assert (Employer.objects.get().status, check.confirmed_by) == (EmployerStatus.APPLIED, None)


def test_the_database_itself_knows_no_vetting_by_one(dorte: User) -> None:
    check, employer = VettingCheckFactory(checked_by=dorte), EmployerFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        VettingCheck.objects.filter(pk=check.pk).update(confirmed_by=dorte, confirmed_at=NOW)
    for alone in ({"confirmed_by": None}, {"confirmed_by": employer.vetted_by}, {"vetted_until": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Employer.objects.filter(pk=employer.pk).update(**alone)


def test_a_check_that_was_overtaken_lets_nobody_in(waiting: EmployerContact, dorte: User, bo: User) -> None:
    first = actions.check(waiting.employer, seen(waiting.employer), by=dorte, now=NOW)
    actions.check(waiting.employer, seen(waiting.employer), by=dorte, now=NOW)
    with pytest.raises(MoveRefused):
        actions.confirm(first, by=bo, now=NOW)
    actions.refuse_employer(waiting.employer, reason="De svarer ikke.", by=dorte, now=NOW)
    assert not VettingCheck.objects.pending().exists()
    assert Employer.objects.get().status == EmployerStatus.REFUSED


def test_the_newcomer_is_met_and_who_is_renewed_need_not_be(waiting: EmployerContact, dorte: User, bo: User) -> None:
    unmet = {"met_on": None, "met_by": ""}
    with pytest.raises(MoveRefused):
        actions.check(waiting.employer, seen(waiting.employer, **unmet), by=dorte, now=NOW)
    known = EmployerFactory(vetted_until=TODAY + timedelta(days=3))
    actions.confirm(actions.check(known, seen(known, **unmet), by=dorte, now=NOW), by=bo, now=NOW)
    known.refresh_from_db()
    assert (known.status, known.vetted_until) == (EmployerStatus.VETTED, TODAY + VALID_FOR)


def test_a_month_before_the_year_is_over_everybody_is_reminded_once(elif_: EmployerContact, dorte: User) -> None:
    end = TODAY + VALID_FOR
    early, late = NOW + (end - TODAY) - timedelta(days=31), NOW + (end - TODAY) - timedelta(days=30)
    assert [actions.remind_of_renewal(moment) for moment in (early, late, late)] == [0, 1, 0]
    assert {message.to for message in Message.objects.all()} == {dorte, elif_.user, elif_.employer.vetted_by}


def test_a_refused_employer_reads_why(waiting: EmployerContact, dorte: User, client: Client) -> None:
    actions.refuse_employer(waiting.employer, reason="Vi kunne ikke få fat i jer.", by=dorte, now=NOW)
    client.force_login(waiting.user)
    assert "Vi kunne ikke få fat i jer." in client.get(reverse("employers:posts")).content.decode()
    assert "Vi kunne ikke få fat i jer." in Message.objects.get(to=waiting.user).body


def test_what_a_suspended_employer_has_open_is_closed(elif_: EmployerContact, dorte: User) -> None:
    post, draft = PostFactory(employer=elif_.employer), PostFactory(employer=elif_.employer, is_draft=True)
    assert list(Post.objects.open()) == [post]
    actions.suspend(elif_.employer, reason="Der var uro.", by=dorte, now=NOW)
    with pytest.raises(MoveRefused):
        actions.take_seat(post, by=dorte, now=NOW)
    statuses = dict(Post.objects.values_list("pk", "status"))
    assert statuses == {post.pk: PostStatus.CLOSED, draft.pk: PostStatus.DRAFT}


def test_one_writes_and_another_reads_on_the_pages(waiting: EmployerContact, dorte: User, bo: User, as_user) -> None:
    client = as_user(dorte)
    assert waiting.employer.name in client.get(reverse("employers:to_review")).text
    page = reverse("employers:check", args=[waiting.employer_id])
    assert client.post(page, seen(waiting.employer, status_seen="Ophørt")).status_code == 200
    client.post(page, seen(waiting.employer))
    check = VettingCheck.objects.get()
    assert check.phone_seen == "+4556636511"
    read = reverse("employers:vetting", args=[check.pk])
    assert "Jeg har læst det" not in client.get(read).text
    client.post(read)
    assert not Employer.objects.get().is_vetted
    assert Message.objects.get(to=bo).path == read
    as_user(bo).post(read)
    assert Employer.objects.get().is_vetted


@pytest.mark.parametrize(
    "wrong",
    [
        {"number_seen": "88146328"},
        {"seen_in": "file"},
        {"status_seen": "Under konkurs"},
        {"phone_seen": "ring bare"},
        {"called_on": TODAY + timedelta(days=400)},
        {"met_by": ""},
        {"note": ""},
        {"spoke_with": ""},
    ],
    ids=str,
)
def test_a_check_says_what_was_really_seen(
    wrong: dict[str, Any], waiting: EmployerContact, dorte: User, as_user
) -> None:
    page = reverse("employers:check", args=[waiting.employer_id])
    assert as_user(dorte).post(page, seen(waiting.employer, **wrong)).context["form"].errors
    assert not VettingCheck.objects.exists()


def test_the_register_is_read_from_a_file(waiting: EmployerContact, dorte: User, as_user, tmp_path: Path) -> None:
    Employer.objects.update(cvr="12345674")
    file = tmp_path / "cvr.csv"
    lines = [
        "cvr;navn;adresse;telefon;status",
        "12345674;Torvets Bageri ApS;Torvet 1;56112233;Aktiv",
        "12345675;Forkert;;;",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command("import_cvr", file)
    assert RegisterEntry.objects.get().name == "Torvets Bageri ApS"
    page = as_user(dorte).get(reverse("employers:check", args=[waiting.employer_id]))
    assert page.context["form"].initial["phone_seen"] == "56112233"


def test_a_no_without_a_reason_changes_nothing(waiting: EmployerContact, dorte: User, client: Client) -> None:
    client.force_login(dorte)
    url = reverse("employers:employer_refuse", args=[waiting.employer_id])
    answer = client.post(url, {"reason": " "}, follow=True)
    assert "Skriv hvorfor" in answer.content.decode()
    assert Employer.objects.get().status == EmployerStatus.APPLIED


@pytest.mark.parametrize(
    "name", ["employers:employer", "employers:check", "employers:employer_refuse", "matching:shut_out"]
)
def test_nobody_but_a_coordinator_sees_or_checks_an_employer(
    name: str, waiting: EmployerContact, bo: User, client: Client
) -> None:
    for stranger in (bo, waiting.user, EmployerContactFactory().user):
        client.force_login(stranger)
        url = reverse(name, args=[waiting.employer_id])
        answer = client.get(url) if name == "employers:employer" else client.post(url, {"reason": "x"})
        assert answer.status_code == 404
    assert Employer.objects.get(pk=waiting.employer_id).status == EmployerStatus.APPLIED


def test_no_applicant_reads_a_check(waiting: EmployerContact, client: Client) -> None:
    check = VettingCheckFactory(employer=waiting.employer)
    client.force_login(waiting.user)
    page = reverse("employers:vetting", args=[check.pk])
    assert (client.get(page).status_code, client.post(page).status_code) == (404, 404)
    assert not Employer.objects.get().is_vetted
