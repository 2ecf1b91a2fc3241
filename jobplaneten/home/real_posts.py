"""Real job posts through the eyes of the law, for docs/law.md and its tests."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from employers.importing.mapping import Reader
from employers.lawfulness import sentence
from jobplaneten.law import BOOK, Findings, Job, Youth, judge
from jobplaneten.law.findings import Effect
from jobplaneten.law.groups import ADULT_FROM, CHILD_FROM, YOUTH_FROM
from jobplaneten.law.reading import read_case

READ_BY_A_PERSON = Path(__file__).parent / "real_posts.toml"
EMPLOYERS = {
    "boligorganisation": "housing_association",
    "forening": "association",
    "privat": "private_household",
}
YOUNGEST, OLDEST = CHILD_FROM, ADULT_FROM
# Lawful for everybody who may work at all, so that nothing but the job itself is judged.
AFTERNOON = {"weekday": "tue", "start": "15:30", "end": "17:30"}


@dataclass(frozen=True, slots=True)
class JudgedPost:
    id: str
    kind: str
    title: str
    ages: str
    may: str
    why: str
    then: str
    rules: frozenset[str]


def judged_posts(on: date) -> list[JudgedPost]:
    path = Path(settings.BASE_DIR) / "jobplaneten" / "demo" / "data" / "jobposts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    more, reader = tomllib.loads(READ_BY_A_PERSON.read_text(encoding="utf-8")), Reader()
    return [judged(record, job_of(record, reader, more), on) for record in map(json.loads, lines)]


def job_of(record: dict[str, Any], reader: Reader, more: Mapping[str, Any]) -> Job:
    """The import refuses traps as posts; here they are read as if somebody had meant them."""
    said = reader.draft({**record, "kind": "ad"}).values
    form = {
        "employer_type": EMPLOYERS.get(record["employer_type"], "company"),
        "workplace": said.get("workplace") or "generic",
        "tasks": said.get("chores", []),
        "shifts": [AFTERNOON],
    }
    return read_case({"job": form | more.get(record["id"], {})}).job


def judged(record: dict[str, Any], job: Job, on: date) -> JudgedPost:
    least, most = record["age_min"] or YOUNGEST, min(record["age_max"] or OLDEST, OLDEST)
    people = people_of(least, most, record["school_status"])
    now = {name: judge(youth, job, "post", on) for name, youth in people.items()}
    day = day_of(record["source_date"])
    then = {name: judge(youth, job, "post", day) for name, youth in people.items()} if day else now
    return JudgedPost(
        id=record["id"],
        kind=record["kind"],
        title=record["title"],
        ages=f"{least}-{most}",
        may=", ".join(name for name, findings in now.items() if findings.legal) or "nobody",
        why="<br>".join(reasons(now)),
        then=changed(now, then),
        rules=broken(now),
    )


def people_of(least: int, most: int, school_status: str | None) -> dict[str, Youth]:
    """One for each group that the post asks for, at its youngest."""
    found = {
        "under 13": Youth(least) if least < CHILD_FROM else None,
        "13-14": Youth(max(least, CHILD_FROM)) if least < YOUTH_FROM and most >= CHILD_FROM else None,
        "15-17 in school": Youth(max(least, YOUTH_FROM)),
        "15-17 finished": Youth(max(least, YOUTH_FROM), in_compulsory_school=False),
        "18": Youth(ADULT_FROM, in_compulsory_school=False) if most >= ADULT_FROM else None,
    }
    closed = {"in_compulsory_school": {"15-17 finished", "18"}, "finished_grade9": {"13-14", "15-17 in school"}}
    left = set(found) - closed.get(school_status or "", set())
    if most < YOUTH_FROM:
        left -= {"15-17 in school", "15-17 finished"}
    return {name: youth for name, youth in found.items() if youth is not None and name in left}


def reasons(findings: Mapping[str, Findings]) -> Iterable[str]:
    """Each sentence once, with the groups that it concerns."""
    whom: dict[str, list[str]] = {}
    for group, found in findings.items():
        for finding in found:
            if finding.effect is not Effect.WARN:
                whom.setdefault(f"`{finding.rule}` {sentence(finding)}", []).append(group)
    return [f"{', '.join(groups)}: {text}" for text, groups in whom.items()]


def broken(findings: Mapping[str, Findings]) -> frozenset[str]:
    return frozenset(rule for found in findings.values() for rule in found.violations)


def changed(now: Mapping[str, Findings], then: Mapping[str, Findings]) -> str:
    old, new = broken(then), broken(now)
    was = [f"also `{rule}`" for rule in sorted(old - new)]
    return ", ".join([*was, *(f"not `{rule}`" for rule in sorted(new - old))])


def day_of(written: str | None) -> date | None:
    """The first day that "2022", "2022-06" or "2022-06-28" may mean, if the book goes back so far."""
    parts = [int(part) for part in re.findall(r"\d+", written or "")]
    if not parts:
        return None
    day = date(*(*parts, 1, 1)[:3])
    return day if day >= BOOK.begins else None
