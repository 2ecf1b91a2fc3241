"""From the pause for exams to a paper that a stranger can check: January and February."""

from datetime import date

from playwright.sync_api import expect

from jobplaneten.families.models import Guardian
from jobplaneten.following.models import Assessment, FollowUp
from jobplaneten.keepsakes.models import Certificate, Recommendation, Resume
from jobplaneten.placements.models import PlacementStatus
from jobplaneten.steps.models import LearntPaper, StepTalk
from tests.journeys.stage import Stage
from youth.models import StepChange

IN_THE_NEW_YEAR = date(2027, 1, 5)
IN_THE_PAUSE = date(2027, 1, 12)
BACK_AGAIN = date(2027, 1, 18)
ON_THE_WAY_UP = date(2027, 2, 9)
LAST_DAY = date(2027, 2, 23)
AFTERWARDS = date(2027, 2, 24)
PRAISE = "Du kommer til tiden og passer dine aftaler. Du er klar til mere."


def job_pauses_while_there_are_exams(stage: Stage) -> None:
    amina = stage.amina
    stage.live_until(IN_THE_NEW_YEAR)
    amina.opens(stage.path())
    amina.presses("Hold en pause", then="Første dag uden vagter")
    amina.writes(begins_on="2027-01-11", until_on="2027-01-31")
    amina.picks("Prøver eller eksamen")
    amina.presses("Sæt pausen", then="Jobbet holder pause til og med 31. januar.")
    stage.live_until(IN_THE_PAUSE)
    amina.opens("/vagter/")
    amina.reads("Tirsdag 2. februar")
    stage.elin.opens(stage.path())
    stage.elin.reads("Jobbet holder pause", "Prøver eller eksamen.")
    assert not stage.job.works_on(IN_THE_PAUSE)


def mother_reads_arabic_for_a_while(stage: Stage) -> None:
    mother = stage.mother
    mother.opens("/")
    mother.presses("العربية", then="مرحباً Hodan")
    mother.opens(stage.child)
    mother.presses("Hjælp i boghandlen", then="نوبات العمل")
    expect(mother.page.locator("[dir=rtl]").first).to_be_visible()
    assert Guardian.objects.get(user=mother.user).language == "ar"
    mother.presses("Dansk", then="Hvor, hvornår og med hvem")


def youth_comes_back(stage: Stage) -> None:
    amina = stage.amina
    stage.live_until(BACK_AGAIN)
    amina.opens(stage.path())
    amina.reads("Jobbet holder pause")
    amina.presses("Pausen er slut", then="Pausen er slut, og de andre har fået besked.")
    amina.opens("/vagter/")
    amina.reads("Tirsdag 19. januar")
    stage.elin.opens("/")
    stage.elin.reads("Amina er i gang igen: Hjælp i boghandlen")
    assert stage.job.works_on(date(2027, 1, 19))


def youth_and_mentor_say_how_far_she_is(stage: Stage) -> None:
    amina, bo = stage.amina, stage.bo
    stage.live_until(ON_THE_WAY_UP, 12)
    amina.opens("/min-vej/")
    amina.presses("Hvor langt er jeg?", then="Det, der skal til")
    amina.answers({"Kommer til tiden": "Altid", "Tør tale med kunder og voksne": "For det meste"})
    amina.writes(words="Jeg tør spørge nu.")
    amina.presses("Gem", then="I kan se på det sammen næste gang.")
    amina.presses_about("Det kan jeg", "Skattekort og frikort", then="vis det til din mentor")
    bo.opens(f"/unge/{stage.youth.pk}/trinnet/")
    bo.reads("siger den unge")
    bo.presses_about("Jeg har set det", "Skattekort og frikort", then="Bo Winther, 9. februar")
    bo.presses("Skriv, hvad du ser", then="Hvor langt er Amina?")
    bo.answers({"Kommer til tiden": "For det meste"})
    bo.writes(words="Hun møder til tiden og spørger.")
    bo.presses("Gem", then="Den unge kan læse det.")
    bo.presses("Snakken er holdt", then="Hvad blev I enige om?")
    bo.writes(agreed="Amina vil prøve kassen.")
    bo.presses("Gem", then="Amina vil prøve kassen.")
    assert LearntPaper.objects.get().confirmed_by == bo.user
    assert StepTalk.objects.get().held_on == ON_THE_WAY_UP
    said = Assessment.objects.order_by("pk").values_list("voice", "levels")
    assert list(said) == [("youth", {"on_time": 3, "speaks": 2}), ("mentor", {"on_time": 2})]


def mentor_moves_her_a_step_up(stage: Stage) -> None:
    amina, bo = stage.amina, stage.bo
    bo.presses("Ryk op til trin 2", then="Hvorfor nu, selv om noget mangler?")
    bo.writes(despite="Hun har vist det i butikken.", evidence="Mødt til tiden hver gang.")
    bo.picks(PRAISE)
    bo.presses("Gem og send beskeden", then="Det er gjort, og Amina har fået besked.")
    amina.opens("/min-vej/")
    amina.reads("Du er klar til mere.")
    amina.does_not_read("Hun har vist det i butikken.")
    bo.opens("/unge/")
    expect(bo.page.get_by_role("heading", name="Trin 2")).to_be_visible()
    step = StepChange.objects.get()
    assert (step.to_step, step.despite, step.snapshot["criteria"]["axes"]) == (2, "Hun har vist det i butikken.", False)


def workplace_says_a_last_day(stage: Stage) -> None:
    amina, elin = stage.amina, stage.elin
    elin.opens(stage.path())
    elin.presses("Jobbet er slut", then="Opsigelse: 2 uger.")
    elin.picks("Perioden er slut")
    elin.presses("Sæt den sidste dag", then="Den sidste dag er sat, og de andre har fået besked.")
    amina.opens(stage.path())
    amina.reads("Sidste dag er tirsdag 23. februar")
    stage.mother.opens(f"/barnets-job/{stage.job.pk}/")
    stage.mother.reads("Sidste dag er 23.2.2027.")
    assert (stage.job.status, stage.job.last_day_on) == (PlacementStatus.STARTED, LAST_DAY)


def workplace_says_how_it_went(stage: Stage) -> None:
    amina, bo, elin = stage.amina, stage.bo, stage.elin
    stage.live_until(AFTERWARDS)
    assert stage.job.status == PlacementStatus.ENDED
    elin.opens("/")
    elin.presses("Svar nu", then="Sig, hvad I har set.")
    elin.answers({"Kommer til tiden": "Altid", "Spørger, når noget er svært": "For det meste"})
    elin.writes(line="Vi ansætter gerne Amina igen.")
    elin.presses("Send til mentoren", then="Mentoren læser det i dag.")
    bo.opens("/i-dag/")
    bo.presses("Arbejdspladsen har svaret. Læs det, og vis det til den unge.", then="Vi ansætter gerne Amina igen.")
    bo.presses("Vis det til den unge", then="Nu kan den unge læse det.")
    amina.opens("/")
    amina.presses("Svar nu", then="Vi ansætter gerne Amina igen.")
    amina.presses("Det går godt", then="Tak, det er gemt")
    closing = FollowUp.objects.get(point__days=None)
    assert (closing.mood, closing.shown_by) == ("good", bo.user)
    assert Assessment.objects.get(voice="workplace").levels == {"on_time": 3, "asks": 2}


def workplace_recommends_her(stage: Stage) -> None:
    amina, bo, elin = stage.amina, stage.bo, stage.elin
    elin.opens(stage.path())
    elin.presses("Skriv en udtalelse", then="To-tre linjer")
    elin.writes(did="Har sat varer op.", good="Møder til tiden.", wish="Vi ansætter gerne igen.")
    elin.presses("Send til mentor", then="Venter på mentor")
    amina.opens(f"/mine-beviser/job/{stage.job.pk}/")
    amina.does_not_read("Har sat varer op.")
    bo.opens(stage.path())
    bo.presses("Udtalelse", then="Har sat varer op.")
    bo.presses("Det er fint, giv den videre", then="Den unge har fået udtalelsen.")
    amina.opens(f"/mine-beviser/job/{stage.job.pk}/")
    amina.reads("Har sat varer op. Møder til tiden. Vi ansætter gerne igen.")
    assert Recommendation.objects.get().read_by == bo.user


def youth_makes_a_resume(stage: Stage) -> None:
    amina = stage.amina
    amina.opens("/mine-beviser/")
    amina.presses("Mit CV", then="Sådan ser det ud nu")
    amina.reads("Hjælp i boghandlen")
    amina.writes(about="Jeg er en, der kommer til tiden.", proud="At kunderne spørger efter mig.")
    amina.picks("Dansk", "Somali")
    amina.presses("Gem", then="Dit CV er gemt.")
    amina.reads("Jeg er en, der kommer til tiden.")
    assert Resume.objects.get().spoken == ["da", "so"]


def stranger_checks_a_certificate(stage: Stage, console: list[str]) -> None:
    amina, stranger = stage.amina, stage.stranger()
    amina.opens(f"/mine-beviser/job/{stage.job.pk}/")
    amina.presses("Lav en kode", then="Koden er klar.")
    code = amina.page.locator("main code").inner_text()
    stranger.opens("/tjek/")
    stranger.writes(code=code)
    stranger.presses("Tjek", then="Ja, beviset er ægte")
    stranger.reads("Torvets Bøger")
    amina.presses("Træk koden tilbage", then="Koden virker ikke mere.")
    stranger.opens("/tjek/")
    stranger.writes(code=code)
    assert console == []
    stranger.presses("Tjek", then="Den kode findes ikke.")
    stranger.does_not_read("Torvets Bøger")
    console.clear()
    assert Certificate.objects.get().revoked_at
