"""The ladder: evidence gathers, somebody decides, a second looks, nobody is forgotten; and what the youth keeps."""

from datetime import timedelta
from typing import Any

import pytest

from jobplaneten.following.actions import assess
from jobplaneten.following.models import Voice
from jobplaneten.keepsakes import actions as keepsakes
from jobplaneten.ladder import Axis
from jobplaneten.placements.actions import end
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.models import RosterShift
from jobplaneten.steps import actions as steps
from jobplaneten.steps.evidence import gather
from jobplaneten.steps.models import PaperKind, StepProposal
from jobplaneten.workflow import MoveRefused
from tests.season.following import ALL_AXES
from tests.season.town import Story, Town, boss_of, fresh, in_days, mail_to, now, today
from tests.season.working import put_in
from youth import actions as ladder
from youth.models import StepChange, Youth, YouthStatus

WORDS: dict[str, Any] = {"evidence": "Har passet jobbet.", "reason": "Du har vist, at man kan regne med dig."}


def up(town: Town, youth: Youth, to_step: int, despite: str = "") -> StepProposal | None:
    said: dict[str, Any] = {"to_step": to_step, "from_step": fresh(youth).step, "despite": despite}
    return steps.decide(fresh(youth), **said, **WORDS, by=town.bo, now=now())


def a_step_on_evidence(town: Town) -> Story:
    """Weeks, shifts, axes, papers and a talk: what is missing stops it, then nothing is missing."""
    farah = town.youth("Farah")
    job = town.at_work(farah, town.post(town.boss("Varmestuen"), "Borde"))
    yield in_days(2)
    with pytest.raises(MoveRefused, match="Noget mangler endnu"):
        up(town, farah, 2)
    town.saw("what is missing for a step needs a reason")
    for _week in range(7):
        yield in_days(7, "20:00")
        for shift in RosterShift.objects.planned().filter(placement=job, day__lt=today(), worked=None):
            put_in(shift, town.bo)
    for kind in PaperKind:
        steps.say_learnt(farah, kind, is_learnt=True, by=farah.user, now=now())
        steps.confirm_learnt(farah, kind, by=town.bo, now=now())
    assess(farah, ALL_AXES, voice=Voice.YOUTH, words="Jeg tør godt spørge nu.", by=farah.user, now=now())
    assess(farah, ALL_AXES, voice=Voice.MENTOR, words="", by=town.bo, now=now())
    assert str(Axis.ASKS.label) in town.page(town.bo, f"/unge/{farah.pk}/trinnet/ark/")
    steps.hold_talk(farah, held_on=today(), agreed="Du søger selv næste gang.", by=town.bo, now=now())
    found = gather(farah, today())
    assert (found.missing, found.weeks >= 6, len(found.learnt)) == ([], True, len(PaperKind))
    town.saw("evidence gathers itself from hours, attendance, papers, axes and a talk")
    up(town, farah, 2)
    assert fresh(farah).step == 2
    yield in_days(1)
    change = StepChange.objects.get(youth=farah, to_step=2, move="up")
    assert pdf(town, farah, f"/diplom/{change.pk}/pdf/")
    town.saw("a step has a diploma")


def pdf(town: Town, youth: Youth, path: str) -> bool:
    town.client.force_login(youth.user)
    answer = town.client.get(path)
    return b"".join(answer).startswith(b"%PDF")


def two_pairs_of_eyes(town: Town) -> Story:
    """Where the coordinator asks for it: sent back once, seen by a second later."""
    rosa = town.youth("Rosa")
    rosa.area.two_decide_steps = True
    rosa.area.save()
    first = up(town, rosa, 3, despite="Hun har prøvet det før i en anden by.")
    assert first
    assert fresh(rosa).step == 1
    steps.send_back(first, why_not="Hold en snak først.", by=town.dorte, now=now())
    yield in_days(1)
    second = up(town, rosa, 3, despite="Snakken er holdt.")
    assert second
    with pytest.raises(MoveRefused):
        steps.confirm(second, by=town.bo, now=now())
    yield in_days(1, "10:30")
    steps.confirm(second, by=town.dorte, now=now())
    assert (fresh(rosa).step, StepChange.objects.filter(youth=rosa, move="skip").count()) == (3, 1)
    town.saw("where two decide, a step waits for the second")
    town.saw("a step may be passed over")
    rosa.area.two_decide_steps = False
    rosa.area.save()


def back_and_pause_without_shame(town: Town) -> Story:
    ivan = town.youth("Ivan", step=3)
    ladder.move_back(ivan, to_step=2, **WORDS, by=town.bo, now=now())
    assert mail_to(ivan.user, "En ny start på trin 2").exists()
    town.saw("a step back is a new start")
    yield in_days(3)
    ladder.pause(fresh(ivan), **WORDS, by=town.bo, now=now())
    yield in_days(20)
    ladder.resume(fresh(ivan), **WORDS, by=town.bo, now=now())
    assert (fresh(ivan).status, mail_to(ivan.user, "Godt at se dig igen").count()) == (YouthStatus.ACTIVE, 1)
    town.saw("a pause ends with a welcome")
    ladder.allow_next_step(fresh(ivan), allowed=True, by=town.bo, now=now())


def nobody_is_forgotten_on_a_step(town: Town) -> Story:
    """No talk and no step for as many weeks as the rule says: the page of those names the youth."""
    town.youth("Vera")
    steps.set_rule(step=1, weeks=6, attendance=85, least_level=1, quiet_weeks=8, by=town.dorte, now=now())
    town.saw("what a step asks is data that a coordinator sets")
    yield in_days(7 * 8 - 1)
    assert "Vera" not in town.page(town.dorte, "/trinnet/")
    yield in_days(2)
    assert "Vera" in town.page(town.dorte, "/trinnet/")
    town.saw("nobody stays on a step unseen")


def a_newcomer_is_let_in(town: Town) -> Story:
    """Asked for on the web, let in by the mentor."""
    said: dict[str, Any] = {"login": "ny@example.invalid", "password": "en-lang-sætning-til-prøver", "last_name": "Ny"}
    born = today().replace(year=today().year - 14, day=1)
    youth = ladder.join(**said, first_name="Linus", born_on=born, area=town.area, now=now())
    yield in_days(1)
    ladder.let_in(youth, mentor=town.bo, by=town.bo, now=now())
    assert mail_to(youth.user, "Du er med").exists()
    town.saw("a newcomer waits until a mentor says yes")


def what_a_youth_takes_along(town: Town) -> Story:
    """A CV of taps, words of the workplace that the mentor reads first, and a code that tells what the youth allows."""
    amal = town.youth("Åse Æbelø", last_name="حسين")
    job = town.at_work(amal, town.post(town.boss("Tandlægen"), "Post og planter"))
    yield in_days(30)
    keepsakes.save_resume(amal, {"about": "Jeg er rolig.", "spoken": ["da", "ar"]}, by=amal.user, now=now())
    assert pdf(town, amal, "/mine-beviser/cv/pdf/")
    town.saw("a CV is built from taps and from recorded work")
    boss, said = boss_of(job.post), {"did": "Post og planter", "good": "Rolig med børn", "wish": ""}
    keepsakes.recommend(job, **said, by=boss, now=now())
    keepsakes.read_first(job, back_why="Skriv ikke om lægen.", by=town.bo, now=now())
    assert "Rolig med børn" not in town.page(amal.user, "/mine-beviser/")
    yield in_days(1)
    keepsakes.recommend(job, **said, by=boss, now=now())
    keepsakes.read_first(job, back_why="", by=town.bo, now=now())
    assert mail_to(amal.user, "Du har fået en udtalelse").exists()
    town.saw("words of a workplace are read by the mentor first")
    yield from a_code_for_strangers(town, job)


def a_code_for_strangers(town: Town, job: Placement) -> Story:
    amal = job.youth
    code = keepsakes.show(job, {"shows_place": True, "shows_hours": False}, by=amal.user, now=now()).code
    assert "Tandlægen" in stranger_reads(town, code)
    assert "Æbelø" not in stranger_reads(town, code)
    keepsakes.show(job, {"shows_place": False}, by=amal.user, now=now())
    assert "Tandlægen" not in stranger_reads(town, code)
    town.saw("a check code tells what the youth allows, and no more")
    yield in_days(1)
    keepsakes.revoke(job, by=amal.user, now=now())
    town.client.logout()
    assert town.client.get(f"/tjek/{code}/").status_code == 404
    town.saw("a check code can be revoked")
    end(job, last_day_on=today() + timedelta(days=3), kind="period", is_agreed=True, by=town.bo, now=now())


def stranger_reads(town: Town, code: str) -> str:
    town.client.logout()
    answer = town.client.get(f"/tjek/{code}/")
    assert answer.status_code == 200
    return answer.text
