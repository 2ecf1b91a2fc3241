from django.apps import AppConfig


class AccountsRoom(AppConfig):
    name = "jobplaneten.accounts"
