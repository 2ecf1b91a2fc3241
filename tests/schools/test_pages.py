from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jobplaneten.accounts.models import User
from jobplaneten.schools.models import ClosedDays, School
from jobplaneten.schools.years import school_years, summer_begins
from jobplaneten.trail.models import Entry
from tests.factories import NOW, TODAY
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
CSV = "10-10-2026;18-10-2026;Efterårsferie\n15-02-2027;19-02-2027;Vinterferie\nuge 52;;Jul\n"


def autumn(school: School | None = None) -> ClosedDays:
    return ClosedDays.objects.create(
        school=school, first_on=date(2026, 10, 10), last_on=date(2026, 10, 18), name="Efterårsferie", at=NOW
    )


def test_a_coordinator_writes_days_off_and_takes_them_away_again(as_user: SignIn, dorte: User) -> None:
    client = as_user(dorte)
    typed = {"school": "", "first_on": "2026-10-10", "last_on": "2026-10-18", "name": "Efterårsferie", "source": ""}
    assert client.post("/skoler/fridage/ny/", typed)["Location"] == "/skoler/"
    row = ClosedDays.objects.get()
    page = client.get("/skoler/").content.decode()
    assert "Efterårsferie" in page
    assert "10. oktober 2026" in page
    assert "tæller så som skoledage" in client.get(f"/skoler/fridage/{row.pk}/fjern/").content.decode()
    assert ClosedDays.objects.exists()
    client.post(f"/skoler/fridage/{row.pk}/fjern/")
    assert not ClosedDays.objects.exists()
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True)) == ["add", "remove"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"last_on": "2026-10-01"}, "sidste fridag"),
        ({"last_on": "2027-10-18"}, "100 dage"),
        ({"first_on": "0206-10-10"}, "årstallet"),
        ({"name": ""}, "navn"),
    ],
)
def test_days_that_nobody_meant_are_asked_about_and_not_kept(
    changed: dict[str, str], field: str, as_user: SignIn, dorte: User
) -> None:
    typed = {"school": "", "first_on": "2026-10-10", "last_on": "2026-10-18", "name": "Efterårsferie", "source": ""}
    answer = as_user(dorte).post("/skoler/fridage/ny/", typed | changed)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not ClosedDays.objects.exists()


def test_the_same_days_cannot_be_written_twice(as_user: SignIn, dorte: User) -> None:
    autumn()
    typed = {"school": "", "first_on": "2026-10-10", "last_on": "2026-10-18", "name": "Uge 42", "source": ""}
    answer = as_user(dorte).post("/skoler/fridage/ny/", typed)
    assert "De dage står her allerede" in answer.content.decode()


def test_a_file_is_shown_before_anything_is_written(as_user: SignIn, dorte: User) -> None:
    client = as_user(dorte)
    autumn()
    file = SimpleUploadedFile("ferie.csv", CSV.encode())
    preview = client.post("/skoler/fridage/indlaes/", {"school": "", "source": "Skolens plan", "file": file})
    words = preview.content.decode()
    assert "står her allerede" in words
    assert "Vinterferie" in words
    assert "Linje 3" in words
    assert ClosedDays.objects.count() == 1
    sealed = preview.context["confirm"]["sealed"].value()
    for _twice in range(2):
        client.post("/skoler/fridage/indlaes/gem/", {"sealed": sealed})
    assert sorted(ClosedDays.objects.values_list("name", "source")) == [
        ("Efterårsferie", ""),
        ("Vinterferie", "Skolens plan"),
    ]


def test_a_preview_that_was_touched_writes_nothing(as_user: SignIn, dorte: User) -> None:
    answer = as_user(dorte).post("/skoler/fridage/indlaes/gem/", {"sealed": "made:up:here"}, follow=True)
    assert "Vælg filen igen" in answer.content.decode()
    assert not ClosedDays.objects.exists()


def test_a_file_of_another_kind_is_refused_at_its_field(as_user: SignIn, dorte: User) -> None:
    file = SimpleUploadedFile("ferie.pdf", b"%PDF")
    answer = as_user(dorte).post("/skoler/fridage/indlaes/", {"school": "", "source": "", "file": file})
    assert "gemt som .csv" in answer.content.decode()


def test_a_mentor_reads_the_calendar_and_writes_nothing(as_user: SignIn, bo: User) -> None:
    client = as_user(bo)
    row = autumn()
    assert "Efterårsferie" in client.get("/skoler/").content.decode()
    assert "Fjern" not in client.get("/skoler/").content.decode()
    assert client.post(f"/skoler/fridage/{row.pk}/fjern/").status_code == 404
    assert client.get("/skoler/fridage/ny/").status_code == 404
    assert ClosedDays.objects.exists()


def test_a_school_is_added_and_a_youth_chooses_it(as_user: SignIn, dorte: User, amina: Youth) -> None:
    client = as_user(dorte)
    client.post("/skoler/ny/", {"name": "Strandskolen", "follows_municipality": "on", "is_active": "on"})
    school = School.objects.get()
    client = as_user(amina.user)
    assert "Strandskolen" in client.get("/min-profil/school/").content.decode()
    typed = {"school_year": "8", "school": school.pk, "version": amina.version}
    client.post("/min-profil/school/", typed)
    amina.refresh_from_db()
    assert amina.school == school


def test_a_school_that_cannot_be_chosen_stays_with_those_who_chose_it(
    as_user: SignIn, dorte: User, amina: Youth
) -> None:
    school = School.objects.create(name="Strandskolen", is_active=False)
    Youth.objects.filter(pk=amina.pk).update(school=school)
    client = as_user(amina.user)
    client.post("/min-profil/school/", {"school_year": "9", "school": school.pk, "version": amina.version})
    amina.refresh_from_db()
    assert (amina.school_year, amina.school) == ("9", school)


def test_a_year_without_a_calendar_says_what_that_means() -> None:
    rows = [autumn()]
    this, following = school_years(rows, TODAY)
    assert (this.is_unknown, following.is_unknown) == (False, True)
    assert this.school_days < following.school_days + 10
    assert this.days == tuple(rows)


def test_the_end_of_a_summer_does_not_make_the_next_year_known() -> None:
    summer = ClosedDays(first_on=date(2027, 6, 26), last_on=date(2027, 8, 8), name="Sommerferie")
    without, following = school_years([], TODAY)[1], school_years([summer], TODAY)[1]
    assert following.is_unknown
    assert following.school_days == without.school_days - 5


def test_days_that_are_often_off_are_only_suggested() -> None:
    this = school_years([autumn()], TODAY)[0]
    assert {(each.day.month, each.day.day) for each in this.suggestions} >= {(12, 24), (12, 31), (6, 26)}
    assert summer_begins(2027) == date(2027, 6, 26)
    assert ClosedDays.objects.count() == 1


def test_the_page_asks_as_often_for_many_schools_as_for_few(
    as_user: SignIn, dorte: User, django_assert_max_num_queries: Any
) -> None:
    client = as_user(dorte)
    for number in range(20):
        autumn(School.objects.create(name=f"Skole {number}"))
    with django_assert_max_num_queries(10):
        client.get("/skoler/")
