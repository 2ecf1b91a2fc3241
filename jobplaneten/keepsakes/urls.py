from django.urls import path

from jobplaneten.keepsakes.views import public, work, young

app_name = "keepsakes"
urlpatterns = [
    path("mine-beviser/", young.mine, name="mine"),
    path("mine-beviser/cv/", young.resume, name="resume"),
    path("mine-beviser/cv/pdf/", young.resume_pdf, name="resume_pdf"),
    path("mine-beviser/ansoegning/", young.letter, name="letter"),
    path("mine-beviser/ansoegning/pdf/", young.letter_pdf, name="letter_pdf"),
    path("mine-beviser/job/<int:pk>/", young.certificate, name="certificate"),
    path("mine-beviser/job/<int:pk>/traek-tilbage/", young.revoke, name="revoke"),
    path("mine-beviser/job/<int:pk>/pdf/", young.certificate_pdf, name="certificate_pdf"),
    path("diplom/<int:pk>/pdf/", work.diploma, name="diploma"),
    path("job/<int:pk>/udtalelse/", work.recommendation, name="recommendation"),
    path("job/<int:pk>/udtalelse/laest/", work.read_first, name="read_first"),
    path("tjek/", public.check, name="check"),
    path("tjek/<slug:code>/", public.checked, name="checked"),
]
