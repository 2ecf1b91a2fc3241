"""The town's wage table: an agreement that is made up and says so, and one of which only a source is known."""

from datetime import date, timedelta
from decimal import Decimal

from employers.actions import add_agreement, add_rate
from employers.models import Agreement
from jobplaneten.demo.town import Town

MADE_UP = "opdigtet til demo"
LONG_AGO = date(2025, 3, 1)
RATES = ((13, 14, 65), (15, 17, 70), (18, 18, 80))
NEXT_RATE = 74
WEEKS_AHEAD = timedelta(weeks=9)


def write_wages(town: Town) -> None:
    """Before the first post: shops are measured from the day they open one."""
    by, now = town.coordinator, town.at(80)
    town.shop_agreement = add_agreement(
        {
            "name": "Butikker i demobyen",
            "covers": "Opdigtet til demo: ingen rigtig overenskomst, og ingen rigtige satser.",
            "source_date": MADE_UP,
        },
        by=by,
        now=now,
    )
    for age_from, age_to, rate in RATES:
        write_rate(town, town.shop_agreement, age_from, age_to, rate, LONG_AGO)
    write_rate(town, town.shop_agreement, 15, 17, NEXT_RATE, next_month(town.today + WEEKS_AHEAD))
    add_agreement(
        {
            "name": "HK Privat – Tivoli",
            "covers": "Siden nævner 83,45 kr. i timen for unge fra 1. marts 2024. "
            "For hvilke aldre har vi ikke læst, så der står ingen sats her endnu.",
            "source_url": "https://www.hk.dk/omhk/sektor/hk-privat/ok23/tivoli",
            "source_date": "2024",
        },
        by=by,
        now=now,
    )


def write_rate(town: Town, agreement: Agreement, age_from: int, age_to: int, rate: int, valid_from: date) -> None:
    add_rate(
        agreement,
        age_from=age_from,
        age_to=age_to,
        rate=Decimal(rate),
        valid_from=valid_from,
        valid_until=None,
        source_url="",
        source_date=MADE_UP,
        by=town.coordinator,
        now=town.at(80),
    )


def next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
