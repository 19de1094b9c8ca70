import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { handling, offlinePages } from './handling.ts';

/**
 * The help center's service worker. It serves pages and files of the help center and nothing else: the API, the desk,
 * request and contact pages pass by untouched, because what a person sends must never meet a cache.
 */
declare const self: WorkerScope;
interface WorkerScope {
  /** Filled in by workbox-build: what has to be there before anybody is offline. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

const base = new URL(self.registration.scope).pathname;
const days = (count: number): number => count * 86_400;
/** A network this slow is treated as none when there is a copy. */
const patienceSeconds = 4;

cleanupOutdatedCaches();
// `/search/?q=` is one page, whatever is asked of it.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/^q$/, /^utm_/], cleanURLs: false });

/** Pages: from the network, so that a correction is read at once; as visited when there is none; else the reader. */
const pages = new NetworkFirst({
  cacheName: 'tierzero-pages',
  networkTimeoutSeconds: patienceSeconds,
  plugins: [
    new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: days(60) }),
    { handlerDidError: ({ request }) => firstPrecached(offlinePages(new URL(request.url).pathname, base)) },
  ],
});
registerRoute(
  ({ request, sameOrigin, url }) => sameOrigin && request.mode === 'navigate' && sort(url) === 'page',
  pages,
);

/** `tierzero.json` names everything else: the newest, or the one this worker was installed with. */
const manifest = new NetworkFirst({
  cacheName: 'tierzero-manifest',
  networkTimeoutSeconds: patienceSeconds,
  plugins: [{ handlerDidError: () => firstPrecached([`${base}tierzero.json?offline`]) }],
});
registerRoute(({ sameOrigin, url }) => sameOrigin && sort(url) === 'manifest', manifest);

/** Immutable files carry a hash in their name: once here, never asked again, unless the copy turned out to be damaged. */
const immutableIn = (cacheName: string, maxEntries: number, maxDays: number) =>
  new CacheFirst({
    cacheName,
    plugins: [
      {
        cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
          request.cache === 'reload' ? null : cachedResponse,
      },
      new ExpirationPlugin({ maxEntries, maxAgeSeconds: days(maxDays), purgeOnQuotaError: true }),
    ],
  });
const immutable = immutableIn('tierzero-files', 200, 90);
registerRoute(({ sameOrigin, url }) => sameOrigin && sort(url) === 'immutable', immutable);

/** Files of a large index are kept as they are searched in, as many as the widget fetches ahead. Those of former builds go by their age. */
const parts = immutableIn('tierzero-index', 700, 30);
registerRoute(({ sameOrigin, url }) => sameOrigin && sort(url) === 'part', parts);

/** The page asks for this when the reader moves on, so that nobody is interrupted and nobody stays behind. */
self.addEventListener('message', ({ data }) => {
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});

function sort(url: URL) {
  return handling(url.pathname, base);
}

async function firstPrecached(urls: string[]): Promise<Response> {
  for (const url of urls) {
    const response = await matchPrecache(url);
    if (response) return response;
  }
  return Response.error();
}
