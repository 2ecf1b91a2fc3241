"""The whole story of Jobplaneten in a real browser on phones: a wish, a post, a night, two times yes, a step up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from employers.models import Post, PostStatus
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.placements.models import Placement, PlacementStatus
from matching.models import CandidateCard, Run, RunStatus
from matching.nightly import local_day
from tests.factories import PASSWORD, UserFactory
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.thumbs import go_to, press, question, sign_in, tap, write
from tests.newcomers import code_on_the_phone
from tests.worker.conftest import let_it_fall_silent
from worker.tasks import look
from youth.models import Youth

SURNAME = "Hussein-Olsen"
LINE = "Jeg passer mine små brødre hver dag og kommer altid til tiden."
SECRETS = (SURNAME, "Søparken", "20 12 34 56", "20123456", "8. klasse")


@dataclass
class Cast:
    """One phone for each of the four."""

    amina: Page
    bo: Page
    elin: Page
    dorte: Page
    today: date
    shot: Callable[..., None]


@pytest.fixture
def cast(open_page: OpenPage, shot: Callable[..., None], page: Page) -> Cast:
    area = Area.objects.get(name="Søparken")
    UserFactory(login="bo@example.invalid", name="Bo Winther", role=Role.MENTOR, areas=[area])
    UserFactory(login="dorte@example.invalid", name="Dorte Lind", role=Role.COORDINATOR, areas=[area])
    bo, elin, dorte = (open_page(PHONE, is_mobile=True, has_touch=True) for _ in range(3))
    return Cast(page, bo, elin, dorte, local_day(timezone.now()), shot)


@pytest.fixture
def night_worker(transactional_db: None, worker_coming_up: object) -> Iterator[None]:
    """It comes up while the story goes on."""
    yield
    let_it_fall_silent()


def test_from_a_wish_to_a_first_day_and_a_step_up(cast: Cast, night_worker: None) -> None:
    youth_joins(cast)
    youth_tells_who_she_is(cast)
    youth_tells_what_she_wants(cast)
    employer_joins(cast)
    coordinator_vets_the_employer(cast)
    employer_writes_a_post_that_the_law_stops(cast)
    employer_corrects_it_and_sends_it(cast)
    coordinator_opens_the_post(cast)
    mentor_lets_the_youth_in(cast)
    mentor_writes_down_what_the_mother_says(cast)
    coordinator_runs_the_night(cast)
    mentor_approves_with_a_line(cast)
    youth_says_yes(cast)
    employer_says_yes_to_a_card(cast)
    papers_are_ticked(cast)
    mentor_sets_the_first_day(cast)
    mentor_moves_the_youth_a_step_up(cast)
    youth_sees_the_way(cast)


def youth_joins(cast: Cast) -> None:
    page, birthday = cast.amina, cast.today - timedelta(days=14 * 365 + 120)
    page.goto("/")
    cast.shot("01-front")
    press(page, "Jeg vil have et job")
    write(page, first_name="Amina", last_name=SURNAME)
    write(page, born_on_day=str(birthday.day), born_on_month=str(birthday.month), born_on_year=str(birthday.year))
    tap(page, "Søparken")
    write(page, login="20 12 34 56", password="tre blå katte synger")
    cast.shot("02-youth-joins")
    press(page, "Kom med")
    page.wait_for_url("**/kom-med/kode/")
    write(page, code=code_on_the_phone())
    press(page, "Kom med")
    expect(page.get_by_text("Din mentor lukker dig ind")).to_be_visible()
    assert not Youth.objects.visible_to(User.objects.get(name="Bo Winther")).let_in().exists()


def youth_tells_who_she_is(cast: Cast) -> None:
    page = cast.amina
    press(page, "Start")
    write(page, line="Jeg passer mine små")
    expect(page.get_by_text("Gemt som kladde")).to_be_visible()
    page.reload()
    expect(page.locator("[name=line]")).to_have_value("Jeg passer mine små")
    cast.shot("03-draft-survives")
    write(page, line=LINE)
    press(page, "Gem og gå videre")
    tap(page, "8. klasse")
    press(page, "Gem og gå videre")
    tap(question(page, "Kommer til tiden"), "Kan vise andre")
    question(page, "Kommer til tiden").get_by_role("combobox").select_option("Hjemme")
    tap(page, "Sammen med andre")
    tap(question(page, "Høflig"), "Kan")
    cast.shot("04-skills")
    press(page, "Gem og gå videre")


def youth_tells_what_she_wants(cast: Cast) -> None:
    page = cast.amina
    tap(question(page, "Arbejde sammen med andre"), "Vil gerne")
    tap(question(page, "Fart på"), "Helst ikke")
    press(page, "Gem og gå videre")
    write(page, dream="At få min egen butik")
    tap(page, "Handel")
    press(page, "Gem og gå videre")
    for day in ("Tirsdag", "Torsdag"):
        for hours in ("15–17", "17–20"):
            page.get_by_label(f"{day} {hours}").check()
    cast.shot("05-week")
    press(page, "Gem og gå videre")
    tap(page, "Cykler")
    tap(page, "30 min.")
    press(page, "Gem og gå videre")
    expect(page.get_by_text("Flot! Du har fortalt det hele.")).to_be_visible()
    cast.shot("06-profile-done")


def employer_joins(cast: Cast) -> None:
    page = cast.elin
    page.goto("/")
    press(page, "Jeg har et job")
    write(page, name="Torvets Bøger", cvr="12345678", about="En lille boghandel midt i byen.")
    tap(page, "Virksomhed")
    write(page, address="Torvet 1", postcode="4600", contact_name="Elin Holm")
    write(page, login="elin@example.invalid", password="gule bøger på hylden")
    press(page, "Opret arbejdspladsen")
    expect(page.get_by_text("Tallene passer ikke sammen").first).to_be_visible()
    cast.shot("07-wrong-cvr", of=page)
    write(page, cvr="99131403", password="gule bøger på hylden")
    press(page, "Opret arbejdspladsen")
    expect(page.get_by_text("Vi godkender jer")).to_be_visible()


def coordinator_vets_the_employer(cast: Cast) -> None:
    page = cast.dorte
    sign_in(page, "dorte@example.invalid", PASSWORD)
    go_to(page, "Godkend")
    press(page, "Torvets Bøger")
    press(page, "Skriv et tjek")
    tap(page, "Slået op i hånden")
    write(page, name_seen="Torvets Bøger ApS", status_seen="Aktiv", phone_seen="56 63 65 11", spoke_with="Elin Holm")
    write(page, called_on=str(cast.today), met_on=str(cast.today), met_by="Dorte Lind", note="Set på virk.dk")
    cast.shot("08-vetting", of=page)
    press(page, "Gem, og bed en anden læse")
    page = cast.bo
    sign_in(page, "bo@example.invalid", PASSWORD)
    page.goto("/beskeder/")
    press(page, "Se det")
    press(page, "Jeg har læst det og siger ja")
    expect(page.get_by_text("Torvets Bøger er godkendt")).to_be_visible()


def employer_writes_a_post_that_the_law_stops(cast: Cast) -> None:
    page = cast.elin
    go_to(page, "Opslag")
    press(page, "Nyt opslag")
    press(page, "Skriv det helt selv")
    write(page, title="Hjælp i boghandlen", text="Du sætter bøger på plads sammen med Karen.", adult_on_site="Karen")
    page.get_by_label("Slags job").select_option("Butik")
    page.get_by_label("Hvor foregår det").select_option("Butik")
    page.locator("summary", has_text="Varer").first.click()
    tap(page, "Sætte priser på")
    tap(page, "En voksen er i nærheden og kigger forbi")
    page.locator("[name=steps][value='1'] + label").click()
    page.get_by_label("Til alder").select_option("14")
    shift(page, "Tirsdag", "20:30", "22:30")
    expect(page.locator("#law .verdict.stop").first).to_be_visible()
    expect(page.locator("#law .reasons-why").first).to_contain_text("20")
    cast.shot("09-law-says-why", of=page)


def employer_corrects_it_and_sends_it(cast: Cast) -> None:
    page = cast.elin
    shift(page, "Tirsdag", "15:30", "17:30")
    write(page, starts_on=(cast.today + timedelta(days=3)).isoformat(), pay_hour="72", expectations="Kom til tiden.")
    page.get_by_label("Kendt sted i nærheden").select_option("torvet")
    tap(page, "Arbejdspladsen selv")
    expect(page.locator("#law .verdict.good").first).to_be_visible()
    expect(page.locator("#law .verdict.stop")).to_have_count(0)
    press(page, "Gem og send til godkendelse")
    expect(page.get_by_text("Opslaget er sendt.")).to_be_visible()
    cast.shot("10-post-sent", of=page)


def shift(page: Page, day: str, starts: str, ends: str) -> None:
    page.locator("[name=shifts-0-weekday]").select_option(day)
    write(page, **{"shifts-0-starts": starts, "shifts-0-ends": ends})


def coordinator_opens_the_post(cast: Cast) -> None:
    page = cast.dorte
    go_to(page, "Godkend")
    press(page, "Hjælp i boghandlen")
    cast.shot("11-post-to-open", of=page)
    press(page, "Åbn opslaget")
    expect(page.get_by_text("Opslaget er åbent.")).to_be_visible()
    assert Post.objects.get().status == PostStatus.OPEN


def mentor_lets_the_youth_in(cast: Cast) -> None:
    page = cast.bo
    page.goto("/")
    press(page, "Se de nye")
    expect(page.get_by_text(SURNAME)).to_have_count(0)
    press(page, "Amina")
    tap(page, "Nej")
    cast.shot("12-newcomer", of=page)
    press(page, "Luk ind")
    expect(page.get_by_text("Amina er lukket ind.")).to_be_visible()


def mentor_writes_down_what_the_mother_says(cast: Cast) -> None:
    page = cast.bo
    go_to(page, "Unge")
    press(page, f"Amina {SURNAME}")
    press(page, "Skriv ned, hvad de siger")
    for word in ("Ved besked om jobbet og reglerne", "Siger ja"):
        tap(page, word)
        tap(page, "I telefonen")
        tap(page, "De sagde det til mig og bad mig skrive det")
        write(page, guardian="mor")
        press(page, "Gem")
        expect(page.get_by_text("Skrevet ned.")).to_be_visible()
    expect(page.get_by_text("Intet står i vejen lige nu.")).to_be_visible()
    cast.shot("13-guardian", of=page)


def coordinator_runs_the_night(cast: Cast) -> None:
    page = cast.dorte
    go_to(page, "Natten")
    press(page, "Start nattens match nu")
    expect(page.get_by_text("Natten er bestilt.")).to_be_visible()
    look.delay()
    expect(page.get_by_text("på ", exact=False).filter(has_text="sekunder")).to_be_visible(timeout=60_000)
    cast.shot("14-night", of=page)
    assert Run.objects.get().status == RunStatus.DONE
    assert Run.objects.get().counts["proposed"] == 1


def mentor_approves_with_a_line(cast: Cast) -> None:
    page = cast.bo
    go_to(page, "Forslag")
    cast.shot("15-morning", of=page)
    press(page, "Hjælp i boghandlen")
    write(page, line="Amina er vant til at have ansvar og møder til tiden.")
    cast.shot("16-proposal", of=page)
    press(page, "Godkend og vis det til den unge")
    expect(page.get_by_text("Amina kan nu se jobbet.")).to_be_visible()


def youth_says_yes(cast: Cast) -> None:
    page = cast.amina
    page.goto("/")
    cast.shot("17-youth-front")
    press(page, "Se jobbet")
    expect(page.get_by_role("heading", name="Derfor har vi valgt det til dig")).to_be_visible()
    expect(page.locator(".reasons li").first).to_be_visible()
    cast.shot("18-offer")
    press(page, "Ja tak, det vil jeg gerne")
    expect(page.get_by_text("Du har sagt ja").first).to_be_visible()


def employer_says_yes_to_a_card(cast: Cast) -> None:
    page = cast.elin
    go_to(page, "Unge")
    said = [page.content()]
    press(page, "Amina")
    cast.shot("19-card", of=page)
    said.append(page.content())
    press(page, "Ja, vi vil gerne have Amina")
    expect(page.get_by_text("I har sagt ja til Amina.")).to_be_visible()
    said.append(page.content())
    assert [secret for secret in SECRETS for html in said if secret in html] == []
    assert CandidateCard.objects.get().line == "Amina er vant til at have ansvar og møder til tiden."


def papers_are_ticked(cast: Cast) -> None:
    go_through_the_risk(cast.elin)
    tick_all(cast.elin)
    cast.shot("20-papers", of=cast.elin)
    go_to(cast.bo, "Job")
    press(cast.bo, f"Amina {SURNAME}")
    tick_all(cast.bo)


def go_through_the_risk(page: Page) -> None:
    for done in range(1, 8):
        page.get_by_role("button", name="Gennemgået").first.click()
        expect(page.locator("#risk .meter strong")).to_have_text(f"{done} af 7")


def tick_all(page: Page) -> None:
    buttons = page.get_by_role("button", name="Det er på plads")
    for left in range(buttons.count() - 1, -1, -1):
        if page.locator("select[name=why]").count():
            page.locator("select[name=why]").select_option("paper")
        buttons.first.click()
        expect(buttons).to_have_count(left)


def mentor_sets_the_first_day(cast: Cast) -> None:
    press(cast.bo, "Sæt første dag")
    expect(cast.bo.get_by_text("Den første dag er sat")).to_be_visible()
    cast.shot("21-first-day", of=cast.bo)
    assert Placement.objects.get().status == PlacementStatus.STARTED
    cast.amina.goto("/")
    expect(cast.amina.get_by_text("Første dag:").first).to_be_visible()
    cast.shot("22-youth-first-day")


def mentor_moves_the_youth_a_step_up(cast: Cast) -> None:
    page = cast.bo
    go_to(page, "Unge")
    press(page, f"Amina {SURNAME}")
    press(page, "Ryk op til trin 2")
    write(
        page, despite="Hun har vist det i praktik.", evidence="Mødt til tiden til alle aftaler. Har styr på det hele."
    )
    tap(page, "Du kommer til tiden og passer dine aftaler. Du er klar til mere.")
    cast.shot("23-step-up", of=page)
    press(page, "Gem og send beskeden")
    expect(page.get_by_text("Det er gjort, og Amina har fået besked.")).to_be_visible()


def youth_sees_the_way(cast: Cast) -> None:
    page = cast.amina
    go_to(page, "Min vej")
    expect(page.get_by_text("Du er klar til mere.").first).to_be_visible()
    expect(page.get_by_text("Har styr på det hele")).to_have_count(0)
    cast.shot("24-my-way")
    assert Youth.objects.get().step == 2
