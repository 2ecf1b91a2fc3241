from django.apps import AppConfig


class YouthRoom(AppConfig):
    name = "youth"
