from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobplaneten.home.counts import CoordinatorCounts
from jobplaneten.home.next_steps.step import NextStep, in_order
from matching.models import Run, RunStatus

# A night begins at half past two; at noon it should have been done for hours.
LATE_AFTER = timedelta(hours=34)


def for_coordinator(counts: CoordinatorCounts, night: Run | None, now: datetime) -> list[NextStep]:
    return in_order(
        near_miss(counts),
        reports(counts),
        words(counts),
        unusual(counts),
        the_night(night, now),
        late_answers(counts),
        to_review(counts),
        second_eyes(counts),
        queue(counts),
        mails(counts),
        drafts(counts),
    ) or [all_done()]


def near_miss(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.near_misses:
        return None
    text = _("En ung har fortalt om noget farligt på jobbet. Læs det, og skriv, hvad der er gjort.")
    return NextStep(_("Det var lige ved at gå galt"), text, reverse("following:list"), _("Læs det"), "warning")


def reports(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.reports:
        return None
    title = ngettext("%(n)s har fortalt om et dårligt job", "%(n)s har fortalt om et dårligt job", counts.reports)
    text = _("Ring i dag, og skriv, hvad der er gjort.")
    return NextStep(title % {"n": counts.reports}, text, reverse("employers:reports"), _("Læs det"), "warning")


def words(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.words:
        return None
    text = _("Læs, hvad der blev skrevet, og tal med dem, det handler om.")
    return NextStep(_("En besked føltes forkert"), text, reverse("talking:reports"), _("Læs den"), "warning")


def unusual(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.readings:
        return None
    text = _("En voksen har læst om langt flere unge end ellers. Spørg, hvad det var.")
    return NextStep(_("Usædvanlig læsning"), text, reverse("keeping:readings"), _("Se på det"), "warning")


def is_late(night: Run, now: datetime) -> bool:
    return now - night.requested_at > LATE_AFTER


def the_night(night: Run | None, now: datetime) -> NextStep | None:
    url, label = reverse("matching:runs"), _("Se natten")
    if night is None:
        text = _("Der har ikke været en nat endnu. Den første kan startes nu.")
        return NextStep(_("Kør den første nat"), text, url, label, "moon")
    if night.status == RunStatus.STOPPED:
        text = _("De unge får ingen nye forslag, før matchningen er slået til, og natten er kørt.")
        return NextStep(_("Natten blev standset"), text, url, label, "moon")
    if night.status == RunStatus.FAILED or (night.status != RunStatus.DONE and is_late(night, now)):
        text = _("De unge og mentorerne får ingen forslag, før den er kørt færdig.")
        return NextStep(_("Natten gik i stå"), text, url, _("Se, hvad der skete"), "warning")
    if is_late(night, now):
        return NextStep(
            _("I nat kørte der ingen match"),
            _("Start den nu. Sker det igen, så sig det til driften."),
            url,
            label,
            "moon",
        )
    return None


def to_review(counts: CoordinatorCounts) -> NextStep | None:
    waiting = counts.employers + counts.posts
    if not waiting:
        return None
    title = ngettext("%(n)s venter på at blive godkendt", "%(n)s venter på at blive godkendt", waiting)
    text = _("Arbejdspladser: %(employers)s. Opslag: %(posts)s. Ingen unge ser dem, før du har sagt ja.")
    words = {"employers": counts.employers, "posts": counts.posts}
    return NextStep(title % {"n": waiting}, text % words, reverse("employers:to_review"), _("Se dem igennem"), "check")


def late_answers(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.late_answers:
        return None
    title = ngettext(
        "%(n)s arbejdsplads skal svare senest i morgen",
        "%(n)s arbejdspladser skal svare senest i morgen",
        counts.late_answers,
    )
    text = _("En ung venter. Et opkald i dag hjælper mere end en mail.")
    return NextStep(
        title % {"n": counts.late_answers}, text, reverse("matching:answers"), _("Se, hvem du kan ringe til"), "phone"
    )


def second_eyes(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.steps:
        return None
    title = ngettext("%(n)s skridt venter på dig", "%(n)s skridt venter på dig", counts.steps)
    text = _("En mentor mener, at en ung er klar til næste trin. Læs det, og svar.")
    return NextStep(title % {"n": counts.steps}, text, reverse("steps:quiet"), _("Læs det"), "ladder")


def queue(counts: CoordinatorCounts) -> NextStep | None:
    """Mentors let in; a coordinator steps in when somebody has waited for long."""
    if not counts.waiting_long:
        return None
    title = ngettext(
        "%(n)s ung har ventet en uge på at komme ind",
        "%(n)s unge har ventet en uge på at komme ind",
        counts.waiting_long,
    )
    text = _("Måske har ingen mentor plads. Find en, eller luk dem selv ind.")
    return NextStep(title % {"n": counts.waiting_long}, text, reverse("youth:queue"), _("Se, hvem det er"), "hand")


def mails(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.given_up:
        return None
    title = ngettext("%(n)s mail kom ikke frem", "%(n)s mails kom ikke frem", counts.given_up)
    text = _("Måske er en adresse forkert. Ring i stedet.")
    return NextStep(title % {"n": counts.given_up}, text, reverse("messaging:given_up"), _("Se hvilke"), "mail")


def drafts(counts: CoordinatorCounts) -> NextStep | None:
    if not counts.imported:
        return None
    title = ngettext("%(n)s indlæst opslag mangler noget", "%(n)s indlæste opslag mangler noget", counts.imported)
    text = _("De bliver først brugt, når nogen har gjort dem færdige.")
    return NextStep(
        title % {"n": counts.imported}, text, reverse("employers:to_review"), _("Gør dem færdige"), "pencil"
    )


def all_done() -> NextStep:
    text = _("Ingen venter på dig. Se, hvordan natten gik, og hvem der stadig mangler et job.")
    return NextStep(_("Alt er gjort"), text, reverse("matching:runs"), _("Se natten"), "moon")
