from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobplaneten.home.counts import MentorCounts
from jobplaneten.home.next_steps.step import NextStep, in_order


def for_mentor(counts: MentorCounts) -> list[NextStep]:
    steps = (near_miss, worried, held, queue, morning, wishes, guardians, papers, to_read, late)
    return in_order(*(step(counts) for step in steps)) or [all_done(counts)]


def near_miss(counts: MentorCounts) -> NextStep | None:
    if not counts.near_misses:
        return None
    text = _("En ung har fortalt om noget farligt på jobbet. Læs det, og skriv, hvad der er gjort.")
    return NextStep(_("Det var lige ved at gå galt"), text, reverse("following:list"), _("Læs det"), "warning")


def worried(counts: MentorCounts) -> NextStep | None:
    if not counts.worried:
        return None
    title = ngettext("%(n)s ung har det ikke så godt", "%(n)s unge har det ikke så godt", counts.worried)
    text = _("De har sagt det med en smiley. Ring i dag, og skriv i dagbogen bagefter.")
    return NextStep(title % {"n": counts.worried}, text, reverse("following:list"), _("Se, hvem det er"), "phone")


def late(counts: MentorCounts) -> NextStep | None:
    if not counts.late:
        return None
    title = ngettext("%(n)s opfølgning mangler svar", "%(n)s opfølgninger mangler svar", counts.late)
    text = _("De stille er lettest at glemme. Se, hvem der ikke har svaret.")
    return NextStep(title % {"n": counts.late}, text, reverse("following:list"), _("Se dem"), "clock")


def held(counts: MentorCounts) -> NextStep | None:
    if not counts.held:
        return None
    title = ngettext("%(n)s besked holdes tilbage", "%(n)s beskeder holdes tilbage", counts.held)
    text = _("Der stod ord i, som du skal se, før den sendes.")
    return NextStep(title % {"n": counts.held}, text, reverse("talking:rooms"), _("Læs, og svar"), "chat")


def queue(counts: MentorCounts) -> NextStep | None:
    if not counts.waiting:
        return None
    title = ngettext(
        "%(n)s ung venter på at blive lukket ind", "%(n)s unge venter på at blive lukket ind", counts.waiting
    )
    text = _("Ingen andre end I kan se dem. Sig hej, og luk dem ind.")
    return NextStep(title % {"n": counts.waiting}, text, reverse("youth:queue"), _("Se de nye"), "hand")


def morning(counts: MentorCounts) -> NextStep | None:
    if not counts.proposals:
        return None
    title = ngettext("%(n)s forslag fra i nat", "%(n)s forslag fra i nat", counts.proposals)
    text = _("Læs dem, og vælg. De unge ser dem først, når du har sagt ja.")
    return NextStep(title % {"n": counts.proposals}, text, reverse("matching:morning"), _("Læs forslagene"), "star")


def wishes(counts: MentorCounts) -> NextStep | None:
    if not counts.wishes:
        return None
    title = ngettext("%(n)s ung har selv fundet et job", "%(n)s unge har selv fundet et job", counts.wishes)
    text = _("Vis det frem for dem, eller skriv venligt, hvorfor det må vente.")
    return NextStep(title % {"n": counts.wishes}, text, reverse("searching:asked"), _("Svar dem"), "hand")


def guardians(counts: MentorCounts) -> NextStep | None:
    if not counts.guardians:
        return None
    title = ngettext("%(n)s ung mangler forældrenes ord", "%(n)s unge mangler forældrenes ord", counts.guardians)
    text = _("Før de har fået besked – og sagt ja, når den unge er under 15 – kan ingenting gå videre.")
    return NextStep(title % {"n": counts.guardians}, text, reverse("youth:caseload"), _("Se, hvem det er"), "phone")


def papers(counts: MentorCounts) -> NextStep | None:
    if not counts.papers:
        return None
    title = ngettext("%(n)s job mangler papirer", "%(n)s job mangler papirer", counts.papers)
    text = _("Når alt er på plads, kan den første dag sættes.")
    return NextStep(title % {"n": counts.papers}, text, reverse("placements:list"), _("Se papirerne"), "file")


def to_read(counts: MentorCounts) -> NextStep | None:
    if not counts.recommendations:
        return None
    title = ngettext("%(n)s udtalelse at læse", "%(n)s udtalelser at læse", len(counts.recommendations))
    text = _("En arbejdsplads har skrevet noget godt. Den unge får det, når du har læst det.")
    url = reverse("keepsakes:recommendation", args=[counts.recommendations[0]])
    return NextStep(title % {"n": len(counts.recommendations)}, text, url, _("Læs den"), "star")


def all_done(counts: MentorCounts) -> NextStep:
    if not counts.youths:
        text = _("Når unge skriver sig op i dine områder, står de her.")
        return NextStep(_("Ingen unge endnu"), text, reverse("youth:queue"), _("Se køen"))
    text = _("Alt er gjort. Brug tiden på en af dem, du ikke har talt med længe.")
    return NextStep(_("Ring til en ung"), text, reverse("youth:caseload"), _("Se dine unge"), "phone")
