/* One tap about a shift, also without network: kept on the phone, sent in order when there is network, never twice. */
"use strict";

const QUEUE = "shift-taps";
const workerScript = document.currentScript.dataset.worker;

const waiting = () => JSON.parse(localStorage.getItem(QUEUE) ?? "[]");
const keep = (taps) => localStorage.setItem(QUEUE, JSON.stringify(taps));

const send = (tap) => {
  const body = new FormData();
  const mark = document.querySelector("[name=csrfmiddlewaretoken]");
  for (const [name, value] of [["kind", tap.kind], ["at", tap.at], ["csrfmiddlewaretoken", mark.value]]) body.append(name, value);
  const headers = { accept: "application/json" };
  return fetch(tap.url, { method: "POST", body, headers, credentials: "same-origin", redirect: "manual" });
};

const say = (words) => {
  const place = document.querySelector("[data-tap-said]");
  if (!place) return;
  place.querySelector("p").textContent = words;
  place.hidden = false;
};

/* What was heard, or refused for good, leaves the queue; a failing network or a sign-in page leaves it as it is. */
let isSending = false;
const replay = async () => {
  if (isSending || !document.querySelector("[name=csrfmiddlewaretoken]")) return;
  isSending = true;
  let heard = 0;
  try {
    while (waiting().length) {
      const answer = await send(waiting()[0]);
      if (![200, 404, 409].includes(answer.status)) return;
      keep(waiting().slice(1));
      heard += 1;
      if (answer.status === 409) {
        say((await answer.json()).said);
        heard = 0;
      }
    }
  } catch {
    say(document.querySelector("[data-later]")?.dataset.later ?? "");
  } finally {
    isSending = false;
    if (heard && !waiting().length) location.reload();
  }
};

document.querySelectorAll("form[data-tap]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const tap = { url: form.action, kind: form.elements.kind.value, at: new Date().toISOString() };
    const isKnown = waiting().some((known) => known.url === tap.url && known.kind === tap.kind);
    if (!isKnown) keep([...waiting(), tap]);
    form.querySelector("button").disabled = true;
    replay();
  });
});

window.addEventListener("online", replay);
document.addEventListener("visibilitychange", () => document.hidden || replay());
if (waiting().length) replay();
if ("serviceWorker" in navigator) navigator.serviceWorker.register(workerScript, { scope: "/vagter/" }).catch(() => {});
