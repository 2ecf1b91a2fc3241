from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.contract import longest_trial
from jobplaneten.placements.forms.papers import DAY
from jobplaneten.placements.models import Side, Terms
from youth.models import WhyForThem

ROWS = {"rows": 2}
SECTIONS: dict[Any, tuple[str, ...]] = {
    _("Hvem aftalen er mellem"): (
        "employer_name",
        "employer_address",
        "employer_number",
        "payer",
        "holder",
        "contact",
    ),
    _("Arbejdet"): ("job", "tasks", "work_place", "training", "insurance", "agreement"),
    _("Tid"): (
        "starts_on",
        "ends_on",
        "trial_until",
        "hours",
        "breaks",
        "extra_hours",
        "youth_notice_days",
        "employer_notice_days",
    ),
    _("Løn og ferie"): ("pay_hour", "supplements", "payday", "holiday"),
}


class TermsForm(forms.ModelForm):
    """Most of it is filled in from the advert: it is read, and corrected where it is not so."""

    class Meta:
        model = Terms
        fields = [name for names in SECTIONS.values() for name in names]
        widgets = {
            **dict.fromkeys(("starts_on", "ends_on", "trial_until"), DAY),
            **{
                name: forms.Textarea(attrs=ROWS)
                for name in ("tasks", "hours", "breaks", "extra_hours", "holiday", "training", "insurance", "payday")
            },
        }

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        first, last, trial = (values.get(name) for name in ("starts_on", "ends_on", "trial_until"))
        if first and last and last < first:
            self.add_error("ends_on", _("Den sidste dag skal ligge efter den første."))
        elif first and trial and not first <= trial <= longest_trial(first, last):
            text = _("En prøvetid er højst seks måneder, og højst en fjerdedel af et job, der slutter inden for et år.")
            self.add_error("trial_until", text)
        return values

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]


class AgreeForm(forms.Form):
    """The digest says which text was read; staff say for whom they write, and why."""

    digest = forms.CharField(widget=forms.HiddenInput)
    side = forms.ChoiceField(
        label=_("For hvem?"), choices=[(Side.YOUTH, _("Den unge")), (Side.GUARDIAN, _("En forælder"))]
    )
    why = forms.ChoiceField(label=_("Hvorfor skriver du det for dem?"), choices=[("", _("Vælg")), *WhyForThem.choices])

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not user.is_staff:
            del self.fields["side"], self.fields["why"]

    def said(self) -> dict[str, str]:
        return {"side": self.user.role, "why": ""} | self.cleaned_data
