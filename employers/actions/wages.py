from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from employers.models import Agreement, WageRate
from employers.wages import aged, day_words
from jobplaneten.accounts.models import User
from jobplaneten.trail.actions import record
from jobplaneten.workflow import MoveRefused

ONE_DAY = timedelta(days=1)


@transaction.atomic
def add_agreement(values: dict[str, Any], *, by: User, now: datetime) -> Agreement:
    agreement = Agreement.objects.create(**values, by=by, at=now)
    record("add", agreement, by=by, now=now)
    return agreement


@transaction.atomic
def save_agreement(agreement: Agreement, values: dict[str, Any], *, version: int, by: User, now: datetime) -> None:
    """Its name and words; its rates are never rewritten."""
    row = held(agreement)
    if row.version != version:
        raise MoveRefused(_("En anden har rettet overenskomsten, mens du skrev. Se den igen, og prøv så."))
    for field, value in values.items():
        setattr(row, field, value)
    row.version += 1
    row.save(update_fields=[*values, "version"])
    record("change", row, by=by, now=now, fields=sorted(values))


@transaction.atomic
def add_rate(
    agreement: Agreement,
    *,
    age_from: int,
    age_to: int,
    rate: Decimal,
    valid_from: date,
    valid_until: date | None,
    source_url: str,
    source_date: str,
    by: User,
    now: datetime,
) -> WageRate:
    """From its first day on it takes the place of the rate for the same ages; nothing else may be in its way."""
    held(agreement)
    met = agreement.rates.standing().for_ages(age_from, age_to).held_within(valid_from, valid_until)
    for old in met:
        if (old.age_from, old.age_to) != (age_from, age_to):
            raise MoveRefused(
                _("Der er en sats for %(who)s fra %(day)s, som rammer de samme aldre. Afslut den først.") % told(old)
            )
        if old.valid_from >= valid_from:
            raise MoveRefused(
                _("Der er allerede en sats for %(who)s fra %(day)s. Den nye skal slutte før, eller begynde senere.")
                % told(old)
            )
        end(old, valid_from - ONE_DAY, by=by, now=now)
    added = WageRate.objects.create(
        agreement=agreement,
        age_from=age_from,
        age_to=age_to,
        rate=rate,
        valid_from=valid_from,
        valid_until=valid_until,
        source_url=source_url,
        source_date=source_date,
        by=by,
        at=now,
    )
    record("add", added, by=by, now=now)
    return added


@transaction.atomic
def end_rate(rate: WageRate, *, last_on: date, by: User, now: datetime) -> None:
    """A rate may end sooner than it was to, never later: what comes after is a new one."""
    held(rate.agreement)
    row = standing(rate)
    if last_on < row.valid_from:
        raise MoveRefused(_("Satsen begynder først %(day)s. Den kan ikke slutte før.") % told(row))
    if row.valid_until is not None and last_on >= row.valid_until:
        raise MoveRefused(_("Satsen slutter allerede %(day)s.") % {"day": day_words(row.valid_until)})
    end(row, last_on, by=by, now=now)


@transaction.atomic
def strike_rate(rate: WageRate, *, by: User, now: datetime) -> None:
    """It was typed wrong, so it never held. It stays to be seen."""
    held(rate.agreement)
    row = standing(rate)
    row.struck_at = now
    row.save(update_fields=["struck_at"])
    record("strike", row, by=by, now=now)


def held(agreement: Agreement) -> Agreement:
    """Whoever changes rates holds the agreement, so that two people cannot lay them over each other."""
    return Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)


def standing(rate: WageRate) -> WageRate:
    row = WageRate.objects.get(pk=rate.pk)
    if row.is_struck:
        raise MoveRefused(_("Satsen er allerede streget."))
    return row


def end(row: WageRate, last_on: date, *, by: User, now: datetime) -> None:
    row.valid_until = last_on
    row.save(update_fields=["valid_until"])
    record("end", row, by=by, now=now, last_on=last_on.isoformat())


def told(rate: WageRate) -> dict[str, str]:
    return {"who": aged(rate.age_from, rate.age_to), "day": day_words(rate.valid_from)}
