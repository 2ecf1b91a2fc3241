from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.forms import VersionedForm
from jobplaneten.following.models import Answer, FollowPoint, Mood, StillWorking
from jobplaneten.ladder import Axis, Readiness
from youth.forms.plain import PlainForm

SEGMENTS = {"class": "segments"}
UNKNOWN = ("", _("Ved ikke"))
CALL = "call"


class CheckInForm(PlainForm):
    """One tap: on one of the two smileys, or on what asks for a call."""

    mood = forms.ChoiceField(choices=[*Mood.choices, (CALL, _("Noget er galt. Ring til mig"))])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        values["wants_call"] = values.get("mood") == CALL
        if values["wants_call"]:
            values["mood"] = Mood.BAD
        return values


class StillWorkingForm(PlainForm):
    still_working = forms.ChoiceField(choices=StillWorking.choices)


class LineForm(PlainForm):
    line = forms.CharField(
        label=_("Vil du skrive lidt mere?"),
        help_text=_("Din mentor læser det. Din arbejdsplads gør ikke."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def three_taps(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Answer.choices, widget=forms.RadioSelect(attrs=SEGMENTS))


def line_of_the_workplace() -> forms.CharField:
    return forms.CharField(
        label=_("En linje"),
        help_text=_("Mentoren læser den først og viser den så til den unge. Ros er altid godt."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WorkplaceForm(PlainForm):
    on_time = three_taps(_("Kommer til tiden"))
    listens = three_taps(_("Tager imod besked"))
    thrives = three_taps(_("Ser ud til at trives"))
    line = line_of_the_workplace()

    def taps(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("on_time", "listens", "thrives")}


class AxesForm(PlainForm):
    """The eight axes; what one knows nothing of may be left."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for axis in Axis:
            self.fields[axis.value] = forms.TypedChoiceField(
                label=axis.label,
                choices=[*Readiness.choices, UNKNOWN],
                coerce=int,
                empty_value=None,
                required=False,
                initial="",
                widget=forms.RadioSelect(attrs=SEGMENTS),
            )
            self.fields[axis.value].is_answered = True  # type: ignore[attr-defined]
        self.order_fields(Axis.values)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and all(values.get(axis) is None for axis in Axis.values):
            raise ValidationError(_("Vælg et svar på mindst én linje."))
        return values

    def levels(self) -> dict[str, int]:
        return {axis: self.cleaned_data[axis] for axis in Axis.values if self.cleaned_data[axis] is not None}


class ClosingForm(AxesForm):
    line = line_of_the_workplace()


class JournalForm(PlainForm):
    went_well = forms.CharField(label=_("Hvad går godt?"), max_length=300, required=False)
    is_hard = forms.CharField(label=_("Hvad er svært?"), max_length=300, required=False)
    next_agreement = forms.CharField(label=_("Hvad har I aftalt?"), max_length=300, required=False)
    is_shared = forms.ChoiceField(
        label=_("Skal den unge kunne læse det?"),
        help_text=_("Arbejdspladser og forældre ser det aldrig. Den unge kan altid bede om at få det hele med hjem."),
        choices=[("no", _("Nej, kun mentorer og koordinatorer")), ("yes", _("Ja, del det med den unge"))],
        initial="no",
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("went_well", "is_hard", "next_agreement"):
            self.fields[name].is_answered = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not (values.get("went_well") or values.get("is_hard") or values.get("next_agreement")):
            raise ValidationError(_("Skriv mindst én linje."))
        values["is_shared"] = values.get("is_shared") == "yes"
        return values


class NearMissForm(PlainForm):
    what = forms.CharField(
        label=_("Hvad skete der?"),
        help_text=_("Skriv det kort. Du har ikke gjort noget forkert ved at sige det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DoneForm(PlainForm):
    done = forms.CharField(
        label=_("Hvad er der gjort?"),
        help_text=_("Den unge læser det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv, hvad der er gjort.")},
    )


class PointForm(VersionedForm):
    class Meta:
        model = FollowPoint
        fields = ["title", "days", "asks_youth", "asks_employer", "asks_mentor", "after_end", "is_on", "version"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.is_closing:
            del self.fields["days"], self.fields["after_end"]
        else:
            self.fields["days"].required = True
