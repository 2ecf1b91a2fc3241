"""Old phones, locked-down browsers and people who do not use a mouse: no JavaScript, and the keyboard alone."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from employers.models import Post, PostStatus
from jobplaneten.accounts.models import User
from jobplaneten.placements.models import Placement
from matching.models import Match, MatchStatus
from tests.factories import PASSWORD, TODAY, EmployerContactFactory, PostFactory, YouthFactory
from tests.journeys.conftest import DESK, PHONE, OpenPage
from tests.journeys.thumbs import go_to, press, question, sign_in, tap, write
from tests.matching.factories import MatchFactory
from youth.models import ProfilePage, Youth

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("factories_day")]
PATIENCE_IN_TABS = 60
FOCUSED = "() => [document.activeElement.innerText, getComputedStyle(document.activeElement).outlineStyle]"


@pytest.fixture
def plain_page(open_page: OpenPage) -> Page:
    return open_page(PHONE, java_script_enabled=False)


def test_a_youth_fills_in_the_whole_profile_without_script(plain_page: Page) -> None:
    page = plain_page
    youth = YouthFactory(is_waiting=True, line="", likes=[], rather_nots=[], dream="", travel_modes=[], school_year="")
    sign_in(page, youth.user.login, PASSWORD)
    press(page, "Kom i gang")
    write(page, line="Jeg er god til at smile.")
    press(page, "Gør færdig senere")
    press(page, "Start")
    expect(page.locator("[name=line]")).to_have_value("Jeg er god til at smile.")
    press(page, "Gem og gå videre")
    press(page, "Gem og gå videre")
    expect(page.get_by_text("Vælg et svar.").first).to_be_visible()
    answer_the_rest(page)
    expect(page.get_by_text("Flot! Du har fortalt det hele.")).to_be_visible()
    assert set(Youth.objects.get().pages_done) == set(ProfilePage.values)


def answer_the_rest(page: Page) -> None:
    tap(page, "8. klasse")
    press(page, "Gem og gå videre")
    tap(question(page, "Kommer til tiden"), "Kan")
    question(page, "Kommer til tiden").get_by_role("combobox").select_option("Hjemme")
    press(page, "Gem og gå videre")
    tap(question(page, "Inde"), "Vil gerne")
    press(page, "Gem og gå videre")
    tap(page, "Handel")
    press(page, "Gem og gå videre")
    page.get_by_label("Tirsdag 15–17").check()
    press(page, "Gem og gå videre")
    tap(page, "Går")
    tap(page, "20 min.")
    press(page, "Gem og gå videre")


def test_an_employer_writes_and_sends_a_post_without_script(plain_page: Page) -> None:
    page, first_day = plain_page, TODAY + timedelta(days=3)
    sign_in(page, EmployerContactFactory().user.login, PASSWORD)
    press(page, "Nyt opslag")
    press(page, "Skriv det helt selv")
    write(page, title="Hjælp i butikken", adult_on_site="Karen", pay_hour="70", starts_on=first_day.isoformat())
    page.get_by_label("Slags job").select_option("Butik")
    page.get_by_label("Hvor foregår det").select_option("Butik")
    tap(page, "Butik og varer")
    tap(page, "Sætte priser på")
    tap(page, "En voksen er i nærheden og kigger forbi")
    page.locator("[name=steps][value='1'] + label").click()
    page.locator("[name=shifts-1-weekday]").select_option("Tirsdag")
    write(page, **{"shifts-1-starts": "15:30", "shifts-1-ends": "17:30"})
    press(page, "Gem og send til godkendelse")
    expect(page.get_by_text("Kladden er gemt, men ikke sendt endnu.")).to_be_visible()
    page.get_by_label("Kendt sted i nærheden").select_option("torvet")
    tap(page, "Arbejdspladsen selv")
    press(page, "Gem og send til godkendelse")
    expect(page.get_by_text("Opslaget er sendt.")).to_be_visible()
    assert Post.objects.get().status == PostStatus.SUBMITTED


def test_everybody_answers_without_script(open_page: OpenPage, amina: Youth, bo: User) -> None:
    post = MatchFactory(youth=amina).post
    elin = EmployerContactFactory(employer=post.employer).user
    hers, his, the_shops = (open_page(PHONE, java_script_enabled=False) for _ in range(3))
    sign_in(his, bo.login, PASSWORD)
    go_to(his, "Forslag")
    press(his, f"Godkend {post.title}")
    expect(his.get_by_text("Amina kan nu se jobbet.")).to_be_visible()
    sign_in(hers, amina.user.login, PASSWORD)
    press(hers, "Se jobbet")
    press(hers, "Ja tak, det vil jeg gerne")
    expect(hers.get_by_text("Du har sagt ja").first).to_be_visible()
    sign_in(the_shops, elin.login, PASSWORD)
    press(the_shops, "Læs og svar")
    press(the_shops, "Amina")
    press(the_shops, "Ja, vi vil gerne have Amina")
    expect(the_shops.get_by_text("I har sagt ja til Amina.")).to_be_visible()
    assert Placement.objects.get().youth == amina


def test_a_mentor_gets_through_the_morning_with_the_keyboard_alone(open_page: OpenPage, bo: User) -> None:
    youths = [YouthFactory(first_name=name, mentor=bo, guardian_says_yes=True) for name in ("Amina", "Bilal")]
    first, second = (MatchFactory(youth=youth, post=PostFactory(title=f"Job {n}")) for n, youth in enumerate(youths))
    page = open_page(DESK)
    sign_in(page, bo.login, PASSWORD)
    page.goto("/morgen/")
    walk_to(page, "Godkend Job 0")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Amina kan nu se jobbet.")).to_be_visible()
    expect(page.get_by_role("heading", name="Amina")).to_be_focused()
    walk_to(page, "Nej Job 1")
    page.keyboard.press("Enter")
    walk_to(page, "Det er for tidligt – vi øver os først")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Valgt fra.")).to_be_visible()
    expect(page.get_by_role("heading", name="Bilal")).to_be_focused()
    assert [Match.objects.get(pk=match.pk).status for match in (first, second)] == [
        MatchStatus.OFFERED,
        MatchStatus.REJECTED,
    ]


def walk_to(page: Page, words: str) -> None:
    """By the tab key, as far as the thing with these words; wherever one is, one can see it."""
    for _ in range(PATIENCE_IN_TABS):
        page.keyboard.press("Tab")
        found, outline = page.evaluate(FOCUSED)
        assert outline != "none", f"{found} does not show that it has the focus"
        if " ".join(found.split()) == words:
            return
    pytest.fail(f"{words} is not within {PATIENCE_IN_TABS} steps.")
