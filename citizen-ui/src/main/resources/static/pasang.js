// The only script of the public pages: registers the service worker and says when there is no connection.
if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/sw.js').catch(() => {}); // without it the pages work as before
}

const notice = document.getElementById('tanpa-koneksi');
const list = document.getElementById('tersimpan');
const tell = () => {
  if (notice && !list) {
    notice.hidden = navigator.onLine;
  }
};
addEventListener('online', tell);
addEventListener('offline', tell);
tell();

// The offline page lists what this phone has kept.
if (list && 'caches' in window) {
  caches
    .open('halaman-2')
    .then(async (cache) => Promise.all((await cache.keys()).reverse().map((request) => entry(cache, request))))
    .then((entries) => {
      list.replaceChildren(...entries);
      list.parentElement.hidden = entries.length === 0;
    });
}

async function entry(cache, request) {
  const answer = await cache.match(request);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const link = document.createElement('a');
  link.href = request.url;
  link.textContent = page.title;
  const item = document.createElement('li');
  item.append(link);
  const saved = answer.headers.get('Date');
  if (saved) {
    item.append(` – ${new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(saved))}`);
  }
  return item;
}
