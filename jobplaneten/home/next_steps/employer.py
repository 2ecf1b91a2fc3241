from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from employers.models import Employer, EmployerStatus, Post, PostStatus
from jobplaneten.following.models import FollowUp
from jobplaneten.home.counts import EmployerCounts
from jobplaneten.home.next_steps.step import NextStep, in_order
from jobplaneten.keepsakes.models import Recommendation, RecommendationStatus


def for_employer(user: Any, counts: EmployerCounts) -> list[NextStep]:
    """All that needs an answer from the workplace now."""
    employer = Employer.objects.visible_to(user).first()
    if employer is None or not employer.is_vetted:
        return [not_yet(user, employer)]
    return in_order(
        candidates(counts),
        papers(counts),
        hours(counts),
        how_it_goes(user, counts),
        recommendation(user),
        sent_back(user),
        unfinished(user),
    ) or [under_way(counts)]


def not_yet(user: Any, employer: Employer | None) -> NextStep:
    if employer is None or employer.status != EmployerStatus.APPLIED:
        reason = employer.status_reason if employer else ""
        return NextStep(_("I er ikke med lige nu"), reason, reverse("home:about") + "#kontakt", _("Kontakt os"))
    if Post.objects.visible_to(user).exists():
        text = _("En koordinator ser på jer. I får besked, så snart I er godkendt.")
        return NextStep(_("Vi kigger på jer"), text, reverse("employers:posts"), _("Se jeres opslag"))
    text = _("En koordinator ser på jer. Imens kan I skrive det første opslag, så er det klar.")
    return NextStep(
        _("Skriv et opslag, mens I venter"), text, reverse("employers:post_start"), _("Nyt opslag"), "pencil"
    )


def candidates(counts: EmployerCounts) -> NextStep | None:
    if not counts.candidates:
        return None
    title = ngettext(
        "%(n)s ung har sagt ja til jer og venter på svar",
        "%(n)s unge har sagt ja til jer og venter på svar",
        counts.candidates,
    )
    text = _("Læs kortet, og svar. Et hurtigt svar betyder meget, når man er 14.")
    return NextStep(title % {"n": counts.candidates}, text, reverse("matching:candidates"), _("Læs og svar"), "people")


def papers(counts: EmployerCounts) -> NextStep | None:
    if not counts.papers:
        return None
    text = _("Sæt flueben ved det, der er på plads hos jer, så kan den første dag sættes.")
    return NextStep(_("Papirer før første dag"), text, reverse("placements:list"), _("Se papirerne"), "file")


def hours(counts: EmployerCounts) -> NextStep | None:
    if not counts.hours:
        return None
    title = ngettext("Timer at se på: %(n)s vagt", "Timer at se på: %(n)s vagter", len(counts.hours))
    text = _("Den unge har skrevet sine timer. Sig ja, eller skriv, hvad der er forkert.")
    url = reverse("shifts:shift", args=[counts.hours[0]])
    return NextStep(title % {"n": len(counts.hours)}, text, url, _("Se timerne"), "clock")


def how_it_goes(user: Any, counts: EmployerCounts) -> NextStep | None:
    if not counts.follow_ups:
        return None
    rows = FollowUp.objects.visible_to(user).for_the_employer().select_related("placement", "point")
    row = rows.oldest_first()[0]
    asks = _("Hvordan gik det med %(name)s?") if row.point.is_closing else _("Hvordan går det med %(name)s?")
    title = asks % {"name": row.placement.first_name}
    text = _("Tre tryk, et halvt minut. Mentoren bruger det i den næste samtale.")
    return NextStep(title, text, reverse("following:follow_up", args=[row.pk]), _("Svar nu"), "smile")


def recommendation(user: Any) -> NextStep | None:
    row = Recommendation.objects.visible_to(user).filter(status=RecommendationStatus.BACK).order_by("at").first()
    if row is None:
        return None
    url = reverse("keepsakes:recommendation", args=[row.placement_id])
    return NextStep(_("Ret jeres udtalelse"), row.back_why, url, _("Ret den"), "pencil")


def sent_back(user: Any) -> NextStep | None:
    post = Post.objects.visible_to(user).filter(status=PostStatus.REFUSED).newest_first().first()
    if post is None:
        return None
    title = _("Ret opslaget »%(title)s«") % {"title": post.title}
    return NextStep(title, post.status_reason, reverse("employers:post", args=[post.pk]), _("Se, hvad der skal rettes"))


def unfinished(user: Any) -> NextStep | None:
    post = Post.objects.visible_to(user).filter(status=PostStatus.DRAFT).newest_first().first()
    if post is None:
        return None
    title = _("Gør »%(title)s« færdigt") % {"title": post.title}
    text = _("Kladden er gemt. Send den, når den er klar.")
    return NextStep(title, text, reverse("employers:post", args=[post.pk]), _("Skriv videre"), "pencil")


def under_way(counts: EmployerCounts) -> NextStep:
    if counts.open:
        text = _("Vi leder efter unge til jer hver nat. I hører fra os, når en har sagt ja.")
        return NextStep(_("Vi leder igen i nat"), text, reverse("employers:posts"), _("Se jeres opslag"))
    if counts.submitted:
        text = _("En koordinator læser det og åbner det, eller skriver, hvad der mangler.")
        return NextStep(_("Jeres opslag er hos os"), text, reverse("employers:posts"), _("Se jeres opslag"))
    text = _("Fortæl, hvad den unge skal lave, og hvornår. Vi siger, hvad loven tillader, og finder en, der passer.")
    return NextStep(_("Skriv et opslag"), text, reverse("employers:post_start"), _("Nyt opslag"), "plus")
