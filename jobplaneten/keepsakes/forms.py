from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.keepsakes.models import Certificate, Recommendation, Resume, Spoken

LINES = forms.Textarea(attrs={"rows": 2})


class ResumeForm(forms.ModelForm):
    spoken = forms.MultipleChoiceField(
        label=_("Hvilke sprog taler du?"), choices=Spoken.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    left_out = forms.TypedMultipleChoiceField(
        label=_("Job, der ikke skal med"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Resume
        fields = ["about", "spoken", "proud", "free_time", "left_out", "shows_surname"]
        widgets = {"about": LINES, "proud": LINES, "free_time": LINES}
        help_texts = {
            "about": _("Begynd for eksempel: »Jeg er en, der …« eller »Andre siger, at jeg …«"),
            "proud": _("Begynd for eksempel: »Jeg er stolt af, at …«"),
            "free_time": _("Begynd for eksempel: »Jeg spiller …« eller »Jeg hjælper …«"),
        }

    def __init__(self, *args: Any, jobs: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["left_out"].choices = jobs  # type: ignore[attr-defined]
        if not jobs:
            del self.fields["left_out"]


class LetterForm(forms.ModelForm):
    class Meta:
        model = Resume
        fields = ["letter_to", "letter_why", "letter_can", "letter_when"]
        widgets = {"letter_why": LINES, "letter_can": LINES}
        help_texts = {
            "letter_to": _("Navnet på arbejdspladsen."),
            "letter_why": _("Begynd for eksempel: »Jeg vil gerne arbejde hos jer, fordi …«"),
            "letter_can": _("Begynd for eksempel: »Jeg kan hjælpe jer med …« eller »Man kan regne med, at jeg …«"),
            "letter_when": _("Begynd for eksempel: »Jeg kan arbejde …«"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("letter_to", "letter_why", "letter_can"):
            self.fields[name].required = True


class RecommendationForm(forms.ModelForm):
    class Meta:
        model = Recommendation
        fields = ["did", "good", "wish"]
        widgets = {"did": LINES, "good": LINES, "wish": LINES}
        help_texts = {
            "did": _("For eksempel: »Har sat varer op og hjulpet kunder.«"),
            "good": _("For eksempel: »Møder til tiden, og spørger, når noget er nyt.«"),
            "wish": _("For eksempel: »Vi ansætter gerne igen.«"),
        }


class BackForm(forms.Form):
    back_why = forms.CharField(
        label=_("Hvad skal rettes?"),
        max_length=200,
        widget=LINES,
        error_messages={"required": _("Skriv med et par ord, hvad der skal rettes.")},
    )


class CertificateForm(forms.ModelForm):
    class Meta:
        model = Certificate
        fields = ["shows_place", "shows_period", "shows_hours"]
        labels = {"shows_hours": _("Timer")}


class CheckForm(forms.Form):
    code = forms.CharField(
        label=_("Koden fra papiret"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
