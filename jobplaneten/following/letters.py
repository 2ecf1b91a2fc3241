"""What people are told about how a job goes. The words themselves stay on the pages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.following.models import Assessment, FollowUp, NearMiss
from jobplaneten.messaging.actions import tell
from jobplaneten.placements.letters import contacts
from youth.models import Youth
from youth.standing_in import helpers


def answer_page(row: FollowUp) -> str:
    return reverse("following:follow_up", args=[row.pk])


def send(people: Iterable[Any], subject: str, body: str, *, path: str, now: datetime, is_urgent: bool = False) -> None:
    for person in people:
        tell(person, subject[:120], body, path=path, now=now, is_urgent=is_urgent)


def ask_youth(row: FollowUp, *, now: datetime, again: bool = False) -> None:
    job = {"job": row.placement.post.title}
    if row.point.is_closing:
        subject, body = (
            _("Hvordan var dit job?"),
            _("Du er færdig med %(job)s. Fortæl, hvordan det var. Det tager et øjeblik."),
        )
    elif row.asks_for_work:
        subject, body = _("Har du stadig et job?"), _("Det er længe siden %(job)s. Har du et job nu? Ét tryk er nok.")
    else:
        subject, body = (
            _("Hvordan går det på jobbet?"),
            _("Ét tryk på en smiley, så ved din mentor, hvordan det går med %(job)s."),
        )
    if again:
        body = _("Du må gerne svare endnu. Det tager et øjeblik, og din mentor vil gerne høre fra dig.")
    tell(row.placement.youth.user, subject, body % job, path=answer_page(row), now=now)


def ask_employer(row: FollowUp, *, now: datetime, again: bool = False) -> None:
    words = {"name": row.placement.first_name, "job": row.placement.post.title}
    if row.point.is_closing:
        subject, body = (
            _("Hvordan gik det med %(name)s?"),
            _("Jobbet er slut. Sig på to minutter, hvad %(name)s kan nu."),
        )
    else:
        subject, body = (
            _("Hvordan går det med %(name)s?"),
            _("Tre tryk om %(name)s i %(job)s. Det tager et halvt minut."),
        )
    if again:
        body = _("I må gerne svare endnu om %(name)s. Mentoren bruger det i den næste samtale.")
    send(contacts(row.placement), subject % words, body % words, path=answer_page(row), now=now)


def remind_mentor(row: FollowUp, *, now: datetime) -> None:
    words = {"name": row.placement.youth.first_name, "point": row.point.title.lower()}
    subject, body = _("Skriv i dagbogen om %(name)s"), _("Du mangler at skrive om: %(point)s. Tre korte linjer er nok.")
    send(helpers(row.placement.youth), subject % words, body % words, path=answer_page(row), now=now)


def worried(row: FollowUp, *, now: datetime) -> None:
    words = {"name": row.placement.youth.first_name}
    if row.wants_call:
        subject, body = _("%(name)s vil gerne ringes op"), _("%(name)s siger, at noget er galt på jobbet. Ring i dag.")
    else:
        subject, body = (
            _("%(name)s har det ikke så godt på jobbet"),
            _("%(name)s har valgt den sure smiley. Tag en snak i dag."),
        )
    send(helpers(row.placement.youth), subject % words, body % words, path=answer_page(row), now=now, is_urgent=True)


def workplace_said(row: FollowUp, *, now: datetime) -> None:
    words = {"name": row.placement.youth.first_name}
    subject = _("Arbejdspladsen har svaret om %(name)s") % words
    body = _("Læs det, og vælg, om %(name)s skal se det.") % words
    send(helpers(row.placement.youth), subject, body, path=answer_page(row), now=now)


def shown(row: FollowUp, *, now: datetime) -> None:
    body = _("Din arbejdsplads har fortalt, hvordan det går. Læs det her.")
    tell(row.placement.youth.user, _("Din arbejdsplads har skrevet om dig"), body, path=answer_page(row), now=now)


def workplace_assessed(found: Assessment, *, now: datetime) -> None:
    words = {"name": found.youth.first_name}
    body = _("Læs, hvor langt %(name)s er på jobbet, og vælg, om %(name)s skal se det.") % words
    path = reverse("following:list")
    send(helpers(found.youth), _("Arbejdspladsen har skrevet om %(name)s") % words, body, path=path, now=now)


def assessment_shown(youth: Youth, *, now: datetime) -> None:
    body = _("Din arbejdsplads har fortalt, hvad du kan nu. Læs det her.")
    tell(youth.user, _("Din arbejdsplads har skrevet om dig"), body, path=reverse("youth:my_way"), now=now)


def journal_shared(youth: Youth, *, now: datetime) -> None:
    body = _("Din mentor har skrevet ned, hvad I har talt om.")
    tell(youth.user, _("Nyt i din dagbog"), body, path=reverse("following:mine"), now=now)


def near_miss(row: NearMiss, *, now: datetime) -> None:
    youth = row.placement.youth
    words = {"name": youth.first_name, "job": row.placement.post.title}
    subject = _("Det var lige ved at gå galt for %(name)s") % words
    body = _("Under %(job)s. Læs, hvad der skete, og skriv, hvad der er gjort.") % words
    coordinators = User.objects.coordinators().filter(areas=youth.area_id)
    send([*helpers(youth), *coordinators], subject, body, path=reverse("following:list"), now=now, is_urgent=True)


def near_miss_answered(row: NearMiss, *, now: datetime) -> None:
    body = _("Der er gjort noget ved det, du fortalte om. Læs hvad.")
    path = reverse("following:job", args=[row.placement_id])
    tell(row.placement.youth.user, _("Tak, fordi du sagde det"), body, path=path, now=now)
