from django.urls import path

from jobplaneten.families.views import calendar, coming_in, guardian, staff, stopping, youth

app_name = "families"
urlpatterns = [
    path("foraelder/<slug:token>/", coming_in.open_invitation, name="open"),
    path("sprog/", coming_in.language, name="language"),
    path("mine-boern/<int:pk>/", guardian.child, name="child"),
    path("mine-boern/<int:pk>/svar/", guardian.say, name="say"),
    path("mine-boern/kalender/", calendar.calendar, name="calendar"),
    path("kalender/<str:token>/mine-boern.ics", calendar.feed, name="feed"),
    path("barnets-job/<int:pk>/", guardian.job, name="job"),
    path("barnets-job/<int:pk>/svar/", guardian.sign, name="sign"),
    path("barnets-job/<int:pk>/vilkaar/pdf/", guardian.terms_pdf, name="terms_pdf"),
    path("barnets-job/<int:pk>/stop/", stopping.stop, name="stop"),
    path("unge/<int:pk>/foraeldre/inviter/", staff.invite, name="invite"),
    path("foraeldre/<int:pk>/kendt/", staff.make_known, name="make_known"),
    path("foraeldre/<int:pk>/slut/", staff.end, name="end"),
    path("invitationer/<int:pk>/tilbage/", staff.take_back, name="take_back"),
    path("mine-foraeldre/", youth.my_guardians, name="my_guardians"),
    path("mit-ja/", youth.own_word, name="own_word"),
]
