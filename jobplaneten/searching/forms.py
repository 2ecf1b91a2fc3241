from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobplaneten.searching.models import NotNow, When
from jobplaneten.searching.near import Wanted
from jobplaneten.trades import Category

ANY = ("", _("Alt"))
HOW_FAR = [(n, _("Højst %(n)s minutter") % {"n": n}) for n in (10, 20, 30, 45, 60)]


class SearchForm(forms.Form):
    """What is searched for. Nothing here says who searches, so it may stand in the address."""

    slags = forms.ChoiceField(label=_("Slags job"), choices=[ANY, *Category.choices], required=False)
    tid = forms.ChoiceField(label=_("Hvornår"), choices=[ANY, *When.choices], required=False)
    langt = forms.TypedChoiceField(
        label=_("Hvor langt"), choices=[ANY, *HOW_FAR], coerce=int, empty_value=None, required=False
    )
    alt = forms.BooleanField(label=_("Også job til senere"), required=False)

    @property
    def wanted(self) -> Wanted:
        """What cannot be read counts as not asked for."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            category=said.get("slags", ""),
            when=said.get("tid", ""),
            minutes=said.get("langt"),
            also_not_yet=said.get("alt", False),
        )


class NotNowForm(forms.Form):
    not_now = forms.ChoiceField(
        label=_("Hvad er grunden?"), choices=NotNow.choices, widget=forms.RadioSelect(attrs={"class": "stacked"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "no_%s"} | kwargs))
