"""A file in, proposals and refusals out; what cannot take part is set aside with its reason."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

YOUTH: dict[str, Any] = {
    "youth": 1,
    "age": 14,
    "step": 2,
    "next_step_ok": False,
    "place": [55.45, 12.18],
    "modes": ["walk", "bike"],
    "max_minutes": 30,
    "free": [[1, 870, 1290], [5, 540, 1080]],
    "skills": {"polite": 2},
    "likes": ["customers"],
    "dream": "food",
}
JOB: dict[str, Any] = {
    "post": 1,
    "employer": 7,
    "steps": [2, 3],
    "age_min": 13,
    "age_max": 17,
    "place": [55.452, 12.185],
    "shifts": [[1, 930, 1050]],
    "seats": 1,
    "tasks": ["set_tables"],
    "circumstances": ["customers"],
    "needs": {"polite": 1},
}


def matched(tmp_path: Path, refusals: str = "auto", **form: Any) -> dict[str, Any]:
    file, out = tmp_path / "world.json", StringIO()
    file.write_text(json.dumps({"day": "2026-11-23", **form}), encoding="utf-8")
    call_command("match_file", file, refusals=refusals, stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def refused(tmp_path: Path, youth: dict[str, Any], job: dict[str, Any]) -> dict[str, Any]:
    found = matched(tmp_path, youths=[{**YOUTH, **youth}], jobs=[{**JOB, **job}])
    return {each["code"]: each["figures"] for each in found["refusals"]}


def test_a_lawful_pair_is_proposed_with_score_reasons_and_contributions(tmp_path: Path) -> None:
    found = matched(tmp_path, youths=[YOUTH], jobs=[JOB])
    (proposal,) = found["proposals"]
    assert (proposal["youth"], proposal["post"], proposal["rank"]) == (1, 1, 1)
    assert proposal["score"] == pytest.approx(proposal["want"] * proposal["take"])
    assert len(proposal["contributions"]) == 15
    assert {reason["code"] for reason in proposal["reasons"]["employer"]} == {"skills_met", "timetable"}
    assert found["youths"] == [{"youth": 1, "eligible": 1, "proposed": 1, "refused": {}}]
    assert found["set_aside"] == found["refusals"] == found["unknown_fields"] == []
    assert found["model"]["origin"] == "prior"


@pytest.mark.parametrize(
    ("youth", "job", "code"),
    [
        ({}, {"shifts": [[1, 1080, 1260]]}, "own_law"),
        ({}, {"tasks": ["serve_drinks"], "law": {"workplace": "bar"}}, "own_law"),
        ({"elsewhere": [{"shifts": [[1, 1050, 1110], [3, 900, 1020], [4, 900, 1020]]}]}, {}, "own_law"),
        ({"elsewhere": [{"shifts": [[1, 900, 960]]}]}, {}, "timetable"),
        ({"born_on": "2014-01-01"}, {}, "age"),
        ({"earlier_no": [1]}, {}, "earlier_no"),
        ({"max_minutes": 1}, {}, "travel"),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_reason(
    tmp_path: Path, youth: dict[str, Any], job: dict[str, Any], code: str
) -> None:
    assert code in refused(tmp_path, youth, job)


def test_a_youth_who_becomes_15_during_the_job_is_judged_on_both_sides(tmp_path: Path) -> None:
    hours = {"weekday": "sat", "start": "09:30", "end": "17:30", "break_min": 30}
    saturday = {
        "shifts": [[5, 570, 1050]],
        "first_on": "2027-07-05",
        "last_on": "2027-07-31",
        "law": {"shifts": [hours]},
    }
    young, grown = {"born_on": "2012-07-20"}, {"born_on": "2012-07-01"}
    assert "own_law" in refused(tmp_path, young, saturday)
    assert "own_law" not in refused(tmp_path, grown, saturday)


def test_without_the_law_only_the_other_limits_hold(tmp_path: Path) -> None:
    found = matched(tmp_path, youths=[YOUTH], jobs=[{**JOB, "shifts": [[1, 1080, 1260]]}], law="none")
    assert len(found["proposals"]) == 1


def test_bad_rows_are_set_aside_and_the_rest_is_matched(tmp_path: Path) -> None:
    found = matched(
        tmp_path,
        youths=[
            YOUTH,
            {**YOUTH, "youth": 2, "place": None},
            {**YOUTH, "youth": 3, "age": 140},
            "x",
            {**YOUTH, "colour": 1, "youth": 4},
        ],
        jobs=[JOB, {**JOB, "post": 2, "shifts": [[1, 0, 1440]]}, {**JOB, "post": 3, "law": {"workplac": "bar"}}],
        outcomes=[{"youth": 1, "post": 1, "wanted": True, "taken": False}, {"youth": 1, "post": 9, "wanted": True}, {}],
    )
    assert [(each["kind"], each["id"], each["reason"]) for each in found["set_aside"]] == [
        ("youth", 2, "place_missing"),
        ("youth", 3, "age_absurd"),
        ("youth", 3, "malformed"),
        ("post", 2, "hours_absurd"),
        ("post", 3, "malformed"),
        ("outcome", 1, "unknown_pair"),
        ("outcome", 2, "malformed"),
    ]
    assert found["unknown_fields"] == ["youths.colour"]
    assert found["model"]["outcomes"] == 1
    assert len({each["youth"] for each in found["proposals"]}) == 2


def test_caps_are_options_of_the_file(tmp_path: Path) -> None:
    youths = [{**YOUTH, "youth": number, "mentor": 5} for number in range(1, 7)]
    assert len(matched(tmp_path, youths=youths, jobs=[JOB])["proposals"]) == 3
    for options in ({"per_seat": 1}, {"employer_room": {"7": 1}}, {"mentor_room": {"5": 1}}):
        assert len(matched(tmp_path, youths=youths, jobs=[JOB], options=options)["proposals"]) == 1


def test_refusals_can_be_left_out(tmp_path: Path) -> None:
    assert matched(tmp_path, "counts", youths=[YOUTH], jobs=[JOB])["refusals"] is None


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"yuoths": []}, "not fields of the form: yuoths"),
        ({"youths": {}}, "not a list: youths"),
        ({"day": "today"}, "is not a date"),
        ({"seed": "a"}, "seed: not a whole number"),
        ({"law": "some"}, "law: neither"),
        ({"options": {"per_set": 1}}, "options: per_set; known are per_seat"),
        ({"options": {"per_seat": 1.5}}, "per_seat: 1.5"),
        ({"options": []}, "options: not an object"),
    ],
)
def test_a_file_that_is_wrong_as_a_whole_is_one_clear_error(tmp_path: Path, form: dict[str, Any], said: str) -> None:
    with pytest.raises(CommandError, match=said) as found:
        matched(tmp_path, **form)
    assert found.value.returncode == 2


def test_what_is_no_json_or_no_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "world.json"
    file.write_text("[]")
    with pytest.raises(CommandError, match="not an object"):
        call_command("match_file", file)
    file.write_text("{")
    with pytest.raises(CommandError, match="not JSON"):
        call_command("match_file", file)
    with pytest.raises(CommandError, match="No such file"):
        call_command("match_file", tmp_path / "none")
