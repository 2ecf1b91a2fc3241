from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employers.models import Agreement, WageRate
from employers.models.wages import OLDEST, YOUNGEST
from jobplaneten.accounts.forms import VersionedForm

EARLIEST = date(2000, 1, 1)
FARTHEST = timedelta(days=3 * 365)
AGES: list[tuple[Any, Any]] = [
    ("", _("Vælg")),
    *((age, str(age)) for age in range(YOUNGEST, OLDEST)),
    (OLDEST, _("18 og derover")),
]


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def address(help_text: Any, *, required: bool) -> forms.URLField:
    return forms.URLField(
        label=_("Kilde"), help_text=help_text, max_length=500, required=required, assume_scheme="https"
    )


def clean_day(day: date | None) -> date | None:
    """Years that nobody meant: a slip of the finger would else hold, or be held back, for decades."""
    if day is not None and not EARLIEST <= day <= timezone.localdate() + FARTHEST:
        raise forms.ValidationError(_("Er årstallet rigtigt?"))
    return day


class AgreementForm(VersionedForm):
    source_url = address(_("Adressen, hvor overenskomsten kan læses."), required=False)

    class Meta:
        model = Agreement
        fields = ["name", "covers", "source_url", "source_date", "version"]
        widgets = {"covers": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"name": {"unique": _("Den overenskomst er der allerede.")}}
        help_texts = {
            "name": _("Fx »HK Handel – butik«."),
            "covers": _("Med få ord, så en arbejdsplads kan se, om det er deres."),
            "source_date": _("Fx »marts 2025«."),
        }


class RateForm(forms.ModelForm):
    source_url = address(_("Adressen, hvor du har læst satsen."), required=True)

    class Meta:
        model = WageRate
        fields = ["age_from", "age_to", "rate", "valid_from", "valid_until", "source_url", "source_date"]
        localized_fields = ["rate"]
        widgets = {
            "age_from": forms.Select(choices=AGES),
            "age_to": forms.Select(choices=AGES),
            "valid_from": day_input(),
            "valid_until": day_input(),
        }
        help_texts = {
            "rate": _("I kroner, fx 83,45."),
            "valid_from": _("Den gamle sats for de samme aldre slutter af sig selv dagen før."),
            "valid_until": _("Lad den stå tom, hvis ingen ved det endnu."),
            "source_date": _("Hvornår er det skrevet? Fx »marts 2025«."),
        }

    def clean_valid_from(self) -> date | None:
        return clean_day(self.cleaned_data["valid_from"])

    def clean_valid_until(self) -> date | None:
        return clean_day(self.cleaned_data["valid_until"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        first, last = typed.get("valid_from"), typed.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("Den sidste dag skal være den samme som eller efter den første."))
        if typed.get("age_from", 0) > typed.get("age_to", OLDEST):
            self.add_error("age_to", _("Til alder skal være det samme som eller højere end fra alder."))
        return typed

    def validate_constraints(self) -> None:
        """Asked above in words at the field, and by the action where other rates are met."""


class EndRateForm(forms.Form):
    last_on = forms.DateField(label=_("Sidste dag"), widget=day_input())

    def clean_last_on(self) -> date | None:
        return clean_day(self.cleaned_data["last_on"])
