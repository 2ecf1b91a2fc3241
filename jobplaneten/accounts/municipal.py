"""The municipality's log-in opens for people who are here already and have tied it to themselves. It makes nobody."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import MunicipalLogin, User
from jobplaneten.accounts.models.municipal import AgeBand
from jobplaneten.accounts.oidc import Proven
from jobplaneten.accounts.permissions import may_get_codes
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused


def person_of(proven: Proven, *, now: datetime) -> User | None:
    known = MunicipalLogin.objects.filter(issuer=proven.issuer, subject=proven.subject, user__is_active=True)
    login = known.select_related("user").first()
    if login is None:
        return None
    record("log_in_at_municipality", login.user, by=login.user, now=now)
    return login.user


@transaction.atomic
def tie(user: User, proven: Proven, *, now: datetime) -> None:
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if MunicipalLogin.objects.filter(issuer=proven.issuer, subject=proven.subject).exclude(user=user).exists():
        raise MoveRefused(_("Det login hører til en anden her. Sig det til en koordinator."))
    known = {"issuer": proven.issuer, "subject": proven.subject, "age_band": band_of(proven.born, now=now)}
    MunicipalLogin.objects.update_or_create(user=user, defaults={**known, "made_at": now})
    record("tie_municipal_login", user, by=user, now=now)


@transaction.atomic
def untie(user: User, *, now: datetime) -> None:
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if not (user.has_usable_password() or may_get_codes(user) or user.passkeys.working().exists()):
        raise MoveRefused(_("Det er din eneste vej ind. Lav først et kodeord, så kan du fjerne den."))
    forget(user)
    record("untie_municipal_login", user, by=user, now=now)


def forget(user: User) -> None:
    MunicipalLogin.objects.filter(user=user).delete()


def band_of(born: str, *, now: datetime) -> str:
    """A year alone is read as its last day: rather too young than too old."""
    try:
        day = date(int(born), 12, 31) if len(born) == 4 else date.fromisoformat(born)
    except ValueError:
        return ""
    age = now.year - day.year - ((now.month, now.day) < (day.month, day.day))
    bounds = ((13, AgeBand.UNDER_13), (15, AgeBand.YOUNG), (18, AgeBand.OLDER))
    return next((str(band) for below, band in bounds if age < below), str(AgeBand.ADULT))
