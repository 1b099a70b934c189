import { cacheNameOf } from './road.ts'
import type { Road } from './road.ts'

/** A page that is asked for waits so long for the network, where there is one in the cache. */
const PAGE_MS = 3_000
const PAGE = '/index.html'

interface Answering {
  readonly version: string
  readonly fetch: (request: Request) => Promise<Response>
  readonly caches: CacheStorage
  readonly after: (delayMs: number) => Promise<void>
}

/** Answers a request that is the worker's. */
export function answer(road: Exclude<Road, 'network'>, request: Request, worker: Answering): Promise<Response> {
  if (road === 'page') return answerPage(request, worker)
  return road === 'asset' ? answerAsset(request, worker) : answerShell(request, worker)
}

/** The newest page, which brings its own newest parts; without a network the one that is here, of which all parts are here too. */
async function answerPage(request: Request, { version, fetch, caches, after }: Answering): Promise<Response> {
  const fetched = fetch(request)
  const known = await caches.open(cacheNameOf(version)).then((cache) => cache.match(PAGE))
  if (!known) return fetched
  const tooLate = after(PAGE_MS).then(() => known)
  // A proxy that stands in front of a server that is away answers too.
  const newest = fetched.then(
    (response) => (response.status >= 500 ? known : response),
    () => known,
  )
  return Promise.race([newest, tooLate])
}

/** Whatever version it is of: its name says what is in it. Kept once it was used. */
async function answerAsset(request: Request, { version, fetch, caches }: Answering): Promise<Response> {
  const known = await caches.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) {
    const cache = await caches.open(cacheNameOf(version))
    await cache.put(request, response.clone()).catch(() => {})
  }
  return response
}

async function answerShell(request: Request, { version, fetch, caches }: Answering): Promise<Response> {
  const cache = await caches.open(cacheNameOf(version))
  return (await cache.match(request)) ?? fetch(request)
}
