from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

FARTHEST = timedelta(days=365)
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class StartForm(forms.Form):
    first_day_on = forms.DateField(
        label=_("Første dag"), widget=DAY, error_messages={"required": _("Vælg, hvilken dag der er den første.")}
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_day_on"].widget.attrs["min"] = today.isoformat()
        self.today = today

    def clean_first_day_on(self) -> date:
        day: date = self.cleaned_data["first_day_on"]
        if day < self.today:
            raise forms.ValidationError(_("Den første dag kan ikke ligge før i dag."))
        if day > self.today + FARTHEST:
            raise forms.ValidationError(_("Det er for langt ude i fremtiden. Er årstallet rigtigt?"))
        return day


class CancelForm(forms.Form):
    """The reason is read by staff only: a youth and a workplace hear it from the mentor, in kind words."""

    reason = forms.CharField(
        label=_("Hvad skete der?"),
        help_text=_("Kun mentor og koordinator læser det."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv med et par ord, hvad der skete.")},
    )


class EndForm(CancelForm):
    last_day_on = forms.DateField(
        label=_("Sidste dag"), widget=DAY, error_messages={"required": _("Vælg, hvilken dag der var den sidste.")}
    )

    field_order = ["last_day_on", "reason"]

    def __init__(self, *args: Any, first_day_on: date | None, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.today = first_day_on or today, today
        self.fields["last_day_on"].widget.attrs |= {"min": self.first.isoformat(), "max": today.isoformat()}

    def clean_last_day_on(self) -> date:
        day: date = self.cleaned_data["last_day_on"]
        if not self.first <= day <= self.today:
            raise forms.ValidationError(_("Den sidste dag skal ligge mellem den første dag og i dag."))
        return day
