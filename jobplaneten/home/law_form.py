"""The law's case form as a JSON schema, for the description of the API."""

from typing import Any

from jobplaneten.law import reading
from jobplaneten.law.facts import WEEKDAYS

YES_OR_NO = {"type": "boolean", "default": False}
TEXT = {"type": "string"}


def one_of(words: Any, **more: Any) -> dict[str, Any]:
    return {"type": "string", "enum": sorted(words), **more}


def number(most: int, **more: Any) -> dict[str, Any]:
    return {"type": "number", "minimum": 0, "maximum": most, **more}


def part(required: list[str], **fields: Any) -> dict[str, Any]:
    said: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": fields}
    return said | ({"required": required} if required else {})


def many(one: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": one}


TIME = {"type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}
SHIFT = part(
    ["weekday", "start", "end"],
    weekday={"type": "string", "enum": list(WEEKDAYS)},
    start=TIME,
    end=TIME,
    break_min={"type": "integer", "minimum": 0, "default": 0},
    day_type=one_of(reading.DAY_TYPES),
    public_holiday=YES_OR_NO,
)
MACHINE = part(
    ["hazard"],
    name=TEXT,
    hazard=one_of(reading.HAZARDS),
    operates={"type": "boolean", "default": True},
    guarded_or_off=YES_OR_NO,
    licence=YES_OR_NO,
)
ALCOHOL = part(
    [],
    mode=one_of(reading.ALCOHOL_MODES, default="none"),
    **dict.fromkeys(
        [
            "main_purpose_food", "adult_supervision", "id_check_by_youth", "quick_help", "other_till",
            "waiter_trainee_or_host_child",
        ],
        YES_OR_NO,
    ),
)  # fmt: skip
JOB = part(
    [],
    employer_type=one_of(reading.EMPLOYER_TYPES, default="company"),
    workplace=one_of(reading.WORKPLACES, default="generic"),
    tasks=many(TEXT),
    shifts=many(SHIFT),
    week_type=one_of(reading.WEEK_TYPES, nullable=True),
    weekly_hours=number(reading.WEEK_HOURS, nullable=True),
    other_employer_hours_week=number(reading.WEEK_HOURS, default=0),
    other_employer_hours_same_day=number(reading.DAY_HOURS, default=0),
    adult_normal_week_hours=number(reading.WEEK_HOURS, nullable=True),
    adult_supervision={"type": "boolean", "default": True},
    **dict.fromkeys(
        [
            "alone", "violence_risk", "guarded_mall", "lift_single_optimal", "occasional", "permit_arbejdstilsynet",
            "parents_consent_letter", "risk_assessment_done", "staff_review_ok",
        ],
        YES_OR_NO,
    ),
    lift_kg=number(reading.HEAVIEST_KG, default=0),
    push_pull_kg=number(reading.HEAVIEST_KG, default=0),
    machines=many(MACHINE),
    chemicals=one_of(reading.CHEMICALS, default="none"),
    alcohol=ALCOHOL,
    environment=many(one_of(reading.CONDITIONS)),
    sector_night=one_of(reading.NIGHT_TRADES, nullable=True),
)  # fmt: skip
CASE = part(
    ["job"],
    id=TEXT,
    stage=one_of(reading.STAGES, default="post"),
    youth=part(
        ["age"],
        age={"type": "integer", "minimum": 0, "maximum": reading.OLDEST},
        in_compulsory_school={"type": "boolean", "default": True},
    ),
    job=JOB,
    hire=part([], parents_informed=YES_OR_NO, instruction_planned=YES_OR_NO),
    config=part([], use_sector_night_extensions=YES_OR_NO),
    **{name: {"description": "Read over."} for name in sorted(reading.ABOUT_A_CASE)},
)
FORM = {
    "oneOf": [
        CASE,
        many({"type": "object", "description": "A case as above; without a youth it is a post."}),
        part(
            [],
            cases=many({"type": "object", "description": "A case as above, with a youth."}),
            post_matrix=many({"type": "object", "description": "A case as above, without a youth."}),
            meta={"description": "Read over."},
        ),
    ]
}
EXAMPLE = {
    "id": "kiosk",
    "youth": {"age": 14, "in_compulsory_school": True},
    "job": {
        "workplace": "kiosk",
        "tasks": ["stock_shelves_light"],
        "shifts": [{"weekday": "mon", "start": "16:00", "end": "19:00"}],
    },
}
