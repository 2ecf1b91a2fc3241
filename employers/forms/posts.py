from datetime import timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employers.forms.registration import clean_postcode
from employers.forms.widgets import CHORES_BY_KIND, MISSING, ChorePicker, PostcodeInput
from employers.models import Agreement, Danger, Employer, Post
from jobplaneten.accounts.models import Step, User
from jobplaneten.places import Place, by_postcode, local_places
from jobplaneten.trades import Circumstance, Help

FARTHEST = timedelta(days=3 * 365)
SECTIONS: list[tuple[str, Any, Any, list[str]]] = [
    ("job", _("Jobbet"), _("Skriv, som om du fortæller det til en på 14."),
     ["employer", "title", "category", "workplace", "chores", "text"]),
    ("who", _("Hvem passer det til?"), _("Et job kan passe til flere trin."),
     ["steps", "age_from", "age_to", "help", "adult_on_site", "is_alone"]),
    ("when", _("Hvornår?"), "", ["starts_on", "ends_on", "seats"]),
    ("where", _("Hvor?"), _("De unge ser, hvor langt der er. De ser stedet, ikke mere."),
     ["spot", "postcode", "place"]),
    ("pay", _("Løn"), "", ["pay_hour", "payer", "agreement"]),
    ("safety", _("Sikkerhed"), _("Det afgør, hvem der må have jobbet."),
     ["lift_kg", "machines", "chemicals", "alcohol", "has_quick_help", "dangers"]),
    ("hopes", _("Sådan er jobbet, og det håber I på"), _("De unge har svaret på det samme, så det kan mødes."),
     ["circumstances", "expectations"]),
]  # fmt: skip


class PostForm(forms.ModelForm):
    """A draft may be saved with most of it empty; what is missing is said when it is sent."""

    employer = forms.ModelChoiceField(
        Employer.objects.none(), label=_("Arbejdsplads"), required=False, empty_label=_("Vælg en godkendt arbejdsplads")
    )
    chores = forms.MultipleChoiceField(
        label=_("Opgaver"),
        help_text=_("Åbn en gruppe, og tryk på det, den unge skal lave."),
        choices=CHORES_BY_KIND,
        required=False,
        widget=ChorePicker,
    )
    steps = forms.TypedMultipleChoiceField(
        label=_("Hvilke trin passer jobbet til?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "stacked"}),
    )
    circumstances = forms.MultipleChoiceField(
        label=_("Sådan er jobbet"),
        choices=Circumstance.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    dangers = forms.MultipleChoiceField(
        label=_("Er der noget af det her?"),
        choices=[(_("Åbn, og tryk på det, der passer"), Danger.choices)],
        required=False,
        widget=ChorePicker,
    )
    spot = forms.ChoiceField(
        label=_("Kendt sted i nærheden"), help_text=_("Så kender vi vejen derhen."), required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Post
        fields = [
            "title", "category", "workplace", "chores", "text", "circumstances", "expectations", "age_from", "age_to",
            "help", "adult_on_site", "is_alone", "lift_kg", "machines", "chemicals", "alcohol", "has_quick_help",
            "dangers", "postcode", "place", "starts_on", "ends_on", "seats", "pay_hour", "payer", "agreement",
        ]  # fmt: skip
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "expectations": forms.Textarea(attrs={"rows": 3}),
            "age_from": forms.Select(choices=[(age, age) for age in range(13, 19)]),
            "age_to": forms.Select(choices=[(age, age) for age in range(13, 19)]),
            "help": forms.RadioSelect(attrs={"class": "stacked"}),
            "machines": forms.RadioSelect(attrs={"class": "stacked"}),
            "chemicals": forms.RadioSelect(attrs={"class": "stacked"}),
            "alcohol": forms.RadioSelect(attrs={"class": "stacked"}),
            "payer": forms.RadioSelect(),
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "postcode": PostcodeInput(),
            "pay_hour": forms.NumberInput(attrs={"inputmode": "decimal", "step": "0.05"}),
        }
        help_texts = {
            "title": _("Fx »Hjælp i butikken to eftermiddage om ugen«."),
            "text": _(
                "Hvem arbejder man sammen med? Hvad er rart ved jobbet? Skriv også opgaver, der ikke er på listen."
            ),
            "adult_on_site": _("Fornavnet på den, der tager imod og viser til rette."),
            "ends_on": _("Lad den stå tom, hvis jobbet bare bliver ved."),
            "lift_kg": _("0, hvis der ikke er noget at løfte."),
            "pay_hour": _("I kroner."),
            "agreement": _("Så måler vi lønnen for hver alder. Ved I det ikke, kan I stadig sende opslaget."),
            "place": _("Fx »Bageriet på Torvet« eller en adresse."),
            "expectations": _("Fx mødetid, tøj og telefon."),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.lacks: set[str] = set()
        self.initial["version"] = self.instance.version
        self.initial["steps"] = list(self.instance.steps)
        self.initial["spot"] = spot_of(self.instance)
        self.put_steps()
        for name in ("category", "workplace"):
            known = [choice for choice in self.fields[name].choices if choice[0]]  # type: ignore[attr-defined]
            self.fields[name].choices = [("", _("Vælg")), *known]  # type: ignore[attr-defined]
        self.fields["spot"].choices = [("", _("Et andet sted")), *spots()]  # type: ignore[attr-defined]
        self.fields["agreement"].label = _("Hvilken overenskomst følger I?")
        self.fields["agreement"].empty_label = _("Ved ikke / ingen")  # type: ignore[attr-defined]
        self.fields["agreement"].queryset = Agreement.objects.by_name()  # type: ignore[attr-defined]
        self.fields["help"].choices = Help.choices  # type: ignore[attr-defined]
        self.order_fields([field for *_words, fields in SECTIONS for field in fields])
        self.say_what_was_guessed()
        if user.is_coordinator:
            self.initial["employer"] = self.instance.employer_id
            self.fields["employer"].queryset = Employer.objects.vetted().by_name()  # type: ignore[attr-defined]
        else:
            del self.fields["employer"]

    def put_steps(self) -> None:
        steps = list(Step.objects.upwards())
        self.steps_told = "\n".join(f"{step}. {step.teaches}" for step in steps)
        self.fields["steps"].choices = [  # type: ignore[attr-defined]
            (
                step.number,
                _("%(step)s · typisk %(from)s-%(to)s år") % {"step": step, "from": step.age_from, "to": step.age_to},
            )
            for step in steps
        ]

    def say_what_was_guessed(self) -> None:
        for name, sureness in self.instance.guesses.items():
            field = self.fields.get(name)
            if field is not None:
                field.help_text = _("Gættet ved indlæsning, %(percent)s %% sikkert. Se efter.") % {
                    "percent": round(100 * sureness)
                }

    def clean_steps(self) -> list[int]:
        steps = sorted(self.cleaned_data["steps"])
        if steps and steps != list(range(steps[0], steps[-1] + 1)):
            raise forms.ValidationError(_("Vælg trin, der ligger lige efter hinanden."))
        return steps

    def clean_postcode(self) -> str:
        return clean_postcode(self.cleaned_data["postcode"])

    def clean_seats(self) -> int:
        seats = int(self.cleaned_data["seats"])
        if seats < self.instance.seats_taken:
            raise forms.ValidationError(
                _("Der er allerede unge på %(taken)s af pladserne.") % {"taken": self.instance.seats_taken}
            )
        return seats

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        first, last = typed.get("starts_on"), typed.get("ends_on")
        for name, day in (("starts_on", first), ("ends_on", last)):
            if day and day > timezone.localdate() + FARTHEST:
                self.add_error(name, _("Det er for langt ude i fremtiden. Er årstallet rigtigt?"))
        if first and last and last < first:
            self.add_error("ends_on", _("Sidste dag skal være efter første dag."))
        if typed.get("age_from", 0) > typed.get("age_to", 99):
            self.add_error("age_to", _("Til alder skal være det samme som eller højere end fra alder."))
        self.instance.step_from, self.instance.step_to = ends_of(typed.get("steps", []))
        self.place_on_map(typed)
        return typed

    def place_on_map(self, typed: dict[str, Any]) -> None:
        """A known spot knows its postcode and point; any other place has the point of its postcode."""
        spot = local_places().get(typed.get("spot", ""))
        place = spot or by_postcode(typed.get("postcode", ""))
        if spot is not None and typed.get("postcode") not in {"", spot.postcode, None}:
            self.add_error(
                "postcode", _("%(spot)s ligger i %(code)s. Ret et af dem.") % {"spot": spot.name, "code": spot.postcode}
            )
        elif spot is not None:
            typed["postcode"] = spot.postcode
            typed["place"] = typed.get("place") or spot.name
        if place is not None:
            self.instance.latitude, self.instance.longitude = place.point

    def values(self) -> dict[str, Any]:
        """What `save_post` writes, from a valid form."""
        derived = ("step_from", "step_to", "latitude", "longitude")
        return {name: self.cleaned_data[name] for name in self.Meta.fields} | {
            name: getattr(self.instance, name) for name in derived
        }

    def refuse(self, message: str) -> None:
        """Say why nothing was saved. Saving once more then knowingly replaces what the other person wrote."""
        self.add_error(None, message)
        newest = Post.objects.filter(pk=self.instance.pk).values_list("version", flat=True).first()
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(newest or "")
        self.data = typed

    def mark(self, missing: list[tuple[str, Any]]) -> None:
        """Say at each field that it is missing; what has rows of its own is said at the top and at the rows."""
        for name, label in missing:
            self.lacks.add(name)
            if name in self.fields:
                self.errors[name] = self.error_class([str(MISSING)], field_id=self[name].auto_id)
            else:
                self.errors.setdefault(NON_FIELD_ERRORS, self.error_class()).append(
                    _("Mangler: %(what)s.") % {"what": label}
                )


def ends_of(steps: list[int]) -> tuple[int | None, int | None]:
    return (steps[0], steps[-1]) if steps else (None, None)


def spots() -> list[tuple[str, str]]:
    return sorted(((code, place.name) for code, place in local_places().items()), key=lambda spot: spot[1])


def spot_of(post: Post) -> str:
    point = (post.latitude, post.longitude)
    return next((code for code, place in local_places().items() if same(place, point)), "")


def same(place: Place, point: tuple[float | None, float | None]) -> bool:
    return place.point == point
