from django.apps import AppConfig


class MatchingRoom(AppConfig):
    name = "matching"
