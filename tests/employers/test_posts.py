from typing import Any

import pytest

from employers import actions
from employers.models import EmployerContact, Post, PostStatus
from employers.workflow import POST
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, EmployerContactFactory, EmployerFactory, PostFactory

pytestmark = pytest.mark.django_db
VALUES = {"title": "Ny overskrift", "seats": 2}
SHIFT = {"weekday": 1, "starts": 930, "ends": 1050, "break_minutes": 0}
ACTS: dict[str, Any] = {
    "submit": actions.submit,
    "open": actions.open_post,
    "refuse": lambda post, *, by, now: actions.refuse_post(post, reason="Nej", by=by, now=now),
    "rework": actions.rework,
    "close": actions.close,
}


def save(post: Post | None, contact: EmployerContact, **said: Any) -> Post:
    whole: dict[str, Any] = {"values": VALUES, "shifts": [SHIFT], "needs": [("polite", 2)]} | said
    return actions.save_post(post, employer=contact.employer, by=contact.user, now=NOW, **whole)


def test_a_new_post_is_a_draft_with_its_shifts_and_needs(elif_: EmployerContact) -> None:
    post = save(None, elif_)
    assert (post.status, post.employer, post.version) == (PostStatus.DRAFT, elif_.employer, 1)
    assert post.shifts.get().starts == 930
    assert (post.needs.get().skill, post.needs.get().level) == ("polite", 2)


def test_saving_again_replaces_the_rows(elif_: EmployerContact) -> None:
    post = save(None, elif_)
    post = save(post, elif_, shifts=[SHIFT | {"weekday": 3}], needs=[], version=post.version)
    assert [shift.weekday for shift in post.shifts.all()] == [3]
    assert (post.needs.count(), post.version) == (0, 2)


def test_who_read_an_older_version_is_told_and_nothing_is_saved(elif_: EmployerContact) -> None:
    post = save(None, elif_)
    save(post, elif_, version=1)
    with pytest.raises(MoveRefused, match="En anden har rettet"):
        save(post, elif_, values={"title": "For sent"}, version=1)
    post.refresh_from_db()
    assert (post.title, post.version) == ("Ny overskrift", 2)


@pytest.mark.parametrize("status", [PostStatus.OPEN, PostStatus.SUBMITTED])
def test_an_edited_post_that_was_shown_is_a_draft_again(status: str, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, status=status)
    assert save(post, elif_).status == PostStatus.DRAFT


@pytest.mark.parametrize("status", [PostStatus.FILLED, PostStatus.CLOSED])
def test_a_filled_or_closed_post_is_not_edited(status: str, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, status=status)
    with pytest.raises(MoveRefused):
        save(post, elif_)
    assert Post.objects.get().title == post.title


def test_there_are_never_fewer_seats_than_youths_in_them(elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True, seats=3, seats_taken=3)
    with pytest.raises(MoveRefused, match="3"):
        save(post, elif_)


def test_a_whole_and_lawful_post_is_sent_and_the_coordinators_are_told(elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True)
    actions.submit(post, by=elif_.user, now=NOW)
    assert Post.objects.get().status == PostStatus.SUBMITTED
    assert Message.objects.filter(to=dorte).count() == 1


def test_a_post_that_lacks_something_is_not_sent(elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True, pay_hour=None, shift=None)
    with pytest.raises(MoveRefused, match="vagter, løn i timen"):
        actions.submit(post, by=elif_.user, now=NOW)
    assert Post.objects.get().status == PostStatus.DRAFT


def test_a_post_that_is_lawful_for_nobody_it_asks_for_is_not_sent(elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer, is_draft=True, chores=["welding"], age_from=13, age_to=14)
    with pytest.raises(MoveRefused, match="ikke lovligt"):
        actions.submit(post, by=elif_.user, now=NOW)
    post.age_to = 18
    post.save()
    actions.submit(post, by=elif_.user, now=NOW)
    assert Post.objects.get().status == PostStatus.SUBMITTED


@pytest.mark.parametrize("status", ["refused", "suspended"])
def test_an_employer_who_was_turned_down_sends_nothing(status: str) -> None:
    contact = EmployerContactFactory(employer=EmployerFactory(status=status, status_reason="x"))
    post = PostFactory(employer=contact.employer, is_draft=True)
    with pytest.raises(MoveRefused, match="godkendt"):
        actions.submit(post, by=contact.user, now=NOW)


def test_an_opened_post_says_when_and_its_employer_is_told(elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer, status=PostStatus.SUBMITTED, opened_at=None)
    actions.open_post(post, by=dorte, now=NOW)
    row = Post.objects.get()
    assert (row.status, row.opened_at) == (PostStatus.OPEN, NOW)
    assert Message.objects.filter(to=elif_.user).count() == 1


def test_a_post_of_an_employer_who_is_not_vetted_is_not_opened(dorte: User) -> None:
    post = PostFactory(employer=EmployerFactory(is_applied=True), status=PostStatus.SUBMITTED)
    with pytest.raises(MoveRefused, match="arbejdspladsen først"):
        actions.open_post(post, by=dorte, now=NOW)
    assert Post.objects.get().status == PostStatus.SUBMITTED


def test_a_post_with_every_seat_taken_opens_as_filled(elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer, status=PostStatus.SUBMITTED, seats=1, seats_taken=1)
    actions.open_post(post, by=dorte, now=NOW)
    assert Post.objects.get().status == PostStatus.FILLED


def test_a_refused_post_says_why_and_may_be_sent_again(elif_: EmployerContact, dorte: User) -> None:
    post = PostFactory(employer=elif_.employer, status=PostStatus.SUBMITTED)
    actions.refuse_post(post, reason="Hvem er den voksne?", by=dorte, now=NOW)
    assert Post.objects.get().status_reason == "Hvem er den voksne?"
    assert "Hvem er den voksne?" in Message.objects.get(to=elif_.user).body
    actions.submit(post, by=elif_.user, now=NOW)
    assert (Post.objects.get().status, Post.objects.get().status_reason) == (PostStatus.SUBMITTED, "")


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("status", PostStatus.values)
def test_every_move_that_is_not_in_the_table_is_refused(
    name: str, status: str, elif_: EmployerContact, dorte: User
) -> None:
    post = PostFactory(employer=elif_.employer, status=status, status_reason="x")
    if status in POST.move(name).sources:
        ACTS[name](post, by=dorte, now=NOW)
        assert Post.objects.get().status == POST.move(name).target
    else:
        with pytest.raises(MoveRefused):
            ACTS[name](post, by=dorte, now=NOW)
        assert Post.objects.get().status == status
