"""A trial as a coordinator reads it: what was changed, and the figures beside those of the night."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from employers.models import Post
from jobplaneten.accounts.models import Area
from jobplaneten.trades import Category
from matching.engine.change import ALL, EVERY_JOB, NEXT, PLAIN, POST, Change
from matching.models import Run, RunStatus
from matching.views.coordinator import TONES
from matching.wording import FEATURES, runs_refusals

OWN_LAW = "own_law"


def trial_row(run: Run) -> dict[str, Any]:
    """One line of the comparison. Titles of posts are left to the page of the trial."""
    changed = "; ".join(change_in_words(Change.from_json(run.change), {}))
    is_done = run.status == RunStatus.DONE
    now, then = run.counts.get("now", {}), run.counts.get("then", {})
    figures = [
        (_("Forslag"), versus(then, now, "proposed")),
        (_("Unge med mindst ét"), versus(then, now, "reached")),
        (_("Dækning"), percent(now["coverage"]) if is_done else "–"),
        (_("Får / mister"), f"{run.counts['gained']} / {run.counts['lost']}" if is_done else "–"),
    ]
    cells = [(_("Prøve"), changed), (_("Hvordan gik det"), run.get_status_display()), *figures]
    return {"url": reverse("matching:trial", args=[run.pk]), "cells": cells}


def versus(then: Mapping[str, Any], now: Mapping[str, Any], name: str) -> str:
    """The figure, and how far it is from the night's."""
    if name not in now:
        return "–"
    return f"{now[name]} ({now[name] - then[name]:+d})"


def percent(share: float) -> str:
    return f"{number_format(100 * share, 1)} %"


def trial_face(run: Run, user: Any) -> dict[str, Any]:
    counts: Mapping[str, Any] = run.counts if run.status == RunStatus.DONE else {}
    change = Change.from_json(run.change)
    titles = titles_of(user, [post for post, *_prices in counts.get("crowded", [])], change)
    return {
        "run": run,
        "tone": TONES[RunStatus(run.status)],
        "is_under_way": run.status in {RunStatus.REQUESTED, RunStatus.RUNNING},
        "changed": change_in_words(change, titles),
        "lasting": change_in_words(change.lasting(), titles) if change.lasting() != PLAIN and counts else [],
        "is_partly_lasting": change.lasting() != change,
        "tiles": tiles(counts) if counts else [],
        "figures": figures_beside(counts) if counts else [],
        "groups": [
            {"key": "step", "title": _("Efter trin"), "rows": group_rows(counts.get("by_step", []), step_names())},
            {"key": "area", "title": _("Efter område"), "rows": group_rows(counts.get("by_area", []), area_names())},
        ]
        if counts
        else [],
        "crowded": crowded_rows(counts.get("crowded", []), titles),
        "refused": refused_rows(counts.get("refused", {})),
    }


def tiles(counts: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"count": counts["gained"], "label": _("unge får et forslag, som de ikke fik"), "tone": "good"},
        {
            "count": counts["lost"],
            "label": _("unge mister det, de fik"),
            "tone": "wait" if counts["lost"] else "neutral",
        },
        {"count": counts["other_jobs"], "label": _("unge får andre job foreslået")},
        {"count": percent(counts["now"]["coverage"]), "label": _("af dem, der kan få et forslag, får et")},
    ]


def figures_beside(counts: Mapping[str, Any]) -> list[dict[str, Any]]:
    then, now = counts["then"], counts["now"]
    rows = (
        (_("Forslag"), str(then["proposed"]), str(now["proposed"])),
        (_("Unge med mindst ét forslag"), str(then["reached"]), str(now["reached"])),
        (_("Unge, som noget job er muligt for"), str(then["could"]), str(now["could"])),
        (_("Dækning"), percent(then["coverage"]), percent(now["coverage"])),
        (_("Job med mindst én ung"), str(then["posts"]), str(now["posts"])),
        (_("Ventede ja fra begge sider"), number_format(then["expected"], 1), number_format(now["expected"], 1)),
    )
    return beside(rows, _("Tal"))


def beside(rows: Iterable[tuple[Any, str, str]], heading: str) -> list[dict[str, Any]]:
    """Rows for the table part: what it is, that night, and on trial."""
    return [{"cells": [(heading, what), (_("I nat"), then), (_("Prøven"), now)]} for what, then, now in rows]


def group_rows(rows: Iterable[Mapping[str, Any]], names: Mapping[int, str]) -> list[dict[str, Any]]:
    def cells(row: Mapping[str, Any]) -> list[tuple[str, Any]]:
        name = _("Små grupper under ét") if row["group"] is None else names.get(row["group"], "–")
        figures = (_("Unge"), "youths"), (_("I nat"), "then"), (_("Prøven"), "now")
        gained = f"{row['gained']} / {row['lost']}"
        return [(_("Gruppe"), name), *((label, row[key]) for label, key in figures), (_("Får / mister"), gained)]

    return [{"cells": cells(row)} for row in rows]


def crowded_rows(rows: Iterable[tuple[int, float, float]], titles: Mapping[int, str]) -> list[dict[str, Any]]:
    named = ((titles.get(int(post), _("Et job, der er lukket")), then, now) for post, then, now in rows)
    return beside(((title, number_format(then, 2), number_format(now, 2)) for title, then, now in named), _("Job"))


def refused_rows(found: Mapping[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """The law first: that is what may never be traded for more proposals."""
    order = sorted(found, key=lambda rule: (rule != OWN_LAW, -found[rule][1], rule))
    return beside(
        ((runs_refusals({rule: 1})[0][0], str(found[rule][0]), str(found[rule][1])) for rule in order), _("Regel")
    )


def change_in_words(change: Change, titles: Mapping[int, str]) -> list[str]:
    steps = {"": "", NEXT: _("alle må også få det næste trin"), ALL: _("trinnet tæller ikke")}
    plain = (
        (change.per_youth, _("højst %(n)s forslag til hver ung")),
        (change.per_seat, _("højst %(n)s unge om hver plads")),
        (change.first_bonus, _("første forslag tæller %(n)s ekstra")),
        (change.mentor_room, _("højst %(n)s nye forslag til hver mentor")),
        (f"{change.minutes:+d}" if change.minutes else None, _("%(n)s minutter på vejen")),
    )
    words = [text % {"n": number_format(n) if isinstance(n, float) else n} for n, text in plain if n is not None]
    words += [steps[change.steps], _("arbejdspladsernes egen alder tæller ikke") if change.ages else ""]
    if change.seats:
        words.append(_("%(n)s pladser: %(where)s") % {"n": f"{change.seats:+d}", "where": where(change, titles)})
    if change.feature:
        what = {"what": FEATURES.get(change.feature, change.feature), "n": number_format(change.factor)}
        words.append(_("»%(what)s« tæller %(n)s gange") % what)
    return [word for word in words if word]


def where(change: Change, titles: Mapping[int, str]) -> str:
    if change.seats_of == EVERY_JOB:
        return _("alle job")
    if change.seats_of.startswith(POST):
        return titles.get(int(change.seats_of.removeprefix(POST)), _("ét job"))
    return str(dict(Category.choices).get(change.seats_of, change.seats_of))


def titles_of(user: Any, posts: Iterable[float], change: Change) -> dict[int, str]:
    keys = {int(post) for post in posts}
    if change.seats_of.startswith(POST):
        keys.add(int(change.seats_of.removeprefix(POST)))
    return dict(Post.objects.visible_to(user).filter(pk__in=keys).values_list("pk", "title"))


def step_names() -> dict[int, str]:
    return {number: _("Trin %(number)s") % {"number": number} for number in range(1, 5)}


def area_names() -> dict[int, str]:
    return dict(Area.objects.values_list("pk", "name"))
