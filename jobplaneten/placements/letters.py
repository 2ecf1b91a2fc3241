"""What people are told when a placement moves. An employer reads the first name on the row, and never why."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.placements.endings import told_words
from jobplaneten.placements.models import EndKind, Pause, PauseKind, Placement
from youth.standing_in import helpers


def words(placement: Placement) -> dict[str, str]:
    employer, day = placement.post.employer, placement.first_day_on
    return {
        "name": placement.first_name,
        "job": placement.post.title,
        "place": employer.name if employer else "",
        "day": formats.date_format(day, "l j. F") if day else "",
    }


def contacts(placement: Placement) -> list[Any]:
    employer = placement.post.employer
    if employer is None:
        return []
    return [contact.user for contact in employer.contacts.inside().select_related("user").filter(user__is_active=True)]


def mentor(placement: Placement) -> list[Any]:
    return helpers(placement.youth)


def send(people: Iterable[Any], placement: Placement, subject: str, body: str, *, by: Any, now: datetime) -> None:
    """Nobody is told what they have just done themselves."""
    path, said = reverse("placements:placement", args=[placement.pk]), words(placement)
    for person in people:
        if by is None or person.pk != by.pk:
            tell(person, (subject % said)[:120], body % said, path=path, now=now)


def as_said(body: str) -> str:
    """A text that holds its words already goes through `send` as it is."""
    return body.replace("%", "%%")


def begun(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _(
        "Tillykke! %(place)s vil gerne have dig til %(job)s. Før din første dag er der nogle papirer, og dem hjælper "
        "din mentor og arbejdspladsen med. Du kan følge med her."
    )
    send([placement.youth.user], placement, _("Du har fået jobbet: %(job)s"), body, by=by, now=now)
    body = _("%(place)s har sagt ja til %(name)s til %(job)s. Nu skal papirerne på plads før første dag.")
    send(mentor(placement), placement, _("%(name)s har fået et job"), body, by=by, now=now)
    body = _("%(name)s er jeres til %(job)s. Se, hvad der skal være på plads før første dag. Mentoren hjælper.")
    send(contacts(placement), placement, _("Papirer før første dag: %(job)s"), body, by=by, now=now)


def papers_in_place(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _("Alle papirer er på plads for %(name)s til %(job)s. Aftal den første dag, og skriv den ind.")
    send(mentor(placement), placement, _("Klar til første dag: %(name)s"), body, by=None, now=now)


def reminded(placement: Placement, absent: str, *, by: Any, now: datetime) -> None:
    body = _(
        "%(name)s glæder sig til at begynde. Før den første dag mangler I flueben ved: %(papers)s. Det meste er gjort "
        "på to minutter. Ring til mentoren, hvis noget driller."
    )
    body %= words(placement) | {"papers": absent}
    send(contacts(placement), placement, _("I mangler lidt før første dag: %(job)s"), as_said(body), by=by, now=now)


def taken_back(placement: Placement, label: str, day: date | None, *, by: Any, now: datetime) -> None:
    """The reason stands on the page. The youth only hears of it when a first day was already set."""
    body = _("Fluebenet ved »%(paper)s« er taget tilbage for %(name)s til %(job)s. Se på siden, hvad der skal til.")
    body %= words(placement) | {"paper": label}
    people = [*mentor(placement), *contacts(placement)]
    send(people, placement, _("Et flueben er taget tilbage: %(job)s"), as_said(body), by=by, now=now)
    if day:
        body = _(
            "Din første dag hos %(place)s må vente lidt, for de voksne skal have noget på plads. Du har ikke gjort "
            "noget galt. Du får besked om en ny dag."
        )
        send([placement.youth.user], placement, _("Din første dag må vente lidt"), body, by=by, now=now)


def terms_written(placement: Placement, *, is_new: bool, by: Any, now: datetime) -> None:
    subject = _("Vilkårene er ændret: %(job)s") if is_new else _("Læs vilkårene: %(job)s")
    body = _("Vilkårene for %(job)s hos %(place)s er skrevet. Læs dem, og sig ja, hvis de passer. Spørg løs.")
    send([placement.youth.user, *contacts(placement)], placement, subject, body, by=by, now=now)
    send(mentor(placement), placement, subject + " (%(name)s)", body, by=by, now=now)


def expected(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _("Læs, hvad der er skrevet om den første dag hos %(place)s, og svar selv. Det tager to minutter.")
    people = contacts(placement) if by.is_youth else [placement.youth.user]
    send(people, placement, _("Det forventer vi: %(job)s"), body, by=by, now=now)


def terms_agreed(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _("Alle har sagt ja til vilkårene for %(job)s. I kan hente dem som PDF på siden.")
    people = [placement.youth.user, *contacts(placement), *mentor(placement)]
    send(people, placement, _("Vilkårene er på plads: %(job)s"), body, by=by, now=now)


def started(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _(
        "Din første dag hos %(place)s er %(day)s. Alt er på plads. Kom fem minutter før, og spørg løs: "
        "det gør alle de første dage."
    )
    send([placement.youth.user], placement, _("Din første dag er %(day)s"), body, by=by, now=now)
    body = _("%(name)s har første dag %(day)s: %(job)s. Vis rundt, og fortæl, hvem man spørger.")
    send(contacts(placement), placement, _("Første dag er %(day)s: %(job)s"), body, by=by, now=now)
    body = _("%(name)s har første dag hos %(place)s %(day)s.")
    send(mentor(placement), placement, _("%(name)s begynder %(day)s"), body, by=by, now=now)


def because(kind: str, choices: Any) -> str:
    """What the other side reads about why; the mentor reads all of it on the page."""
    told = told_words(kind, choices)
    return _(" Grunden er: %(why)s.") % {"why": told[:1].lower() + told[1:]} if told else ""


def cancelled(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _(
        "Det blev ikke til noget med %(job)s. Du var kommet langt, og det tager du med dig. Din mentor taler med dig "
        "om det, og vi leder videre i nat."
    )
    send([placement.youth.user], placement, _("Det blev ikke %(job)s"), body, by=by, now=now)
    seat = _("Pladsen er ledig igen, og vi leder videre.") if placement.seat_back_at else _("Pladsen er ikke slået op.")
    body = _("%(name)s begynder ikke på %(job)s.") + as_said(because(placement.end_kind, EndKind)) + " " + seat
    send(contacts(placement), placement, _("Det blev ikke til noget: %(job)s"), body, by=by, now=now)
    body = _("%(name)s begynder ikke hos %(place)s: %(job)s. Grunden står på siden. %(name)s er med igen i nat.")
    send(mentor(placement), placement, _("%(name)s begynder ikke alligevel"), body, by=by, now=now)


def ended(placement: Placement, *, by: Any, now: datetime) -> None:
    """Everybody reads the same last day in the same minute."""
    last, why = as_said(last_day(placement)), as_said(because(placement.end_kind, EndKind))
    body = _("Dit job hos %(place)s slutter.") + f" {last}{why} "
    body += _(
        "Du har prøvet noget, du kan bruge næste gang. Tal med din mentor om, hvad du har lært. Vi leder igen i nat."
    )
    send([placement.youth.user], placement, _("%(job)s slutter"), body, by=by, now=now)
    seat = _("Pladsen er slået op igen.") if placement.seat_back_at else _("Vil I have en ny? Sig det på siden.")
    body = _("%(name)s stopper i %(job)s.") + f" {last}{why} " + seat
    send(contacts(placement), placement, _("%(name)s stopper: %(job)s"), body, by=by, now=now)
    body = _("%(name)s stopper hos %(place)s: %(job)s.") + f" {last} "
    body += _("Grunden står på siden. Luk timerne, hold en sidste samtale, og tal om det næste skridt.")
    send(mentor(placement), placement, _("%(name)s stopper i jobbet"), body, by=by, now=now)


def last_day(placement: Placement) -> str:
    day = formats.date_format(placement.last_day_on, "l j. F") if placement.last_day_on else ""
    return _("Sidste dag er %(day)s.") % {"day": day}


def runs_out(placement: Placement, *, now: datetime) -> None:
    """The agreed period is nearly over, and nobody has said what then."""
    ends = as_said(formats.date_format(placement.lasts_until, "l j. F")) if placement.lasts_until else ""
    body = _("Aftalen om dit job hos %(place)s slutter") + f" {ends}. "
    body += _("Vil du gerne blive, så sig det til din mentor nu.")
    send([placement.youth.user], placement, _("%(job)s slutter snart"), body, by=None, now=now)
    body = _("Aftalen med %(name)s slutter") + f" {ends}. "
    body += _("Skal det fortsætte, så skriv nye vilkår med en senere sidste dag. Ellers slutter jobbet af sig selv.")
    others = [*contacts(placement), *mentor(placement)]
    send(others, placement, _("%(name)s: aftalen slutter snart"), body, by=None, now=now)


def over(placement: Placement, *, now: datetime) -> None:
    """The last day has gone by."""
    body = _("Det var det. Tak for indsatsen hos %(place)s. Det står nu på din vej, og du kan tage det med videre.")
    send([placement.youth.user], placement, _("%(job)s er slut"), body, by=None, now=now)
    body = _("%(name)s har haft sin sidste dag. Tak for den tid og hjælp, I har givet.")
    send(contacts(placement), placement, _("%(name)s er stoppet: %(job)s"), body, by=None, now=now)
    body = _("%(name)s har haft sin sidste dag hos %(place)s. Er timerne lukket, og er den sidste samtale holdt?")
    send(mentor(placement), placement, _("%(name)s er stoppet i jobbet"), body, by=None, now=now)


def paused(placement: Placement, pause: Pause, *, by: Any, now: datetime) -> None:
    days = {
        "from": formats.date_format(pause.begins_on, "j. F"),
        "until": formats.date_format(pause.until_on, "j. F") if pause.until_on else "",
    }
    when = as_said(_("Fra %(from)s til og med %(until)s er der ingen vagter.") % days)
    when += as_said(because(pause.kind, PauseKind))
    body = when + " " + _("Jobbet er der stadig bagefter.")
    send([placement.youth.user], placement, _("%(job)s holder pause"), body, by=by, now=now)
    others = [*contacts(placement), *mentor(placement)]
    send(others, placement, _("%(name)s holder pause: %(job)s"), when, by=by, now=now)


def resumed(placement: Placement, *, by: Any, now: datetime) -> None:
    body = _("Pausen er slut. Vagterne gælder igen fra nu af.")
    send([placement.youth.user], placement, _("%(job)s er i gang igen"), body, by=by, now=now)
    others = [*contacts(placement), *mentor(placement)]
    send(others, placement, _("%(name)s er i gang igen: %(job)s"), body, by=by, now=now)


def halted(placement: Placement, *, now: datetime) -> None:
    """The workplace hears that there are no shifts, and nothing about a home."""
    body = _(
        "En forælder har sagt nej eller taget sit ja tilbage. Derfor er der ingen vagter hos %(place)s lige nu. Ring "
        "til familien i dag. Når det er afklaret, kan vagterne begynde igen, eller jobbet kan slutte."
    )
    staff = [*mentor(placement), *User.objects.coordinators().filter(areas=placement.youth.area_id)]
    send(staff, placement, _("Vagterne holder pause: %(name)s"), body, by=None, now=now)
    body = _(
        "Vagterne holder pause, fordi de voksne skal tale sammen. Du har ikke gjort noget galt. Din mentor ringer."
    )
    send([placement.youth.user], placement, _("Vagterne holder pause: %(job)s"), body, by=None, now=now)
    body = _("%(name)s kommer ikke på vagt, før I hører fra os. Mentoren ringer til jer.")
    send(contacts(placement), placement, _("Vagterne holder pause: %(name)s"), body, by=None, now=now)
