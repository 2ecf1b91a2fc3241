from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobplaneten.trades import Weekday

NUMBER = {"inputmode": "numeric", "autocomplete": "off"}
YEARS_WITH_TWO_DIGITS = 100
CENTURY = 2000
LAST_MINUTE = 24 * 60 - 1


class WeekGrid(forms.CheckboxSelectMultiple):
    template_name = "parts/_week_grid.html"


class BirthdayWidget(forms.MultiWidget):
    """Three short boxes: a wheel of dates is slow on an old phone when one was born long ago."""

    template_name = "youth/_birthday.html"
    use_fieldset = True

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.TextInput(attrs={**NUMBER, "autocomplete": "bday-day", "maxlength": 2}),
            "month": forms.TextInput(attrs={**NUMBER, "autocomplete": "bday-month", "maxlength": 2}),
            "year": forms.TextInput(attrs={**NUMBER, "autocomplete": "bday-year", "maxlength": 4}),
        }
        super().__init__(boxes)

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class BirthdayField(forms.MultiValueField):
    widget = BirthdayWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = [forms.CharField(max_length=2), forms.CharField(max_length=2), forms.CharField(max_length=4)]
        super().__init__(boxes, **kwargs)

    def compress(self, values: list[str]) -> date | None:
        """Also takes 12 for 2012."""
        if not values:
            return None
        try:
            day, month, year = (int(value) for value in values)
            return date(year + CENTURY if year < YEARS_WITH_TWO_DIGITS else year, month, day)
        except ValueError as error:
            raise ValidationError(_("Den dag findes ikke. Skriv for eksempel 24, 3 og 2012.")) from error


class SpanWidget(forms.MultiWidget):
    template_name = "youth/_span.html"
    use_fieldset = True

    def __init__(self) -> None:
        days = [("", _("Vælg dag")), *Weekday.choices]
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.Select(choices=days),
            "from": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "to": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }
        super().__init__(boxes)

    def decompress(self, value: tuple[int, int, int] | None) -> list[Any]:
        return [value[0], as_time(value[1]), as_time(value[2])] if value else [None, None, None]


class SpanField(forms.MultiValueField):
    """A stretch of the week: (weekday, starts, ends) in minutes after midnight, or None when left empty."""

    widget = SpanWidget

    def __init__(self, **kwargs: Any) -> None:
        boxes = [
            forms.TypedChoiceField(choices=[("", ""), *Weekday.choices], coerce=int, empty_value=None),
            forms.TimeField(),
            forms.TimeField(),
        ]
        missing = {"incomplete": _("Udfyld både dag, fra og til – eller lad alle tre være tomme.")}
        super().__init__(boxes, required=False, require_all_fields=False, error_messages=missing, **kwargs)
        for box in self.fields:
            box.required = True
            box.error_messages["incomplete"] = missing["incomplete"]

    def compress(self, values: list[Any]) -> tuple[int, int, int] | None:
        if not values:
            return None
        weekday, starts, ends = values
        if starts >= ends:
            raise ValidationError(_("Fra skal være før til."))
        return weekday, as_minutes(starts), as_minutes(ends)


def as_minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def as_time(minute: int) -> time:
    """The midnight that ends the day has no time of its own; the minute before stands in."""
    return time(*divmod(min(minute, LAST_MINUTE), 60))
