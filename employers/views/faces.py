"""Posts and employers in the words and shapes that the templates show."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from employers.models import Danger, Employer, EmployerStatus, Post, PostQuerySet, PostStatus, Shift
from jobplaneten.accounts.models import User
from jobplaneten.chores import Chore
from jobplaneten.trades import Circumstance, Skill, Weekday

POST_TONES = {
    PostStatus.DRAFT: "neutral",
    PostStatus.SUBMITTED: "wait",
    PostStatus.OPEN: "good",
    PostStatus.FILLED: "good",
    PostStatus.CLOSED: "neutral",
    PostStatus.REFUSED: "stop",
}
EMPLOYER_TONES = {
    EmployerStatus.APPLIED: "wait",
    EmployerStatus.VETTED: "good",
    EmployerStatus.REFUSED: "stop",
    EmployerStatus.SUSPENDED: "stop",
    EmployerStatus.EXPIRED: "wait",
}

GUESSED = {
    "category": _lazy("Slags job"),
    "chores": _lazy("Opgaver"),
    "workplace": _lazy("Hvor det foregår"),
    "steps": _lazy("Trin"),
    "payer": _lazy("Hvem betaler"),
    "pay_hour": _lazy("Løn i timen"),
    "seats": _lazy("Antal pladser"),
    "postcode": _lazy("Postnummer"),
    "age_from": _lazy("Fra alder"),
    "age_to": _lazy("Til alder"),
}


def tone_of(status: str) -> str:
    return POST_TONES[PostStatus(status)]


def employer_tone(status: str) -> str:
    return EMPLOYER_TONES[EmployerStatus(status)]


def cards(posts: Iterable[Post], user: User) -> list[dict[str, Any]]:
    return [
        {
            "title": post.title,
            "url": reverse("employers:post", args=[post.pk]),
            "meta": [words for words in (workplace_name(post, user), post.place, seats_of(post)) if words],
            "badge": post.get_status_display(),
            "tone": tone_of(post.status),
            "icon": f"kind-{post.category}" if post.category else "job",
        }
        for post in posts
    ]


def workplace_name(post: Post, user: User) -> str:
    if user.is_employer:
        return ""
    return post.employer.name if post.employer else _("Indlæst, uden arbejdsplads")


def seats_of(post: Post) -> str:
    if post.status in {PostStatus.OPEN, PostStatus.FILLED}:
        return _("%(taken)s af %(seats)s pladser besat") % {"taken": post.seats_taken, "seats": post.seats}
    return ""


def employer_cards(employers: Iterable[Employer]) -> list[dict[str, Any]]:
    return [
        {
            "title": employer.name,
            "url": reverse("employers:employer", args=[employer.pk]),
            "meta": [employer.get_kind_display(), employer.postcode],
            "badge": employer.get_status_display(),
            "tone": employer_tone(employer.status),
            "icon": "shop",
        }
        for employer in employers
    ]


def employer_facts(employer: Employer) -> list[tuple[str, Any]]:
    contacts = [contact.user for contact in employer.contacts.inside().select_related("user")]
    said = [
        (_("CVR-nummer"), employer.cvr),
        (_("Slags"), employer.get_kind_display()),
        (_("Adresse"), f"{employer.address}, {employer.postcode}".strip(", ")),
        (_("Kontaktperson"), ", ".join(user.name for user in contacts)),
        (_("E-mail"), ", ".join(user.email for user in contacts if user.email)),
        (_("Søgte om at være med"), day(employer.asked_at)),
        (_("Godkendt"), day(employer.vetted_at)),
        (_("Gælder til"), day(employer.vetted_until)),
    ]
    return [(term, value) for term, value in said if value]


def facts(post: Post) -> list[tuple[str, Any]]:
    """What has been said, and nothing about what has not."""
    said = [
        (_("Arbejdsplads"), post.employer.name if post.employer else ""),
        (_("Slags job"), post.get_category_display()),
        (_("Foregår"), post.get_workplace_display()),
        (_("Sted"), " ".join(filter(None, [post.place, post.postcode]))),
        (_("Trin"), span(post.step_from, post.step_to)),
        (_("Alder"), _("%(ages)s år") % {"ages": span(post.age_from, post.age_to)}),
        (_("Hjælp"), post.get_help_display() if post.help is not None else ""),
        (_("Voksen på stedet"), post.adult_on_site),
        (_("Periode"), period(post)),
        (_("Pladser"), _("%(taken)s af %(seats)s besat") % {"taken": post.seats_taken, "seats": post.seats}),
        (_("Løn"), pay(post)),
        (_("Sikkerhed"), safety(post)),
        (_("Sådan er det"), labels(Circumstance, post.circumstances)),
        (_("Håber på"), ", ".join(hopes(post))),
        (_("Forventer"), post.expectations),
    ]
    return [(term, value) for term, value in said if value]


def chores_of(post: Post) -> list[str]:
    listed = [str(Chore(code).label) for code in post.chores if code in Chore.values and code != Chore.OTHER]
    return [*listed, _("Andet, som der står her")] if Chore.OTHER in post.chores else listed


def labels(words: Any, codes: list[str]) -> str:
    return ", ".join(str(words(code).label) for code in codes if code in words.values)


def hopes(post: Post) -> list[str]:
    return [f"{Skill(need.skill).for_employers} ({need.get_level_display().lower()})" for need in post.needs.all()]


def span(first: int | None, last: int | None) -> str:
    return str(first or "") if first == last else f"{first}-{last}"


def period(post: Post) -> str:
    if post.starts_on is None:
        return ""
    if post.ends_on is None:
        return _("Fra %(first)s, uden slutdato") % {"first": day(post.starts_on)}
    return f"{day(post.starts_on)} – {day(post.ends_on)}"


def pay(post: Post) -> str:
    if post.pay_hour is None:
        return ""
    kroner = formats.number_format(post.pay_hour, 0 if post.pay_hour == int(post.pay_hour) else 2)
    return _("%(kroner)s kr. i timen, betalt af: %(payer)s") % {"kroner": kroner, "payer": post.get_payer_display()}


def safety(post: Post) -> str:
    said = [_("løft op til %(kg)s kg") % {"kg": post.lift_kg}] if post.lift_kg else []
    if post.is_alone:
        said.append(_("nogle gange alene"))
    said += [
        f"{post._meta.get_field(name).verbose_name}: {label.lower()}"  # type: ignore[union-attr]
        for name, label in (
            ("machines", post.get_machines_display()),
            ("chemicals", post.get_chemicals_display()),
            ("alcohol", post.get_alcohol_display()),
        )
        if getattr(post, name) != "none"
    ]
    said += [str(Danger(code).label).lower() for code in post.dangers if code in Danger.values]
    return "; ".join(said) or _("Ingen tunge løft, maskiner, kemi eller alkohol")


def week(post: Post) -> list[tuple[str, list[str]]]:
    rows = sorted(post.shifts.all(), key=lambda shift: (shift.weekday, shift.starts))
    return [(str(Weekday(number).label), times(rows, number)) for number in sorted({row.weekday for row in rows})]


def times(rows: list[Shift], weekday: int) -> list[str]:
    return [shift_words(row) for row in rows if row.weekday == weekday]


def shift_words(shift: Shift) -> str:
    hours = f"{clock_words(shift.starts)}-{clock_words(shift.ends)}"
    return (
        f"{hours} ({_('%(minutes)s min. pause') % {'minutes': shift.break_minutes}})" if shift.break_minutes else hours
    )


def clock_words(after_midnight: int) -> str:
    return f"{after_midnight // 60}.{after_midnight % 60:02}"


def day(moment: Any) -> str:
    return formats.date_format(moment, "j. F Y") if moment else ""


def next_step(employer: Employer | None, posts: PostQuerySet) -> dict[str, str] | None:
    """The one thing an employer should do now; None for people of the programme."""
    if employer is None:
        return None
    returned = posts.filter(status=PostStatus.REFUSED).newest_first().first()
    if returned is not None:
        return step(
            _("Ret opslaget »%(title)s«"),
            _("Vi har skrevet, hvad der skal til."),
            _("Se, hvad der skal rettes"),
            returned,
        )
    draft = posts.filter(status=PostStatus.DRAFT).newest_first().first()
    if draft is not None:
        return step(
            _("Gør »%(title)s« færdig"), _("Kladden er gemt. Send den, når den er klar."), _("Skriv videre"), draft
        )
    text = _("Fortæl, hvad den unge skal lave, og hvornår. Vi finder en, der passer.")
    return {
        "title": _("Skriv et opslag"),
        "text": text,
        "url": reverse("employers:post_start"),
        "label": _("Nyt opslag"),
    }


def step(title: str, text: str, label: str, post: Post) -> dict[str, str]:
    url = reverse("employers:post", args=[post.pk])
    return {"title": title % {"title": post.title}, "text": text, "url": url, "label": label}


def guesses_of(post: Post) -> list[tuple[str, int]]:
    return [(str(GUESSED[name]), round(100 * sureness)) for name, sureness in post.guesses.items() if name in GUESSED]


def raw_facts(post: Post) -> list[tuple[str, Any]]:
    """The record as it was read, key by key."""
    raw = post.source_raw or {}
    return [
        (key, "; ".join(map(str, value)) if isinstance(value, list) else value) for key, value in raw.items() if value
    ]
