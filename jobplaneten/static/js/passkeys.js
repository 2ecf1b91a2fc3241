/* Passkeys: asks the phone, and sends what it answers as any other form. Without it the other ways in are there. */
"use strict";

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const questionFor = async (form) => {
  const sent = { method: "POST", body: new FormData(form), redirect: "manual", credentials: "same-origin" };
  const asked = await fetch(form.dataset.ask, sent);
  if (asked.type === "opaqueredirect") location.reload(); // the page itself leads to where it is asked who it is
  if (!asked.ok) throw new Error("no question");
  const { publicKey } = await asked.json();
  publicKey.challenge = bytesOf(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytesOf(publicKey.user.id);
  for (const known of publicKey.excludeCredentials ?? []) known.id = bytesOf(known.id);
  return { publicKey };
};

const answerOf = (credential) => {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = textOf(credential.response[part]);
  }
  const { id, rawId, type } = credential;
  return JSON.stringify({ id, rawId: textOf(rawId), type, response, clientExtensionResults: {} });
};

/* A number is no name that a phone could keep a key for. */
const canKeepKeys = window.PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname);
const isOwnPhone = () => document.getElementById("id_own_phone")?.checked ?? false;

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!canKeepKeys) return;
  form.hidden = false;
  document.querySelectorAll("[data-without-passkey]").forEach((words) => (words.hidden = true));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { own_phone, answer } = form.elements;
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      answer.value = "";
      const question = await questionFor(form);
      answer.value = answerOf(await navigator.credentials[form.dataset.passkey](question));
      if (own_phone) own_phone.value = isOwnPhone() ? "on" : "";
      form.submit();
    } catch {
      form.removeAttribute("aria-busy");
      failed.hidden = false;
    }
  });
});
