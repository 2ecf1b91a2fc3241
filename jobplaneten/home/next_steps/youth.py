from datetime import date

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from jobplaneten.following.models import FollowUp
from jobplaneten.home.next_steps.step import NextStep
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts.models import RosterShift
from jobplaneten.shifts.words import span
from matching.models import Match, MatchStatus
from youth.models import Youth, YouthStatus
from youth.permissions import needs_own_word


def for_youth(youth: Youth, today: date) -> NextStep:
    if youth.status == YouthStatus.ACTIVE:
        return (
            own_yes(youth, today)
            or shift_today(youth, today)
            or offer(youth)
            or how_it_goes(youth)
            or job(youth, today)
            or profile(youth)
            or waiting_for_workplace(youth)
            or tonight()
        )
    if youth.status == YouthStatus.WAITING:
        return at_the_door(youth)
    return resting(youth)


def at_the_door(youth: Youth) -> NextStep:
    page = youth.first_missing_page
    if page is None:
        text = _("En mentor i %(area)s siger snart hej. Indtil da er der ingen andre, der kan se dig.")
        return NextStep(_("Alt er klar. Nu venter vi på en mentor"), text % {"area": youth.area.name})
    text = _("En mentor i %(area)s lukker dig snart ind. Imens kan du fortælle, hvad du kan og gerne vil.")
    url = reverse("youth:page", args=[page.value])
    return NextStep(_("Fortæl om dig, mens du venter"), text % {"area": youth.area.name}, url, _("Kom i gang"))


def own_yes(youth: Youth, today: date) -> NextStep | None:
    """At 15 and at 18 the yes becomes the youth's own, and nothing new is found before it."""
    if not needs_own_word(youth, today):
        return None
    text = _("Du er blevet ældre. Derfor er det nu dig, der siger ja til, at vi leder efter job til dig.")
    return NextStep(_("Sig ja eller nej"), text, reverse("families:own_word"), _("Læs, og svar"))


def resting(youth: Youth) -> NextStep:
    if youth.status == YouthStatus.PAUSED:
        text = _("Din plads er her stadig. Sig til din mentor, når du vil i gang igen.")
        return NextStep(_("Du holder pause"), text, reverse("youth:my_way"), _("Se din vej"))
    if youth.status == YouthStatus.LEAVING and youth.leaving_on:
        day = formats.date_format(youth.leaving_on, "j. F Y")
        text = _("Den %(day)s bliver det, vi har skrevet om dig, slettet.") % {"day": day}
        return NextStep(_("Du er på vej ud"), text, reverse("keeping:mine"), _("Hent eller fortryd"))
    return NextStep(_("Du er ikke med lige nu"), youth.closed_reason)


def offer(youth: Youth) -> NextStep | None:
    offers = list(Match.objects.visible_to(youth.user).for_the_youth().select_related("post__employer")[:2])
    if not offers:
        return None
    if len(offers) > 1:
        text = _("Din mentor har fundet job, der måske er noget for dig. Kig på dem, og svar.")
        return NextStep(_("Der er forslag til dig"), text, reverse("matching:offers"), _("Se forslagene"))
    match = offers[0]
    employer = match.post.employer
    text = _("%(job)s hos %(place)s. Kig på det, og sig ja eller nej.")
    words = {"job": match.post.title, "place": employer.name if employer else ""}
    return NextStep(
        _("Der er et forslag til dig"), text % words, reverse("matching:offer", args=[match.pk]), _("Se jobbet")
    )


def shift_today(youth: Youth, today: date) -> NextStep | None:
    """On the way there and home again the one page that is needed is one press away."""
    rows = RosterShift.objects.visible_to(youth.user).coming(today).filter(day=today, worked=None)
    shifts = list(rows.select_related("placement__post__employer").in_order())
    if not shifts:
        return None
    now = timezone.now()
    shift = next((each for each in shifts if each.ends_at > now), shifts[-1])
    employer = shift.placement.post.employer
    words = {"when": span(shift.starts, shift.ends), "place": employer.name if employer else ""}
    if shift.ends_at > now:
        title = _("Du har vagt i dag %(when)s") % words
        text = _("%(place)s. Sig til med ét tryk, når du er på vej, er der og går igen.") % words
    else:
        title = _("Er du gået fra din vagt?")
        text = _("%(place)s. Sig det med ét tryk, eller skriv, hvor længe du arbejdede, så du får din løn.") % words
    return NextStep(title, text, reverse("shifts:shift", args=[shift.pk]), _("Åbn vagten"), "clock")


def how_it_goes(youth: Youth) -> NextStep | None:
    row = FollowUp.objects.visible_to(youth.user).for_the_youth().select_related("point", "placement__post")
    found = row.oldest_first().last()
    if found is None:
        return None
    text = _("Ét tryk er nok, så ved din mentor, hvordan det går med %(job)s.") % {"job": found.placement.post.title}
    url = reverse("following:follow_up", args=[found.pk])
    return NextStep(_("Hvordan går det?"), text, url, _("Svar nu"), "smile")


def job(youth: Youth, today: date) -> NextStep | None:
    placement = Placement.objects.running().filter(youth=youth).select_related("post__employer").newest_first().first()
    if placement is None:
        return None
    url = reverse("placements:placement", args=[placement.pk])
    employer = placement.post.employer
    words = {"job": placement.post.title, "place": employer.name if employer else ""}
    if placement.status == PlacementStatus.PAPERS:
        text = _("Du har fået jobbet: %(job)s. De voksne får papirerne på plads. Du får besked om din første dag.")
        return NextStep(_("Snart er du i gang"), text % words, url, _("Se, hvad der mangler"))
    if placement.first_day_on and not placement.has_begun(today):
        title = _("Første dag: %(day)s") % {"day": formats.date_format(placement.first_day_on, "l j. F")}
        return NextStep(title, _("%(job)s hos %(place)s.") % words, url, _("Se tid og sted"))
    text = _("%(job)s hos %(place)s. Er der noget, der driller, så sig det til din mentor.")
    return NextStep(_("Du er i job"), text % words, url, _("Se dit job"))


def profile(youth: Youth) -> NextStep | None:
    page = youth.first_missing_page
    if youth.profile_done_at or page is None:
        return None
    text = _("Du mangler: %(page)s. Når det er færdigt, leder vi efter job til dig hver nat.")
    return NextStep(
        _("Gør din side færdig"),
        text % {"page": page.label.lower()},
        reverse("youth:page", args=[page.value]),
        _("Fortsæt, hvor du slap"),
    )


def waiting_for_workplace(youth: Youth) -> NextStep | None:
    released = Match.objects.visible_to(youth.user).filter(status=MatchStatus.RELEASED)
    match = released.select_related("post").first()
    if match is None:
        return None
    text = _("Du har sagt ja til %(job)s. Nu er det arbejdspladsens tur til at svare. Du får besked med det samme.")
    return NextStep(
        _("Nu venter vi på arbejdspladsen"),
        text % {"job": match.post.title},
        reverse("matching:offer", args=[match.pk]),
        _("Se, hvad du har sagt ja til"),
    )


def tonight() -> NextStep:
    text = _("Hver nat ser vi på alle åbne job og på det, du har fortalt. Jo mere du fortæller, jo bedre finder vi.")
    return NextStep(_("Vi leder igen i nat"), text, reverse("youth:profile"), _("Se din side igennem"))
