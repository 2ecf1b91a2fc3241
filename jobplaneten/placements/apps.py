from django.apps import AppConfig


class PlacementsRoom(AppConfig):
    name = "jobplaneten.placements"
