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

/** Answers a request that is the worker's. A cache that the browser cannot read is an empty one: the server may still answer. */
export function answer(road: Exclude<Road, 'network'>, request: Request, worker: Answering): Promise<Response> {
  if (road === 'page') return answerPage(request, worker)
  return road === 'asset' ? answerAsset(request, worker) : answerShell(request, worker)
}

/** The newest page, which brings its own newest parts; without a network the one that is here, of which all parts are here too. */
async function answerPage(request: Request, { version, fetch, caches, after }: Answering): Promise<Response> {
  const fetched = fetch(request)
  const known = await found(caches, version, PAGE)
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
  const known = await caches.match(request).catch(() => undefined)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) {
    const kept = caches.open(cacheNameOf(version)).then((cache) => cache.put(request, response.clone()))
    // Not kept, where the disk is full or the cache is broken: the part is here all the same.
    await kept.catch(() => {})
  }
  return response
}

async function answerShell(request: Request, { version, fetch, caches }: Answering): Promise<Response> {
  return (await found(caches, version, request)) ?? fetch(request)
}

function found(caches: CacheStorage, version: string, of: Request | string): Promise<Response | undefined> {
  const known = caches.open(cacheNameOf(version)).then((cache) => cache.match(of))
  return known.catch(() => undefined)
}
