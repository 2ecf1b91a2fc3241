from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class PlainForm(forms.Form):
    """Says what to do about an empty field; the usual sentence speaks to clerks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                choose = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
                field.error_messages["required"] = _("Vælg et svar.") if choose else _("Skriv et svar.")
