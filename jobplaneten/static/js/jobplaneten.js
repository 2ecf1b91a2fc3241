/* Small comforts. Every page works without them. */
"use strict";

document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.lastElementChild.textContent = button.dataset.copied;
  });
});

/* A slow network and an eager thumb: the same form is sent once. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.getAttribute("aria-busy") === "true") event.preventDefault();
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[aria-busy]").forEach((form) => form.removeAttribute("aria-busy"));
});
document.addEventListener("htmx:afterRequest", (event) => event.target.removeAttribute("aria-busy"));

/* The menu closes when one looks elsewhere. */
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

/* A folded part says what it held when the page was drawn; that is no longer so once something in it is changed. */
document.addEventListener("change", (event) => {
  const told = event.target.closest(".folded")?.querySelector("summary [data-changed]");
  if (told) told.textContent = told.dataset.changed;
});
