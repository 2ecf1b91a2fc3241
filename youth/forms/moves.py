"""What a mentor writes when something changes for a youth: what was seen, and kind words to pick or write."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts.models import User
from jobplaneten.accounts.models.people import UserQuerySet
from youth.capacity import Load, loads
from youth.forms.plain import PlainForm
from youth.models import Protected, StepMove, Youth

OWN = "own"
KIND_WORDS: dict[str, list[Any]] = {
    StepMove.UP: [
        _("Du kommer til tiden og passer dine aftaler. Du er klar til mere."),
        _("Du tager ansvar, og andre kan regne med dig. Nu er du klar til næste trin."),
        _("Du har lært det, som trinnet handler om. Godt gået!"),
    ],
    StepMove.SKIP: [
        _("Du kan allerede det, man lærer på trinnet imellem. Derfor springer du det over."),
        _("Du har prøvet at arbejde før. Du starter der, hvor du kan lære noget nyt."),
    ],
    StepMove.BACK: [
        _("Vi tager en ny start med mere hjælp. Alt det, du har lært, har du stadig."),
        _("Lige nu passer et job med mere støtte bedre til dig. Du kan komme videre igen, når du er klar."),
    ],
    StepMove.PAUSE: [
        _("Du holder en pause. Din plads er her, når du er klar igen."),
        _("Der er meget andet lige nu, og det er helt i orden. Sig til, når du vil i gang igen."),
    ],
    StepMove.RESUME: [
        _("Velkommen tilbage! Vi leder efter job til dig igen fra i nat."),
        _("Godt at se dig igen. Du starter på samme trin som før."),
    ],
}
TURNED_AWAY = [
    _("Lige nu er der ikke plads i dit område. Du må gerne spørge igen senere."),
    _("Jobplaneten er for unge, der bor i området. Spørg i din klub eller på din skole om hjælp til et job."),
    _("Vi kunne ikke få fat i dig. Kom forbi og sig hej, så finder vi ud af det sammen."),
]


PICK_OR_WRITE = _("Vælg en besked, eller skriv din egen.")


class KindWordsForm(PlainForm):
    """`reason` is what the youth reads: one of the suggestions, or the mentor's own words."""

    pick = forms.ChoiceField(
        label=_("Besked til den unge"),
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
        error_messages={"required": PICK_OR_WRITE},
    )
    own = forms.CharField(
        label=_("Dine egne ord"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, suggestions: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pick"]
        field.required = not self.data.get("own", "").strip()
        field.choices = [(words, words) for words in suggestions] + [  # type: ignore[attr-defined]
            (OWN, _("Jeg skriver selv"))
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        picked = values.get("pick", "")
        values["reason"] = values.get("own") or ("" if picked == OWN else picked)
        if not self.errors and not values["reason"]:
            raise ValidationError({"own": PICK_OR_WRITE})
        return values


class TurnAwayForm(KindWordsForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, suggestions=TURNED_AWAY, auto_id="away_%s", **kwargs)


class MoveForm(KindWordsForm):
    evidence = forms.CharField(
        label=_("Hvad har I set?"),
        help_text=_("For eksempel: Mødt 11 af 12 gange. Lederen roser ordenen. Det læser kun ansatte."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    field_order = ["evidence", "pick", "own"]

    def __init__(self, *args: Any, move: StepMove, **kwargs: Any) -> None:
        super().__init__(*args, suggestions=KIND_WORDS[move], **kwargs)

    def said(self) -> dict[str, str]:
        return {"evidence": self.cleaned_data["evidence"], "reason": self.cleaned_data["reason"]}


class StepForm(MoveForm):
    """Carries the step that the mentor saw, so that two hands never move the same youth twice."""

    from_step = forms.IntegerField(widget=forms.HiddenInput)


class PickMentorForm(PlainForm):
    """Says for each mentor how much they carry, when the list is shown."""

    mentor = forms.ModelChoiceField(label=_("Mentor"), queryset=User.objects.none(), empty_label=_("Vælg mentor"))

    def __init__(self, *args: Any, mentors: UserQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mentor"]
        field.queryset = mentors.by_name()  # type: ignore[attr-defined]
        field.label_from_instance = self.with_load  # type: ignore[attr-defined]

    @cached_property
    def loads(self) -> dict[int, Load]:
        return loads(self.fields["mentor"].queryset, timezone.localdate())  # type: ignore[attr-defined]

    def with_load(self, mentor: User) -> str:
        return f"{mentor.name} ({self.loads[mentor.pk].words})"


class HandOverForm(PickMentorForm):
    def __init__(self, *args: Any, youth: Youth, **kwargs: Any) -> None:
        others = User.objects.staff_of(youth.area).mentors().exclude(pk=youth.mentor_id)
        super().__init__(*args, mentors=others, **kwargs)


class DaysForm(forms.Form):
    from_on = forms.DateField(label=_("Fra og med"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    until_on = forms.DateField(label=_("Til og med"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class StandInForm(HandOverForm, DaysForm):
    field_order = ["mentor", "from_on", "until_on"]


def protection_field() -> forms.ChoiceField:
    """Asked of a mentor whenever a youth comes in, by whatever way."""
    return forms.ChoiceField(
        label=_("Har den unge beskyttet navn eller adresse?"),
        help_text=_("Spørg familien. Indtil du ved det, passer vi på, som om svaret er ja."),
        choices=[(Protected.NO, _("Nej")), (Protected.YES, _("Ja")), (Protected.UNKNOWN, _("Ved ikke endnu"))],
        widget=forms.RadioSelect(attrs={"class": "stacked"}),
    )


class LetInForm(HandOverForm):
    protected = protection_field()

    def __init__(self, *args: Any, youth: Youth, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, youth=youth, **kwargs)
        if by.is_mentor:
            self.initial.setdefault("mentor", by.pk)
