"""The frame that a new Jobplaneten begins with. Coordinators change it on their own pages afterwards.

The points are coarse guesses at the middle of each area, made for distances and nothing else.
"""

from django.db import migrations

STEPS = [
    {
        "number": 1,
        "title": "Lommepengejob tæt på",
        "age_from": 13,
        "age_to": 15,
        "teaches": (
            "Du prøver at gå på arbejde for første gang: små opgaver i dit eget område, sammen med en voksen, "
            "som du kender. Du lærer at møde til tiden, at sige til, når du er syg, og at være en del af et hold. "
            "Undervejs får du styr på konto, skattekort og MitID. Projektet betaler lønnen."
        ),
        "criteria": (
            "Møder op til næsten alle vagter og siger til, når det ikke går\n"
            "Tager imod en besked og gør opgaven færdig\n"
            "Spørger, når noget er svært\n"
            "Har en konto og ved, hvad der står i kontrakten"
        ),
    },
    {
        "number": 2,
        "title": "Fritidsjob i kommunen",
        "age_from": 14,
        "age_to": 16,
        "teaches": (
            "Du søger jobbet selv, med hjælp til det: en ansøgning, en samtale. Jobbet er på en kommunal arbejdsplads "
            "eller hos boligselskabet, for eksempel i en børnehave, på et plejehjem eller hos gårdmanden. Der er en "
            "fast voksen, mens du arbejder, og du ser faglige uddannelser tæt på. Kommunen betaler lønnen."
        ),
        "criteria": (
            "Har skrevet en ansøgning og været til en samtale\n"
            "Passer vagterne og skolen samtidig\n"
            "Taler høfligt med kolleger, børn, ældre eller gæster\n"
            "Kender reglerne på arbejdspladsen, også dem om tavshed"
        ),
    },
    {
        "number": 3,
        "title": "Fritidsjob i en virksomhed",
        "age_from": 15,
        "age_to": 18,
        "teaches": (
            "Du arbejder på almindelige vilkår i en butik, et køkken, et værksted eller et andet sted, hvor man kan "
            "blive faglært. Du lærer at have kunder og kolleger, at holde tempoet og at passe på din krop. "
            "Din mentor følger med. Virksomheden betaler lønnen."
        ),
        "criteria": (
            "Klarer de fleste opgaver uden at blive mindet om dem\n"
            "Hjælper kunder eller kolleger af sig selv\n"
            "Læser sin lønseddel og sin vagtplan\n"
            "Har talt med mentor om, hvad jobbet kan bruges til bagefter"
        ),
    },
    {
        "number": 4,
        "title": "På egne ben",
        "age_from": 16,
        "age_to": 18,
        "teaches": (
            "Du finder selv et job, en læreplads eller et studiejob og klarer hverdagen i det. Du lærer at vælge "
            "retning, at holde styr på dine penge og at spørge om hjælp i tide. Mentor er der, hvis du ringer. "
            "Virksomheden betaler lønnen."
        ),
        "criteria": (
            "Har selv fundet og søgt et job eller en læreplads\n"
            "Har en plan for uddannelse efter skolen\n"
            "Kan fortælle en yngre, hvordan man kommer i gang"
        ),
    },
]

AREAS = [
    ("Søparken", 55.479, 12.166),
    ("Karlemoseparken", 55.472, 12.169),
    ("Ellemarken", 55.449, 12.172),
    ("Hastrupparken", 55.437, 12.169),
]


def write(apps, schema_editor):
    Step, Area = apps.get_model("accounts", "Step"), apps.get_model("accounts", "Area")
    Step.objects.bulk_create(Step(**step) for step in STEPS)
    Area.objects.bulk_create(
        Area(name=name, town="Køge", latitude=latitude, longitude=longitude) for name, latitude, longitude in AREAS
    )


def erase(apps, schema_editor):
    apps.get_model("accounts", "Step").objects.filter(number__in=[step["number"] for step in STEPS]).delete()
    apps.get_model("accounts", "Area").objects.filter(name__in=[name for name, *_point in AREAS]).delete()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_accounts_begin")]

    operations = [migrations.RunPython(write, erase)]
