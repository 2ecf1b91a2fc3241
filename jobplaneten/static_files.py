from django.contrib.staticfiles.apps import StaticFilesConfig


class StaticFilesWithoutRedoc(StaticFilesConfig):
    """The sidecar of the API page carries two viewers; we serve one, and compressing the other takes half a minute."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "redoc", "rest_framework"]
