"""What stands on the page about one youth."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jobplaneten.ladder import StepNumber
from youth import portrait
from youth.disclosure import area_of, name_of, school_of
from youth.forms.moves import HandOverForm, LetInForm, TurnAwayForm
from youth.models import GuardianWord, Scope, Youth, YouthStatus
from youth.permissions import guardian_stop, may_hand_over, may_let_in, may_move_step
from youth.workflow import YOUTH


def folder(youth: Youth, user: Any, day: date) -> dict[str, Any]:
    stop = guardian_stop(youth, day, youth.guardian_words.all())
    moves = moves_for(youth, user)
    return {
        "youth": youth,
        "name": name_of(youth),
        "facts": facts(youth, day),
        "status_tone": portrait.STATUS_TONES[YouthStatus(youth.status)],
        "next": next_step(youth, stop, moves),
        "skills": portrait.skills_by_level(youth.skills.all()),
        "likes": portrait.circumstances(youth.likes),
        "rather_nots": portrait.circumstances(youth.rather_nots),
        "free": portrait.week(youth.free_times.all()),
        "blocked": [(day, times) for day, times in portrait.week(youth.blocked_times.all()) if times],
        "travel": portrait.travel(youth),
        "guardian_stop": stop,
        "guardian_words": [word_entry(word) for word in youth.guardian_words.latest_first().select_related("by")],
        "way": portrait.travelled(youth.step_changes.all(), with_evidence=True),
        "moves": moves,
        "steps": other_steps(youth) if "change_step" in moves else [],
        "let_in_form": LetInForm(youth=youth, by=user),
        "turn_away_form": TurnAwayForm(),
        "hand_over_form": HandOverForm(youth=youth) if may_hand_over(user, youth) else None,
    }


def moves_for(youth: Youth, user: Any) -> set[str]:
    """Names of the moves whose buttons the page shows."""
    names = {move.name for move in YOUTH.moves_from(youth.status, {user.role})}
    queue = {"let_in", "turn_away"}
    return (names & queue if may_let_in(user, youth) else set()) | (
        names - queue if may_move_step(user, youth) else set()
    )


def other_steps(youth: Youth) -> list[dict[str, Any]]:
    """The three steps the youth is not on, the usual way up first."""
    up, back = (reverse(name, args=[youth.pk]) for name in ("steps:decide", "youth:step"))
    numbers = sorted(set(StepNumber.values) - {youth.step}, key=lambda number: (number < youth.step, number))
    return [
        {
            "number": number,
            "url": f"{up if number > youth.step else back}?til={number}",
            "label": climb_words(youth, number),
        }
        for number in numbers
    ]


def climb_words(youth: Youth, number: int) -> str:
    if number == youth.step + 1:
        return _("Ryk op til trin %(step)s") % {"step": number}
    if number > youth.step:
        return _("Spring til trin %(step)s") % {"step": number}
    return _("Ny start på trin %(step)s") % {"step": number}


def facts(youth: Youth, day: date) -> list[tuple[str, str]]:
    return [
        (_("Alder"), _("%(age)s år") % {"age": youth.age_on(day)}),
        (_("Skole"), portrait.school_words(youth, school_of(youth)) or _("Ikke fortalt endnu")),
        (_("Område"), area_of(youth)),
        (_("Beskyttet navn eller adresse"), youth.get_protected_display()),
        (_("Mentor"), youth.mentor.name if youth.mentor else _("Ingen endnu")),
        (_("Mobil eller e-mail"), youth.user.phone or youth.user.email or youth.user.login),
        (_("Navn, der må vises"), youth.name_to_show),
        *([(_("Job"), portrait.work_words(youth))] if youth.is_in_a_job else []),
    ]


def word_entry(word: GuardianWord) -> dict[str, Any]:
    tones = {"no": "stop", "withdrawn": "stop"}
    by = word.get_how_display()
    if not word.is_their_own:
        by = _("%(how)s, skrevet ned af %(name)s") % {"how": by, "name": word.by.name}
    if word.why:
        by = f"{by} · {word.get_why_display()}"
    title = f"{word.guardian.capitalize()}: {word.get_word_display().lower()}"
    if word.scope != Scope.ALL:
        by = f"{word.get_scope_display()} · {by}"
    return {"at": word.said_on, "title": title, "by": by, "tone": tones.get(word.word, "good")}


def next_step(youth: Youth, stop: str, moves: set[str]) -> dict[str, str]:
    """The one thing to do now; empty when nothing waits for the mentor."""
    name = {"name": youth.first_name}
    if "let_in" in moves:
        return {"title": _("Luk %(name)s ind") % name, "url": "#luk-ind", "label": _("Vælg mentor")}
    if youth.status != YouthStatus.ACTIVE:
        return {}
    if not youth.profile_done_at:
        return {
            "title": _("Hjælp %(name)s med profilen") % name,
            "text": _("%(name)s kommer først med i natten, når alle sider er udfyldt.") % name,
        }
    if stop:
        url = reverse("matching:guardian_word", args=[youth.pk])
        return {"title": _("Tal med forældrene"), "text": stop, "url": url, "label": _("Skriv ned, hvad de siger")}
    return {}
