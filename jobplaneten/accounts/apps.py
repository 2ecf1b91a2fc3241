from django.apps import AppConfig
from django.core.checks import Tags, register


class AccountsRoom(AppConfig):
    name = "jobplaneten.accounts"

    def ready(self) -> None:
        from jobplaneten.accounts.guard import check_start  # noqa: PLC0415 - models are ready only now

        register(check_start, Tags.database)
