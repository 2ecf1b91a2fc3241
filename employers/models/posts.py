from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employers.models.colleagues import INSIDE
from employers.models.employers import Employer, vetted_today
from employers.models.wages import Agreement
from jobplaneten.ladder import StepNumber
from jobplaneten.trades import Category, Help, Skill, SkillLevel, Weekday


class PostStatus(models.TextChoices):
    DRAFT = "draft", _("Kladde")
    SUBMITTED = "submitted", _("Sendt til godkendelse")
    OPEN = "open", _("Åbent")
    FILLED = "filled", _("Besat")
    CLOSED = "closed", _("Lukket")
    REFUSED = "refused", _("Sendt retur")


class Payer(models.TextChoices):
    PROGRAMME = "programme", _("Projektet")
    MUNICIPALITY = "municipality", _("Kommunen")
    EMPLOYER = "employer", _("Arbejdspladsen selv")


class Workplace(models.TextChoices):
    GENERIC = "generic", _("Andet sted")
    SHOP = "shop", _("Butik")
    SUPERMARKET = "supermarket", _("Supermarked")
    ISOLATED_SHOP = "shop_isolated", _("Butik, der ligger for sig selv")
    KIOSK = "kiosk", _("Kiosk")
    BAKERY_SHOP = "bakery_shop", _("Bagerbutik")
    BAKERY = "bakery", _("Bageri")
    GRILL_BAR = "grillbar", _("Grillbar")
    ICE_CREAM = "ice_cream_shop", _("Ishus")
    CAFE = "cafe_no_alcohol", _("Café uden alkohol")
    RESTAURANT = "restaurant", _("Restaurant eller café")
    BAR = "bar", _("Bar eller værtshus")
    CANTEEN = "canteen", _("Kantine")
    DAYCARE = "daycare", _("Vuggestue eller børnehave")
    CARE_HOME = "care_home", _("Plejehjem")
    HOUSING = "housing_estate", _("Boligområde")
    SPORTS_CLUB = "sports_club", _("Idrætsforening")
    LIBRARY = "library", _("Bibliotek")
    MUSEUM = "museum", _("Museum")
    OFFICE = "office", _("Kontor")
    EVENT = "event", _("Arrangement")
    WORKSHOP = "workshop", _("Værksted")
    WAREHOUSE = "warehouse", _("Lager")
    FACTORY = "factory", _("Fabrik")
    LAUNDRY = "laundry", _("Vaskeri")
    FARM = "farm", _("Gård eller gartneri")
    STABLE = "stable", _("Rideskole eller stald")
    SERVICE_STATION = "service_station", _("Tankstation")
    CAMP = "camp", _("Lejr")
    FILM = "film", _("Film og reklame")


class Chemicals(models.TextChoices):
    NONE = "none", _("Ingen")
    MILD = "mild_unlabelled", _("Milde midler uden faremærke")
    LABELLED = "hazard_labelled", _("Midler med faremærke")
    TOXIC = "toxic_cmr_corrosive_explosive", _("Giftige, ætsende eller eksplosive stoffer")


class Machines(models.TextChoices):
    NONE = "none", _("Ingen")
    EVERYDAY = "everyday", _("Almindeligt udstyr, fx støvsuger eller computer")
    HARMLESS = "harmless", _("Små ufarlige maskiner, fx kassebånd eller softice")
    HAZARD = "hazard", _("Maskiner, man kan komme til skade på")
    VEHICLE = "vehicle", _("Køretøjer, fx havetraktor")


class Alcohol(models.TextChoices):
    NONE = "none", _("Ingen alkohol")
    CHECKOUT = "retail_checkout", _("Alkohol sælges ved kassen")
    SERVING = "venue_serving_room", _("Arbejdet er i et lokale, hvor der serveres alkohol")
    BACK = "venue_back_of_house", _("Der serveres alkohol, men arbejdet er i køkkenet")


class Danger(models.TextChoices):
    """What surrounds the work, in the words of the law; all but the first close a job for everybody under 18."""

    VIOLENCE = "violence", _("Risiko for vold eller trusler")
    TEMPERATURE = "extreme_temperature", _("Meget stærk varme eller kulde")
    NOISE = "harmful_noise_vibration", _("Skadelig støj eller rystelser")
    FALL = "fall_or_collapse_risk", _("Man kan falde ned, eller noget kan styrte sammen")
    PACE = "machine_paced_hazardous", _("Farligt arbejde, hvor en maskine bestemmer farten")
    ANIMALS = "wild_or_venomous_animals", _("Vilde eller giftige dyr")
    SLAUGHTER = "industrial_slaughter", _("Slagteri")
    RADIATION = "ionising_radiation", _("Radioaktiv stråling")
    AIR = "high_pressure_or_oxygen_poor", _("Højt tryk eller for lidt ilt")


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, user: Any) -> "PostQuerySet":
        """Employers their own, coordinators all, mentors what is shown; nobody else any."""
        if user.is_coordinator:
            return self.all()
        if user.is_mentor:
            return self.filter(status__in=[PostStatus.OPEN, PostStatus.FILLED])
        if user.is_employer:
            return self.filter(employer__contacts__user=user, employer__contacts__standing__in=INSIDE)
        return self.none()

    def open(self) -> "PostQuerySet":
        """Open posts of employers who are vetted right now."""
        return self.filter(vetted_today("employer__"), status=PostStatus.OPEN)

    def to_review(self) -> "PostQuerySet":
        return self.filter(status=PostStatus.SUBMITTED)

    def imported_drafts(self) -> "PostQuerySet":
        return self.filter(status=PostStatus.DRAFT, source_key__isnull=False)

    def newest_first(self) -> "PostQuerySet":
        return self.order_by("-changed_at", "-pk")


class Post(models.Model):
    """An employer's advert: everything that the law, the match and a youth need to know about a job."""

    employer = models.ForeignKey(Employer, models.PROTECT, null=True, blank=True, related_name="posts")
    status = models.CharField(max_length=10, choices=PostStatus.choices, default=PostStatus.DRAFT)
    status_reason = models.CharField(_("begrundelse"), max_length=300, blank=True)

    title = models.CharField(_("overskrift"), max_length=80)
    category = models.CharField(_("slags job"), max_length=20, choices=Category.choices, blank=True)
    workplace = models.CharField(_("hvor foregår det"), max_length=20, choices=Workplace.choices, blank=True)
    chores = models.JSONField(_("opgaver"), default=list)
    text = models.TextField(_("fortæl om jobbet"), max_length=1500, blank=True)
    circumstances = models.JSONField(_("sådan er jobbet"), default=list)
    expectations = models.CharField(_("hvad I forventer"), max_length=300, blank=True)

    step_from = models.PositiveSmallIntegerField(_("fra trin"), choices=StepNumber.choices, null=True, blank=True)
    step_to = models.PositiveSmallIntegerField(_("til trin"), choices=StepNumber.choices, null=True, blank=True)
    age_from = models.PositiveSmallIntegerField(
        _("fra alder"), default=13, validators=[MinValueValidator(13), MaxValueValidator(18)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("til alder"), default=18, validators=[MinValueValidator(13), MaxValueValidator(18)]
    )
    help = models.PositiveSmallIntegerField(_("hvor meget hjælp er der"), choices=Help.choices, null=True, blank=True)
    adult_on_site = models.CharField(_("den voksne på stedet"), max_length=80, blank=True)
    is_alone = models.BooleanField(_("den unge er nogle gange alene"), default=False)
    lift_kg = models.PositiveSmallIntegerField(_("tungeste løft i kg"), default=0, validators=[MaxValueValidator(100)])
    machines = models.CharField(_("maskiner"), max_length=10, choices=Machines.choices, default=Machines.NONE)
    chemicals = models.CharField(_("kemi"), max_length=40, choices=Chemicals.choices, default=Chemicals.NONE)
    alcohol = models.CharField(_("alkohol"), max_length=20, choices=Alcohol.choices, default=Alcohol.NONE)
    has_quick_help = models.BooleanField(_("en kollega kan straks tage over ved alderstjek"), default=False)
    dangers = models.JSONField(_("farer"), default=list, blank=True)

    postcode = models.CharField(_("postnummer"), max_length=4, blank=True)
    place = models.CharField(_("sted"), max_length=80, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    starts_on = models.DateField(_("første dag"), null=True, blank=True)
    ends_on = models.DateField(_("sidste dag"), null=True, blank=True)
    seats = models.PositiveSmallIntegerField(
        _("antal pladser"), default=1, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )
    seats_taken = models.PositiveSmallIntegerField(default=0)
    pay_hour = models.DecimalField(
        _("løn i timen"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
    )
    payer = models.CharField(_("hvem betaler"), max_length=20, choices=Payer.choices, default=Payer.EMPLOYER)
    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("hvilken overenskomst følger I"),
    )

    source_key = models.CharField(max_length=80, null=True, blank=True, unique=True)  # noqa: DJ001
    source_url = models.URLField(_("kilde"), max_length=500, blank=True)
    source_date = models.CharField(_("kildens dato"), max_length=20, blank=True)
    source_raw = models.JSONField(null=True, blank=True)
    guesses = models.JSONField(_("gættet ved indlæsning"), default=dict)

    changed_at = models.DateTimeField()
    # When a coordinator let these very words out; empty again as soon as one of them is changed.
    opened_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from__lte=F("age_to")),
                name="post_ages_are_in_order",
                violation_error_message=_("Fra alder skal være det samme som eller før til alder."),
            ),
            models.CheckConstraint(
                condition=Q(step_from__isnull=True) | Q(step_to__isnull=True) | Q(step_from__lte=F("step_to")),
                name="post_steps_are_in_order",
                violation_error_message=_("Fra trin skal være det samme som eller før til trin."),
            ),
            models.CheckConstraint(
                condition=Q(seats_taken__lte=F("seats")),
                name="post_is_not_overfilled",
                violation_error_message=_("Der kan ikke være færre pladser, end der allerede er besat."),
            ),
            models.CheckConstraint(
                condition=~Q(status=PostStatus.OPEN) | Q(employer__isnull=False), name="open_post_has_an_employer"
            ),
            models.CheckConstraint(
                condition=~Q(status=PostStatus.REFUSED) | ~Q(status_reason=""), name="refused_post_says_why"
            ),
        ]
        indexes = [models.Index(fields=["status", "changed_at"], name="post_status")]

    def __str__(self) -> str:
        return self.title

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """What the database holds, the form says at its fields. Asking the database too would slow down every answer
        to somebody who types.
        """

    @property
    def seats_left(self) -> int:
        return self.seats - self.seats_taken

    @property
    def steps(self) -> range:
        if self.step_from is None or self.step_to is None:
            return range(0)
        return range(self.step_from, self.step_to + 1)


class Shift(models.Model):
    """A weekly shift, in minutes after midnight."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="shifts")
    weekday = models.PositiveSmallIntegerField(_("dag"), choices=Weekday.choices)
    starts = models.PositiveSmallIntegerField(_("fra"))
    ends = models.PositiveSmallIntegerField(_("til"))
    break_minutes = models.PositiveSmallIntegerField(_("pause"), default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__lt=F("ends")) & Q(ends__lte=1440) & Q(weekday__lte=6),
                name="shift_in_order",
                violation_error_message=_("Vagten skal slutte efter, at den er begyndt."),
            ),
            models.CheckConstraint(
                condition=Q(break_minutes__lt=F("ends") - F("starts")),
                name="break_is_shorter_than_shift",
                violation_error_message=_("Pausen kan ikke være lige så lang som vagten."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts}-{self.ends}"


class Need(models.Model):
    """What the employer hopes that the youth can, in the youths' own vocabulary."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="needs")
    skill = models.CharField(_("hvad"), max_length=20, choices=Skill.choices)
    level = models.PositiveSmallIntegerField(_("hvor godt"), choices=SkillLevel.choices, default=SkillLevel.TRIED)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "skill"], name="post_needs_a_skill_once")]

    def __str__(self) -> str:
        return f"{self.skill} {self.level}"
