"""Rows under a post: shifts and needs. Three empty ones are always there, so that it works without script."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from employers.models import Need, Shift
from jobplaneten.trades import Skill, SkillLevel, Weekday

MOST_ROWS = 30
MOST_EMPTY = 3


class ShiftForm(forms.Form):
    weekday = forms.TypedChoiceField(label=_("Dag"), choices=[("", _("Vælg dag")), *Weekday.choices], coerce=int)
    starts = forms.TimeField(label=_("Fra"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(label=_("Til"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    break_minutes = forms.IntegerField(
        label=_("Pause, min."), min_value=0, max_value=240, required=False, widget=forms.NumberInput
    )

    def clean(self) -> dict[str, Any]:
        """Times as minutes after midnight; ending at 00:00 means the end of the day."""
        typed = self.cleaned_data
        if "starts" not in typed or "ends" not in typed:
            return typed
        starts, ends = minutes(typed["starts"]), minutes(typed["ends"]) or 24 * 60
        pause = typed.get("break_minutes") or 0
        if starts >= ends:
            self.add_error("ends", _("Vagten skal slutte efter, at den er begyndt."))
        elif pause >= ends - starts:
            self.add_error("break_minutes", _("Pausen kan ikke være lige så lang som vagten."))
        return {**typed, "starts": starts, "ends": ends, "break_minutes": pause}


class NeedForm(forms.Form):
    skill = forms.ChoiceField(
        label=_("Hvad"),
        choices=[("", _("Vælg")), *((skill.value, skill.for_employers) for skill in Skill)],
    )
    level = forms.TypedChoiceField(
        label=_("Hvor godt"), choices=SkillLevel.choices, coerce=int, initial=SkillLevel.TRIED
    )


class Rows(forms.BaseFormSet):
    """All that is posted is read anew, so rows that were saved before count as typed; empty ones do not count."""

    deletion_widget = forms.CheckboxInput

    def initial_form_count(self) -> int:
        return 0 if self.is_bound else super().initial_form_count()

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Fjern")

    def rows(self) -> list[dict[str, Any]]:
        return [typed for _number, typed in self.numbered_rows()]

    def numbered_rows(self) -> list[tuple[int, dict[str, Any]]]:
        """What is typed in each row that counts, with the number of the row."""
        kept = [(number, form) for number, form in enumerate(self.forms) if form not in self.deleted_forms]
        return [
            (number, without_mark(form.cleaned_data)) for number, form in kept if form.is_valid() and form.has_changed()
        ]


class ShiftFormSet(Rows):
    def clean(self) -> None:
        """Two shifts that lie on top of each other are a slip of the hand."""
        rows = sorted(self.rows(), key=lambda row: (row["weekday"], row["starts"]))
        for earlier, later in zip(rows, rows[1:], strict=False):
            if earlier["weekday"] == later["weekday"] and later["starts"] < earlier["ends"]:
                raise forms.ValidationError(_("To vagter ligger oven i hinanden. Ret tiderne."))


class NeedFormSet(Rows):
    def clean(self) -> None:
        skills = [row["skill"] for row in self.rows()]
        if len(skills) != len(set(skills)):
            raise forms.ValidationError(_("Det samme er valgt to gange. Vælg det kun én gang."))


def row_set(form: type[forms.Form], base: type[Rows]) -> type[Rows]:
    made = forms.formset_factory(
        form, base, MOST_EMPTY, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )
    return cast(type[Rows], made)


ShiftRows: type[Rows] = row_set(ShiftForm, ShiftFormSet)
NeedRows: type[Rows] = row_set(NeedForm, NeedFormSet)


def shift_rows(shifts: Iterable[Shift], posted: QueryDict | None) -> Rows:
    return rows_of(ShiftRows, posted, [words_of(shift) for shift in shifts], "shifts")


def words_of(shift: Shift) -> dict[str, Any]:
    return {
        "weekday": shift.weekday,
        "starts": clock(shift.starts),
        "ends": clock(shift.ends),
        "break_minutes": shift.break_minutes,
    }


def need_rows(needs: Iterable[Need], posted: QueryDict | None) -> Rows:
    return rows_of(NeedRows, posted, [{"skill": need.skill, "level": need.level} for need in needs], "needs")


def rows_of(kind: type[Rows], posted: QueryDict | None, saved: list[dict[str, Any]], prefix: str) -> Rows:
    if posted is not None:
        return kind(posted, prefix=prefix)
    rows = kind(initial=saved, prefix=prefix)
    rows.extra = max(1, MOST_EMPTY - len(saved))
    return rows


def one_row_more(posted: QueryDict, prefix: str) -> Rows:
    """The rows as they were typed, unjudged, and one more."""
    kind = {"shifts": ShiftRows, "needs": NeedRows}[prefix]
    return typed_again(kind(posted, prefix=prefix), more=1)


def typed_again(bound: Rows, *, more: int = 0) -> Rows:
    return fresh(bound, [{name: form[name].value() for name in form.fields} for form in bound.forms], more=more)


def fresh(rows: Rows, typed: list[dict[str, Any]], *, more: int = 0) -> Rows:
    again = type(rows)(initial=typed, prefix=rows.prefix)
    again.extra = more
    return again


def mended_rows(bound: Rows, old: Sequence[tuple[int, Shift]], new: Sequence[Shift | None]) -> tuple[Rows, set[str]]:
    """The rows as they were typed but for a changed week, and the names of the fields that it changed.

    `old` are the shifts with the numbers of their rows; `new` begins with what becomes of each, None if it goes.
    """
    typed = [dict(row) for row in typed_again(bound).initial or []]
    empty = (number for number, row in enumerate(typed) if row["weekday"] in {None, ""})
    told: dict[int, dict[str, Any]] = {}
    for (number, before), after in zip(old, new, strict=False):
        told[number] = {"DELETE": True} if after is None else differing(words_of(before), words_of(after))
    for number, added in enumerate(new[len(old) :], start=len(typed)):
        if added is not None:
            told[next(empty, number)] = words_of(added)
    typed += [{} for _number in range(len(typed), max(told, default=0) + 1)]
    for number, words in told.items():
        typed[number] = typed[number] | words
    return fresh(bound, typed), {f"{bound.prefix}-{number}-{name}" for number, words in told.items() for name in words}


def differing(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in after.items() if value != before[name]}


def without_mark(typed: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in typed.items() if name != "DELETE"}


def minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def clock(after_midnight: int) -> time:
    return time(after_midnight // 60 % 24, after_midnight % 60)
