"""Log in with a code on SMS, for youths and guardians who have not said that they would rather not."""

import secrets
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import LoginCode, Role, User
from jobplaneten.messaging.actions import loose_mail, text_message
from jobplaneten.trail.actions import record

DIGITS = 6
MOST_AN_HOUR = 5
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@transaction.atomic
def send_code(phone: str, *, now: datetime) -> LoginCode:
    """Whether anybody signs in with the number or not, the same is done, but for the SMS."""
    LoginCode.objects.filter(made_at__lt=now - DAY).delete()
    user = User.objects.active().filter(login=phone, role__in=[Role.YOUTH, Role.GUARDIAN], takes_codes=True).first()
    if LoginCode.objects.filter(user=user, made_at__gt=now - HOUR).count() >= MOST_AN_HOUR:
        user = None
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    row = LoginCode.objects.create(user=user, digest=make_password(code), made_at=now)
    if user:
        text_message(
            phone, _("Din kode til Jobplaneten er %(code)s. Giv den ikke til nogen.") % {"code": code}, now=now
        )
    return row


@transaction.atomic
def send_newcomers_code(login: str, *, now: datetime) -> LoginCode:
    """To whoever holds the number or address. Who is here already hears so there, and nowhere else."""
    LoginCode.objects.filter(made_at__lt=now - DAY).delete()
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    row = LoginCode.objects.create(user=None, digest=make_password(code), made_at=now)
    if User.objects.filter(login=login).exists():
        row.digest = make_password(None)
        row.save(update_fields=["digest"])
        words = _("Nogen ville melde sig til Jobplaneten herfra. Er det dig, er du her allerede: log ind i stedet.")
    else:
        words = _("Din kode til Jobplaneten er %(code)s. Giv den ikke til nogen.") % {"code": code}
    if "@" in login:
        loose_mail(login, _("Fra Jobplaneten"), words, now=now)
    else:
        text_message(login, words, now=now)
    return row


@transaction.atomic
def is_newcomers_code(key: int, code: str, *, now: datetime) -> bool:
    row = LoginCode.objects.open(now).select_for_update(of=("self",)).filter(pk=key, user=None).first()
    if row is None:
        return False
    is_right = check_password(code, row.digest)
    row.used_at, row.tries = (now, row.tries) if is_right else (None, row.tries + 1)
    row.save(update_fields=["used_at", "tries"])
    return is_right


@transaction.atomic
def open_with(key: int, code: str, *, now: datetime) -> User | None:
    """The person, once; every wrong code is counted."""
    row = LoginCode.objects.open(now).select_for_update(of=("self",)).filter(pk=key).first()
    if row is None:
        return None
    if check_password(code, row.digest) and row.user and row.user.is_active:
        row.used_at = now
        row.save(update_fields=["used_at"])
        record("log_in_by_code", row.user, by=row.user, now=now)
        return row.user
    row.tries += 1
    row.save(update_fields=["tries"])
    return None


@transaction.atomic
def take_codes(user: User, *, wanted: bool, now: datetime) -> None:
    """A youth whose phone goes from hand to hand may rather have a password."""
    user.takes_codes = wanted
    user.save(update_fields=["takes_codes"])
    record("take_codes" if wanted else "take_no_codes", user, by=user, now=now)
