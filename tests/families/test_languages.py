"""Whatever a guardian can come to read is there in every language, and says so when no person has read it through."""

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import django
import polib
import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone, translation

from jobplaneten.accounts.models import User
from jobplaneten.families import letters
from jobplaneten.families.actions import invite, mind
from jobplaneten.families.models import Guardian, Guardianship, Invitation, Relation
from jobplaneten.families.models.invitations import VALID_FOR
from jobplaneten.languages import LANGUAGES
from jobplaneten.messaging.actions import ring, tell
from jobplaneten.messaging.models import Message, TextMessage
from jobplaneten.placements.endings import ENDINGS, PAUSES
from jobplaneten.placements.models import Placement
from jobplaneten.trades import Weekday
from tests.factories import NOW
from youth.models import Youth

REASONS = (*ENDINGS["guardian"], *PAUSES["guardian"])
OTHERS = [language for language in LANGUAGES if language != "da"]
DJANGO = Path(django.__file__).parent
TEMPLATES = Path(settings.BASE_DIR) / "templates"
FOR_GUARDIANS = (
    "base",
    "_languages",
    "front",
    "child",
    "_say",
    "_mentor",
    "job",
    "stop",
    "code",
    "welcome",
    "calendar",
)
ROOM = Path(letters.__file__).parent
SPOKEN = {
    ROOM / "views" / "faces.py": {"_"},
    ROOM / "views" / "guardian.py": {"_"},
    ROOM / "views" / "stopping.py": {"_"},
    ROOM / "views" / "coming_in.py": {"_"},
    ROOM / "views" / "calendar.py": {"_"},
    ROOM / "letters.py": {"gettext_lazy"},
}
"""Where guardians are spoken to, and by which name; what mentors and youths read is Danish and called otherwise."""
ON_EVERY_PAGE = ("base.html", "parts/_header.html", "parts/_footer.html", "parts/_person_menu.html", "404.html")
THE_DOOR = ("log_in", "_passkey", "passkeys", "again", "text_ask", "text_give", "change_password")
TRANSLATED = re.compile(r"""{% translate (?:"([^"]+)"|'([^']+)')""")
BLOCK = re.compile(r"{% blocktranslate (trimmed )?[^%]*%}(.*?){% endblocktranslate %}", re.S)
pytestmark = pytest.mark.django_db


def catalogue_of(house: Path, language: str) -> dict[str, str]:
    files = house.rglob(f"{language}/LC_MESSAGES/django.po")
    found = {entry.msgid: entry.msgstr for file in files for entry in polib.pofile(str(file))}
    return {words: words for words in found} if (house, language) == (DJANGO, "en") else found


def catalogue(language: str) -> dict[str, str]:
    """Our own words, and those that Django has for its own, which are English to begin with."""
    return catalogue_of(DJANGO, language) | catalogue_of(Path(settings.LOCALE_PATHS[0]), language)


def sentences(text: str) -> Iterator[str]:
    yield from (double or single for double, single in TRANSLATED.findall(text))
    for trimmed, words in BLOCK.findall(text):
        said = " ".join(words.split()) if trimmed else words
        yield re.sub(r"{{ (\w+) }}", r"%(\1)s", said)


def is_shown(words: str, pages: str) -> bool:
    """Some sentences are only weighed, or written for others: those that came out on a page have no translation."""
    pattern = re.sub(r"%\\\(\w+\\\)s", ".+?", re.escape(words))
    return re.search(pattern, pages) is not None


def words_in(file: Path, names: set[str]) -> Iterator[str]:
    calls = (node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    for call in calls:
        words = call.args[0] if call.args else None
        if isinstance(call.func, ast.Name) and call.func.id in names and isinstance(words, ast.Constant):
            yield str(words.value)


def paper_for_guardians() -> set[str]:
    """The sheet is half the mentor's and half the guardian's."""
    text = (TEMPLATES / "families" / "paper.html").read_text(encoding="utf-8")
    sheet = re.search("{% language .*?{% endlanguage %}", text, re.S)
    assert sheet
    return set(sentences(sheet[0]))


def everything_written() -> set[str]:
    files = [TEMPLATES / "families" / f"{name}.html" for name in FOR_GUARDIANS]
    files += [TEMPLATES / name for name in ON_EVERY_PAGE]
    files += [TEMPLATES / "accounts" / f"{name}.html" for name in THE_DOOR]
    files.append(TEMPLATES / "shifts" / "_calendar.html")
    written = {words for file in files for words in sentences(file.read_text(encoding="utf-8"))}
    written |= {words for file, names in SPOKEN.items() for words in words_in(file, names)}
    return written | paper_for_guardians() | {str(each.label) for each in (*Weekday, *Relation, *REASONS)}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every Danish sentence that a page asks the catalogue for."""
    found: set[str] = set()
    real = translation._trans.gettext  # type: ignore[attr-defined]

    def listen(message: str) -> Any:
        if translation.get_language() != "da":
            found.add(message)
        return real(message)

    monkeypatch.setattr(translation._trans, "gettext", listen, raising=False)  # type: ignore[attr-defined]
    return found


@pytest.fixture
def invitation(amina: Youth, bo: User) -> Invitation:
    now = timezone.now()
    times = {"made_at": now, "expires_at": now + VALID_FOR}
    digest = make_password("123456")
    return Invitation.objects.create(
        youth=amina, relation="father", way="paper", token="abcd", code_digest=digest, made_by=bo, **times
    )


def walk(client: Client, mother: Guardianship, job: Placement, invitation: Invitation, language: str) -> str:
    """All that a guardian meets, with what goes wrong on the way; the pages in one long text."""
    client.post("/sprog/", {"language": language, "next": "/"})
    here = f"/foraelder/{invitation.token}/"
    pages = [client.get(here), client.post(here, {"code": ""}), client.post(here, {"code": "000000"})]
    client.post(here, {"code": "123456"})
    pages += [client.get(here), client.post(here, {"name": "", "login": "x", "password": "x"})]
    User.objects.filter(pk=mother.guardian_id).update(phone="+4520123456")
    pages += [client.get(path) for path in ("/log-ind/", "/log-ind/sms/")]
    pages += [client.post("/log-ind/sms/", {"phone": phone}, follow=True) for phone in ("x", "20 12 34 56")]
    pages += [
        client.post("/log-ind/sms/kode/", {"code": "000000"}),
        client.post("/log-ind/", {"login": "x", "password": "x"}),
    ]
    client.force_login(mother.guardian)
    client.post("/sprog/", {"language": language, "next": "/"})
    tell(mother.guardian, "-", "-", path="/", now=NOW)
    child, job_page = f"/mine-boern/{mother.pk}/", f"/barnets-job/{job.pk}/"
    pages += [
        client.get(path)
        for path in (
            "/",
            child,
            job_page,
            "/beskeder/",
            "/konto/",
            "/konto/besked/",
            "/konto/kodeord/",
            "/findes-ikke/",
            "/mine-boern/kalender/",
        )
    ]
    pages.append(client.post("/mine-boern/kalender/"))
    for word, scope in (("informed", "all"), ("yes", "digital"), ("yes", "matching"), ("withdrawn", "matching")):
        client.post(f"{child}svar/", {"word": word, "scope": scope})
    pages.append(client.get(child))
    client.post(f"{child}svar/", {"word": "yes", "scope": "matching"})
    for paper in ("guardian", "cosign"):
        client.post(f"{job_page}svar/", {"paper": paper})
    pages.append(client.get(job_page))
    Placement.objects.update(status="started", first_day_on=NOW.date(), started_at=NOW)
    far = {"begins_on": "2020-01-01", "until_on": "2019-01-01", "last_day_on": "2020-01-01", "kind": "other"}
    for deed in ("pause", "end"):
        pages += [
            client.post(f"{job_page}stop/", {"deed": deed}),
            client.post(f"{job_page}stop/", {"deed": deed} | far),
        ]
    return unescape("".join(page.content.decode() for page in pages))


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_for_guardians_is_in_every_language(
    language: str, asked: set[str], client: Client, mother: Guardianship, job: Placement, invitation: Invitation
) -> None:
    pages = walk(client, mother, job, invitation, language)
    known = catalogue(language)
    of_django = set(catalogue_of(DJANGO, "da"))
    needed = everything_written() | {words for words in asked if words in of_django or is_shown(words, pages)}
    assert sorted(words for words in needed if not known.get(words)) == []
    assert f'lang="{language}"' in pages
    assert ('dir="rtl"' in pages) == (language in {"ar", "ur"})


@pytest.mark.parametrize("language", OTHERS)
def test_a_draft_says_that_nobody_has_read_it_until_somebody_has(
    language: str, client: Client, mother: Guardianship, settings
) -> None:
    client.force_login(mother.guardian)
    client.post("/sprog/", {"language": language, "next": "/"})
    notice = catalogue(language)["Oversat af en maskine. Et menneske har ikke læst det igennem endnu."]
    assert notice in client.get("/").content.decode()
    settings.REVIEWED_LANGUAGES = [language]
    assert notice not in client.get("/").content.decode()


def test_a_language_is_remembered_with_the_guardian_and_spoken_to_nobody_else(
    client: Client, mother: Guardianship, amina: Youth, bo: User
) -> None:
    client.force_login(mother.guardian)
    assert client.post("/sprog/", {"language": "ar", "next": "//ond.invalid"})["location"] == "/"
    assert client.post("/sprog/", {"language": "xx"}).status_code == 404
    elsewhere = Client()
    elsewhere.force_login(mother.guardian)
    assert '<html lang="ar" dir="rtl">' in elsewhere.get("/").content.decode()
    client.force_login(amina.user)
    assert '<html lang="da" dir="ltr">' in client.get("/", headers={"accept-language": "ar"}).content.decode()


def test_what_a_guardian_does_in_arabic_reaches_the_mentor_in_danish(
    client: Client, mother: Guardianship, amina: Youth, bo: User
) -> None:
    client.force_login(mother.guardian)
    client.post("/sprog/", {"language": "ar", "next": "/"})
    client.post(f"/mine-boern/{mother.pk}/svar/", {"word": "no", "scope": "matching"})
    assert Message.objects.get(to=bo).subject == "En forælder til Amina har sagt nej"
    assert amina.guardian_words.get().guardian == "mor"


def test_a_guardian_hears_in_their_own_language_whoever_rings(mother: Guardianship, job: Placement) -> None:
    Guardian.objects.filter(user=mother.guardian).update(language="so")
    User.objects.filter(pk=mother.guardian_id).update(email="", phone="+4520123456")
    mind(NOW)
    ring(mother.guardian_id, now=NOW)
    subject = catalogue("so")["Vi har brug for dit svar om et job"]
    assert Message.objects.get(to=mother.guardian).subject == subject
    text = TextMessage.objects.get()
    assert text.body.startswith("War cusub")
    assert "Amina" not in text.body


def test_an_invitation_is_written_in_the_language_of_the_invited(amina: Youth, bo: User, client: Client) -> None:
    asked: dict[str, Any] = {
        "relation": "mother",
        "way": "sms",
        "language": "ar",
        "phone": "+4520123456",
    }
    made, _code = invite(amina, **asked, lives_with=True, by=bo, now=timezone.now())
    assert "رمز" in TextMessage.objects.get().body
    here = f"/foraelder/{made.token}/"
    page = client.get(here).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "Amina" not in page
    client.post("/sprog/", {"language": "tr", "next": here})
    assert '<html lang="tr" dir="ltr">' in client.get(here).content.decode()
