"""The second factor of the programme's people: an app's code, or one of the codes on paper."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from jobplaneten.accounts import passkeys, totp
from jobplaneten.accounts.models import Authenticator, RecoveryCode, User
from jobplaneten.trail.actions import record

RECOVERY_CODES = 10
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LONGEST_TYPED = 40


def has_second_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user).exists()


@transaction.atomic
def enrol(user: User, secret: str, code: str, *, now: datetime) -> Sequence[str]:
    """The recovery codes, which are kept nowhere; none when the code is wrong or there is an app already."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    step = totp.matching_step(secret, squeezed(code), after=0, now=now)
    if step is None or has_second_factor(user):
        return []
    Authenticator.objects.create(user=user, secret=secret, last_step=step, made_at=now)
    record("add_second_factor", user, by=user, now=now)
    return write_recovery_codes(user)


@transaction.atomic
def prove(user: User, code: str, *, now: datetime) -> bool:
    """Each code opens once: of two who give the same, one gets in."""
    app = Authenticator.objects.select_for_update(of=("self",)).filter(user=user).first()
    typed = squeezed(code)
    if app is None or not typed:
        return False
    step = totp.matching_step(app.secret, typed, after=app.last_step, now=now)
    if step is not None:
        app.last_step = step
        app.save(update_fields=["last_step"])
        return True
    used, _rows = RecoveryCode.objects.filter(user=user, digest=digest(typed)).delete()
    if used:
        record("use_recovery_code", user, by=user, now=now)
    else:
        record("wrong_second_factor", user, by=None, now=now)
    return bool(used)


@transaction.atomic
def renew_recovery_codes(user: User, *, now: datetime) -> Sequence[str]:
    record("renew_recovery_codes", user, by=user, now=now)
    return write_recovery_codes(user)


@transaction.atomic
def forget(user: User, *, by: User | None, now: datetime) -> None:
    """The phone is lost or another: everywhere signed out, and asked to set up anew at the next log-in."""
    passkeys.forget_all(user)
    Authenticator.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    record("forget_second_factor", user, by=by, now=now)


def write_recovery_codes(user: User) -> Sequence[str]:
    RecoveryCode.objects.filter(user=user).delete()
    codes = ["-".join(letters(5) for _half in range(2)) for _number in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=digest(squeezed(code))) for code in codes)
    return codes


def letters(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(count))


def squeezed(typed: str) -> str:
    return typed[:LONGEST_TYPED].lower().replace(" ", "").replace("-", "")


def digest(code: str) -> str:
    """The codes hold 49 bits of chance, so a quick digest under the service's own key is enough."""
    return salted_hmac("jobplaneten.accounts.factors", code, algorithm="sha256").hexdigest()
