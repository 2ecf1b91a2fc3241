from typing import Any

from jobplaneten.following.models import Assessment, Voice
from jobplaneten.ladder import Axis, Readiness
from jobplaneten.steps.evidence import Criterion, Evidence
from jobplaneten.steps.models import PaperKind
from youth.models import Youth


def criterion(each: Criterion) -> dict[str, Any]:
    icon = {True: "check", False: "clock", None: "help"}[each.is_met]
    return {"asks": each.asks, "has": each.has, "icon": icon, "is_met": each.is_met}


def side_by_side(levels: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """One line for each axis, with what each of the three says."""
    return [
        {
            "axis": axis.label,
            "said": [
                (voice.label, str(Readiness(levels[voice][axis]).label) if axis in levels.get(voice, {}) else "–")
                for voice in Voice
            ],
        }
        for axis in Axis
    ]


def papers(known: Evidence) -> list[dict[str, Any]]:
    found = {paper.kind: paper for paper in known.learnt}
    return [{"kind": kind.value, "label": kind.label, "row": found.get(kind.value)} for kind in PaperKind]


def history(youth: Youth, user: Any) -> list[dict[str, Any]]:
    """Everything that has been said on the eight axes, the newest first."""
    rows = Assessment.objects.visible_to(user).filter(youth=youth).select_related("by").newest_first()[:30]
    return [
        {
            "at": row.at,
            "title": row.get_voice_display(),
            "text": row.words,
            "by": " · ".join(f"{Axis(axis).label}: {Readiness(level).label}" for axis, level in row.levels.items()),
        }
        for row in rows
    ]


def visible_levels(youth: Youth, user: Any) -> dict[str, dict[str, int]]:
    """By voice, the newest word on each axis that this person may read."""
    found: dict[str, dict[str, int]] = {voice.value: {} for voice in Voice}
    for row in Assessment.objects.visible_to(user).filter(youth=youth).order_by("at", "pk"):
        found[row.voice] |= row.levels
    return found
