"""docs/law.md, drawn from the book of law, the rules, and the real posts judged by them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import override

from employers.lawfulness import TAG_LABELS
from jobplaneten.home.law_doubts import DOUBTS, HEAD, NOT_JUDGED, POSTS_HEAD, SECTIONS
from jobplaneten.home.real_posts import JudgedPost
from jobplaneten.law.book import BOOK, Entry
from jobplaneten.law.clock import danish_number, danish_span
from jobplaneten.law.groups import Group
from jobplaneten.law.rules import RULES
from jobplaneten.law.wording import SENTENCES

GROUPS = {
    Group.UNDER_13: "under 13",
    Group.CHILD: "13-14 in school",
    Group.CHILD_FINISHED: "13-14 finished",
    Group.PUPIL: "15-17 in school",
    Group.YOUTH: "15-17 finished",
}
MINORS = set(GROUPS) - {Group.UNDER_13}
CLOCK_FIGURES = {"earliest", "latest", "weekday_latest", "weekend_latest", "mall_latest"}
ONE_DAY = timedelta(days=1)


def page(posts: Sequence[JudgedPost], on: date) -> str:
    with override("da"):
        parts = [
            HEAD,
            *sections(),
            light_work(),
            switches(),
            listed("What is not judged", NOT_JUDGED),
            listed("What to ask a lawyer or the authority", DOUBTS),
            real_posts(posts, on),
        ]
    return "\n".join(parts)


def sections() -> Iterable[str]:
    entries = {rule: list(found) for rule, found in groupby(BOOK.entries, key=lambda entry: entry.rule)}
    for title, prefixes in SECTIONS.items():
        inside = [rule for rule in entries if rule.startswith(prefixes)]
        yield f"## {title}\n"
        yield from (about(rule, entries[rule]) for rule in inside)


def about(rule: str, entries: list[Entry]) -> str:
    asked = [one for one in RULES if one.id == rule]
    table = rows(
        ["in force", "effect", "figures", "source", "how sure"],
        (
            [in_force(entry, entries), entry.effect, figures(entry), source(entry), entry.confidence]
            for entry in entries
        ),
    )
    parts = [
        f"### `{rule}`",
        "\n".join(" ".join(one.says.split()) for one in asked),
        f"Binds {bound(frozenset().union(*(one.binds for one in asked)))}." if asked else "",
        "\n>\n".join(f"> {sentence}" for key, sentence in SENTENCES.items() if key.split()[0] == rule),
        table,
        "\n".join(f"*{entry.note}*" for entry in entries if entry.note),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def bound(groups: frozenset[Group]) -> str:
    return "everybody of 13-17" if groups == MINORS else ", ".join(GROUPS[one] for one in GROUPS if one in groups)


def in_force(entry: Entry, entries: list[Entry]) -> str:
    """From its first day to its last, which is the day before the next entry."""
    later = [one.in_force_from - ONE_DAY for one in entries if one.in_force_from > entry.in_force_from]
    last = min([*later, *filter(None, [entry.in_force_until])], default=None)
    first = "" if entry.in_force_from == BOOK.begins else str(entry.in_force_from)
    return f"{first} – {last or ''}".strip() if first or last else "–"


def figures(entry: Entry) -> str:
    said = "; ".join(f"{name.replace('_', ' ')} {told(name, value)}" for name, value in entry.figures.items())
    return f"{said} ({entry.unit})" if said and entry.unit else said or entry.unit


def told(name: str, value: Any) -> str:
    if isinstance(value, frozenset):
        return ", ".join(f"`{word}`" for word in sorted(value))
    if isinstance(value, tuple):
        return " or ".join(danish_span(*window) for window in value)
    if name in CLOCK_FIGURES:
        return f"{value // 60:02}.{value % 60:02}"
    return danish_number(value) if isinstance(value, float) else str(value).lower()


def source(entry: Entry) -> str:
    return f"[{entry.place or entry.source.split('/')[2]}]({entry.source}), {entry.source_date}"


def light_work() -> str:
    tags = sorted((tag, entry) for entry in BOOK.light_work for tag in entry.words("tags"))
    table = rows(
        ["tag", "in Danish", "light since", "how sure"],
        ([f"`{tag}`", str(TAG_LABELS.get(tag, "")), since(entry), entry.confidence] for tag, entry in tags),
    )
    head = (
        "The only work for those under 15 and for everybody in compulsory schooling. Whatever is not here is not light."
    )
    return f"## Light work\n\n{head}\n\n{table}\n"


def since(entry: Entry) -> str:
    return "before the book" if entry.in_force_from == BOOK.begins else str(entry.in_force_from)


def switches() -> str:
    told = [
        f"### `{switch.name}`\n\nRule `{switch.rule}`; it comes {'on' if switch.default else 'off'}.\n\n"
        f"- Opens: {switch.opens}\n- The doubt: {switch.doubt}\n- Off, the strict reading: {switch.strict}\n"
        for switch in BOOK.switches
    ]
    head = "What a case's `config` may open. The Danish words are those that the coordinator reads."
    return "\n".join(["## Switches\n", f"{head}\n", *told])


def listed(title: str, items: Sequence[str]) -> str:
    return "\n".join([f"## {title}\n", *(f"- {item}" for item in items), ""])


def real_posts(posts: Sequence[JudgedPost], on: date) -> str:
    def table(kinds: set[str]) -> str:
        chosen = (post for post in posts if post.kind in kinds)
        return rows(
            ["post", "asks for", "may", "what stands in the way of the others", "on its own day"],
            ([f"{post.title} ({post.id})", post.ages, post.may, post.why, post.then] for post in chosen),
        )

    return "\n".join(
        [
            POSTS_HEAD.format(on=on, count=len(posts)),
            "### Traps: what an advertisement must not be\n",
            table({"trap"}),
            "\n### Examples given by authorities and organisations\n",
            table({"regulator_example"}),
            "\n### Advertisements, reported jobs and programmes\n",
            table({"ad", "reported_job", "programme_job"}),
            "",
        ]
    )


def rows(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    drawn = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([f"| {' | '.join(heads)} |", "|" + "---|" * len(heads), *drawn])
