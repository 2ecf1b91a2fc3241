from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.expecting import QUESTIONS

SHORT = 160


class ExpectForm(forms.Form):
    """The questions of one side; a youth only taps."""

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS[side]:
            if question.choices:
                field: forms.Field = forms.ChoiceField(
                    choices=question.choices,
                    widget=forms.RadioSelect(attrs={"class": "stacked"}),
                    error_messages={"required": _("Vælg et svar.")},
                )
            else:
                field = forms.CharField(max_length=SHORT, error_messages={"required": _("Skriv et kort svar.")})
            field.label = question.text
            self.fields[question.key] = field
