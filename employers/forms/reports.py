from django import forms
from django.utils.translation import gettext_lazy as _

from employers.models import Wrong


class ReportForm(forms.Form):
    wrong = forms.ChoiceField(
        label=_("Hvad er galt?"), choices=Wrong.choices, widget=forms.RadioSelect(attrs={"class": "stacked"})
    )
    words = forms.CharField(
        label=_("Fortæl med dine egne ord"),
        help_text=_("Du behøver ikke at skrive, hvem du er."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DoneForm(forms.Form):
    done = forms.CharField(
        label=_("Hvad er der gjort?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv, hvad der er gjort.")},
    )
