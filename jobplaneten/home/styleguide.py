"""Invented people and jobs for the page that shows every part of the house."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from jobplaneten.trades import Category, SkillLevel, TravelMode, Weekday
from youth.forms.widgets import WeekGrid

BLOCKS = (("morning", _("Morgen")), ("afternoon", _("Efter skole")), ("evening", _("Aften")))


class SampleForm(forms.Form):
    name = forms.CharField(label=_("Hvad hedder du?"), help_text=_("Kun dit fornavn."))
    born_on = forms.DateField(label=_("Hvornår har du fødselsdag?"), widget=forms.DateInput(attrs={"type": "date"}))
    category = forms.ChoiceField(label=_("Slags job"), choices=[("", _("Vælg …")), *Category.choices])
    travel = forms.MultipleChoiceField(
        label=_("Hvordan kommer du frem?"), choices=TravelMode.choices, widget=forms.CheckboxSelectMultiple
    )
    level = forms.ChoiceField(
        label=_("God til børn"), choices=SkillLevel.choices, widget=forms.RadioSelect(attrs={"class": "segments"})
    )
    week = forms.MultipleChoiceField(
        label=_("Hvornår kan du?"),
        required=False,
        widget=WeekGrid,
        choices=[(day.label, [(f"{day.value}-{block}", label) for block, label in BLOCKS]) for day in Weekday],
    )
    dream = forms.CharField(label=_("Hvad drømmer du om?"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    read = forms.BooleanField(label=_("Jeg har vist det til en voksen"))


class NoForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Hvad er grunden?"),
        choices=[("far", _("Der er for langt")), ("time", _("Tiderne passer ikke")), ("other", _("Noget andet"))],
        widget=forms.RadioSelect,
    )


class FilterForm(forms.Form):
    category = forms.ChoiceField(label=_("Slags job"), required=False, choices=[("", _("Alle")), *Category.choices])
    words = forms.CharField(label=_("Ord"), required=False)


def samples(form_data: Mapping[str, Any] | None = None, page: int = 2) -> dict[str, Any]:
    titles = [_("Lommepengejob"), _("Fritidsjob hos kommunen"), _("Fritidsjob i en virksomhed"), _("På egne ben")]
    at = datetime(2025, 3, 14, 15, tzinfo=UTC)
    job = SimpleNamespace(
        title=_("Hjælp i køkkenet"), url="#", text=_("Café Strand, Køge"), meta=[_("Ons og fre"), _("78 kr. i timen")]
    )
    return {
        "icons": ["home", "person", "people", "job", "ladder", "planet", "rocket", "bike", "bus", "walk", "heart"],
        "kinds": [f"kind-{category}" for category in Category],
        "steps": [SimpleNamespace(number=n, title=title) for n, title in enumerate(titles, 1)],
        "cards": [
            SimpleNamespace(**vars(job), icon="kind-koekken_servering", badge=_("Ny"), tone="good"),
            SimpleNamespace(**vars(job), icon="kind-dyr_landbrug", badge=_("Venter på dig"), tone="wait"),
        ],
        "reasons": [_("Du vil gerne arbejde med mad"), _("Der er 8 minutter på cykel"), _("Du har tid om onsdagen")],
        "cautions": [_("Du har ikke prøvet det før – der er en voksen ved siden af")],
        "facts": [(_("Hvor"), _("Køge Havn")), (_("Hvornår"), _("Ons og fre 15-17")), (_("Løn"), _("78 kr. i timen"))],
        "week": [(Weekday.MON.label, []), (Weekday.WED.label, ["15-17"]), (Weekday.FRI.label, ["14-16", "17-19"])],
        "entries": [
            SimpleNamespace(at=at, title=_("Trin 2"), text=_("Du mødte til tiden hver gang."), by="Bo", tone="good"),
            SimpleNamespace(at=at, title=_("Kom med"), text="", by="Bo", tone="neutral"),
        ],
        "rows": [
            SimpleNamespace(url="#", cells=[(_("Job"), job.title), (_("Sted"), "Køge"), (_("Pladser"), seats)])
            for seats in (1, 2)
        ],
        "tiles": [
            SimpleNamespace(count=3, label=_("arbejdspladser at se på"), url="#", tone="wait"),
            SimpleNamespace(count=41, label=_("unge med"), url="#", tone="neutral"),
            SimpleNamespace(count=12, label=_("forslag i nat"), url="", tone="good"),
            SimpleNamespace(count=1, label=_("venter over en uge"), url="#", tone="stop"),
        ],
        "tabs": [
            SimpleNamespace(label=_("Nye"), url="#", current=True, count=4),
            SimpleNamespace(label=_("Gemt"), url="#", current=False, count=0),
        ],
        "page": Paginator(range(30), 10).page(page),
        "form": SampleForm(form_data, initial={"travel": ["bike"], "level": 2, "week": ["2-afternoon", "4-evening"]}),
        "no_form": NoForm(auto_id="no_%s"),
        "filter_form": FilterForm(auto_id="filter_%s"),
    }
