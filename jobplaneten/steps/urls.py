from django.urls import path

from jobplaneten.steps.views import deciding, frame, own, staff

app_name = "steps"
urlpatterns = [
    path("min-vej/klar/", own.mine, name="mine"),
    path("min-vej/klar/papir/", own.learnt, name="learnt"),
    path("unge/<int:pk>/trinnet/", staff.of_youth, name="youth"),
    path("unge/<int:pk>/trinnet/ark/", staff.sheet, name="sheet"),
    path("unge/<int:pk>/trinnet/vurdering/", staff.assess, name="assess"),
    path("unge/<int:pk>/trinnet/snak/", staff.talk, name="talk"),
    path("unge/<int:pk>/trinnet/papir/", staff.confirm_learnt, name="confirm_learnt"),
    path("unge/<int:pk>/trinnet/op/", deciding.decide, name="decide"),
    path("trinnet/", deciding.quiet, name="quiet"),
    path("trinnet/<int:pk>/ja/", deciding.confirm, name="confirm"),
    path("trinnet/<int:pk>/ikke-endnu/", deciding.send_back, name="send_back"),
    path("trin/krav/", frame.rules, name="rules"),
    path("trin/krav/<int:step>/", frame.rule, name="rule"),
]
