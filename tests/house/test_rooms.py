"""The building regulations that import-linter cannot see."""

import ast
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

BASE = Path(settings.BASE_DIR)
ROOMS = [BASE / name for name in ("jobplaneten", "youth", "employers", "matching", "worker")]
FORBIDDEN_WORDS = ("Manager", "Helper", "Service", "Util", "Data", "Info")
FORBIDDEN_FILES = {"core", "common", "utils", "helpers", "misc", "signals", "services"}

FORBIDDEN_IN_TEMPLATES = ("|safe", "autoescape off", " style=", "<style", " onclick=")

OUR_MODELS = [model for model in apps.get_models() if model.__module__.split(".")[0] in {r.name for r in ROOMS}]
SOURCES = sorted(file for room in ROOMS for file in room.rglob("*.py") if "migrations" not in file.parts)
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))


def foreign_keys() -> list[Any]:
    return [
        field
        for model in OUR_MODELS
        for field in model._meta.get_fields()
        if isinstance(field, (models.ForeignKey, models.OneToOneField, models.ManyToManyField))
    ]


@pytest.mark.parametrize("field", foreign_keys(), ids=str)
def test_a_key_to_another_room_opens_no_window_back(field: Any) -> None:
    if field.related_model._meta.app_label != field.model._meta.app_label:
        assert str(field.remote_field.related_name).endswith("+")


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: str(f.relative_to(BASE)))
def test_a_file_is_short_and_named_after_what_it_is(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
    assert not FORBIDDEN_FILES & set(file.relative_to(BASE).with_suffix("").parts)


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: str(f.relative_to(BASE)))
def test_no_class_is_named_after_nothing(file: Path) -> None:
    classes = [node.name for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if name.endswith(FORBIDDEN_WORDS)] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda f: str(f.relative_to(BASE)))
def test_a_template_is_short_and_strict(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert [word for word in FORBIDDEN_IN_TEMPLATES if word in text] == []
    if not file.name.endswith("styleguide.html"):
        assert "<script>" not in text


def test_every_template_is_used() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in [*SOURCES, *TEMPLATES])
    django_asks_for = {"404.html", "403.html", "500.html", "403_csrf.html", "400.html"}
    unused = [
        name
        for name in (str(file.relative_to(BASE / "templates")) for file in TEMPLATES)
        if f'"{name}"' not in code and name not in django_asks_for and not name.startswith("django/forms/")
    ]
    assert unused == []


def test_every_model_stands_in_the_glossary() -> None:
    glossary = (BASE / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert [model.__name__ for model in OUR_MODELS if f"`{model.__name__}`" not in glossary] == []


def test_no_model_listens_to_signals_or_works_in_save() -> None:
    for file in SOURCES:
        names = {node.name for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.FunctionDef)}
        if "models" in file.parts or file.name == "models.py":
            assert "save" not in names, file
        assert "django.db.models.signals" not in file.read_text(), file
