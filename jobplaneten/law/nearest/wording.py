"""The sentences of edits: what to do, in words that a shopkeeper and a 13-year-old both read with ease."""

from jobplaneten.law.wording import gettext_noop as _

SENTENCES = {
    "end": _("Slut kl. {new} i stedet for kl. {old} {days}."),
    "start": _("Begynd kl. {new} i stedet for kl. {old} {days}."),
    "hours": _("Arbejd kl. {new} i stedet for kl. {old} {days}."),
    "break": _("Læg en pause på {new} minutter ind {days}."),
    "longer break": _("Gør pausen {new} minutter i stedet for {old} {days}."),
    "weekday": _("Flyt vagten kl. {old} fra {from_day} til {days}."),
    "weekday and hours": _("Flyt vagten kl. {old} {from_day} til kl. {new} {days}."),
    "dropped": _("Drop vagten kl. {old} {days}."),
    "dropped for rest": _("Hold mindst {rest} fridage om ugen: drop vagten kl. {old} {days}."),
    "added": _("Læg en vagt ind kl. {new} {days}."),
    "split": _("Del vagten {from_day} op: kl. {first} {from_day} og kl. {second} {days}."),
    "weekly_minutes": _("Sæt ugens timer ned fra {old} til {new}."),
    "alone": _("Lad en voksen være på stedet hele tiden."),
    "adult_supervision": _("Lad en voksen, der kender arbejdet, holde øje og hjælpe."),
    "lift_kg": _("Lad den unge højst løfte {new} kg i stedet for {old} kg."),
    "tasks": _("Lad andre tage sig af: {tasks}."),
    "machines": _("Lad andre bruge: {machines}."),
    "guarded": _("Skærm eller sluk, når den unge er tæt på: {machines}."),
    "chemicals": _("Lad andre bruge de kemiske midler."),
    "mild chemicals": _("Brug kun milde midler uden faremærke."),
    "alcohol.mode": _("Lad den unge arbejde i køkkenet i stedet for i lokalet, hvor der serveres alkohol."),
    "alcohol.adult_supervision": _("Lad en voksen holde øje i lokalet, hvor der serveres alkohol."),
    "alcohol.quick_help": _("Lad en kollega være klar til straks at tage over, når kunders alder skal tjekkes."),
    "environment": _("Sørg for, at den unge slipper for: {conditions}."),
}
