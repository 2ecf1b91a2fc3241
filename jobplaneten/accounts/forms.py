from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobplaneten.accounts import codes, factors, patience
from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.doors import address_of
from jobplaneten.accounts.models import Area, Step, User

OWN_PHONE_LABEL = _("Det er min egen telefon eller computer")
OWN_PHONE_HELP = _("Så bliver du ved med at være logget ind i 14 dage. Deler du den med andre, så lad være.")


class LogInForm(forms.Form):
    """Says the same, and takes the same time, whether the login is unknown or the password is wrong."""

    login = forms.CharField(
        label=_("Mobil eller e-mail"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Kodeord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    own_phone = forms.BooleanField(label=OWN_PHONE_LABEL, help_text=OWN_PHONE_HELP, required=False)

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.request = request
        self.user: User | None = None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors:
            self.open_the_door(as_login(values["login"]), values["password"])
        return values

    def open_the_door(self, login: str, password: str) -> None:
        wait = patience.knock(login, address_of(self.request), now=timezone.now())
        if wait:
            raise ValidationError(patience.please_wait(wait))
        user = authenticate(self.request, username=login, password=password)
        if not isinstance(user, User):
            raise ValidationError(_("Det passer ikke sammen. Se efter, om du har skrevet rigtigt, og prøv igen."))
        patience.welcome(login)
        self.user = user


class PhoneForm(forms.Form):
    phone = forms.CharField(
        label=_("Dit mobilnummer"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    own_phone = forms.BooleanField(label=OWN_PHONE_LABEL, help_text=OWN_PHONE_HELP, required=False)

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address

    def clean_phone(self) -> str:
        phone = as_login(self.cleaned_data["phone"])
        if not phone.startswith("+"):
            raise ValidationError(_("Det ligner ikke et mobilnummer. Skriv for eksempel 20 12 34 56."))
        if wait := patience.knock(f"sms:{phone}", self.address, now=timezone.now()):
            raise ValidationError(patience.please_wait(wait))
        return phone


class TextedCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Koden på 6 tal"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def __init__(self, *args: Any, key: int, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.address = address
        self.user: User | None = None

    def clean_code(self) -> str:
        now = timezone.now()
        if wait := patience.knock(f"code:{self.key}", self.address, now=now):
            raise ValidationError(patience.please_wait(wait))
        self.user = codes.open_with(self.key, self.cleaned_data["code"].replace(" ", ""), now=now)
        if self.user is None:
            raise ValidationError(
                _("Koden passer ikke. Den gælder i 10 minutter, og efter fem forkerte skal du have en ny.")
            )
        return ""


class NewcomersCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Koden på 6 tal"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def __init__(self, *args: Any, key: int, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key = key
        self.address = address

    def clean_code(self) -> str:
        now = timezone.now()
        if wait := patience.knock(f"code:{self.key}", self.address, now=now):
            raise ValidationError(patience.please_wait(wait))
        if not codes.is_newcomers_code(self.key, self.cleaned_data["code"].replace(" ", ""), now=now):
            raise ValidationError(
                _("Koden passer ikke. Den gælder i 10 minutter, og efter fem forkerte skal du begynde igen.")
            )
        return ""


class SecondFactorForm(forms.Form):
    """A code from the app, or one from the paper."""

    code = forms.CharField(
        label=_("Koden fra din app"),
        help_text=_("Har du ikke din telefon, så skriv en af dine reservekoder."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, user: User, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.address = address

    def clean_code(self) -> str:
        now = timezone.now()
        who = f"second:{self.user.pk}"
        if wait := patience.knock(who, self.address, now=now):
            raise ValidationError(patience.please_wait(wait))
        if not factors.prove(self.user, self.cleaned_data["code"], now=now):
            raise ValidationError(_("Koden passer ikke. Vent, til appen viser en ny, og prøv igen."))
        patience.welcome(who)
        return ""


class PasswordAgainForm(forms.Form):
    password = forms.CharField(
        label=_("Dit kodeord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, user: User, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.address = address

    def clean_password(self) -> str:
        if wait := patience.knock(self.user.login, self.address, now=timezone.now()):
            raise ValidationError(patience.please_wait(wait))
        if not self.user.check_password(self.cleaned_data["password"]):
            raise ValidationError(_("Det er ikke dit kodeord."))
        patience.welcome(self.user.login)
        return ""


class PasskeyForm(forms.Form):
    """What the phone answers comes from a script, and is judged elsewhere."""

    name = forms.CharField(
        label=_("Hvad skal den hedde?"),
        max_length=40,
        initial=_("Min telefon"),
        help_text=_("Så kan du kende den igen, når du har flere."),
    )
    answer = forms.CharField(max_length=20_000, widget=forms.HiddenInput)


class ChangePasswordForm(forms.Form):
    old = forms.CharField(
        label=_("Dit kodeord nu"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Dit nye kodeord"),
        strip=False,
        max_length=200,
        help_text=_("Mindst 8 tegn. Gerne tre-fire ord, som kun du ville sætte sammen."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Det nye kodeord en gang til"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if user.has_temporary_password or not user.has_usable_password():
            del self.fields["old"]

    def clean_old(self) -> str:
        if not self.user.check_password(self.cleaned_data["old"]):
            raise ValidationError(_("Det er ikke dit kodeord."))
        return str(self.cleaned_data["old"])

    def clean_new(self) -> str:
        if self.user.has_temporary_password and self.user.check_password(self.cleaned_data["new"]):
            raise ValidationError(_("Find på et andet end det, du fik."))
        validate_password(self.cleaned_data["new"], self.user)
        return str(self.cleaned_data["new"])

    def clean_again(self) -> str:
        if self.cleaned_data["again"] != self.cleaned_data.get("new", self.cleaned_data["again"]):
            raise ValidationError(_("De to kodeord er ikke ens."))
        return str(self.cleaned_data["again"])


class VersionedForm(forms.ModelForm):
    """Carries the version that the person looked at; the action asks whether it is still the newest."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class StepForm(VersionedForm):
    class Meta:
        model = Step
        fields = ["title", "teaches", "age_from", "age_to", "criteria", "version"]
        widgets = {"teaches": forms.Textarea(attrs={"rows": 8}), "criteria": forms.Textarea(attrs={"rows": 8})}


class AreaForm(VersionedForm):
    class Meta:
        model = Area
        fields = ["name", "town", "latitude", "longitude", "is_open", "two_decide_steps", "version"]
        help_texts = {
            "latitude": _("Cirka midten af området, for eksempel 55,47. Aldrig nogens adresse."),
            "longitude": _("For eksempel 12,17."),
            "two_decide_steps": _("En ung rykker først et trin op, når en kollega også har set på det."),
            "is_open": _("Nye unge kan vælge området, når de kommer med."),
        }
        localized_fields = ["latitude", "longitude"]


class AreasForm(forms.Form):
    """Coordinators hand out the areas that they answer for themselves."""

    areas = forms.ModelMultipleChoiceField(
        label=_("Områder"), queryset=Area.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].queryset = by.areas.by_name()  # type: ignore[attr-defined]


class MentorsPlaceForm(AreasForm):
    capacity = forms.IntegerField(
        label=_("Plads til så mange point"),
        help_text=_(
            "En ung på trin 1 er 3 point, på trin 4 er det 1. Med 30 unge, de fleste på trin 1 og 2, er man "
            "omkring 90. 0 betyder: ingen nye."
        ),
        min_value=0,
        max_value=400,
    )


class MentorForm(AreasForm):
    name = forms.CharField(label=_("Navn"), max_length=80)
    login = forms.CharField(label=_("Mobil eller e-mail"), max_length=120, help_text=_("Den logger mentoren ind med."))

    field_order = ["name", "login", "areas"]

    def clean_login(self) -> str:
        login = as_login(self.cleaned_data["login"])
        if "@" not in login and not login.startswith("+"):
            raise ValidationError(_("Skriv et mobilnummer eller en e-mail."))
        if "@" in login:
            forms.EmailField().clean(login)
        if User.objects.filter(login=login).exists():
            raise ValidationError(_("Der er allerede en, der logger ind med den."))
        return login
