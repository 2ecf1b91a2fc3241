from django.urls import path

from jobplaneten.accounts.views import again, door, me, passkeys, people, programme, second, texting

app_name = "accounts"
urlpatterns = [
    path("log-ind/", door.log_in, name="log_in"),
    path("log-ind/sms/", texting.ask, name="text_code"),
    path("log-ind/sms/kode/", texting.give, name="texted_code"),
    path("log-ind/kode/", second.ask, name="second"),
    path("log-ind/ny-app/", second.set_up, name="set_up_second"),
    path("log-ind/telefon/", passkeys.open_with, name="open_with_passkey"),
    path("log-ind/telefon/begynd/", passkeys.ask, name="ask_passkey"),
    path("log-ud/", door.log_out, name="log_out"),
    path("konto/", me.me, name="me"),
    path("konto/kodeord/", me.change_password, name="change_password"),
    path("konto/sms/", texting.choose, name="take_codes"),
    path("konto/alle-steder/", me.log_out_everywhere, name="log_out_everywhere"),
    path("konto/igen/", again.again, name="again"),
    path("konto/telefoner/", passkeys.passkeys, name="passkeys"),
    path("konto/telefoner/begynd/", passkeys.ask_new, name="ask_new_passkey"),
    path("konto/telefoner/<int:pk>/vaek/", passkeys.remove, name="remove_passkey"),
    path("konto/kode-app/", second.change, name="change_second"),
    path("konto/noegle/", me.make_key, name="make_key"),
    path("konto/noegle/<slug:token_key>/vaek/", me.take_key_back, name="take_key_back"),
    path("trin/", programme.steps, name="steps"),
    path("trin/<int:number>/", programme.step, name="step"),
    path("omraader/", programme.areas, name="areas"),
    path("omraader/nyt/", programme.area_new, name="area_new"),
    path("omraader/<int:pk>/", programme.area, name="area"),
    path("mentorer/", people.people, name="people"),
    path("mentorer/ny/", people.person_new, name="person_new"),
    path("mentorer/<int:pk>/", people.person, name="person"),
    path("mentorer/<int:pk>/kodeord/", people.person_password, name="person_password"),
    path("mentorer/<int:pk>/kode-app/", second.forget, name="person_second"),
    path("mentorer/<int:pk>/luk/", people.person_close, name="person_close"),
    path("mentorer/<int:pk>/aabn/", people.person_open, name="person_open"),
]
