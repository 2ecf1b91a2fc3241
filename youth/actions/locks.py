from youth.models import Youth


def locked(youth: Youth) -> Youth:
    """The youth as of now, held until the transaction ends."""
    return Youth.objects.select_for_update(of=("self",)).select_related("user", "area", "mentor").get(pk=youth.pk)
