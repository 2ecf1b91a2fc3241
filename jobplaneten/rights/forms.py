"""The question "Må jeg det?": an age group, a task and a time. Nothing that tells who asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from employers.forms.widgets import CHORES_BY_KIND
from employers.models import Alcohol, Chemicals, Machines, Workplace
from jobplaneten.law import Youth
from jobplaneten.law import clock as law_clock
from jobplaneten.rights.question import Question, question_of
from jobplaneten.trades import Weekday

WHO = {
    "12": (_("Under 13 år"), Youth(12)),
    "13": (_("13 år"), Youth(13)),
    "14": (_("14 år"), Youth(14)),
    "15": (_("15 år, går i skole (til og med 9. klasse)"), Youth(15)),
    "15f": (_("15 år, færdig med 9. klasse"), Youth(15, in_compulsory_school=False)),
    "16": (_("16 år, går i skole (til og med 9. klasse)"), Youth(16)),
    "16f": (_("16 år, færdig med 9. klasse"), Youth(16, in_compulsory_school=False)),
    "17": (_("17 år, går i skole (til og med 9. klasse)"), Youth(17)),
    "17f": (_("17 år, færdig med 9. klasse"), Youth(17, in_compulsory_school=False)),
    "18": (_("18 år eller mere"), Youth(18, in_compulsory_school=False)),
}
CHOOSE = [("", _("Vælg"))]
ORDINARY, DAY_OFF, HOLIDAYS = "", "fri", "ferie"
WEEKS = [(ORDINARY, _("Helt almindelig uge")), (DAY_OFF, _("Fri fra skole den dag")), (HOLIDAYS, _("Ferie hele ugen"))]
BREAKS = [(0, _("Ingen pause")), *((minutes, _("%s minutter") % minutes) for minutes in (15, 30, 45, 60))]
MORE = ("other_hours", "pause", "place", "alcohol", "helped", "alone", "machines", "chemicals", "kilos")


class ClockField(forms.Field):
    """Minutes after midnight, of whatever a phone sends or a hand writes: 10, 10.30, 10:30 or 1030."""

    widget = forms.TimeInput(attrs={"type": "time", "step": 300})
    default_error_messages = {"invalid": _("Skriv et klokkeslæt, for eksempel 15.30.")}

    def to_python(self, value: Any) -> int | None:
        digits = str(value or "").strip().replace(".", ":")
        if not digits:
            return None
        if ":" not in digits:
            digits = f"{digits[:-2]}:{digits[-2:]}" if len(digits) > 2 else f"{digits}:00"
        try:
            return law_clock.minutes(digits.rjust(5, "0"))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return law_clock.clock(value) if isinstance(value, int) else value


class AnsweredField(forms.ChoiceField):
    """One of its choices is marked from the start, so nobody need be told that an answer may be left out."""

    is_answered = True


def maybe(label: Any, choices: Any) -> forms.ChoiceField:
    """A question that may be left alone; the law then takes the harmless answer."""
    return forms.ChoiceField(label=label, choices=choices, required=False)


class MayIForm(forms.Form):
    who = forms.ChoiceField(
        label=_("Hvor gammel er du?"),
        choices=[*CHOOSE, *((name, label) for name, (label, _youth) in WHO.items())],
        help_text=_(
            "Du er færdig med 9. klasse den 31. juli, ikke sidste skoledag i juni. 10. klasse tæller som færdig."
        ),
    )
    task = forms.ChoiceField(label=_("Hvad vil du lave?"), choices=[*CHOOSE, *CHORES_BY_KIND])
    day = forms.TypedChoiceField(label=_("Hvilken dag?"), choices=[*CHOOSE, *Weekday.choices], coerce=int)
    week = AnsweredField(
        label=_("Hvilken slags uge?"),
        choices=WEEKS,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )
    start = ClockField(label=_("Fra klokken"))
    end = ClockField(label=_("Til klokken"))
    other_hours = forms.DecimalField(
        label=_("Timer på job resten af ugen"),
        min_value=0,
        max_value=60,
        required=False,
        localize=True,
        help_text=_("Også hvis du har et andet job."),
    )
    pause = forms.TypedChoiceField(label=_("Pause"), choices=BREAKS, coerce=int, required=False)
    place = maybe(_("Hvor er det?"), [("", _("Andet sted")), *Workplace.choices[1:]])
    alcohol = maybe(_("Er der alkohol?"), Alcohol.choices)
    helped = forms.BooleanField(label=_("En voksen er tæt på og kan straks tage over"), required=False)
    alone = forms.BooleanField(label=_("Jeg er alene, uden en voksen på stedet"), required=False)
    machines = maybe(_("Maskiner"), Machines.choices)
    chemicals = maybe(_("Kemiske midler"), Chemicals.choices)
    kilos = forms.IntegerField(label=_("Det tungeste, jeg løfter, i kg"), min_value=0, max_value=100, required=False)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        start, end = said.get("start"), said.get("end")
        if start is None or end is None:
            return said
        said["end"] = end or law_clock.DAY
        if said["end"] <= start:
            self.add_error("end", _("Du skal slutte senere, end du begynder."))
        elif said["end"] - start <= (said.get("pause") or 0):
            self.add_error("pause", _("Pausen er længere end vagten."))
        return said

    def question(self) -> Question:
        """What was asked, for the law. Ask only a valid form."""
        said = self.cleaned_data
        week = said["week"]
        return question_of(WHO[said["who"]][1], said, is_ordinary=week == ORDINARY, is_holidays=week == HOLIDAYS)

    def spoken(self) -> list[str]:
        """The question again, for above the answer."""
        said = self.cleaned_data
        chores = {value: label for _kind, chores in CHORES_BY_KIND for value, label in chores}
        when = f"{Weekday(said['day']).label} kl. {law_clock.danish_span(said['start'], said['end'])}"
        return [str(WHO[said["who"]][0]), str(chores[said["task"]]), when]

    @property
    def essential(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in MORE]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in MORE]

    @property
    def has_more(self) -> bool:
        """Something in the folded part was said, or was said wrongly."""
        return any(self.data.get(name) not in (None, "", "0", "none") or self[name].errors for name in MORE)
