"""What is written or chosen once for several youths."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import User
from youth.forms.moves import DaysForm, PickMentorForm
from youth.forms.plain import PlainForm


class WriteForm(PlainForm):
    words = forms.CharField(
        label=_("Din besked"),
        help_text=_("Hver ung får sin egen, og ingen kan se, hvem der ellers har fået den."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class ColleagueForm(PickMentorForm):
    """A mentor of the areas that one answers for; whether it fits each youth is asked of each."""

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        colleagues = User.objects.active().mentors().filter(areas__in=by.areas.all()).exclude(pk=by.pk).distinct()
        super().__init__(*args, mentors=colleagues, **kwargs)


class SubstituteForm(ColleagueForm, DaysForm):
    field_order = ["mentor", "from_on", "until_on"]
