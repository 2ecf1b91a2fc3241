"""Nobody waits without an end: clocks, reminders, kind endings, waiting lists, pauses and slow workplaces."""

from datetime import timedelta

from employers.actions import set_pace
from employers.models import PostStatus
from jobplaneten.placements import actions as jobs
from matching import actions
from matching.models import Match, MatchStatus, NoReason, RunKind
from matching.promises import answer_rate, end_of, slow_answers
from tests.season.town import Story, Town, boss_of, fresh, in_days, mail_to, now, today
from youth.models import Protected


def a_youth_does_not_answer(town: Town) -> Story:
    """Four days, two reminders, an end without a no, and the next proposal in the mentor's hand."""
    boss, noor = town.boss("Bageriet"), town.youth("Noor")
    match = town.offered(noor, town.post(boss, "Brød i hylderne"))
    town.proposed(noor, town.post(boss, "Kasser i kælderen"))
    assert match.answer_by == end_of(today() + timedelta(days=4))
    assert "Svar senest" in town.page(noor.user, f"/forslag/{match.pk}/")
    town.saw("a youth has four days to answer, and reads until when")
    yield in_days(3)
    assert fresh(match).nudges == 2
    assert mail_to(town.bo, "Noor mangler at svare").exists()
    yield in_days(2)
    assert (fresh(match).status, fresh(match).no_reason) == (MatchStatus.EXPIRED, NoReason.UNANSWERED)
    assert mail_to(town.bo, "Det næste forslag til Noor").exists()
    town.saw("silence ends it kindly, and the mentor has the next proposal in hand")


def a_workplace_does_not_answer(town: Town) -> Story:
    """Seven days; the coordinator is called in; fewer may wait there, until the next five have had their answer."""
    boss = town.boss("Kiosken", employer__most_candidates=3)
    post = town.post(boss, "Aviser ud", seats=9)
    card = town.released(town.youth("Sofie"), post)
    assert fresh(card.match).answer_by == end_of(today() + timedelta(days=7))
    assert "Svar senest" in town.page(boss.user, "/kandidater/")
    town.saw("a workplace has seven days to answer, and reads until when")
    yield in_days(7, "17:00")
    assert mail_to(town.dorte, "En arbejdsplads svarer ikke").exists()
    town.saw("before the time is over the coordinator is called in")
    yield in_days(2)
    assert fresh(card.match).no_reason == NoReason.UNANSWERED
    assert slow_answers([boss.employer_id], now()) == {boss.employer_id: 1}
    assert "fik ikke svar i tide" in town.page(boss.user, "/kandidater/")
    town.saw("a slow workplace has fewer waiting, and reads why")
    for name in ("Ida", "Ali", "Mona", "Per", "Zara"):
        refused = town.released(town.youth(name), post)
        actions.refuse(refused, reason="other_skills", by=boss.user, now=now())
        yield in_days(1)
    assert slow_answers([boss.employer_id], now()) == {}
    assert "fik ikke svar i tide" not in town.page(boss.user, "/kandidater/")
    town.saw("answers raise it again")


def a_refusal_says_why(town: Town) -> Story:
    """To the youth in kind words, to the mentor as it is."""
    sami, post = town.youth("Sami"), town.post(town.boss("Cykelsmeden"), "Slanger og lapper")
    actions.refuse(town.released(sami, post), reason="tried_it_before", by=boss_of(post), now=now())
    told = mail_to(sami.user, "Det blev ikke").get()
    assert "Vi har brug for nogen, der har prøvet det før" not in told.body
    assert "Vi har brug for nogen, der har prøvet det før" in mail_to(town.bo, "Nej tak til Sami").get().body
    town.saw("a youth reads a no in kind words, the mentor reads the reason")
    yield in_days(1)


def one_yes_lets_the_other_seat_go(town: Town) -> Story:
    hana, boss, other = town.youth("Hana"), town.boss("Blomsterbutikken"), town.boss("Genbrug")
    waits = town.released(hana, town.post(other, "Tøj på bøjler"))
    town.agreed(hana, town.post(boss, "Roser i vand"))
    assert fresh(waits.match).no_reason == NoReason.HAS_JOB
    assert "Hana" not in town.page(other.user, "/kandidater/")
    town.saw("a yes to one job lets the other seats go")
    yield in_days(1)


def the_last_seat_and_the_line_for_it(town: Town) -> Story:
    """Two wait for one seat; who does not get it stands in the line, and hears when the seat is free."""
    boss = town.boss("Legetøjsbutikken")
    post = town.post(boss, "Spil på hylden")
    first, second = town.youth("Emil"), town.youth("Yasmin")
    late = town.released(second, post)
    job = town.agreed(first, post)
    assert fresh(late.match).no_reason == NoReason.FILLED
    place = actions.stand_in_line(fresh(late.match), by=second.user, now=now())
    yield in_days(2)
    assert fresh(place).told_at is None
    jobs.cancel(job, kind="other", wants_new=True, by=boss.user, now=now())
    yield in_days(1)
    assert fresh(post).status == PostStatus.OPEN
    assert fresh(place).told_at
    assert mail_to(second.user, "Der er en plads igen").exists()
    town.saw("who stood in the line hears of the free seat")


def a_workplace_holds_a_pause(town: Town) -> Story:
    """Until a day of its own choosing no night proposes anybody there."""
    boss = town.boss("Isbutikken")
    set_pace(boss.employer, paused_until=today() + timedelta(days=14), most_candidates=3, by=boss.user, now=now())
    post = town.post(boss, "Vafler", seats=4)
    town.youth("Liv", days=(0, 1, 2, 3))
    yield in_days(13)
    of_nights = Match.objects.filter(post=post, run__kind=RunKind.NIGHT)
    assert not of_nights.exists()
    yield in_days(5)
    assert of_nights.exists()
    town.saw("while a workplace pauses no night proposes anybody, afterwards it does")


def all_that_people_say_to_a_proposal(town: Town) -> Story:
    """Held, turned down, taken up again, called off, thought better of; for a hidden youth by two."""
    boss, viktor = town.boss("Vaskeriet"), town.youth("Viktor")
    match = town.proposed(viktor, town.post(boss, "Tøj lægges sammen"))
    actions.hold(match, by=town.bo, now=now())
    yield in_days(1)
    actions.reject(fresh(match), reason="too_early", by=town.bo, now=now())
    yield in_days(2)
    actions.reconsider(fresh(match), by=town.bo, now=now())
    actions.approve(fresh(match), line="", by=town.bo, now=now())
    actions.decline(fresh(match), reason="too_far", by=viktor.user, now=now())
    card = town.released(viktor, town.post(boss, "Håndklæder"))
    actions.withdraw(card.match, reason="not_now", by=viktor.user, now=now())
    card = town.released(viktor, town.post(boss, "Lagner"))
    actions.take_back(fresh(card.match), reason="better_one", by=town.bo, now=now())
    assert mail_to(viktor.user, "er taget tilbage").exists()
    yield in_days(1)
    hidden = town.proposed(town.youth("Nadia", protected=Protected.YES), town.post(boss, "Duge"))
    actions.vouch(hidden, by=town.bo, now=now())
    yield in_days(1)
    actions.approve(fresh(hidden), line="", by=town.dorte, now=now())
    assert fresh(hidden).status == MatchStatus.OFFERED
    town.saw("for a hidden youth two look at a proposal")


def everybody_can_read_how_many_are_answered(town: Town) -> Story:
    rate = answer_rate(now())
    assert rate.may_be_told
    assert f"{rate.percent} %" in town.page(town.bo, "/svar/")
    assert f"{rate.percent}" in town.page(town.dorte, "/om/")
    town.saw("the rate of answers is public")
    yield in_days(1)
