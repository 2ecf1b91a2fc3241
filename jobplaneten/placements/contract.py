"""The terms of a job: what they begin as, who must agree, and the text that is made of them.

What must be told is § 3 of the act on employment statements; each heading of `text_of` answers one of its points.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from employers.models import Post
from employers.views.faces import chores_of, week
from jobplaneten import printing
from jobplaneten.placements.gates import TERMS_SOURCE, owed, weekly_minutes
from jobplaneten.placements.models import Paper, Placement, Side, Terms, TermsYes
from jobplaneten.placements.notice import Deal, days_words

LONGEST_TRIAL = timedelta(days=183)
PART_OF_A_FIXED_TERM = 4
"""A trial period is six months at most, and a quarter of a job that ends within a year."""


def current_terms(placement: Placement) -> Terms | None:
    found = placement.terms.newest_first().select_related("placement").prefetch_related("yeses__by")
    return found.first()


def sides_of(placement: Placement, day: date) -> list[Side]:
    """Under 18 a parent agrees too."""
    asked = [Side.YOUTH, Side.EMPLOYER]
    return [*asked, Side.GUARDIAN] if Paper.COSIGN in owed(placement.youth, day) else asked


def missing_sides(placement: Placement, terms: Terms, day: date) -> list[Side]:
    return [side for side in sides_of(placement, day) if terms.yes_of(side) is None]


def deal_of(placement: Placement) -> Deal | None:
    """The notice that both sides have agreed to. What only one has written binds nobody."""
    for terms in placement.terms.newest_first().prefetch_related("yeses"):
        if terms.yes_of(Side.YOUTH) and terms.yes_of(Side.EMPLOYER):
            return Deal(terms.youth_notice_days, terms.employer_notice_days, terms.trial_until)
    return None


def first_terms(placement: Placement, today: date) -> dict[str, Any]:
    """What post and employer say already, so that most of it is read and not typed."""
    post, employer = placement.post, placement.post.employer
    starts_on = placement.first_day_on or max(post.starts_on or today, today)
    return {
        "employer_name": employer.name if employer else "",
        "employer_address": f"{employer.address}, {employer.postcode}".strip(", ") if employer else "",
        "employer_number": employer.cvr if employer else "",
        "work_place": " ".join(filter(None, [post.place, post.postcode])),
        "payer": post.payer,
        "holder": post.payer,
        "job": post.title,
        "tasks": ", ".join(chores_of(post)),
        "starts_on": starts_on,
        "ends_on": post.ends_on,
        "youth_notice_days": 0,
        "employer_notice_days": 14,
        "hours": hours_words(post),
        "breaks": breaks_words(post),
        "extra_hours": _("Kun efter aftale, til samme timeløn, og inden for lovens grænser for alderen."),
        "pay_hour": post.pay_hour,
        "payday": _("Den sidste bankdag i måneden, bagud for de timer, der er arbejdet."),
        "holiday": _("Efter ferieloven: ret til ferie, og 12,5 % i feriepenge, som går til FerieKonto."),
        "agreement": post.agreement.name if post.agreement else _("Der er ingen overenskomst for jobbet."),
        "training": _("Grundig oplæring de første vagter. Ingen anden ret til kurser."),
        "insurance": _("Arbejdsskadeforsikring er tegnet. ATP fra 16 år, når timerne er mange nok."),
        "contact": post.adult_on_site,
    }


def hours_words(post: Post) -> str:
    days = "; ".join(f"{day} {', '.join(times)}" for day, times in week(post))
    total = f"{weekly_minutes(post) / 60:g}".replace(".", ",")
    return _("%(days)s. I alt %(hours)s timer om ugen.") % {"days": days, "hours": total}


def breaks_words(post: Post) -> str:
    if any(shift.break_minutes for shift in post.shifts.all()):
        return _("Mindst en halv time på vagter over fire en halv time.")
    return _("Korte pauser efter aftale. Er vagten over fire en halv time, mindst en halv time.")


def longest_trial(starts_on: date, ends_on: date | None) -> date:
    if ends_on is None or ends_on > starts_on + timedelta(days=365):
        return starts_on + LONGEST_TRIAL
    return min(starts_on + LONGEST_TRIAL, starts_on + (ends_on - starts_on) / PART_OF_A_FIXED_TERM)


def text_of(terms: Terms, first_name: str) -> printing.Paper:
    """Surname, birthday and address are written on by hand: no address of a youth is kept here."""
    return printing.Paper(
        _("Ansættelsesbevis"),
        _("%(job)s hos %(place)s. Udgave %(number)s.")
        % {"job": terms.job, "place": terms.employer_name, "number": terms.number},
        [
            printing.heading(_("Hvem aftalen er mellem")),
            printing.facts(parties(terms, first_name)),
            printing.heading(_("Arbejdet")),
            printing.facts(work(terms)),
            printing.heading(_("Tid")),
            printing.facts(times(terms)),
            printing.heading(_("Løn og ferie")),
            printing.facts(money(terms)),
            printing.heading(_("Regler, der altid gælder")),
            printing.text(rules_words()),
        ],
        _("Ansættelsesbevis efter lov om ansættelsesbeviser, %(source)s") % {"source": TERMS_SOURCE},
    )


def parties(terms: Terms, first_name: str) -> list[tuple[str, str]]:
    return [
        (_("Arbejdsgiver"), terms.employer_name),
        (_("Adresse"), terms.employer_address),
        (_("CVR-nummer"), terms.employer_number),
        (_("Den unge"), first_name),
        (_("Efternavn og adresse"), _("Skrives på i hånden: ______________________________")),
        (_("Lønnen betales af"), str(terms.get_payer_display())),
        (_("Kontrakten er hos"), str(terms.get_holder_display())),
        (_("Kontaktperson"), terms.contact),
    ]


def work(terms: Terms) -> list[tuple[str, str]]:
    return [
        (_("Stilling"), terms.job),
        (_("Opgaver"), terms.tasks),
        (_("Arbejdssted"), terms.work_place),
        (_("Oplæring og kurser"), terms.training),
        (_("Forsikring og ATP"), terms.insurance),
        (_("Overenskomst"), terms.agreement),
    ]


def times(terms: Terms) -> list[tuple[str, str]]:
    until = day_words(terms.trial_until)
    return [
        (_("Første dag"), day_words(terms.starts_on)),
        (_("Sidste dag"), day_words(terms.ends_on) or _("Aftalen har ingen slutdato.")),
        (_("Prøvetid"), _("Til og med %(day)s") % {"day": until} if until else _("Ingen prøvetid")),
        (_("Arbejdstider"), terms.hours),
        (_("Pauser"), terms.breaks),
        (_("Ekstra timer"), terms.extra_hours),
        (_("Den unge siger op med"), days_words(terms.youth_notice_days)),
        (_("Arbejdsgiver siger op med"), days_words(terms.employer_notice_days)),
    ]


def money(terms: Terms) -> list[tuple[str, str]]:
    return [
        (_("Løn i timen"), _("%(kroner)s kr. før skat") % {"kroner": formats.localize(terms.pay_hour)}),
        (_("Tillæg og pension"), terms.supplements or _("Ingen ud over timelønnen.")),
        (_("Lønnen kommer"), terms.payday),
        (_("Ferie"), terms.holiday),
    ]


def rules_words() -> str:
    return _(
        "Gælder funktionærloven for jobbet, er opsigelsen mindst den, som loven siger. Lovens regler om unges arbejde "
        "gælder altid, også hvis der står noget andet her."
    )


def day_words(day: date | None) -> str:
    return formats.date_format(day, "j. F Y") if day else ""


def with_signatures(terms: Terms, placement: Placement, today: date) -> printing.Paper:
    """The text as it was agreed to, and under it who has said yes when."""
    kept: dict[str, Any] = terms.paper
    rows = [(str(side.label), yes_words(terms.yes_of(side))) for side in sides_of(placement, today)]
    blocks = [
        *kept["blocks"],
        printing.heading(_("Hvem der har sagt ja")),
        printing.signatures(rows),
        printing.text(_("Tekstens fingeraftryk: %(digest)s") % {"digest": terms.digest[:16]}),
    ]
    return printing.Paper(**{**kept, "blocks": blocks})


def yes_words(yes: TermsYes | None) -> str:
    if yes is None:
        return _("Har ikke sagt ja endnu")
    said = {"who": yes.signer, "day": formats.date_format(timezone.localtime(yes.at), "j. F Y H.i")}
    if yes.why:
        said["why"] = str(yes.get_why_display()).lower()
        return _("Ja, skrevet ned af %(who)s %(day)s: %(why)s") % said
    return _("Ja, %(who)s %(day)s") % said


def read_aloud(blocks: Iterable[printing.Block]) -> list[dict[str, Any]]:
    """The text for a page: each heading with what stands under it."""
    sections: list[dict[str, Any]] = []
    for block in blocks:
        if block["kind"] == "heading":
            sections.append({"title": block["text"], "facts": [], "text": ""})
        elif sections and block["kind"] == "facts":
            sections[-1]["facts"] = [tuple(pair) for pair in block["facts"]]
        elif sections:
            sections[-1]["text"] = block.get("text", "")
    return sections
