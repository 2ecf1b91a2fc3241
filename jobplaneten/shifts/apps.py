from django.apps import AppConfig


class ShiftsRoom(AppConfig):
    name = "jobplaneten.shifts"
