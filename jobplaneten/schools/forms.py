from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jobplaneten.schools.models import LONGEST, ClosedDays, School
from jobplaneten.schools.reading import FileError, Reading, read

EARLIEST, LATEST = date(2020, 1, 1), date(2100, 1, 1)
MUNICIPALITY = _("Hele kommunen")
PREVIEW = "schools.preview"
HALF_AN_HOUR = 1800


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SchoolField(forms.ModelChoiceField):
    """One school, or none for the whole municipality: that too is an answer."""

    is_answered = True

    def __init__(self) -> None:
        super().__init__(
            School.objects.by_name(), label=_("Hvem gælder det for?"), required=False, empty_label=MUNICIPALITY
        )


class SchoolForm(forms.ModelForm):
    class Meta:
        model = School
        fields = ["name", "follows_municipality", "is_active"]
        help_texts = {
            "follows_municipality": _("Ellers gælder kun de fridage, der er skrevet ind for skolen selv."),
            "is_active": _("De unge kan vælge skolen i deres profil."),
        }
        error_messages = {"name": {"unique": _("Den skole er der allerede.")}}


class ClosedDaysForm(forms.ModelForm):
    school = SchoolField()
    source = forms.CharField(
        label=_("Hvor står det?"), help_text=_("Fx skolens ferieplan og dens adresse."), max_length=300, required=False
    )

    class Meta:
        model = ClosedDays
        fields = ["school", "first_on", "last_on", "name", "source"]
        widgets = {"first_on": day_input(), "last_on": day_input()}
        help_texts = {"name": _("Fx »Efterårsferie«."), "last_on": _("Den samme dag, hvis det kun er én.")}

    def clean_first_on(self) -> date:
        return sensible(self.cleaned_data["first_on"])

    def clean_last_on(self) -> date:
        return sensible(self.cleaned_data["last_on"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first, last = values.get("first_on"), values.get("last_on")
        if first and last and last - first > LONGEST:
            self.add_error("last_on", _("Det er mere end 100 dage. Er årstallet rigtigt?"))
        return values


def sensible(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise forms.ValidationError(_("Er årstallet rigtigt?"))
    return day


class FileForm(forms.Form):
    """Reads the file while it checks it. The file itself is never kept."""

    school = SchoolField()
    file = forms.FileField(
        label=_("Fil"),
        help_text=_("En kalender (.ics) eller et regneark gemt som .csv med første dag, sidste dag og navn."),
        error_messages={"required": _("Vælg en fil."), "empty": _("Filen er tom.")},
        widget=forms.FileInput(attrs={"accept": ".ics,.csv,.txt"}),
    )
    source = forms.CharField(
        label=_("Hvor kommer filen fra?"), help_text=_("Fx kommunens hjemmeside."), max_length=300, required=False
    )
    reading: Reading

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        try:
            self.reading = read(file.name or "", file.read())
        except FileError as error:
            raise forms.ValidationError(str(error)) from error
        return file

    def sealed(self) -> str:
        """What the preview shows, to be sent back as it is."""
        school: School | None = self.cleaned_data["school"]
        rows = [(first.isoformat(), last.isoformat(), name) for first, last, name in self.reading.rows]
        page = {"school": school.pk if school else None, "source": self.cleaned_data["source"], "rows": rows}
        return signing.dumps(page, salt=PREVIEW, compress=True)


class ConfirmForm(forms.Form):
    """The rows of a preview that somebody has said yes to."""

    sealed = forms.CharField(widget=forms.HiddenInput)

    def clean_sealed(self) -> dict[str, Any]:
        try:
            page: dict[str, Any] = signing.loads(self.cleaned_data["sealed"], salt=PREVIEW, max_age=HALF_AN_HOUR)
        except signing.BadSignature as error:
            raise forms.ValidationError(_("Der er gået for lang tid. Vælg filen igen.")) from error
        return page

    def rows(self) -> list[tuple[date, date, str]]:
        rows = self.cleaned_data["sealed"]["rows"]
        return [(date.fromisoformat(first), date.fromisoformat(last), name) for first, last, name in rows]
