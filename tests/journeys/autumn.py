"""From a heart on a job to the first month in it: November and December."""

from datetime import date

from playwright.sync_api import expect

from jobplaneten.following.models import FollowUp, JournalEntry, NearMiss
from jobplaneten.placements.models import PlacementStatus
from jobplaneten.searching.models import Favourite
from jobplaneten.shifts.models import CalendarLink, HoursState, ShiftStatus, WorkedHours
from matching.models import CandidateCard
from tests.journeys.stage import Person, Stage

THE_DAY_BEFORE = date(2026, 11, 30)
FIRST_DAY = date(2026, 12, 1)
SHE_IS_ILL = date(2026, 12, 8)
TWO_WEEKS_IN = date(2026, 12, 15)
LINE = "Amina passer sine brødre og kommer altid til tiden."
RISK_POINTS = 7


def youth_finds_a_job_and_asks_for_it(stage: Stage) -> None:
    amina = stage.amina
    amina.opens("/job-naer-dig/")
    amina.presses("Hjælp i boghandlen", then="Er det noget for dig?")
    amina.presses("Gem med et hjerte", then="Fjern hjertet")
    amina.presses("Jeg vil gerne", then="Du har spurgt din mentor")
    amina.opens("/mine-hjerter/")
    amina.reads("Hjælp i boghandlen")
    assert Favourite.objects.get(youth=stage.youth, post=stage.post).asked_at


def mentor_puts_it_forward(stage: Stage) -> None:
    bo = stage.bo
    bo.opens("/i-dag/")
    bo.presses("Vil gerne have et job: Hjælp i boghandlen.", then="Job, som unge selv har fundet")
    bo.presses("Foreslå jobbet", then="Derfor foreslår vi det")
    bo.reads("Loven siger ja på de rigtige datoer")
    bo.writes(line=LINE)
    bo.presses("Godkend og vis det til den unge", then="Amina kan nu se jobbet.")
    assert Favourite.objects.get().answered_by == bo.user


def youth_and_workplace_say_yes(stage: Stage) -> None:
    amina, elin = stage.amina, stage.elin
    amina.opens("/forslag/")
    amina.presses("Hjælp i boghandlen", then="Bo Winther har læst jobbet")
    amina.presses("Ja tak, det vil jeg gerne", then="Du har sagt ja.")
    elin.opens("/kandidater/")
    elin.presses("Amina", then="Ja, vi vil gerne have Amina")
    elin.reads(LINE)
    elin.does_not_read("Hussein")
    elin.presses("Ja, vi vil gerne have Amina", then="I har sagt ja til Amina.")
    assert CandidateCard.objects.get().line == LINE
    assert stage.job.status == PlacementStatus.PAPERS


def both_say_what_they_expect(stage: Stage) -> None:
    amina, elin = stage.amina, stage.elin
    elin.presses("Det forventer vi af hinanden", then="Har ikke svaret endnu.")
    elin.writes(meet="Ved bagdøren kl. 15.15", wear="Sorte bukser", ill="Ring til Karen før kl. 12")
    elin.writes(breaks="Kl. 16.30 i baglokalet", learn="At sætte priser på")
    elin.picks("Ja, i pausen")
    elin.presses("Gem", then="Det kan den anden side læse nu.")
    amina.opens(stage.path("forventninger/"))
    amina.reads("Ved bagdøren kl. 15.15")
    amina.picks("nogen viser mig det", "med det samme", "spørger jeg selv", "passer mig fint")
    amina.presses("Gem", then="Det kan den anden side læse nu.")
    elin.opens(stage.path("forventninger/"))
    elin.reads("nogen viser mig det")


def all_agree_to_the_terms(stage: Stage) -> None:
    amina, elin, mother = stage.amina, stage.elin, stage.mother
    elin.opens(stage.path("vilkaar/"))
    elin.presses("Skriv vilkårene", then="Vi har skrevet det, vi ved fra opslaget.")
    elin.writes(employer_address="Torvet 4, 4600 Køge")
    elin.presses("Gem, og bed alle læse det", then="Vilkårene er skrevet")
    elin.presses("Ja, det er aftalen", then="Dit ja er skrevet ned.")
    amina.opens("/")
    amina.reads("Læs vilkårene: Hjælp i boghandlen")
    amina.opens(stage.path("vilkaar/"))
    amina.presses("Ja, det er aftalen", then="Dit ja er skrevet ned.")
    mother.opens("/")
    mother.presses("Amina", then="Dine svar")
    mother.presses("Hjælp i boghandlen", then="Skriver du under på jobbet?")
    mother.presses("Ja, jeg har fået besked", then="Dit svar er gemt.")
    mother.presses("Ja, jeg skriver under", then="Træk din underskrift tilbage")
    amina.opens(stage.path("vilkaar/"))
    amina.reads("Alle har sagt ja")
    assert stage.job.until_on == stage.post.ends_on


def papers_are_ticked_and_a_first_day_is_set(stage: Stage) -> None:
    elin, bo = stage.elin, stage.bo
    elin.opens(stage.path())
    for done in range(1, RISK_POINTS + 1):
        elin.page.get_by_role("button", name="Gennemgået").first.click()
        expect(elin.page.locator("#risk .meter strong")).to_have_text(f"{done} af {RISK_POINTS}")
    tick(elin, but=1)
    elin.reads("Papirerne først")
    bo.opens(stage.path())
    bo.reads("Der mangler 1 flueben")
    tick(bo)
    bo.presses("Sæt første dag", then="Den første dag er sat, og alle har fået besked.")
    assert (stage.job.status, stage.job.first_day_on) == (PlacementStatus.STARTED, FIRST_DAY)


def tick(person: Person, but: int = 0) -> None:
    """What this person may tick, but for the last ones."""
    buttons = person.page.get_by_role("button", name="Det er på plads")
    for left in range(buttons.count() - 1, but - 1, -1):
        buttons.first.click()
        expect(buttons).to_have_count(left)
    person.looks()


def youth_works_her_first_shift(stage: Stage) -> None:
    amina = stage.amina
    stage.live_until(THE_DAY_BEFORE, 16)
    amina.opens("/")
    amina.reads("Første dag: tirsdag 1. december", "I morgen har du vagt")
    stage.live_until(FIRST_DAY, 15, 10)
    amina.opens("/vagter/")
    amina.taps("Jeg er på vej", then="På vej")
    stage.live_until(FIRST_DAY, 15, 28)
    amina.opens("/vagter/")
    amina.taps("Jeg er her", then="Er her")
    stage.elin.opens("/vagter/")
    stage.elin.reads("Er her")
    stage.live_until(FIRST_DAY, 17, 34)
    amina.opens(f"/vagter/{stage.shift_on(FIRST_DAY).pk}/")
    amina.taps("Jeg går nu", then="Passer timerne?")
    worked = WorkedHours.objects.get()
    assert (worked.starts, worked.ends, worked.state) == (15 * 60 + 30, 17 * 60 + 30, HoursState.PUT_IN)
    amina.opens("/hvordan-gaar-det/")
    amina.presses("Første dag", then="Hvordan går det på jobbet?")
    amina.presses("Det går godt", then="Tak, det er gemt")


def workplace_agrees_on_the_hours(stage: Stage) -> None:
    amina, elin = stage.amina, stage.elin
    elin.opens("/")
    elin.presses("Se timerne", then="Passer timerne?")
    elin.presses("Ja, sådan var det", then="Gemt. Timerne gælder.")
    amina.opens("/vagter/timer/")
    amina.reads("Cirka løn før skat", "140 kr.")
    assert WorkedHours.objects.get().state == HoursState.AGREED


def youth_is_ill(stage: Stage) -> None:
    stage.live_until(SHE_IS_ILL, 11, 5)
    stage.amina.opens("/vagter/")
    stage.amina.taps("Jeg er syg", then="Tirsdag 15. december")
    stage.elin.opens("/")
    stage.elin.reads("Amina kan ikke komme")
    shift = stage.shift_on(SHE_IS_ILL)
    assert (shift.status, shift.off_reason) == (ShiftStatus.CALLED_OFF, "sick")
    stage.amina.opens(f"/vagter/{shift.pk}/")
    stage.amina.reads("Du har sagt, at du ikke kan komme. Det er helt i orden.")


def mother_sees_the_shifts(stage: Stage) -> None:
    mother = stage.mother
    mother.opens(stage.child)
    mother.presses("Hjælp i boghandlen", then="De næste vagter")
    mother.reads("15.12.2026")
    mother.does_not_read("8.12.2026")
    mother.opens(stage.child)
    mother.presses("Få vagterne i din kalender", then="Adressen er hemmelig")
    mother.presses("Lav adressen", then="Vi viser den kun denne ene gang.")
    assert CalendarLink.objects.get(person=mother.user, ended_at=None)


def youth_and_workplace_say_how_it_goes(stage: Stage) -> None:
    amina, elin = stage.amina, stage.elin
    stage.live_until(TWO_WEEKS_IN, 17, 40)
    amina.opens("/hvordan-gaar-det/")
    amina.presses("Efter to uger", then="Hvordan går det på jobbet?")
    amina.presses("Det går ikke så godt", then="Godt, du siger det")
    amina.writes(line="Jeg ved ikke, hvem jeg skal spørge.")
    amina.presses("Gem", then="Gemt. Din mentor kan læse det.")
    elin.opens("/")
    elin.presses("Svar nu", then="Tre tryk.")
    elin.answers({"Kommer til tiden": "Ja", "Tager imod besked": "Ja", "Ser ud til at trives": "For det meste"})
    elin.writes(line="Amina er rigtig god ved kunderne.")
    elin.presses("Send til mentoren", then="Mentoren læser det i dag.")
    elin.does_not_read("hvem jeg skal spørge")
    said = FollowUp.objects.get(point__days=14)
    assert (said.mood, said.on_time, said.thrives) == ("bad", "yes", "partly")


def mentor_reads_shows_and_writes(stage: Stage) -> None:
    bo, amina = stage.bo, stage.amina
    bo.opens("/i-dag/")
    bo.reads("Arbejdspladsen har svaret. Læs det, og vis det til den unge.")
    bo.presses("Valgte den sure smiley. Ring i dag, og skriv i dagbogen bagefter.", then="hvem jeg skal spørge.")
    bo.presses("Vis det til den unge", then="Nu kan den unge læse det.")
    bo.writes(went_well="Kunderne", is_hard="At spørge", next_agreement="Spørg Karen, når noget er nyt")
    bo.picks("Ja, del det med den unge")
    bo.presses("Skriv i dagbogen", then="Det står i dagbogen.")
    amina.opens("/hvordan-gaar-det/")
    amina.reads("Spørg Karen, når noget er nyt")
    amina.presses("Efter to uger", then="Amina er rigtig god ved kunderne.")
    assert JournalEntry.objects.get().is_shared


def something_nearly_goes_wrong(stage: Stage) -> None:
    amina, bo = stage.amina, stage.bo
    amina.opens(stage.path())
    amina.presses("Det var lige ved at gå galt", then="Ring 112")
    amina.writes(what="En kasse faldt ned lige ved siden af mig.")
    amina.presses("Send", then="Tak, fordi du siger det.")
    bo.opens("/i-dag/")
    bo.presses("Noget var lige ved at gå galt på jobbet.", then="En kasse faldt ned")
    bo.writes(done="Karen har flyttet kasserne ned på gulvet.")
    bo.presses("Send svaret", then="Den unge har fået besked.")
    amina.opens(stage.path("hvordan/"))
    amina.reads("Karen har flyttet kasserne ned på gulvet.")
    assert NearMiss.objects.get().handled_by == bo.user
