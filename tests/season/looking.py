"""The days of the mentor and the workplace, jobs near me, birthdays, and the bells that ring for all of it."""

from datetime import timedelta
from typing import Any

from employers import actions as employers
from employers.models import PostStatus
from jobplaneten.families import actions as families
from jobplaneten.families.models import Guardianship, Way
from jobplaneten.messaging import actions as messages
from jobplaneten.messaging.models import Channel, Message, Pace, RingWish, TextMessage
from jobplaneten.searching import actions as searching
from jobplaneten.searching.near import Wanted
from jobplaneten.trades import Category
from matching.models import MatchStatus
from tests.employers.typed import typed_post
from tests.messaging.sink import Sink
from tests.season.town import Story, Town, fresh, in_days, mail_to, now, on, today
from youth.actions import give_on, together, write_to
from youth.capacity import loads
from youth.models import OwnWord, Word


def a_heart_and_a_question(town: Town) -> Story:
    """Found by the youth, asked for, answered by the mentor; what is gone is told."""
    boss, mille = town.boss("Skateparken"), town.youth("Mille")
    wanted, other = town.post(boss, "Hjælp i skateparken"), town.post(boss, "Rullebrætter")
    assert wanted.title in town.page(mille.user, "/job-naer-dig/?alt=on")
    town.saw("a youth finds jobs nearby")
    asked = searching.ask_for(mille, wanted, by=mille.user, now=now())
    yield in_days(1)
    match = searching.answer_yes(asked, by=town.bo, now=now())
    assert match.status == MatchStatus.PROPOSED
    later = searching.ask_for(mille, other, by=mille.user, now=now())
    searching.answer_not_now(later, not_now="talk", by=town.bo, now=now())
    town.saw("a wish is answered with a proposal, or with a kind not now")
    yield in_days(1)
    town.agreed(town.youth("Pil"), other)
    yield in_days(2)
    assert fresh(later).gone_told_at
    town.saw("a job with a heart that is gone is told of")


def a_search_that_keeps_looking(town: Town) -> Story:
    tom = town.youth("Tom")
    search = searching.keep_search(tom, Wanted(category=Category.SHOP), by=tom.user, now=now())
    yield in_days(2)
    post = town.post(town.boss("Delikatessen"), "Oste")
    yield in_days(1)
    assert search.told.filter(pk=post.pk).exists()
    assert mail_to(tom.user).filter(created_at__gt=now() - timedelta(days=1)).exists()
    town.saw("a search that is kept tells of what is new")


def a_morning_with_thirty_youths(town: Town) -> Story:
    """The board, points, and one thing for several at once."""
    youths = [town.youth(name) for name in ("Karl", "Kim", "Kaja")]
    assert all(youth.first_name in town.page(town.bo, "/unge/") for youth in youths)
    before = loads([town.birgit], today())[town.birgit.pk].points
    outcomes = together(youths, write_to, words="Husk festen på fredag.", by=town.bo, now=now())
    assert [outcome.refusal for outcome in outcomes] == ["", "", ""]
    assert mail_to(youths[2].user, "Besked fra Bo").exists()
    together(youths[:1], give_on, mentor=town.birgit, by=town.bo, now=now())
    assert loads([town.birgit], today())[town.birgit.pk].points > before
    town.saw("one thing is done for several youths at once, and a mentor's load is points")
    yield in_days(1)


def a_post_in_three_minutes(town: Town) -> Story:
    """From free text, from one of one's own, and from a template: each a form that is filled in already."""
    boss = town.boss("Pizzeriaet")
    own = town.post(boss, "Kasser foldes")
    town.client.force_login(boss.user)
    words = "Fyld varer på hylderne, ryd op og snak med kunderne i vores butik"
    asked = town.client.post("/opslag/nyt/", typed_post(suggest="1", title="Hjælp i butikken", text=words))
    (_group, first), *_rest = asked.context["form"].fields["chores"].choices
    assert "tidying" in {code for code, _label in first}
    assert own.title in town.page(boss.user, f"/opslag/nyt/?som={own.pk}")
    assert "Hjælp i butikken to eftermiddage" in town.page(boss.user, "/opslag/nyt/?eksempel=butik")
    town.saw("a post is written from free text, or from an old one")
    yield in_days(1)


def a_post_comes_back_and_is_closed(town: Town) -> Story:
    """The coordinator sends it back in words; mended and opened it runs, until the workplace has enough."""
    boss = town.boss("Slagteren")
    post = town.post(boss, "Disken", is_draft=True)
    employers.submit(post, by=boss.user, now=now())
    yield in_days(1)
    employers.refuse_post(fresh(post), reason="Skriv, hvem der hjælper.", by=town.dorte, now=now())
    assert "Skriv, hvem der hjælper." in mail_to(boss.user, "sendt retur").get().body
    employers.submit(fresh(post), by=boss.user, now=now())
    yield in_days(1)
    employers.open_post(fresh(post), by=town.dorte, now=now())
    yield in_days(30)
    employers.close(fresh(post), by=boss.user, now=now())
    assert fresh(post).status == PostStatus.CLOSED
    town.saw("a post is sent back in words, and opened when it is right")


def fifteen_in_the_middle_of_it(town: Town) -> Story:
    """From the birthday on the youth is asked, the mother's yes has run its time, and she reads why."""
    birthday = today() + timedelta(days=10)
    lina = town.youth("Lina", born_on=birthday.replace(year=birthday.year - 15), guardian_says_yes=False)
    mother = town.mother(lina)
    for word in (Word.INFORMED, Word.YES):
        families.say(mother, word=word, scope="all", by=mother.guardian, now=now())
    yield in_days(11)
    assert mail_to(lina.user).filter(created_at__gt=now() - timedelta(days=2)).exists()
    families.say_own_word(fresh(lina), word=OwnWord.YES, by=lina.user, now=now())
    assert fresh(lina).own_word == OwnWord.YES
    town.saw("at 15 the youth is asked for a yes of their own")
    yield in_days(1)


def eighteen_in_the_middle_of_it(town: Town) -> Story:
    birthday = today() + timedelta(days=10)
    born = birthday.replace(year=birthday.year - 18)
    rune = town.youth("Rune", born_on=born, school_year="youth_education", own_word="yes", own_word_on=today())
    mother = town.mother(rune)
    yield in_days(11)
    assert fresh(mother).ended_at
    town.saw("at 18 the guardian's time is over")


def a_mother_comes_in(town: Town) -> Story:
    """Invited by the youth on SMS, known by the mentor, and then she says no."""
    freja = town.youth("Freja")
    said: dict[str, Any] = {
        "relation": "mother",
        "way": Way.SMS,
        "language": "ar",
        "phone": "+4520123499",
        "lives_with": True,
    }
    invitation, code = families.invite(freja, **said, by=freja.user, now=now())
    yield on(today(), "18:00")
    assert families.try_code(invitation, code, now=now())
    person: dict[str, Any] = {"name": "Rania", "login": "+4520123499", "password": "en-lang-sætning-til-prøver"}
    guardianship: Guardianship = families.come_in(invitation, **person, now=now())
    yield in_days(1)
    families.make_known(guardianship, by=town.bo, now=now())
    families.say(guardianship, word=Word.NO, scope="all", by=guardianship.guardian, now=now())
    assert "Freja" not in town.page(guardianship.guardian, "/konto/")
    town.saw("a guardian comes in by a code, and is heard")


def the_sink_is_away(town: Town, sink: Sink) -> Story:
    """A mail server that is away costs later tries; then a person sees what never went, and sends it again."""
    post = town.boss("Postkontoret")
    sink.refuses = True
    messages.tell(post.user, "Hej", "Der er noget at læse.", path="/", now=now())
    for _try in range(5):
        yield in_days(1, "11:00")
    row = Message.objects.get(to=post.user, subject="Hej")
    assert row.given_up_at
    assert row.tries >= messages.MOST_TRIES
    town.saw("what cannot be sent is tried again, and then seen by a person")
    assert post.user.name in town.page(town.dorte, "/beskeder/opgivet/")
    sink.refuses, sent = False, len(sink.mails)
    messages.try_again(row, by=town.dorte, now=now())
    yield in_days(1)
    assert fresh(row).sent_at
    assert len(sink.mails) > sent
    town.saw("a dead letter goes out when somebody sends it again")


def an_address_where_nobody_is(town: Town, sink: Sink) -> Story:
    """The mail server says so for good: from now on the person reads on the page, or gets an SMS."""
    boss = town.boss("Flyttefirmaet", user__phone="+4520555555")
    sink.refuses, sink.answer = True, "550 nobody here"
    messages.tell(boss.user, "Hej", "Der er noget at læse.", path="/", now=now())
    yield on(today(), "12:40")
    assert RingWish.of(boss.user).bounced_email == boss.user.email
    sink.refuses, sink.answer = False, "451 later"
    messages.tell(boss.user, "Hej igen", "Der er mere at læse.", path="/", now=now())
    yield in_days(1)
    assert TextMessage.objects.filter(phone="+4520555555", is_bell=True, sent_at__isnull=False).exists()
    town.saw("an address where nobody is gets no more mail")


def two_texts_a_day_and_none_at_night(town: Town) -> Story:
    anton = town.youth("Anton", user__login="+4520777777", user__email="", user__phone="+4520777777")
    yield on(today(), "18:20")
    yield on(today(), "21:30")
    for number in range(4):
        messages.tell(anton.user, f"Besked {number}", "Læs.", path="/", now=now())
    yield on(today(), "23:30")
    texts = TextMessage.objects.filter(phone="+4520777777", is_bell=True)
    assert not texts.filter(created_at__gt=now() - timedelta(hours=2)).exists()
    town.saw("nobody is rung at night")
    yield in_days(1, "08:40")
    assert texts.exists()
    for at in ("12:30", "15:50", "18:30"):
        messages.tell(anton.user, f"Igen {at}", "Læs.", path="/", now=now())
        yield on(today(), at)
    assert texts.filter(created_at__gte=on(today(), "00:00")).count() == 2
    town.saw("nobody gets more than two texts a day")


def once_a_day_is_enough(town: Town) -> Story:
    """Gathered, and rung for at four o'clock."""
    boss = town.boss("Galleriet")
    messages.wish_to_be_rung(boss.user, pace=Pace.DAILY, channel=Channel.MAIL, now=now())
    for number in range(3):
        messages.tell(boss.user, f"Nyt {number}", "Læs.", path="/", now=now())
    mine = Message.objects.filter(to=boss.user)
    yield on(today(), "15:50")
    assert not mine.filter(sent_at__isnull=False).exists()
    yield on(today(), "18:30")
    assert len(set(mine.values_list("sent_at", flat=True))) == 1
    assert mine[0].sent_at
    town.saw("who wants it is rung once a day for all that is new")
