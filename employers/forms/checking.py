from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employers.models import Employer, RegisterEntry, SeenIn, VettingCheck
from employers.permissions import needs_meeting
from jobplaneten.accounts.backends import as_login

ACTIVE = {"aktiv", "normal"}
CHECKED = [
    "seen_in",
    "number_seen",
    "name_seen",
    "status_seen",
    "phone_seen",
    "called_on",
    "spoke_with",
    "met_on",
    "met_by",
    "note",
]


class CheckForm(forms.ModelForm):
    """Begins with what the register's file says of the number, if it has been read in."""

    class Meta:
        model = VettingCheck
        fields = CHECKED
        help_texts = {
            "status_seen": _("For eksempel Aktiv. Er de ophørt, skal de have et nej."),
            "phone_seen": _("Nummeret fra registeret eller deres egen hjemmeside – ikke det, de selv har skrevet."),
            "spoke_with": _("Navn og stilling."),
            "note": _("Har du slået op i hånden, så skriv hvor. Skriv også, hvis noget undrede dig."),
        }
        widgets = {
            "seen_in": forms.RadioSelect(attrs={"class": "stacked"}),
            "number_seen": forms.TextInput(attrs={"inputmode": "numeric"}),
            "phone_seen": forms.TextInput(attrs={"inputmode": "tel"}),
            "called_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "met_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, employer: Employer, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employer, self.day = employer, day
        self.fields["seen_in"].choices = SeenIn.choices  # type: ignore[attr-defined]
        self.fields["met_on"].required = self.fields["met_by"].required = needs_meeting(employer)
        entry = RegisterEntry.objects.filter(cvr=employer.cvr).first()
        self.initial.update(as_seen(entry) if entry else {"seen_in": SeenIn.HAND, "number_seen": employer.cvr})

    def clean_number_seen(self) -> str:
        number = str(self.cleaned_data["number_seen"]).replace(" ", "")
        if number != self.employer.cvr:
            raise forms.ValidationError(_("Nummeret er et andet end det, de har skrevet."))
        return number

    def clean_seen_in(self) -> str:
        seen_in = str(self.cleaned_data["seen_in"])
        if seen_in == SeenIn.FILE and not RegisterEntry.objects.filter(cvr=self.employer.cvr).exists():
            raise forms.ValidationError(_("Nummeret står ikke i den indlæste fil. Slå det op i hånden."))
        return seen_in

    def clean_status_seen(self) -> str:
        status = str(self.cleaned_data["status_seen"])
        if status.strip().lower() not in ACTIVE:
            raise forms.ValidationError(_("Kun en arbejdsplads, der er aktiv i registeret, kan komme med."))
        return status

    def clean_phone_seen(self) -> str:
        phone = as_login(self.cleaned_data["phone_seen"])
        if not phone.startswith("+"):
            raise forms.ValidationError(_("Det ligner ikke et telefonnummer. Skriv for eksempel 56 12 34 56."))
        return phone

    def clean_called_on(self) -> date:
        return self.not_later(self.cleaned_data["called_on"])

    def clean_met_on(self) -> date | None:
        met_on = self.cleaned_data["met_on"]
        return self.not_later(met_on) if met_on else None

    def not_later(self, moment: date) -> date:
        if moment > self.day:
            raise forms.ValidationError(_("Den dag er ikke kommet endnu."))
        return moment

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if bool(said.get("met_on")) != bool(said.get("met_by")) and not self.errors:
            self.add_error("met_by", _("Skriv både, hvornår de er mødt, og af hvem."))
        if said.get("seen_in") == SeenIn.HAND and not said.get("note"):
            self.add_error("note", _("Skriv, hvor du har slået dem op."))
        return said


def as_seen(entry: RegisterEntry) -> dict[str, str]:
    return {
        "seen_in": SeenIn.FILE,
        "number_seen": entry.cvr,
        "name_seen": entry.name,
        "status_seen": entry.status,
        "phone_seen": entry.phone,
    }
