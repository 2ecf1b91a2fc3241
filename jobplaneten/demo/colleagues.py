"""Colleagues in the demo town's shops: one who is there, one who sleeps, and an invitation that waits."""

from datetime import timedelta

from employers import actions
from employers.models import Employer
from jobplaneten.demo.people import PASSWORD
from jobplaneten.demo.town import Town

ELINS = "99164832"
NAMES = ("Kirsten Holm", "Ali Demir", "Mette Friis", "Jonas Lund", "Fatima Saleh", "Henrik Bech")


def bring_colleagues(town: Town) -> None:
    """At Elin's shop and at every third workplace; at Elin's somebody sleeps, and somebody has been asked."""
    elin = Employer.objects.get(cvr=ELINS)
    employers = [elin, *Employer.objects.vetted().exclude(pk=elin.pk).order_by("pk")[::3]]
    for number, (employer, name) in enumerate(zip(employers, NAMES, strict=False)):
        invite(town, employer, name, number=number, is_first=number == 0)


def invite(town: Town, employer: Employer, name: str, *, number: int, is_first: bool) -> None:
    boss, now = employer.contacts.administrators().earliest("pk").user, town.at(40, "10:00")
    login = f"kollega{number + 1}@jobplaneten.invalid"
    invitation, _code = actions.invite_colleague(employer, email="", by=boss, now=now)
    actions.come_in_as_colleague(invitation, login=login, password=PASSWORD, name=name, now=now + timedelta(hours=2))
    if is_first:
        invitation, _code = actions.invite_colleague(employer, email="", by=boss, now=town.at(39))
        sleeper = actions.come_in_as_colleague(
            invitation, login="kollega@jobplaneten.invalid", password=PASSWORD, name="Per Krogh", now=town.at(39)
        )
        actions.move_colleague(sleeper, "fall_asleep", by=None, now=town.at(2))
        actions.invite_colleague(employer, email="ny.kollega@jobplaneten.invalid", by=boss, now=town.at(1))
