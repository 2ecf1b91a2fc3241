from django.urls import path

from youth.views import access, capacity, inviting, joining, ladder, staff, standing_in, together, worry, youth

app_name = "youth"
urlpatterns = [
    path("kom-med/", joining.join, name="join"),
    path("kom-med/kode/", joining.join_code, name="join_code"),
    path("inviteret/<slug:token>/", inviting.invited, name="invited"),
    path("unge/inviter/", inviting.invite, name="invite"),
    path("unge/inviter/<int:pk>/tilbage/", inviting.take_back, name="take_invitation_back"),
    path("min-profil/", youth.profile, name="profile"),
    path("min-profil/<slug:page>/", youth.page, name="page"),
    path("min-profil/<slug:page>/kladde/", youth.draft, name="draft"),
    path("min-vej/", youth.my_way, name="my_way"),
    path("min-vej/et-job-mere/", youth.another_job, name="another_job"),
    path("unge/", staff.caseload, name="caseload"),
    path("unge/nye/", staff.queue, name="queue"),
    path("unge/samlet/gjort/", together.done, name="together_done"),
    path("unge/samlet/<slug:act>/", together.together, name="together"),
    path("mentorer/plads/", capacity.capacity, name="capacity"),
    path("unge/<int:pk>/", staff.person, name="person"),
    path("unge/<int:pk>/luk-ind/", staff.let_in, name="let_in"),
    path("unge/<int:pk>/sig-nej/", staff.turn_away, name="turn_away"),
    path("unge/<int:pk>/kodeord/", access.new_password, name="new_password"),
    path("unge/<int:pk>/mentor/", access.hand_over, name="hand_over"),
    path("unge/<int:pk>/vikar/", standing_in.stand_in, name="stand_in"),
    path("vikar/<int:pk>/slut/", standing_in.end, name="stand_in_end"),
    path("unge/<int:pk>/trin/", ladder.step, name="step"),
    path("unge/<int:pk>/pause/", ladder.pause, name="pause"),
    path("unge/<int:pk>/tilbage/", ladder.resume, name="resume"),
    path("unge/<int:pk>/bekymret/", worry.worry, name="worry"),
    path("unge/<int:pk>/naeste-trin/", ladder.allow_next, name="allow_next"),
]
