from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models import NoReason
from matching.when import local_day
from youth.models import GuardianWord, Word

MENTORS_NO = (
    NoReason.TOO_EARLY,
    NoReason.NEEDS_MORE_HELP,
    NoReason.NOT_NOW,
    NoReason.TOO_FAR,
    NoReason.BETTER_ONE,
    NoReason.OTHER,
)
YOUTHS_NO = (NoReason.NOT_NOW, NoReason.TOO_FAR, NoReason.OTHER_TASKS, NoReason.HAS_JOB, NoReason.OTHER)
EMPLOYERS_NO = (NoReason.OTHER_SKILLS, NoReason.NOT_NOW, NoReason.FILLED, NoReason.OTHER)


def choices(reasons: tuple[NoReason, ...]) -> list[tuple[str, Any]]:
    return [(reason.value, reason.label) for reason in reasons]


class NoForm(forms.Form):
    """A no always has a reason from a short list: kind to read, and something to learn from."""

    reasons: tuple[NoReason, ...]
    reason = forms.ChoiceField(
        label=_("Hvad er grunden?"), widget=forms.RadioSelect(attrs={"class": "stacked"}), choices=[]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "no_%s"} | kwargs))
        self.fields["reason"].choices = choices(self.reasons)  # type: ignore[attr-defined]


class MentorsNoForm(NoForm):
    reasons = MENTORS_NO


class YouthsNoForm(NoForm):
    reasons = YOUTHS_NO


class EmployersNoForm(NoForm):
    reasons = EMPLOYERS_NO


class ApproveForm(forms.Form):
    line = forms.CharField(
        label=_("En linje til arbejdspladsen"),
        help_text=_("Det er den eneste fri tekst, de ser. Skriv ikke andet om den unge, end de skal vide."),
        max_length=140,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class GuardianWordForm(forms.ModelForm):
    class Meta:
        model = GuardianWord
        fields = ["word", "said_on", "how", "guardian"]
        widgets = {
            "word": forms.RadioSelect(attrs={"class": "stacked"}),
            "how": forms.RadioSelect,
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["word"].choices = Word.choices  # type: ignore[attr-defined]
        self.fields["how"].choices = self.fields["how"].choices[1:]  # type: ignore[attr-defined]
        self.fields["said_on"].widget.attrs["max"] = local_day(timezone.now()).isoformat()

    def clean_said_on(self) -> Any:
        said_on = self.cleaned_data["said_on"]
        if said_on > local_day(timezone.now()):
            raise forms.ValidationError(_("Dagen kan ikke ligge i fremtiden."))
        return said_on
