"""People and things for the tests. Traits say what matters; the rest is harmless.

Amina is the youth, Bo her mentor, Carla the one who must see nothing: see `conftest.py`.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from employers.models import (
    VALID_FOR,
    Agreement,
    Employer,
    EmployerContact,
    EmployerKind,
    EmployerStatus,
    Need,
    Payer,
    Post,
    PostStatus,
    Shift,
    Standing,
    VettingCheck,
    WageRate,
    Workplace,
)
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.accounts.terms import current
from jobplaneten.trades import Category, Help
from youth.actions import Grounds
from youth.models import (
    FreeTime,
    GuardianWord,
    How,
    ProfilePage,
    Protected,
    SchoolYear,
    Word,
    Youth,
    YouthSkill,
    YouthStatus,
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=COPENHAGEN)
TODAY = NOW.date()
NOTHING_MISSING = Grounds(snapshot={"criteria": {}})
PASSWORD = "en-lang-sætning-til-prøver"


class AreaFactory(DjangoModelFactory[Area]):
    class Meta:
        model = Area
        django_get_or_create = ("name",)

    name = "Prøveparken"
    town = "Køge"
    latitude = 55.479
    longitude = 12.166


def newest(role: str) -> int:
    terms = current(role, date.max)
    return terms.version if terms else 0


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    login = factory.Sequence(lambda n: f"person{n}@example.invalid")
    email = factory.SelfAttribute("login")
    name = "En Person"
    role = Role.MENTOR
    password = factory.django.Password(PASSWORD)

    terms_read = factory.LazyAttribute(lambda person: newest(person.role))

    @factory.post_generation
    def areas(self: Any, create: bool, extracted: list[Area] | None, **kwargs: Any) -> None:
        if create and extracted:
            self.areas.set(extracted)


class YouthFactory(DjangoModelFactory[Youth]):
    """A youth who is inside, has a finished profile and is 14 in 8th grade."""

    class Meta:
        model = Youth
        skip_postgeneration_save = True

    class Params:
        is_waiting = factory.Trait(
            status=YouthStatus.WAITING, mentor=None, profile_done_at=None, waiting_since=None, pages_done=[]
        )
        is_paused = factory.Trait(status=YouthStatus.PAUSED)
        is_fifteen = factory.Trait(born_on=date(2011, 5, 4), school_year=SchoolYear.GRADE_9)
        is_finished = factory.Trait(born_on=date(2010, 3, 2), school_year=SchoolYear.YOUTH_EDUCATION, step=3)
        is_adult = factory.Trait(born_on=date(2008, 2, 1), school_year=SchoolYear.YOUTH_EDUCATION, step=4)
        guardian_says_yes = factory.Trait(
            informed=factory.RelatedFactory(
                "tests.factories.GuardianWordFactory", factory_related_name="youth", word=Word.INFORMED
            ),
            yes=factory.RelatedFactory(
                "tests.factories.GuardianWordFactory", factory_related_name="youth", word=Word.YES
            ),
        )

    user = factory.SubFactory(UserFactory, role=Role.YOUTH, name="Amina")
    area = factory.SubFactory(AreaFactory)
    mentor = factory.LazyAttribute(lambda youth: UserFactory(role=Role.MENTOR, areas=[youth.area]))
    status = YouthStatus.ACTIVE
    protected = Protected.NO
    first_name = "Amina"
    last_name = "Hussein"
    born_on = date(2012, 4, 3)
    school_year = SchoolYear.GRADE_8
    school_year_told_on = TODAY
    likes = factory.List(["together", "outdoor"])
    rather_nots = factory.List(["busy"])
    dream = "At få min egen salon"
    dream_field = "design"
    travel_modes = factory.List(["walk", "bike"])
    travel_minutes = 30
    line = "Jeg er god til at smile til kunder."
    asked_at = NOW
    waiting_since = NOW
    pages_done = factory.LazyFunction(lambda: list(ProfilePage.values))
    profile_done_at = NOW


class YouthSkillFactory(DjangoModelFactory[YouthSkill]):
    class Meta:
        model = YouthSkill

    youth = factory.SubFactory(YouthFactory)
    skill = "polite"
    level = 2
    evidence = "home"


class FreeTimeFactory(DjangoModelFactory[FreeTime]):
    class Meta:
        model = FreeTime

    youth = factory.SubFactory(YouthFactory)
    weekday = 1
    starts = 15 * 60
    ends = 18 * 60


class GuardianWordFactory(DjangoModelFactory[GuardianWord]):
    class Meta:
        model = GuardianWord

    youth = factory.SubFactory(YouthFactory)
    word = Word.INFORMED
    said_on = TODAY
    how = How.PHONE
    guardian = "mor"
    by = factory.LazyAttribute(lambda word: word.youth.mentor)
    written_at = NOW


class EmployerFactory(DjangoModelFactory[Employer]):
    class Meta:
        model = Employer

    class Params:
        is_applied = factory.Trait(
            status=EmployerStatus.APPLIED, vetted_at=None, vetted_by=None, confirmed_by=None, vetted_until=None
        )

    name = factory.Sequence(lambda n: f"Butik {n}")
    cvr = factory.Sequence(lambda n: f"{20000000 + n}")
    kind = EmployerKind.COMPANY
    postcode = "4600"
    status = EmployerStatus.VETTED
    asked_at = NOW
    vetted_at = NOW
    vetted_by = factory.SubFactory(UserFactory, role=Role.COORDINATOR)
    confirmed_by = factory.SubFactory(UserFactory, role=Role.MENTOR)
    vetted_until = TODAY + VALID_FOR


class VettingCheckFactory(DjangoModelFactory[VettingCheck]):
    class Meta:
        model = VettingCheck

    employer = factory.SubFactory(EmployerFactory, is_applied=True)
    seen_in = "hand"
    number_seen = factory.SelfAttribute("employer.cvr")
    name_seen = "Butik"
    status_seen = "Aktiv"
    phone_seen = "+4556000000"
    called_on = TODAY
    spoke_with = "Lederen"
    met_on = TODAY
    met_by = "Dorte"
    note = "virk.dk"
    checked_at = NOW
    checked_by = factory.SubFactory(UserFactory, role=Role.COORDINATOR)


class EmployerContactFactory(DjangoModelFactory[EmployerContact]):
    class Meta:
        model = EmployerContact

    employer = factory.SubFactory(EmployerFactory)
    user = factory.SubFactory(UserFactory, role=Role.EMPLOYER)
    standing = Standing.ADMINISTRATOR
    since = NOW


class AgreementFactory(DjangoModelFactory[Agreement]):
    class Meta:
        model = Agreement

    name = factory.Sequence(lambda n: f"Overenskomst {n}")
    at = NOW


class WageRateFactory(DjangoModelFactory[WageRate]):
    """80 kroner for everybody under 18, since the summer."""

    class Meta:
        model = WageRate

    agreement = factory.SubFactory(AgreementFactory)
    age_from = 13
    age_to = 17
    rate = Decimal(80)
    valid_from = date(2026, 7, 1)
    source_url = "https://example.invalid/satser"
    source_date = "juli 2026"
    at = NOW


class PostFactory(DjangoModelFactory[Post]):
    """An open, complete and lawful post: two hours on Tuesdays in a shop."""

    class Meta:
        model = Post
        skip_postgeneration_save = True

    class Params:
        is_draft = factory.Trait(status=PostStatus.DRAFT, opened_at=None)

    employer = factory.SubFactory(EmployerFactory)
    status = PostStatus.OPEN
    title = "Hjælp i butikken"
    category = Category.SHOP
    workplace = Workplace.SHOP
    chores = factory.List(["sort_goods", "price_marking"])
    circumstances = factory.List(["indoor", "together"])
    step_from = 1
    step_to = 3
    age_from = 13
    age_to = 18
    help = Help.CLOSE
    adult_on_site = "Karen"
    postcode = "4600"
    place = "Ølby Center"
    latitude = 55.4833
    longitude = 12.176
    starts_on = date(2026, 12, 1)
    ends_on = date(2027, 3, 1)
    seats = 1
    pay_hour = 70
    payer = Payer.EMPLOYER
    changed_at = NOW
    opened_at = NOW
    shift = factory.RelatedFactory("tests.factories.ShiftFactory", factory_related_name="post")


class ShiftFactory(DjangoModelFactory[Shift]):
    class Meta:
        model = Shift

    post = factory.SubFactory(PostFactory, shift=None)
    weekday = 1
    starts = 15 * 60 + 30
    ends = 17 * 60 + 30


class NeedFactory(DjangoModelFactory[Need]):
    class Meta:
        model = Need

    post = factory.SubFactory(PostFactory)
    skill = "on_time"
    level = 1
