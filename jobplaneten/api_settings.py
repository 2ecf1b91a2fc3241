"""How the page about the API is made, for drf-spectacular."""

from typing import Any

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Jobplaneten",
    "DESCRIPTION": "What a person sees and does on the pages, for programs. How to begin: docs/api.md.",
    "VERSION": "1.0.0",
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "COMPONENT_SPLIT_PATCH": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "jobplaneten.accounts.api_schema.forget_column_limits",
    ],
    "ENUM_NAME_OVERRIDES": {
        "CircumstanceEnum": "jobplaneten.trades.Circumstance",
        "EmployerKindEnum": "employers.models.EmployerKind",
        "EmployerStatusEnum": "employers.models.EmployerStatus",
        "EndKindEnum": "jobplaneten.placements.models.EndKind",
        "HowEnum": "youth.models.How",
        "HowSaidToUsEnum": "youth.models.SAID_TO_US",
        "MatchStatusEnum": "matching.models.MatchStatus",
        "NoReasonEnum": "matching.models.NoReason",
        "PauseKindEnum": "jobplaneten.placements.models.pauses.ASKED_FOR",
        "PlacementStatusEnum": "jobplaneten.placements.models.PlacementStatus",
        "PostStatusEnum": "employers.models.PostStatus",
        "RunKindEnum": "matching.models.RunKind",
        "RunStatusEnum": "matching.models.RunStatus",
        "StepNumberEnum": "jobplaneten.ladder.StepNumber",
        "YouthStatusEnum": "youth.models.YouthStatus",
    },
}
