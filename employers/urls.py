from django.urls import path

from employers.views import coordinator, pace, posts, public, reports, vetting, wages, writing

app_name = "employers"
urlpatterns = [
    path("arbejdsgiver/", public.join, name="join"),
    path("tempo/", pace.pace, name="pace"),
    path("opslag/", posts.posts, name="posts"),
    path("opslag/begynd/", writing.post_start, name="post_start"),
    path("opslag/nyt/", writing.post_new, name="post_new"),
    path("opslag/loven/", writing.law, name="law"),
    path("opslag/raekker/<slug:prefix>/", writing.row_more, name="row_more"),
    path("opslag/<int:pk>/", posts.post, name="post"),
    path("opslag/<int:pk>/ret/", writing.post_edit, name="post_edit"),
    path("opslag/<int:pk>/send/", posts.post_submit, name="post_submit"),
    path("opslag/<int:pk>/tilbage/", posts.post_rework, name="post_rework"),
    path("opslag/<int:pk>/luk/", posts.post_close, name="post_close"),
    path("opslag/<int:pk>/aabn/", coordinator.post_open, name="post_open"),
    path("opslag/<int:pk>/retur/", coordinator.post_refuse, name="post_refuse"),
    path("godkend/", coordinator.to_review, name="to_review"),
    path("arbejdsgivere/", coordinator.employers, name="employers"),
    path("arbejdsgivere/<int:pk>/", coordinator.employer, name="employer"),
    path("arbejdsgivere/<int:pk>/tjek/", vetting.check, name="check"),
    path("godkend/<int:pk>/", vetting.vetting, name="vetting"),
    path("arbejdsgivere/<int:pk>/kodeord/", coordinator.employer_password, name="employer_password"),
    path("arbejdsgivere/<int:pk>/afvis/", coordinator.employer_refuse, name="employer_refuse"),
    path("galt/", reports.reports, name="reports"),
    path("galt/<int:pk>/gjort/", reports.report_handled, name="report_handled"),
    path("loenninger/", wages.wages, name="wages"),
    path("loenninger/ny/", wages.agreement_new, name="agreement_new"),
    path("loenninger/<int:pk>/", wages.agreement, name="agreement"),
    path("loenninger/<int:pk>/ret/", wages.agreement_edit, name="agreement_edit"),
    path("loenninger/<int:pk>/sats/", wages.rate_new, name="rate_new"),
    path("loenninger/satser/<int:pk>/", wages.rate, name="rate"),
    path("loenninger/satser/<int:pk>/slut/", wages.rate_end, name="rate_end"),
    path("loenninger/satser/<int:pk>/streg/", wages.rate_strike, name="rate_strike"),
]
