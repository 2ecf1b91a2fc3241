from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from employers.forms.rows import ShiftForm, clock
from jobplaneten.shifts.actions.planning import AHEAD
from jobplaneten.shifts.judging import Times
from jobplaneten.shifts.models import OffReason, RosterShift

OFF_REASONS = [(reason.value, reason.label) for reason in OffReason if reason not in {OffReason.SICK, OffReason.CANNOT}]


class HoursForm(ShiftForm):
    """From when to when; ending at 00:00 means the end of the day."""

    weekday = None  # type: ignore[assignment]
    words = forms.CharField(
        label=gettext_lazy("Er noget forkert, så skriv kort hvad"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, asks_for_words: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_for_words:
            del self.fields["words"]


class TimesForm(ShiftForm):
    weekday = None  # type: ignore[assignment]
    day = forms.DateField(
        label=gettext_lazy("Dag"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Vælg en dato.")},
    )
    field_order = ("day", "starts", "ends", "break_minutes")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        limits = {"min": today.isoformat(), "max": (today + AHEAD).isoformat()}
        self.fields["day"].widget.attrs.update(limits)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not self.today <= day <= self.today + AHEAD:
            raise forms.ValidationError(_("Vælg en dag fra i dag og fire uger frem."))
        return day

    @property
    def times(self) -> Times:
        said = self.cleaned_data
        return Times(said["day"], said["starts"], said["ends"], said["break_minutes"])


class OffForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Hvorfor bliver den aflyst?"),
        choices=OFF_REASONS,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )


class LinkForm(forms.Form):
    tells_where = forms.BooleanField(
        label=gettext_lazy("Skriv også, hvor eller hvem det er"),
        help_text=gettext_lazy("Uden flueben står der bare »Vagt«. Deler du kalender med andre, kan de se det."),
        required=False,
    )


def initial_of(said: Any) -> dict[str, Any]:
    """Times of a shift or of worked hours, as the fields show them."""
    return {"starts": clock(said.starts), "ends": clock(said.ends), "break_minutes": said.break_minutes or None}


def next_guess(shifts: list[RosterShift], today: date) -> dict[str, Any]:
    """A new shift looks like the last one, a day later."""
    last = shifts[-1] if shifts else None
    return {"day": today + timedelta(days=1), **(initial_of(last) if last else {})}
