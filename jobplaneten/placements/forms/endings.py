from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.placements.contract import deal_of
from jobplaneten.placements.endings import end_kinds, pause_kinds
from jobplaneten.placements.forms.papers import DAY
from jobplaneten.placements.models import EndKind, PauseKind, Placement
from jobplaneten.placements.notice import Notice, notice_of
from jobplaneten.placements.permissions import may_find_new

STACKED = {"class": "stacked"}
A_YEAR = timedelta(days=366)


class ReasonForm(forms.Form):
    """A reason from a short list, and words if one likes. What the other side reads of it, the page says."""

    kind = forms.ChoiceField(
        label=_("Hvorfor?"),
        widget=forms.RadioSelect(attrs=STACKED),
        error_messages={"required": _("Vælg en af grundene.")},
    )
    words = forms.CharField(
        label=_("Med dine egne ord"),
        help_text=_("Kun mentor og koordinator læser det."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, kinds: tuple[Any, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("kind") in {EndKind.OTHER, PauseKind.OTHER} and not values.get("words"):
            self.add_error("words", _("Skriv med et par ord, hvad der er sket."))
        return values


class CancelForm(ReasonForm):
    wants_new = forms.BooleanField(
        label=_("Find en ny til jobbet"), help_text=_("Så er pladsen med i nat igen."), required=False, initial=True
    )

    def __init__(self, *args: Any, role: str, may_find_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, kinds=end_kinds(role), **kwargs)
        if not may_find_new:
            del self.fields["wants_new"]


class EndForm(ReasonForm):
    """A last day before the notice has run out asks the workplace and the programme whether both agree."""

    last_day_on = forms.DateField(
        label=_("Sidste dag"), widget=DAY, error_messages={"required": _("Vælg, hvilken dag der er den sidste.")}
    )
    is_agreed = forms.BooleanField(label=_("Vi er enige om at stoppe før opsigelsen er gået"), required=False)
    wants_new = forms.BooleanField(
        label=_("Find en ny til jobbet"), help_text=_("Så er pladsen med i nat igen."), required=False
    )
    field_order = ["last_day_on", "is_agreed", "kind", "words", "wants_new"]

    def __init__(
        self,
        *args: Any,
        role: str,
        may_find_new: bool,
        notice: Notice,
        first_day_on: date | None,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, kinds=end_kinds(role), **kwargs)
        self.first, self.today, self.notice = first_day_on or today, today, notice
        last = today + A_YEAR
        self.fields["last_day_on"].widget.attrs |= {"min": self.first.isoformat(), "max": last.isoformat()}
        self.binds = may_find_new
        if not may_find_new:
            del self.fields["wants_new"]
        if not may_find_new or notice.earliest_on <= today:
            del self.fields["is_agreed"]

    def clean_last_day_on(self) -> date:
        day: date = self.cleaned_data["last_day_on"]
        if not self.first <= day <= self.today + A_YEAR:
            raise forms.ValidationError(_("Den sidste dag skal ligge efter den første dag, og højst et år fremme."))
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        day = values.get("last_day_on")
        if self.binds and day and day < self.notice.earliest_on and not values.get("is_agreed"):
            self.add_error("last_day_on", _("Det er før, opsigelsen er gået. Er I enige om det, så sæt flueben."))
        return values


class PauseForm(ReasonForm):
    begins_on = forms.DateField(
        label=_("Første dag uden vagter"), widget=DAY, error_messages={"required": _("Vælg en dag.")}
    )
    until_on = forms.DateField(
        label=_("Sidste dag uden vagter"), widget=DAY, error_messages={"required": _("Vælg en dag.")}
    )
    field_order = ["begins_on", "until_on", "kind", "words"]

    def __init__(self, *args: Any, role: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, kinds=pause_kinds(role), **kwargs)
        self.today = today
        for name in ("begins_on", "until_on"):
            self.fields[name].widget.attrs["min"] = today.isoformat()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        first, last = values.get("begins_on"), values.get("until_on")
        if first and first < self.today:
            self.add_error("begins_on", _("En pause begynder i dag eller senere."))
        if first and last and last < first:
            self.add_error("until_on", _("Den sidste dag skal ligge efter den første."))
        return values


def end_form(data: Any, placement: Placement, user: Any, today: date) -> EndForm:
    notice = notice_of(placement, user.role, today, deal_of(placement))
    asked = {"role": user.role, "may_find_new": may_find_new(user), "notice": notice, "today": today}
    return EndForm(data, first_day_on=placement.first_day_on, **asked, initial={"last_day_on": notice.earliest_on})
