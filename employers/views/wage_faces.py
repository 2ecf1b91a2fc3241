"""Rates, and posts measured by them, in the words and shapes that the templates show."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from employers.models import Post, PostQuerySet, WageRate
from employers.models.wages import OLDEST
from employers.wages import PayStatus, day_words, kroner, lines, pay_words

OPEN_ENDED = "–"


def rate_facts(row: WageRate) -> list[tuple[str, str]]:
    written = _("%(day)s af %(name)s") % {
        "day": day_words(timezone.localdate(row.at)),
        "name": row.by.name if row.by else _("Jobplaneten"),
    }
    return [*cells(row), (_("Skrevet ind"), written)]


def sorted_rates(rates: Iterable[WageRate], today: date) -> dict[str, list[dict[str, Any]]]:
    """What holds today, what is coming, and what is over or struck: the youngest age first, the newest on top."""
    heaps: dict[str, list[WageRate]] = {"now": [], "coming": [], "past": []}
    for row in rates:
        heaps[heap_of(row, today)].append(row)
    heaps["now"].sort(key=lambda row: (row.age_from, row.valid_from))
    heaps["coming"].sort(key=lambda row: (row.valid_from, row.age_from))
    heaps["past"].sort(key=lambda row: (row.valid_from, row.at), reverse=True)
    return {name: [table_row(row) for row in heap] for name, heap in heaps.items()}


def heap_of(row: WageRate, today: date) -> str:
    if row.is_struck or (row.valid_until is not None and row.valid_until < today):
        return "past"
    return "coming" if row.valid_from > today else "now"


def table_row(row: WageRate) -> dict[str, Any]:
    return {"url": reverse("employers:rate", args=[row.pk]), "cells": cells(row)}


def cells(row: WageRate) -> list[tuple[str, str]]:
    until = _("Streget") if row.is_struck else day_words(row.valid_until) if row.valid_until else OPEN_ENDED
    return [
        (_("Alder"), age_words(row)),
        (_("Kr. i timen"), kroner(row.rate)),
        (_("Fra"), day_words(row.valid_from)),
        (_("Til og med"), until),
        (_("Kildens dato"), row.source_date),
    ]


def age_words(row: WageRate) -> str:
    if row.age_to == OLDEST:
        return _("%(age)s år og derover") % {"age": row.age_from}
    span = str(row.age_from) if row.age_from == row.age_to else f"{row.age_from}-{row.age_to}"
    return _("%(ages)s år") % {"ages": span}


def underpaid_posts(posts: PostQuerySet, today: date) -> list[Post]:
    """Those that pay less than the agreement they name says, today or from a coming day."""
    measured = posts.filter(agreement__isnull=False).select_related("agreement").prefetch_related("agreement__rates")
    in_order = measured.defer("source_raw", "text").order_by("starts_on", "pk")
    return [post for post in in_order if any(one.status == PayStatus.BELOW for one in pay_words(post, today))]


def why_more(post: Post, today: date) -> list[str]:
    return [line["text"] for line in lines(post, today) if line["status"] == PayStatus.BELOW]
