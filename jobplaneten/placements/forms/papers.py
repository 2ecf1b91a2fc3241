from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.models import Paper
from jobplaneten.placements.permissions import STAFF_PAPERS
from youth.models import SAID_TO_US, WhyForThem

FARTHEST = timedelta(days=365)
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DAY, error_messages={"required": _("Vælg en dag.")})


class TickForm(forms.Form):
    """What a tick says beside its name; each paper asks for its own. The page fills in what is known."""

    FIELDS: ClassVar[dict[str, tuple[str, ...]]] = {
        Paper.GUARDIAN: ("who", "done_on", "how"),
        Paper.COSIGN: ("who", "done_on", "why"),
        Paper.TERMS: ("done_on",),
        Paper.ADULT: ("who",),
        Paper.RISK: ("note",),
        Paper.INSTRUCTION: ("who",),
        Paper.INSURANCE: (),
        Paper.RECORD: ("who", "done_on"),
        Paper.HYGIENE: ("who", "done_on"),
    }
    LABELS: ClassVar[dict[str, Any]] = {
        Paper.GUARDIAN: _("Hvem fik besked?"),
        Paper.COSIGN: _("Hvem skrev under?"),
        Paper.ADULT: _("Hvem er den voksne?"),
        Paper.INSTRUCTION: _("Hvem lærer den unge op?"),
        Paper.RECORD: _("Hvem har set den?"),
        Paper.HYGIENE: _("Hvem har vist reglerne?"),
    }
    who = forms.CharField(max_length=80, error_messages={"required": _("Skriv et navn.")})
    done_on = day(_("Hvornår?"))
    how = forms.ChoiceField(
        label=_("Hvordan?"), choices=SAID_TO_US, error_messages={"required": _("Vælg, hvordan de fik besked.")}
    )
    why = forms.ChoiceField(
        label=_("Hvorfor skriver du det for dem?"),
        choices=[("", _("Vælg")), *WhyForThem.choices],
        error_messages={"required": _("Vælg, hvorfor de ikke selv gør det.")},
    )
    note = forms.CharField(
        label=_("Skriv ned, hvad I fandt"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, paper: str, point: str = "", today: date, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": f"{paper}{point}_%s"} | kwargs))
        self.paper, self.point, self.today = paper, point, today
        self.fields = {name: field for name, field in self.fields.items() if name in self.FIELDS[paper]}
        if "who" in self.fields:
            self.fields["who"].label = self.LABELS[paper]
        if "done_on" in self.fields:
            self.fields["done_on"].widget.attrs["max"] = today.isoformat()

    def clean_done_on(self) -> date:
        told: date = self.cleaned_data["done_on"]
        if not self.today - FARTHEST <= told <= self.today:
            raise forms.ValidationError(_("Vælg en dag, der har været, eller i dag."))
        return told


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label=_("Hvad er der sket?"),
        help_text=_("Både mentor og arbejdsplads læser det."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv med et par ord, hvorfor fluebenet ikke gælder.")},
    )

    def __init__(self, *args: Any, paper: str = "", point: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": f"back_{paper}{point}_%s"} | kwargs))
        self.paper, self.point = paper, point
        if paper in STAFF_PAPERS:
            self.fields["reason"].help_text = _("Kun mentor og koordinator læser det.")


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
