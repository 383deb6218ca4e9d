// Keeps the shell and the pages seen last, so that the portal opens without a connection.
// VERSION and SHELL are put before this file by the server. Officials' screens, the API, sign-in and what belongs to one person are never touched.
const PAGES = 'halaman-2'; // another name when what was kept before must go
const KEPT_PAGES = 30;
const NEVER = /^\/(admin|api|saya|(en\/)?masuk|keluar|login|logout|oauth2|connect|actuator)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(VERSION)
      .then((cache) => cache.addAll(SHELL))
      .then(() => caches.open(PAGES))
      .then((pages) => pages.add('/').catch(() => {})) // where the installed portal starts
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== VERSION && name !== PAGES))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || NEVER.test(url.pathname)) {
    return;
  }
  if (event.request.mode === 'navigate') {
    event.respondWith(page(event.request, url));
  } else if (SHELL.includes(url.pathname + url.search)) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  }
});

// An address with a query is kept by nobody: it tells what a visitor was looking for.
async function page(request, url) {
  try {
    const answer = await fetch(request);
    if (!url.search && answer.ok && answer.type === 'basic' && answer.headers.get('Content-Type')?.startsWith('text/html')) {
      await keep(request, answer.clone());
    }
    return answer;
  } catch {
    const kept = await caches.match(request);
    return kept ?? (await caches.match(url.pathname.startsWith('/en/') ? '/en/luring' : '/luring')) ?? Response.error();
  }
}

async function keep(request, answer) {
  const cache = await caches.open(PAGES);
  await cache.delete(request); // the newest goes last
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - KEPT_PAGES)).map((old) => cache.delete(old)));
}
