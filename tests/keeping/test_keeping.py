"""A youth takes everything home, changes their mind, and is forgotten; and nothing is kept longer than said."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import ForeignKey, OneToOneField
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts.models import Role, User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.keeping.actions import forget, leave, stay
from jobplaneten.keeping.book import ABOUT_OTHERS, BOOK, BY_WHOM
from jobplaneten.keeping.everything import everything
from jobplaneten.keeping.retention import keep_house, what_is_due
from jobplaneten.messaging.actions import tell
from jobplaneten.messaging.models import Message, TextMessage
from jobplaneten.placements.models import Paper, PaperTick, Placement, PlacementStatus
from jobplaneten.trail.actions import record, record_reads
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching.models import CandidateCard, Decision, Match, MatchStatus, NightRecord, YouthNight
from tests.factories import NOW, TODAY, FreeTimeFactory, UserFactory, YouthFactory, YouthSkillFactory
from tests.matching.factories import CardFactory, MatchFactory, RunFactory
from youth.models import BlockedTime, GuardianWord, ProfileDraft, StepChange, WhyLeaving, Youth, YouthStatus

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
MARK = "Mærkesten"


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to(NOW)


def planted(bo: User, **fields: Any) -> Youth:
    """A youth with the mark wherever somebody could have written something."""
    youth = YouthFactory(mentor=bo, area=bo.areas.get(), guardian_says_yes=True, **fields)
    for name in ("first_name", "last_name", "shown_name", "dream", "line"):
        setattr(youth, name, f"{MARK} {name}"[:40])
    youth.likes, youth.rather_nots = [f"{MARK} likes"], [f"{MARK} rather"]
    youth.save()
    user = youth.user
    user.login, user.name, user.email, user.phone = f"{MARK}@x.invalid", MARK, f"{MARK}@x.invalid", MARK
    user.save()
    FreeTimeFactory(youth=youth)
    YouthSkillFactory(youth=youth)
    BlockedTime.objects.create(youth=youth, weekday=2, starts=600, ends=660)
    ProfileDraft.objects.create(youth=youth, page="about", content={"line": [MARK]}, saved_at=NOW)
    GuardianWord.objects.filter(youth=youth).update(guardian=MARK)
    steps = {"from_step": 1, "to_step": 1, "by": bo, "at": NOW}
    StepChange.objects.create(youth=youth, move="start", evidence=MARK, reason=MARK, **steps)
    match = MatchFactory(youth=youth, status=MatchStatus.RELEASED, line=MARK, reasons={"mentor": [MARK]})
    Decision.objects.create(match=match, move="accept", by=user, at=NOW)
    CardFactory(match=match, first_name=MARK, line=MARK)
    YouthNight.objects.create(run=match.run, youth=youth, proposed=1)
    mother = UserFactory(role=Role.GUARDIAN, name=MARK, login=f"mor-{MARK}@x.invalid", phone=MARK)
    Guardian.objects.create(user=mother)
    Guardianship.objects.create(youth=youth, guardian=mother, relation="mother", began_at=NOW, known_by=bo)
    tell(mother, MARK, MARK, path="/", now=NOW)
    tell(user, MARK, MARK, path="/", now=NOW)
    record_reads("youth", [(youth.pk, youth.pk)], by=bo, now=NOW)
    return youth


def job_of(youth: Youth, status: PlacementStatus) -> Placement:
    match = MatchFactory(youth=youth, status=MatchStatus.AGREED)
    fields = {"first_day_on": TODAY, "started_at": NOW, "last_day_on": TODAY if status == "ended" else None}
    return Placement.objects.create(
        youth=youth, post=match.post, status=status, agreed_at=NOW, first_name=MARK, end_reason=MARK, **fields
    )


def every_row() -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        for row in model._default_manager.all():
            for field in model._meta.concrete_fields:
                yield f"{model._meta.label}.{field.name}", str(getattr(row, field.attname))


def where_the_mark_is() -> set[str]:
    return {place for place, value in every_row() if MARK in value}


# ── the book is whole ───────────────────────────────────────────────────────
def test_whatever_may_be_about_a_youth_stands_in_the_book() -> None:
    """A new model that points at a youth, or at a row about one, must say what becomes of it."""
    known, missing = {page.model for page in BOOK}, set()
    about = {"youth.Youth", *known}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if not isinstance(field, ForeignKey | OneToOneField):
                continue
            place, target = (model._meta.label, field.name), field.related_model._meta.label
            if target in about and model._meta.label not in about:
                missing.add(place)
            is_person = target == "accounts.User" and not ABOUT_OTHERS & {model._meta.app_label, model._meta.label}
            if is_person and place not in BY_WHOM | {("youth.Youth", "user")} and model._meta.label not in known:
                missing.add(place)
    assert missing == set()


def test_the_book_leads_to_the_youth_and_to_nobody_else(bo: User) -> None:
    youth, other = planted(bo), YouthFactory(mentor=bo, area=bo.areas.get(), guardian_says_yes=True)
    for page in BOOK:
        assert not page.rows(other).filter(pk__in=page.rows(youth)).exists()


# ── everything, to take home ────────────────────────────────────────────────
def test_a_youth_takes_home_every_word_that_is_written(bo: User, as_user: SignIn) -> None:
    youth = planted(bo)
    client = as_user(youth.user)
    told = json.loads(client.get("/mine-data/hent.json").content)
    text = json.dumps(told, ensure_ascii=False)
    for place, value in every_row():
        is_mothers = value.startswith("mor-")
        if MARK in value and not is_mothers and not place.endswith(("reasons", "content", "likes", "rather_nots")):
            assert value in text, place
    assert "password" not in text
    assert youth.user.password not in text
    page = client.get("/mine-data/hent/")
    assert page["Content-Disposition"] == 'attachment; filename="jobplaneten-mine-oplysninger.html"'
    assert MARK in page.content.decode()
    assert Entry.objects.filter(verb="export", youth=youth.pk, by=youth.user).count() == 2


def test_nobody_elses_words_come_along(bo: User) -> None:
    planted(bo)
    other = YouthFactory(mentor=bo, area=bo.areas.get())
    assert MARK not in json.dumps(everything(other), ensure_ascii=False)


def test_what_was_typed_as_html_is_only_text_on_the_page(bo: User, as_user: SignIn) -> None:
    youth = YouthFactory(mentor=bo, area=bo.areas.get(), dream="<script>x</script>")
    assert b"<script>" not in as_user(youth.user).get("/mine-data/hent/").content


# ── leaving, and staying after all ──────────────────────────────────────────
def test_who_asks_to_be_forgotten_is_out_of_sight_at_once_and_can_still_stay(
    bo: User, elif_: EmployerContact, as_user: SignIn
) -> None:
    youth = planted(bo)
    client = as_user(youth.user)
    client.post("/mine-data/slet/", {"is_sure": "on"})
    youth.refresh_from_db()
    assert (youth.status, youth.leaving_on) == (YouthStatus.LEAVING, TODAY + timedelta(days=14))
    assert not Match.objects.alive().filter(youth=youth).exists()
    assert not CandidateCard.objects.visible_to(EmployerContact.objects.first().user).exists()  # type: ignore[union-attr]
    assert not Youth.objects.in_the_night().filter(pk=youth.pk).exists()
    assert "Du er på vej ud" in client.get("/").content.decode()
    assert Message.objects.filter(to=bo, subject="En ung er på vej ud").exists()
    client.post("/mine-data/fortryd/")
    youth.refresh_from_db()
    assert (youth.status, youth.leaving_on, youth.leaving_why) == (YouthStatus.ACTIVE, None, "")
    assert MARK in youth.first_name


@pytest.mark.parametrize("status", [YouthStatus.WAITING, YouthStatus.PAUSED, YouthStatus.CLOSED])
def test_who_stays_is_where_they_were(status: YouthStatus, bo: User, now: datetime) -> None:
    youth = YouthFactory(mentor=None if status == YouthStatus.WAITING else bo, area=bo.areas.get(), status=status)
    leave(youth, why=WhyLeaving.ASKED, on=TODAY, by=youth.user, now=now)
    assert stay(youth, by=youth.user, now=now).status == status


def test_who_works_is_asked_to_end_the_job_first(bo: User, as_user: SignIn) -> None:
    youth = planted(bo)
    job_of(youth, PlacementStatus.STARTED)
    client = as_user(youth.user)
    assert "Du er i job lige nu" in client.get("/mine-data/slet/").content.decode()
    client.post("/mine-data/slet/", {"is_sure": "on"})
    youth.refresh_from_db()
    assert youth.status == YouthStatus.ACTIVE


def test_without_the_tick_nothing_happens_and_it_is_said(bo: User, as_user: SignIn) -> None:
    youth = planted(bo)
    assert "Sæt hak her" in as_user(youth.user).post("/mine-data/slet/", {"is_sure": ""}).content.decode()
    youth.refresh_from_db()
    assert youth.status == YouthStatus.ACTIVE


# ── forgotten ───────────────────────────────────────────────────────────────
def test_when_the_day_comes_no_word_is_left_anywhere_and_the_numbers_stay(bo: User, now: datetime) -> None:
    youth = planted(bo)
    placement = job_of(youth, PlacementStatus.ENDED)
    PaperTick.objects.create(placement=placement, paper=Paper.ADULT, by=bo, at=NOW, who=MARK)
    assert len(where_the_mark_is()) > 15
    leave(youth, why=WhyLeaving.ASKED, on=TODAY, by=youth.user, now=now)
    matches = Match.objects.count()
    assert keep_house(now)["forget"] == 1
    assert where_the_mark_is() == set()
    youth.refresh_from_db()
    assert (youth.status, youth.mentor, youth.born_on.day) == (YouthStatus.FORGOTTEN, None, 1)
    assert not youth.user.is_active
    assert not youth.user.has_usable_password()
    assert (Match.objects.count(), Placement.objects.count()) == (matches, 1)
    assert Entry.objects.filter(verb="forget", youth=youth.pk).exists()


def test_others_are_left_as_they_were(bo: User, now: datetime) -> None:
    youth, other = YouthFactory(mentor=bo, area=bo.areas.get(), guardian_says_yes=True), planted(bo)
    before = where_the_mark_is()
    leave(youth, why=WhyLeaving.ASKED, on=TODAY, by=youth.user, now=now)
    keep_house(now)
    assert where_the_mark_is() == before
    other.refresh_from_db()
    assert other.status == YouthStatus.ACTIVE


def test_a_running_job_is_waited_for(bo: User, now: datetime) -> None:
    youth = planted(bo, born_on=date(2007, 1, 1))
    leave(youth, why=WhyLeaving.GROWN_UP, on=TODAY, by=None, now=now)
    placement = job_of(youth, PlacementStatus.STARTED)
    assert "forget" not in keep_house(now)
    assert forget(youth, now=now) is False
    Placement.objects.filter(pk=placement.pk).update(status=PlacementStatus.ENDED, last_day_on=TODAY)
    assert keep_house(now)["forget"] == 1


def test_the_forgotten_cannot_sign_in_and_nobody_finds_them(
    bo: User, dorte: User, as_user: SignIn, now: datetime
) -> None:
    youth = planted(bo)
    client = as_user(youth.user)
    leave(youth, why=WhyLeaving.ASKED, on=TODAY, by=youth.user, now=now)
    keep_house(now)
    assert client.get("/min-profil/").status_code == 302
    for person in (bo, dorte):
        assert as_user(person).get(f"/unge/{youth.pk}/").status_code == 404


def forgotten(**options: str) -> Any:
    out = StringIO()
    call_command("forgotten", stdout=out, **options)
    return json.loads(out.getvalue())


def kept_beside_the_backups(tmp_path: Path, youth: Youth) -> str:
    """What the list says of the youth, who was forgotten after the backup that is then restored."""
    now = youth.status
    Youth.objects.filter(pk=youth.pk).update(status=YouthStatus.FORGOTTEN)
    listed = tmp_path / "forgotten.json"
    listed.write_text(json.dumps(forgotten()), encoding="utf-8")
    Youth.objects.filter(pk=youth.pk).update(status=now)
    return str(listed)


def test_after_a_restore_the_forgotten_are_forgotten_again(bo: User, tmp_path: Path) -> None:
    listed = kept_beside_the_backups(tmp_path, planted(bo))
    assert forgotten(again=listed) == {"forgotten": 1, "waiting_for_a_job_to_end": 0}
    assert where_the_mark_is() == set()
    assert forgotten() == json.loads(Path(listed).read_text(encoding="utf-8"))
    assert forgotten(again=listed) == {"forgotten": 0, "waiting_for_a_job_to_end": 0}


def test_who_got_the_number_of_somebody_forgotten_stays(bo: User, tmp_path: Path) -> None:
    youth = planted(bo)
    listed = kept_beside_the_backups(tmp_path, youth)
    Youth.objects.filter(pk=youth.pk).update(asked_at=youth.asked_at + timedelta(days=1))
    assert forgotten(again=listed) == {"forgotten": 0, "waiting_for_a_job_to_end": 0}
    assert where_the_mark_is()


def test_who_had_a_job_in_the_old_backup_leaves_and_is_counted(bo: User, tmp_path: Path) -> None:
    youth = planted(bo)
    job_of(youth, PlacementStatus.STARTED)
    listed = kept_beside_the_backups(tmp_path, youth)
    assert forgotten(again=listed) == {"forgotten": 0, "waiting_for_a_job_to_end": 1}
    youth.refresh_from_db()
    assert youth.status == YouthStatus.LEAVING


@pytest.mark.parametrize("text", ["", "{}", '["1"]', "[17]"])
def test_a_list_that_is_none_forgets_nobody(bo: User, tmp_path: Path, text: str) -> None:
    planted(bo)
    listed = tmp_path / "wrong.json"
    listed.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("forgotten", again=str(listed))
    assert where_the_mark_is()


# ── nothing is kept longer than said ────────────────────────────────────────
def later(days: int) -> datetime:
    return NOW + timedelta(days=days)


@pytest.mark.parametrize(
    ("fields", "days", "why"),
    [
        ({"status": YouthStatus.WAITING, "mentor": None}, 181, "never_let_in"),
        ({"status": YouthStatus.CLOSED}, 181, "turned_away"),
        ({"born_on": date(2007, 12, 1)}, 10, "grown_up"),
        ({}, 735, "unused"),
    ],
)
def test_who_is_due_is_told_first_and_forgotten_later(bo: User, fields: dict[str, Any], days: int, why: str) -> None:
    youth = YouthFactory(
        **({"mentor": bo, "area": bo.areas.get(), "asked_at": NOW, "born_on": date(2012, 3, 1)} | fields)
    )
    assert what_is_due(later(1))[f"tell:{why}"] == 0
    assert keep_house(later(days))[f"tell:{why}"] == 1
    youth.refresh_from_db()
    assert (youth.status, youth.leaving_why) == (YouthStatus.LEAVING, why)
    assert Message.objects.filter(to=youth.user, subject="Dine oplysninger bliver slettet").exists()
    assert "forget" not in keep_house(later(days + 13))
    assert keep_house(later(days + 31))["forget"] == 1


def test_a_deed_counts_as_use_and_a_look_does_not(bo: User) -> None:
    youth = YouthFactory(mentor=bo, area=bo.areas.get(), asked_at=NOW, born_on=date(2014, 3, 1))
    record("save_page", youth, by=youth.user, now=later(300), youth=youth.pk)
    record_reads("youth", [(youth.pk, youth.pk)], by=bo, now=later(900))
    assert what_is_due(later(1000))["tell:unused"] == 0
    assert what_is_due(later(1031))["tell:unused"] == 1


def test_who_grew_up_cannot_stay(bo: User, now: datetime) -> None:
    youth = YouthFactory(mentor=bo, area=bo.areas.get(), born_on=date(2007, 1, 1))
    leave(youth, why=WhyLeaving.GROWN_UP, on=TODAY, by=None, now=now)
    with pytest.raises(MoveRefused, match="13 til 18"):
        stay(youth, by=youth.user, now=now)


def test_a_dry_run_counts_and_changes_nothing(bo: User) -> None:
    planted(bo)
    before = sorted(every_row())
    out = StringIO()
    call_command("retention", dry_run=True, stdout=out)
    assert json.loads(out.getvalue())["forget"] == 0
    assert sorted(every_row()) == before


def test_three_years_on_nothing_is_left_of_anybody(bo: User) -> None:
    """The clock has gone on every day; here it rings once a month."""
    planted(bo)
    for month in range(40):
        keep_house(later(30 * month))
    assert where_the_mark_is() == set()


def test_cards_drafts_letters_and_old_nights_pass_by_themselves(bo: User) -> None:
    youth = planted(bo)
    CandidateCard.objects.update(taken_back_at=NOW)
    Message.objects.filter(to=youth.user).update(read_at=NOW)
    NightRecord.objects.create(run=RunFactory(day=TODAY), page=b"x", sha256="x", made_at=NOW)
    number = {"phone": "+4520304050", "created_at": NOW, "due_at": NOW}
    TextMessage.objects.bulk_create([TextMessage(**number), TextMessage(**number, sent_at=NOW)])
    assert set(keep_house(later(29)).values()) == {0}
    done = keep_house(later(366))
    assert (CandidateCard.objects.count(), ProfileDraft.objects.count(), YouthNight.objects.count()) == (0, 0, 0)
    assert not NightRecord.objects.exists()
    assert done["delete:messages"] >= 1
    assert TextMessage.objects.get().sent_at is None
