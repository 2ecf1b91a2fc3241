"""The papers as each role meets them: what is in place, by whose name, and a button where there is one to press."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.utils import formats

from jobplaneten.placements.forms import TakeBackForm, TickForm
from jobplaneten.placements.gates import POINT_HELP, TERMS_HOLD, Gate, gate_of
from jobplaneten.placements.models import Paper, PaperTick, Placement
from jobplaneten.placements.papers import Line, lines
from jobplaneten.placements.permissions import ABOUT_THE_TERMS, STAFF_PAPERS, may_take_back, may_tick, moves_for
from youth.models import How, WhyForThem, Word

Bound = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line with what this person may do about it. `told` is what the tick says beside its name."""

    line: Line
    help: str
    told: str
    gone: PaperTick | None
    form: forms.Form | None
    back_form: forms.Form | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper: the reason for it, and its lines (seven for the risk, one for every other)."""

    paper: Paper
    gate: Gate
    rows: list[Row]
    holds: list[Any]

    @property
    def label(self) -> str:
        return str(self.paper.label)

    @property
    def done(self) -> int:
        return sum(row.line.tick is not None for row in self.rows)

    @property
    def is_done(self) -> bool:
        return self.done == len(self.rows)

    @property
    def is_mine(self) -> bool:
        return any(row.form for row in self.rows)


def checklist(placement: Placement, user: Any, today: date, bound: Bound) -> dict[str, Any]:
    found = lines(placement, today)
    moves, known = moves_for(user, placement, today), known_values(placement, user, today)
    has_terms = placement.terms.exists()
    sheets = [
        Sheet(
            paper,
            gate_of(paper, placement, today),
            [row(placement, entry, user, moves, known, bound, today, has_terms) for entry in entries],
            TERMS_HOLD if paper == Paper.TERMS else [],
        )
        for paper, entries in groupby(found, lambda entry: entry.paper)
    ]
    absent = [entry for entry in found if entry.tick is None]
    return {
        "sheets": sorted(sheets, key=lambda sheet: (sheet.is_done, not sheet.is_mine)),
        "total": len(found),
        "done": len(found) - len(absent),
        "missing": len(absent),
        "lapsed": any(entry.lapsed for entry in found),
        "mine": sum(may_tick(user, entry.paper) for entry in absent),
        "waits_for_workplace": any(entry.paper not in STAFF_PAPERS for entry in absent),
        "was_reminded": placement.was_reminded(today),
    }


def row(
    placement: Placement,
    entry: Line,
    user: Any,
    moves: set[str],
    known: Bound,
    bound: Bound,
    today: date,
    has_terms: bool,
) -> Row:
    is_open = "tick" in moves and not entry.tick and not entry.stop and may_tick(user, entry.paper)
    is_open = is_open and not (has_terms and entry.paper in ABOUT_THE_TERMS)
    may_go_back = "take_back" in moves and (entry.tick or entry.lapsed) and may_take_back(user, entry.paper)
    key = {"paper": entry.paper, "point": entry.point}
    return Row(
        entry,
        str(POINT_HELP.get(entry.point, "")),
        told(entry.tick, user) if entry.tick else "",
        entry.gone if not (user.is_employer and entry.paper in STAFF_PAPERS) else None,
        (back(bound.get("tick"), key) or TickForm(**key, today=today, initial=known.get(entry.paper, {})))
        if is_open
        else None,
        (back(bound.get("take_back"), key) or TakeBackForm(**key)) if may_go_back else None,
    )


def back(form: Any, key: Mapping[str, str]) -> Any:
    """The form that came back with something to correct, where it belongs."""
    return form if form and (form.paper, form.point) == (key["paper"], key["point"]) else None


def known_values(placement: Placement, user: Any, today: date) -> dict[str, dict[str, Any]]:
    """What the page can fill in, so that most ticks are one tap."""
    adult = placement.post.adult_on_site
    known: dict[str, dict[str, Any]] = {
        Paper.TERMS: {"done_on": today},
        Paper.ADULT: {"who": adult},
        Paper.INSTRUCTION: {"who": adult},
    }
    if user.is_staff and (word := placement.youth.guardian_words.filter(word=Word.INFORMED).latest_first().first()):
        known[Paper.GUARDIAN] = {"who": word.guardian, "done_on": word.said_on, "how": word.how}
        known[Paper.COSIGN] = {"who": word.guardian, "done_on": today}
    return known


def told(tick: PaperTick, user: Any) -> str:
    """An employer reads nothing about the parents."""
    if tick.paper in STAFF_PAPERS and user.is_employer:
        return ""
    day = formats.date_format(tick.done_on, "j. F") if tick.done_on else ""
    how = str(How(tick.how).label).lower() if tick.how else ""
    why = str(WhyForThem(tick.why).label).lower() if tick.why else ""
    return ", ".join(filter(None, [tick.who, day, how, why, tick.note]))
