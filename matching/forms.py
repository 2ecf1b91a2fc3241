from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employers.models import Employer
from jobplaneten.trades import Category
from matching.engine.change import ALL, EVERY_JOB, NEXT, PLAIN, POST, Change
from matching.models import LONGEST_DAYS, NoReason
from matching.when import local_day
from matching.wording import FEATURES
from youth.models import SAID_TO_US, GuardianWord, WhyForThem, Word

MENTORS_NO = (
    NoReason.TOO_EARLY,
    NoReason.NEEDS_MORE_HELP,
    NoReason.NOT_NOW,
    NoReason.TOO_FAR,
    NoReason.BETTER_ONE,
    NoReason.OTHER,
)
YOUTHS_NO = (NoReason.NOT_NOW, NoReason.TOO_FAR, NoReason.OTHER_TASKS, NoReason.HAS_JOB, NoReason.OTHER)
EMPLOYERS_NO = (
    NoReason.OTHER_SKILLS,
    NoReason.TRIED_IT_BEFORE,
    NoReason.NOT_NOW,
    NoReason.CHOSE_ANOTHER,
    NoReason.FILLED,
    NoReason.OTHER,
)


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


def days_field(label: Any) -> forms.IntegerField:
    wrong = _("Skriv et helt tal fra 1 til 30.")
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=LONGEST_DAYS,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )


class PaceForm(forms.Form):
    most_waiting = forms.IntegerField(
        label=_("Så mange forslag kan jeg nå at læse"),
        help_text=_("Venter der så mange hos dig, finder natten ikke flere til dine unge. Tomt felt: ingen grænse."),
        required=False,
        min_value=1,
        max_value=200,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": _("Skriv et helt tal fra 1 til 200, eller lad feltet stå tomt."),
            "min_value": _("Skriv mindst 1. Skal dine unge slet ikke have forslag, så tal med din koordinator."),
            "max_value": _("Skriv højst 200, eller lad feltet stå tomt."),
        },
    )


class AnswerDaysForm(forms.Form):
    employer_days = days_field(_("Arbejdspladser har så mange dage til at svare"))
    youth_days = days_field(_("Unge har så mange dage til at svare"))


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
        fields = ["word", "said_on", "how", "guardian", "why"]
        widgets = {
            "word": forms.RadioSelect(attrs={"class": "stacked"}),
            "how": forms.RadioSelect,
            "why": forms.RadioSelect(attrs={"class": "stacked"}),
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["word"].choices = Word.choices  # type: ignore[attr-defined]
        self.fields["how"].choices = SAID_TO_US  # type: ignore[attr-defined]
        self.fields["why"].choices = WhyForThem.choices  # type: ignore[attr-defined]
        self.fields["why"].required = True
        self.fields["said_on"].widget.attrs["max"] = local_day(timezone.now()).isoformat()

    def clean_said_on(self) -> Any:
        said_on = self.cleaned_data["said_on"]
        if said_on > local_day(timezone.now()):
            raise forms.ValidationError(_("Dagen kan ikke ligge i fremtiden."))
        return said_on


class StopForm(forms.Form):
    """Whoever stops the town's matching says why, and says it is meant."""

    reason = forms.CharField(
        label=_("Hvorfor skal der standses?"),
        help_text=_("Mentorer og koordinatorer læser det. Skriv ikke navne på unge."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_meant = forms.BooleanField(
        label=_("Ja, stands alle nætter, indtil en koordinator slår det til igen"),
        error_messages={"required": _("Sæt flueben, hvis du mener det.")},
    )


FACTORS = (
    (0.0, _("tæller slet ikke")),
    (0.5, _("det halve")),
    (1.0, _("som i nat")),
    (1.5, _("halvanden gang")),
    (2.0, _("det dobbelte")),
)


class WhatIfForm(forms.Form):
    """Everything may stay empty: then it is as it was that night. What is typed becomes a Change."""

    per_youth = forms.IntegerField(label=_("Forslag til hver ung, højst"), min_value=1, max_value=10, required=False)
    per_seat = forms.IntegerField(label=_("Unge om hver plads, højst"), min_value=1, max_value=10, required=False)
    first_bonus = forms.FloatField(
        label=_("Hvor meget det første forslag tæller ekstra"),
        help_text=_("0 giver flest job i alt. 1 giver flest unge mindst ét forslag."),
        min_value=0,
        max_value=2,
        required=False,
    )
    mentor_room = forms.IntegerField(
        label=_("Nye forslag til hver mentor, højst"),
        help_text=_("Tomt betyder: ingen grænse."),
        min_value=0,
        max_value=200,
        required=False,
    )
    minutes = forms.IntegerField(
        label=_("Ekstra minutter på vejen for alle"),
        help_text=_("Oven i det, de unge selv har sagt."),
        min_value=-60,
        max_value=60,
        required=False,
    )
    steps = forms.ChoiceField(
        label=_("Trinnene"),
        choices=[
            ("", _("Som nu: eget trin, og det næste med mentors flueben")),
            (NEXT, _("Alle må også få det næste trin")),
            (ALL, _("Trinnet tæller ikke")),
        ],
        required=False,
    )
    ages = forms.BooleanField(
        label=_("Arbejdspladsernes egen aldersgrænse tæller ikke (loven gælder altid)"),
        required=False,
    )
    seats = forms.IntegerField(label=_("Flere eller færre pladser"), min_value=-50, max_value=50, required=False)
    seats_of = forms.ChoiceField(label=_("I hvilke job?"), required=False)
    feature = forms.ChoiceField(label=_("Noget, der tæller i valget"), required=False)
    factor = forms.TypedChoiceField(
        label=_("Hvor meget skal det tælle?"), choices=FACTORS, coerce=float, required=False
    )

    def __init__(self, *args: Any, posts: Iterable[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "try_%s"} | kwargs))
        jobs = [(f"{POST}{pk}", title) for pk, title in posts]
        where = [(EVERY_JOB, _("Alle job")), (_("Slags job"), list(Category.choices)), (_("Ét job"), jobs)]
        self.fields["seats_of"].choices = where  # type: ignore[attr-defined]
        self.fields["feature"].choices = [("", _("Intet")), *FEATURES.items()]  # type: ignore[attr-defined]
        self.fields["factor"].initial = 1.0

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and self.change_of(given) == PLAIN:
            raise forms.ValidationError(_("Ændr mindst én ting. Ellers bliver prøven som natten selv."))
        return given

    @property
    def change(self) -> Change:
        return self.change_of(self.cleaned_data)

    @staticmethod
    def change_of(given: Mapping[str, Any]) -> Change:
        """A number of seats without a place, or a weight without a thing, changes nothing."""
        found = {name: value for name, value in given.items() if value not in (None, "")}
        if not found.get("seats"):
            found.pop("seats_of", None)
        if not found.get("feature") or found.get("factor") == 1:
            found = {name: value for name, value in found.items() if name not in {"feature", "factor"}}
        return Change.from_json(found)


class HideForm(forms.Form):
    """Only those who have been let in can ever be met."""

    employer = forms.ModelChoiceField(
        label=_("Arbejdsplads"), queryset=Employer.objects.none(), empty_label=_("Vælg en arbejdsplads")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["employer"].queryset = Employer.objects.vetted().by_name()  # type: ignore[attr-defined]
