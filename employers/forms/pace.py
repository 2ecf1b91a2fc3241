from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST = 50
LONGEST = timedelta(days=366)


class PaceForm(forms.Form):
    """`day` is today; a pause is from now on, and always has an end."""

    paused_until = forms.DateField(
        label=gettext_lazy("Hold pause til og med"),
        help_text=gettext_lazy(
            "Lad feltet stå tomt, hvis I er klar nu. Så længe I holder pause, foreslår vi ingen unge."
        ),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Vælg en dato, for eksempel 31-12-2026.")},
    )
    most_candidates = forms.IntegerField(
        label=gettext_lazy("Så mange unge kan vi svare på samme tid"),
        help_text=gettext_lazy("Er tallet lille, får I færre ad gangen – og de unge får hurtigere svar."),
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": gettext_lazy("Skriv et tal fra 1 til 50."),
            "invalid": gettext_lazy("Skriv et helt tal fra 1 til 50."),
            "min_value": gettext_lazy("Skriv mindst 1. Vil I slet ikke have nogen, så vælg en pause."),
            "max_value": gettext_lazy("Skriv højst 50."),
        },
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day

    def clean_paused_until(self) -> date | None:
        until: date | None = self.cleaned_data["paused_until"]
        if until and until < self.day:
            raise forms.ValidationError(_("Den dag er forbi. Vælg i dag eller senere, eller lad feltet stå tomt."))
        if until and until > self.day + LONGEST:
            raise forms.ValidationError(_("Vælg højst et år. I kan altid forlænge pausen."))
        return until
