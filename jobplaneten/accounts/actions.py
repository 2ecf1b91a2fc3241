from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _
from knox.models import AuthToken

from jobplaneten.accounts import municipal, passkeys
from jobplaneten.accounts.models import Area, Role, Step, User
from jobplaneten.accounts.passwords import temporary_password
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

T = TypeVar("T", Area, Step)


def refuse_when_overtaken(current: int, seen: int) -> None:
    if current != seen:
        raise MoveRefused(
            _("En anden har gemt her, mens du skrev. Dit er ikke gemt. Åbn siden igen for at se det nye.")
        )


@transaction.atomic
def change_password(user: User, password: str, *, now: datetime) -> None:
    """A new password also takes the keys back that were handed out under the old one."""
    user.set_password(password)
    user.has_temporary_password = False
    user.save(update_fields=["password", "has_temporary_password"])
    AuthToken.objects.filter(user=user).delete()
    record("change_password", user, by=user, now=now)


@transaction.atomic
def log_out_everywhere(user: User, *, by: User | None, now: datetime) -> None:
    """Every session and key of theirs ends, on whatever phone it is."""
    user.rounds += 1
    user.save(update_fields=["rounds"])
    AuthToken.objects.filter(user=user).delete()
    record("log_out_everywhere", user, by=by, now=now)


@transaction.atomic
def make_key(user: User, *, now: datetime) -> str:
    """The key itself; only its digest is kept."""
    _token, key = AuthToken.objects.create(user=user)
    record("make_key", user, by=user, now=now)
    return str(key)


@transaction.atomic
def take_key_back(user: User, token_key: str, *, now: datetime) -> None:
    AuthToken.objects.filter(user=user, token_key=token_key).delete()
    record("take_key_back", user, by=user, now=now)


@transaction.atomic
def save_step(step: Step, values: dict[str, Any], *, version: int, by: User, now: datetime) -> Step:
    locked = Step.objects.select_for_update().get(pk=step.pk)
    refuse_when_overtaken(locked.version, version)
    return write(locked, values, by=by, now=now)


@transaction.atomic
def save_area(area: Area, values: dict[str, Any], *, version: int, by: User, now: datetime) -> Area:
    locked = Area.objects.select_for_update().get(pk=area.pk)
    refuse_when_overtaken(locked.version, version)
    return write(locked, values, by=by, now=now)


def write(row: T, values: dict[str, Any], *, by: User, now: datetime) -> T:
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*values, "version"])
    record("change", row, by=by, now=now, fields=sorted(values))
    return row


@transaction.atomic
def add_area(values: dict[str, Any], *, by: User, now: datetime) -> Area:
    """Whoever opens an area answers for it from the first day."""
    area = Area.objects.create(**values)
    by.areas.add(area)
    record("add", area, by=by, now=now)
    return area


@transaction.atomic
def add_mentor(*, login: str, name: str, areas: list[Area], by: User, now: datetime) -> tuple[User, str]:
    """The mentor and the temporary password, which is kept nowhere."""
    password = temporary_password()
    reach = {"email": login} if "@" in login else {"phone": login}
    mentor = User.objects.create_user(
        login, password, name=name, role=Role.MENTOR, has_temporary_password=True, **reach
    )
    mentor.areas.set(areas)
    record("add", mentor, by=by, now=now)
    return mentor, password


@transaction.atomic
def give_temporary_password(user: User, *, by: User, now: datetime) -> str:
    """For somebody who has forgotten theirs. Every session, key and passkey of theirs ends."""
    password = temporary_password()
    user.set_password(password)
    user.has_temporary_password = True
    user.save(update_fields=["password", "has_temporary_password"])
    AuthToken.objects.filter(user=user).delete()
    passkeys.forget_all(user)
    municipal.forget(user)
    record("temporary_password", user, by=by, now=now)
    return password


@transaction.atomic
def change_areas(mentor: User, areas: list[Area], *, by: User, now: datetime) -> None:
    """Areas that `by` does not answer for stay as they are."""
    others = mentor.areas.exclude(pk__in=by.areas.all())
    mentor.areas.set([*others, *areas])
    record("change_areas", mentor, by=by, now=now, areas=[area.pk for area in areas])


@transaction.atomic
def change_capacity(mentor: User, capacity: int, *, by: User, now: datetime) -> None:
    if mentor.capacity != capacity:
        mentor.capacity = capacity
        mentor.save(update_fields=["capacity"])
        record("change_capacity", mentor, by=by, now=now, capacity=capacity)


@transaction.atomic
def close_door(user: User, *, by: User | None, now: datetime) -> None:
    """The person is out at their next click; what they have done stays in the trail."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    AuthToken.objects.filter(user=user).delete()
    record("close_door", user, by=by, now=now)


@transaction.atomic
def open_door(user: User, *, by: User | None, now: datetime) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("open_door", user, by=by, now=now)
