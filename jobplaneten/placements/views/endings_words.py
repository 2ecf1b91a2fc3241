"""What is said around an ending or a pause: what it means, what notice there is, and what happens next."""

from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from jobplaneten.placements.endings import told_words
from jobplaneten.placements.models import EndKind, Pause, PauseKind, Placement, PlacementStatus
from jobplaneten.placements.notice import Notice
from jobplaneten.placements.permissions import may_find_new, wants_somebody_new


def day_of(day: date | None) -> str:
    return formats.date_format(day, "l j. F") if day else ""


def heading(move: str, user: Any, row: Placement) -> dict[str, str]:
    name = {"name": row.first_name}
    if move == "pause":
        return {"title": _("Hold en pause"), "lead": row.post.title, "submit": _("Sæt pausen"), "tone": ""}
    if move == "cancel":
        title = _("Jeg vil ikke begynde alligevel") if user.is_youth else _("Det bliver ikke til noget")
        lead = _("Det er helt i orden at ombestemme sig.") if user.is_youth else row.post.title
        return {"title": title, "lead": lead, "submit": _("Send besked til de andre"), "tone": "danger"}
    if user.is_youth:
        lead = _("Det er helt i orden at stoppe. Tal gerne med din mentor først.")
        return {"title": _("Jeg vil stoppe"), "lead": lead, "submit": _("Sæt min sidste dag"), "tone": "danger"}
    title = _("Jobbet slutter for %(name)s") % name
    return {"title": title, "lead": row.post.title, "submit": _("Sæt den sidste dag"), "tone": "danger"}


def notice_words(notice: Notice, user: Any) -> str:
    words = {"notice": notice.words, "day": day_of(notice.earliest_on)}
    said = _("Opsigelse: %(notice)s.") % words
    if notice.is_by_law:
        said += " " + _("Det siger funktionærloven, fordi der er mere end 8 timer om ugen.")
    if notice.is_trial:
        said += " " + _("I er stadig i prøvetiden.")
    said += " " + _("Siges det i dag, er den sidste dag tidligst %(day)s.") % words
    if user.is_youth:
        said += " " + _("Er det ikke rart at være der, så vælg en dag før, og ring til din mentor i dag.")
    return said


def what_happens(move: str, user: Any, row: Placement) -> list[str]:
    """Before it is said."""
    mentor = _("Din mentor får besked med det samme.") if user.is_youth else _("Mentoren får besked med det samme.")
    reason = _("Den anden side læser kun grunden, hvis den handler om skole, tid, ferie, flytning eller arbejdsmængde.")
    if move == "pause":
        return [mentor, reason, _("Der er ingen vagter i pausen. Bagefter er jobbet der stadig.")]
    youth = _("Du er med i nat igen.") if user.is_youth else _("%(name)s er med i nat igen.") % {"name": row.first_name}
    if move == "cancel":
        return [mentor, reason, youth]
    hours = _("Vagterne gælder til og med den sidste dag. Derefter bliver timerne lukket, og lønnen gjort op.")
    talk = _("I taler sammen en sidste gang om, hvordan det gik.")
    seat = _("Pladsen bliver kun slået op igen, hvis I sætter flueben ved »Find en ny«.")
    return [mentor, reason, hours, talk, seat if may_find_new(user) else youth]


def ending_of(row: Placement, user: Any) -> dict[str, Any] | None:
    """After it is said, for the page of the job; None while nobody has ended it."""
    if row.ended_at is None:
        return None
    return {
        "day": day_of(row.last_day_on),
        "why": why_words(row.end_kind, EndKind, user),
        "words": row.end_reason if user.is_staff else "",
        "next": after(row, user),
        "may_find_new": may_find_new(user) and wants_somebody_new(row),
    }


def why_words(kind: str, choices: Any, user: Any) -> str:
    if not kind:
        return ""
    return str(choices(kind).label) if user.is_staff else told_words(kind, choices)


def after(row: Placement, user: Any) -> list[str]:
    said = []
    if row.is_ending:
        said.append(_("Vagterne gælder til og med den sidste dag."))
    if row.status != PlacementStatus.CANCELLED:
        said.append(_("Timerne bliver lukket, og den sidste løn kommer på næste lønningsdag."))
        said.append(_("I taler sammen en sidste gang om, hvordan det gik."))
    if user.is_youth:
        said.append(_("Du er med i nat igen, når du ikke har et andet job."))
    elif row.seat_back_at:
        said.append(_("Pladsen er slået op igen."))
    elif may_find_new(user):
        said.append(_("Pladsen er ikke slået op. I kan stadig sige, at I vil have en ny."))
    return said


def pause_of(row: Placement, user: Any, today: date) -> dict[str, Any] | None:
    """The pause that stops the shifts today, or the next one."""
    found = row.pause_on(today) or next((one for one in row.pauses.all() if is_ahead(one, today)), None)
    if found is None:
        return None
    if found.kind == PauseKind.CONSENT:
        return {"title": _("Vagterne holder pause"), "text": consent_words(user), "tone": "stop"}
    days = {"from": formats.date_format(found.begins_on, "j. F"), "until": day_of(found.until_on)}
    text = _("Fra %(from)s til og med %(until)s er der ingen vagter.") % days
    parts = [text, why_words(found.kind, PauseKind, user), found.words if user.is_staff else ""]
    title = _("Jobbet holder pause") if found.covers(today) else _("Der kommer en pause")
    return {"title": title, "text": " ".join(f"{part.rstrip('.')}." for part in parts if part), "tone": "wait"}


def is_ahead(pause: Pause, today: date) -> bool:
    return pause.lifted_at is None and pause.begins_on > today


def consent_words(user: Any) -> str:
    """A workplace hears nothing about a home."""
    if user.is_staff:
        return _(
            "En forælder har sagt nej eller taget sit ja tilbage. Ring til familien. Når det er afklaret, kan du "
            "slutte pausen her. Ellers kan jobbet slutte."
        )
    if user.is_youth:
        return _("De voksne skal tale sammen først. Du har ikke gjort noget galt. Din mentor ringer.")
    return _("Der er ingen vagter, før I hører fra os. Mentoren ringer til jer.")
