from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.following.forms import AxesForm
from jobplaneten.ladder import Readiness
from jobplaneten.steps.models import StepRule
from youth.forms.moves import StepForm
from youth.forms.plain import PlainForm


class OwnReadinessForm(AxesForm):
    words = forms.CharField(
        label=_("Med dine egne ord: hvad kan du nu, som du ikke kunne før?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MentorsReadinessForm(AxesForm):
    words = forms.CharField(
        label=_("Hvad har du set?"),
        help_text=_("Den unge læser det."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TalkForm(PlainForm):
    held_on = forms.DateField(
        label=_("Hvornår talte I sammen?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    agreed = forms.CharField(
        label=_("Hvad blev I enige om?"),
        help_text=_("Den unge læser det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"held_on": today}, **kwargs)


class DecideForm(StepForm):
    """A step up. When something is missing, why it is now all the same."""

    despite = forms.CharField(
        label=_("Hvorfor nu, selv om noget mangler?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ["despite", "evidence", "pick", "own"]

    def __init__(self, *args: Any, is_missing: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_missing:
            self.fields["despite"].required = True
        else:
            del self.fields["despite"]

    def said(self) -> dict[str, str]:
        return super().said() | {"despite": self.cleaned_data.get("despite", "")}


class SendBackForm(PlainForm):
    why_not = forms.CharField(label=_("Hvad mangler?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class RuleForm(forms.ModelForm):
    least_level = forms.TypedChoiceField(
        label=_("Mindst så langt på hver af de otte linjer"), choices=Readiness.choices, coerce=int
    )

    class Meta:
        model = StepRule
        fields = ["weeks", "attendance", "least_level", "needs_talk", "quiet_weeks"]
