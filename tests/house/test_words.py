from pathlib import Path

import polib
import pytest
from django import forms
from django.conf import settings
from django.utils.translation import gettext

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).rglob("django.po"))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_a_catalogue_is_whole_and_compiled(file: Path) -> None:
    written, compiled = polib.pofile(str(file)), polib.mofile(str(file.with_suffix(".mo")))
    assert written.untranslated_entries() == []
    assert written.fuzzy_entries() == []
    assert {entry.msgid: entry.msgstr for entry in written} == {entry.msgid: entry.msgstr for entry in compiled}


def test_an_empty_field_is_told_in_our_own_words() -> None:
    assert gettext(str(forms.Field.default_error_messages["required"])) == "Her mangler et svar."
