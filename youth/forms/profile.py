"""One form for each page of the profile: short, valid on its own, and able to open with a draft."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from jobplaneten.schools.models import School
from jobplaneten.suggesting import circumstances, dream_fields
from jobplaneten.trades import Circumstance, DreamField, Evidence, Skill, SkillLevel, TravelMode
from youth.forms.own_words import OwnWords
from youth.forms.plain import PlainForm
from youth.forms.times import BLOCKED_ROWS, SPARE_ROWS, blocks_of_the_week, spans_of, ticked
from youth.forms.widgets import SpanField, SpanWidget, WeekGrid
from youth.models import ProfilePage, SchoolYear, Youth

MOST_DRAFT_NAMES = 200
LONGEST_DRAFT_VALUE = 1000
BOXES = {"day", "from", "to"}

no_ways_to_reach = RegexValidator(
    r"(?:\d[ -]?){8,}|@|www\.|https?:",
    inverse_match=True,
    message=_("Skriv ikke telefonnummer, CPR-nummer, mail eller profilnavne her."),
)
only_a_name = RegexValidator(
    r"[\d_@/:.\\\u200b-\u200f\u202a-\u202e\u2066-\u2069]",
    inverse_match=True,
    message=_("Skriv kun et navn her, og ikke tal, mail eller profilnavne."),
)


class PageForm(PlainForm):
    """Carries the version that the youth looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def opened(cls, youth: Youth) -> "PageForm":
        """As saved, or as typed when there is a draft."""
        form = cls(initial={**cls.saved(youth), "version": youth.version})
        draft = youth.drafts.filter(page=cls.page).first()
        form.draft = draft
        if draft:
            typed = MultiValueDict(draft.content)
            for name, field in form.fields.items():
                if name != "version":
                    form.initial[name] = field.widget.value_from_datadict(typed, {}, name)
        return form

    page: ProfilePage
    draft: Any = None

    @classmethod
    def saved(cls, youth: Youth) -> dict[str, Any]:
        return {name: getattr(youth, name) for name in cls.base_fields if name != "version"}

    @classmethod
    def typed(cls, post: Any) -> dict[str, list[str]]:
        """What a draft keeps of a posted form: our own fields, raw, and never more than a person types."""
        ours = [name for name in post if name != "version" and cls.has(name)][:MOST_DRAFT_NAMES]
        return {
            name: [value.replace("\x00", "")[:LONGEST_DRAFT_VALUE] for value in post.getlist(name)[:MOST_DRAFT_NAMES]]
            for name in ours
        }

    @classmethod
    def has(cls, name: str) -> bool:
        """Fields of several boxes post one name for each box: blocked_0_day."""
        field, _mark, box = name.rpartition("_")
        return name in cls.base_fields or (box in BOXES and field in cls.base_fields)

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class AboutForm(PageForm):
    page = ProfilePage.ABOUT
    shown_name = forms.CharField(
        label=_("Hvilket navn må en arbejdsgiver se?"),
        help_text=_("Kun ét navn – dit fornavn eller det, du bliver kaldt."),
        max_length=40,
        validators=[only_a_name],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    line = forms.CharField(
        label=_("Skriv en linje om dig selv"),
        help_text=_("Hvad skal en ny kollega vide? Din mentor læser den, før andre gør."),
        max_length=140,
        validators=[no_ways_to_reach],
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 140}),
    )

    @classmethod
    def saved(cls, youth: Youth) -> dict[str, Any]:
        return {"shown_name": youth.name_to_show, "line": youth.line}


class SchoolForm(PageForm):
    page = ProfilePage.SCHOOL
    school_year = forms.ChoiceField(
        label=_("Hvor går du i skole?"),
        help_text=_("Reglerne for, hvad man må arbejde med, hænger sammen med, om man går i skole."),
        choices=SchoolYear.choices,
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )
    school = forms.ModelChoiceField(
        School.objects.by_name(),
        label=_("Hvilken skole?"),
        help_text=_("Så ved vi, hvornår du har ferie. Kender du den ikke her, så lad den stå."),
        required=False,
        empty_label=_("En anden skole, eller ved ikke"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A school that can be chosen no longer stays with those who have chosen it."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["school"]
        chosen = self.initial.get("school") or 0
        shown = School.objects.active() | School.objects.filter(pk=chosen)
        field.widget.choices = [("", field.empty_label), *((school.pk, school.name) for school in shown.by_name())]

    @classmethod
    def saved(cls, youth: Youth) -> dict[str, Any]:
        return {"school_year": youth.school_year, "school": youth.school_id}


def level_field(skill: Skill) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=skill.label,
        choices=[("", _("Ikke endnu")), *SkillLevel.choices],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "segments"}),
    )


def evidence_field(skill: Skill) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Hvor har du det fra?"), choices=[("", _("Hvor har du det fra?")), *Evidence.choices], required=False
    )


SKILL_GROUPS = (
    (_("Når du har aftalt noget"), ("on_time", "calls_in", "responsible", "works_alone", "order", "calm", "learns")),
    (_("Sammen med andre"), ("polite", "team", "children", "elderly", "strangers", "languages", "reads_aloud")),
    (_("Med hænderne"), ("hands", "outdoors", "cooking", "cleaning", "home", "animals", "cycling")),
    (_("Skole og fritid"), ("arithmetic", "computer", "media", "music", "sport", "drawing", "club")),
)


class SkillsForm(PageForm):
    page = ProfilePage.SKILLS

    def groups(self) -> list[dict[str, Any]]:
        """Seven at a time: 28 in a row are too many on a phone."""
        return [
            {"title": title, "rows": rows, "chosen": sum(bool(level.value()) for level, _evidence in rows)}
            for title, skills in SKILL_GROUPS
            for rows in [[(self[f"level_{skill}"], self[f"from_{skill}"]) for skill in skills]]
        ]

    @classmethod
    def saved(cls, youth: Youth) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for own in youth.skills.all():
            found |= {f"level_{own.skill}": own.level, f"from_{own.skill}": own.evidence}
        return found

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not any(values.get(f"level_{skill}") for skill in Skill):
            raise ValidationError(_("Vælg mindst én ting. Alle kan noget – også det, du gør derhjemme, tæller."))
        return values

    def values(self) -> dict[str, Any]:
        said = {skill: self.cleaned_data.get(f"level_{skill}") for skill in Skill.values}
        return {
            "skills": {skill: (level, self.cleaned_data[f"from_{skill}"]) for skill, level in said.items() if level}
        }


for _skill in Skill:
    SkillsForm.base_fields[f"level_{_skill.value}"] = level_field(_skill)
    SkillsForm.base_fields[f"from_{_skill.value}"] = evidence_field(_skill)


def feeling_field(circumstance: Circumstance) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=circumstance.label,
        choices=[("like", _("Vil gerne")), ("", _("Lige meget")), ("not", _("Helst ikke"))],
        required=False,
        widget=forms.RadioSelect(attrs={"class": "segments"}),
    )


class LikesForm(OwnWords, PageForm):
    """One question for each circumstance, so that nobody can both like it and rather not."""

    page = ProfilePage.LIKES
    suggester = staticmethod(circumstances)
    most = 5
    asks_what_not = True

    @classmethod
    def saved(cls, youth: Youth) -> dict[str, Any]:
        return {f"how_{code}": "like" for code in youth.likes} | {f"how_{code}": "not" for code in youth.rather_nots}

    def values(self) -> dict[str, Any]:
        return {"likes": list(self.felt("like")), "rather_nots": list(self.felt("not"))}

    def felt(self, feeling: str) -> Iterator[str]:
        return (code for code in Circumstance.values if self.cleaned_data[f"how_{code}"] == feeling)


for _circumstance in Circumstance:
    LikesForm.base_fields[f"how_{_circumstance.value}"] = feeling_field(_circumstance)


class DreamForm(OwnWords, PageForm):
    page = ProfilePage.DREAM
    words_in = "dream"
    suggester = staticmethod(dream_fields)
    dream = forms.CharField(
        label=_("Hvad drømmer du om at blive eller lave?"),
        help_text=_("Med dine egne ord. Stort eller småt."),
        max_length=300,
        required=False,
        validators=[no_ways_to_reach],
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 300}),
    )
    dream_field = forms.ChoiceField(
        label=_("Hvilken retning er det?"), choices=DreamField.choices, widget=forms.RadioSelect
    )


class WhenForm(PageForm):
    page = ProfilePage.WHEN
    free = forms.MultipleChoiceField(
        label=_("Hvornår kan du arbejde?"),
        help_text=_("Tryk på alle de tider, hvor du plejer at kunne. Du kommer kun til at arbejde i nogle af dem."),
        choices=blocks_of_the_week,
        widget=WeekGrid,
        error_messages={"required": _("Sæt mindst ét kryds, så vi kan finde et job, der passer.")},
    )

    @classmethod
    def saved(cls, youth: Youth) -> dict[str, Any]:
        blocked = [(time.weekday, time.starts, time.ends) for time in youth.blocked_times.order_by("weekday", "starts")]
        boxes = SpanWidget()
        rows = {f"blocked_{number}": boxes.decompress(span) for number, span in enumerate(blocked[:BLOCKED_ROWS])}
        return {"free": ticked(youth.free_times.all()), **rows}

    def blocked_rows(self) -> list[forms.BoundField]:
        """Those in use and a few empty ones, so that one can add without a script."""
        return [self[f"blocked_{number}"] for number in range(min(self.blocked_used() + SPARE_ROWS, BLOCKED_ROWS))]

    def blocked_used(self) -> int:
        rows = [self[f"blocked_{number}"].value() for number in range(BLOCKED_ROWS)]
        return max((number for number, row in enumerate(rows, start=1) if any(row or [])), default=0)

    def values(self) -> dict[str, Any]:
        rows = [self.cleaned_data[f"blocked_{number}"] for number in range(BLOCKED_ROWS)]
        return {"free": spans_of(self.cleaned_data["free"]), "blocked": [row for row in rows if row]}


for _number in range(BLOCKED_ROWS):
    WhenForm.base_fields[f"blocked_{_number}"] = SpanField(label=_("Optaget"))


class TravelForm(PageForm):
    page = ProfilePage.TRAVEL
    travel_modes = forms.MultipleChoiceField(
        label=_("Hvordan kommer du frem?"), choices=TravelMode.choices, widget=forms.CheckboxSelectMultiple
    )
    travel_minutes = forms.TypedChoiceField(
        label=_("Hvor lang tid må turen tage?"),
        help_text=_("Den ene vej."),
        choices=[(number, _("%s min.") % number) for number in (10, 20, 30, 45, 60)],
        coerce=int,
        widget=forms.RadioSelect,
    )


FORMS: dict[str, type[PageForm]] = {
    form.page: form for form in (AboutForm, SchoolForm, SkillsForm, LikesForm, DreamForm, WhenForm, TravelForm)
}
