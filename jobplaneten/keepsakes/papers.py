"""The papers that a youth takes along: what stands on them, from the profile and from work that is recorded."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from employers.views.faces import chores_of
from jobplaneten import printing
from jobplaneten.accounts.models import Step
from jobplaneten.keepsakes.models import Certificate, Recommendation, Resume, Spoken
from jobplaneten.placements.gates import weekly_minutes
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts.models import HoursState, WorkedHours
from jobplaneten.shifts.words import hours
from jobplaneten.trades import SkillLevel
from youth.models import StepChange, Youth

NOTE = "Jobplaneten"


def jobs_of(youth: Youth, today: date) -> list[Placement]:
    """Work that has begun, newest first; what never began is nobody's business."""
    rows = Placement.objects.filter(youth=youth, status__in=[PlacementStatus.STARTED, PlacementStatus.ENDED])
    found = rows.filter(first_day_on__lte=today).select_related("post__employer").prefetch_related("post__shifts")
    return list(found.order_by("-first_day_on", "-pk"))


def name_on(youth: Youth, resume: Resume | None) -> str:
    return youth.full_name if resume and resume.shows_surname else youth.first_name


def resume_paper(youth: Youth, resume: Resume | None, jobs: Iterable[Placement], today: date) -> printing.Paper:
    left_out = set(resume.left_out) if resume else set()
    shown = [job for job in jobs if job.pk not in left_out]
    blocks: list[printing.Block] = []
    if resume and resume.about:
        blocks += [printing.heading(_("Om mig")), printing.text(resume.about)]
    if shown:
        blocks += [printing.heading(_("Job")), printing.facts((job_title(job), job_words(job)) for job in shown)]
    if skills := skill_words(youth):
        blocks += [printing.heading(_("Det kan jeg")), printing.lines(skills)]
    if spoken := [str(Spoken(code).label) for code in (resume.spoken if resume else []) if code in Spoken.values]:
        blocks += [printing.heading(_("Sprog")), printing.text(", ".join(spoken))]
    for title, words in own_words(resume):
        blocks += [printing.heading(title), printing.text(words)]
    blocks += [printing.heading(_("Kontakt")), printing.text(_("Telefon eller mail: ______________________________"))]
    lead = _("CV · %(age)s år · %(grade)s") % {
        "age": youth.age_on(today),
        "grade": youth.get_school_year_display(),
    }
    return printing.Paper(name_on(youth, resume), lead, blocks, NOTE)


def own_words(resume: Resume | None) -> list[tuple[str, str]]:
    if resume is None:
        return []
    said = [(_("Noget, jeg er stolt af"), resume.proud), (_("I min fritid"), resume.free_time)]
    return [(title, words) for title, words in said if words]


def skill_words(youth: Youth) -> list[str]:
    """The strongest first."""
    known = sorted(youth.skills.all(), key=lambda own: (-own.level, own.skill))
    strong = str(SkillLevel(max(SkillLevel.values)).label)
    return [
        f"{own.get_skill_display()} ({strong.lower()})"
        if own.level == max(SkillLevel.values)
        else str(own.get_skill_display())
        for own in known
    ]


def job_title(job: Placement) -> str:
    return period(job)


def job_words(job: Placement) -> str:
    place = job.post.employer.name if job.post.employer else ""
    return ". ".join(filter(None, [f"{job.post.title}, {place}", ", ".join(chores_of(job.post))])) + "."


def period(job: Placement) -> str:
    first = formats.date_format(job.first_day_on, "M Y").lower() if job.first_day_on else ""
    last = job.last_day_on if job.status == PlacementStatus.ENDED else None
    return f"{first} – {formats.date_format(last, 'M Y').lower() if last else _('nu')}"


def letter_paper(youth: Youth, resume: Resume) -> printing.Paper:
    words = [resume.letter_why, resume.letter_can, resume.about, resume.letter_when]
    closing = _("Jeg kommer gerne forbi og hilser på.")
    blocks = [
        printing.text(line) for line in [_("Hej %(place)s") % {"place": resume.letter_to}, *words, closing] if line
    ]
    blocks += [printing.text(_("Venlig hilsen")), printing.text(name_on(youth, resume))]
    blocks += [printing.text(_("Telefon eller mail: ______________________________"))]
    return printing.Paper(_("Ansøgning"), resume.letter_to, blocks, NOTE, "letter")


def certificate_paper(
    youth: Youth, job: Placement, said: Recommendation | None, certificate: Certificate | None
) -> printing.Paper:
    place = job.post.employer.name if job.post.employer else ""
    facts = [
        (_("Navn"), youth.first_name),
        (_("Arbejdsplads"), place),
        (_("Arbejde"), job.post.title),
        (_("Opgaver"), ", ".join(chores_of(job.post))),
        (_("Periode"), period(job)),
        hours_of(job),
    ]
    blocks = [printing.facts(facts)]
    if said:
        blocks += [printing.heading(_("Det siger arbejdspladsen"))]
        blocks += [printing.text(line) for line in (said.did, said.good, said.wish) if line]
        blocks += [printing.text(_("%(who)s, %(place)s") % {"who": said.by.name, "place": place})]
    if certificate:
        address = settings.SITE_URL + reverse("keepsakes:checked", args=[certificate.code])
        svg = segno.make(address, error="m").svg_inline(scale=5, border=2)
        words = {"site": settings.SITE_URL + reverse("keepsakes:check"), "code": in_fours(certificate.code)}
        blocks += [
            printing.heading(_("Er papiret ægte?")),
            printing.text(_("Skan koden, eller skriv %(code)s på %(site)s") % words),
            printing.image(svg, _("QR-kode til siden, hvor papiret kan tjekkes")),
        ]
    return printing.Paper(
        _("Bevis for arbejde"), _("%(name)s har arbejdet her") % {"name": youth.first_name}, blocks, NOTE
    )


def hours_of(job: Placement) -> tuple[str, str]:
    """What both sides have agreed was worked; before that the week of the advert."""
    agreed = WorkedHours.objects.filter(shift__placement=job, state=HoursState.AGREED)
    if minutes := sum(worked.minutes for worked in agreed):
        return _("Timer i alt"), hours(minutes)
    return _("Timer om ugen"), f"{weekly_minutes(job.post) / 60:g}".replace(".", ",")


def in_fours(code: str) -> str:
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def diploma_paper(change: StepChange) -> printing.Paper:
    step = Step.objects.filter(number=change.to_step).first()
    words = {"name": change.youth.first_name, "step": change.to_step}
    signed = {"who": change.by.name, "day": formats.date_format(timezone.localtime(change.at), "j. F Y")}
    blocks = [
        printing.text(_("er nu på trin %(step)s") % words + (f": {step.title}" if step else "")),
        printing.text(change.reason),
        printing.text(_("%(who)s, mentor på Jobplaneten, %(day)s") % signed),
    ]
    return printing.Paper(_("Diplom"), change.youth.first_name, blocks, NOTE, "diploma")


def told(certificate: Certificate) -> list[tuple[str, Any]]:
    """All that a check tells: initials, and what the youth allows."""
    job = certificate.placement
    employer = job.post.employer
    said = [
        (_("Forbogstav"), f"{job.youth.first_name[:1]}."),
        (_("Arbejdsplads"), employer.name if employer and certificate.shows_place else ""),
        (_("Periode"), period(job) if certificate.shows_period else ""),
        *([hours_of(job)] if certificate.shows_hours else []),
    ]
    return [(term, value) for term, value in said if value]
