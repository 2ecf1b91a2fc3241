{% load static %}/* Keeps the last seen pages of shifts at hand, for a place without network. Signing out empties it. */
"use strict";

const KEPT = "shifts-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const isOurs = (request) => {
  const { pathname, origin } = new URL(request.url);
  const isPage = request.mode === "navigate" && /^\/vagter\/(\d+\/)?$/.test(pathname);
  return request.method === "GET" && origin === self.location.origin && (isPage || pathname.startsWith("{% get_static_prefix %}"));
};

self.addEventListener("fetch", (event) => {
  if (!isOurs(event.request)) return;
  event.respondWith(
    fetch(event.request)
      .then(async (answer) => {
        if (answer.ok && !answer.redirected) (await caches.open(KEPT)).put(event.request, answer.clone());
        return answer;
      })
      .catch(async (lost) => {
        const kept = await caches.match(event.request, { ignoreVary: true });
        if (kept) return kept;
        throw lost;
      }),
  );
});
