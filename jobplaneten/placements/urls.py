from django.urls import path

from jobplaneten.placements.views import before, endings, moves, pages, terms

app_name = "placements"
urlpatterns = [
    path("job/", pages.placements, name="list"),
    path("job/<int:pk>/", pages.placement, name="placement"),
    path("job/<int:pk>/flueben/", moves.tick, name="tick"),
    path("job/<int:pk>/tilbage/", moves.take_back, name="take_back"),
    path("job/<int:pk>/pamind/", moves.remind, name="remind"),
    path("job/<int:pk>/begynd/", moves.start, name="start"),
    path("job/<int:pk>/aflys/", endings.cancel, name="cancel"),
    path("job/<int:pk>/slut/", endings.end, name="end"),
    path("job/<int:pk>/pause/", endings.pause, name="pause"),
    path("job/<int:pk>/igang/", endings.resume, name="resume"),
    path("job/<int:pk>/forventninger/", before.expectations, name="expectations"),
    path("mine-papirer/", before.own_papers, name="own_papers"),
    path("job/<int:pk>/vilkaar/", terms.terms, name="terms"),
    path("job/<int:pk>/vilkaar/ret/", terms.edit, name="terms_edit"),
    path("job/<int:pk>/vilkaar/ja/", terms.agree, name="agree"),
    path("job/<int:pk>/vilkaar/pdf/", terms.pdf, name="terms_pdf"),
    path("job/<int:pk>/find-en-ny/", endings.find_new, name="find_new"),
]
