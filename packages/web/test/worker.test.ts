import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer } from '../src/offline/worker/answer.ts'
import { cacheNameOf, outdatedCaches, roadOf } from '../src/offline/worker/road.ts'

const ORIGIN = 'https://chat.example.org'
const SHELL = ['/index.html', '/assets/index-a1.js', '/theme.js']

function road(path: string, { method = 'GET', isNavigation = false, origin = ORIGIN } = {}): string {
  return roadOf({ method, isNavigation, url: new URL(path, origin) }, ORIGIN, SHELL)
}

test('WEB-145 what the protocol says, what changes something and what is elsewhere goes past the worker', () => {
  for (const path of ['/v1/me', '/v1/socket', '/v1', '/healthz', '/readyz', '/metrics', '/docs', '/sw.js']) {
    assert.equal(road(path), 'network', path)
    assert.equal(road(path, { isNavigation: true }), 'network', path)
  }
  assert.equal(road('/r/rm_den0', { method: 'POST', isNavigation: true }), 'network')
  assert.equal(road('/theme.js', { origin: 'https://elsewhere.example.org' }), 'network')
  assert.equal(road('/unknown.txt'), 'network')
  assert.deepEqual(
    [road('/r/rm_den0', { isNavigation: true }), road('/v1sitors', { isNavigation: true })],
    ['page', 'page'],
  )
  assert.deepEqual([road('/assets/picker-b2.js'), road('/theme.js')], ['asset', 'shell'])
})

test('WEB-145 a new version deletes all caches but its own and the one that open tabs may still need', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(cacheNameOf)
  assert(a && b && c)
  assert.deepEqual(outdatedCaches([a, 'of somebody else', b, c], 'c'), [a])
  assert.deepEqual(outdatedCaches([a, b], 'b'), [])
})

/** One cache by its version, with texts by path; what the network says to a path; time that is up when asked. */
interface World {
  cached: Record<string, Record<string, string>>
  network: (path: string) => Promise<Response>
  isTooLate?: boolean
}

function ask(
  kind: 'page' | 'asset' | 'shell',
  path: string,
  { cached, network, isTooLate = false }: World,
): Promise<string> {
  const opened = (name: string): Cache => {
    const texts = (cached[name] ??= {})
    const cache = {
      match: async (of: Request | string) => {
        const text = texts[typeof of === 'string' ? of : new URL(of.url).pathname]
        return text === undefined ? undefined : new Response(text)
      },
      put: async (of: Request, response: Response) => void (texts[new URL(of.url).pathname] = await response.text()),
    }
    // The cast: all that is used of it.
    return cache as unknown as Cache
  }
  const caches = {
    open: async (name: string) => opened(name),
    match: async (of: Request) => {
      for (const name of Object.keys(cached)) {
        const found = await opened(name).match(of)
        if (found) return found
      }
      return undefined
    },
  } as unknown as CacheStorage
  const after = isTooLate ? () => Promise.resolve() : () => new Promise<void>(() => {})
  const fetch = (request: Request): Promise<Response> => network(new URL(request.url).pathname)
  return answer(kind, new Request(ORIGIN + path), { version: 'v1', fetch, caches, after }).then((found) => found.text())
}

const PAGE = { [cacheNameOf('v1')]: { '/index.html': 'the page of v1' } }
const gone = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'))

test('WEB-145 the page of the server wins; without one, and from behind a proxy without one, the one that is here opens', async () => {
  assert.equal(await ask('page', '/r/rm_den0', { cached: PAGE, network: async () => new Response('of v2') }), 'of v2')
  assert.equal(await ask('page', '/r/rm_den0', { cached: PAGE, network: gone }), 'the page of v1')
  const badGateway = async (): Promise<Response> => new Response('Bad gateway', { status: 502 })
  assert.equal(await ask('page', '/r/rm_den0', { cached: PAGE, network: badGateway }), 'the page of v1')
  const silent = (): Promise<Response> => new Promise(() => {})
  assert.equal(await ask('page', '/r/rm_den0', { cached: PAGE, network: silent, isTooLate: true }), 'the page of v1')
  await assert.rejects(ask('page', '/', { cached: {}, network: gone }))
})

test('WEB-145 a part is kept once it was used, and found whatever version it is of', async () => {
  const cached = { [cacheNameOf('v0')]: { '/assets/old-a1.js': 'old' }, [cacheNameOf('v1')]: {} }
  assert.equal(await ask('asset', '/assets/old-a1.js', { cached, network: gone }), 'old')
  const network = async (): Promise<Response> => new Response('new')
  assert.equal(await ask('asset', '/assets/new-b2.js', { cached, network }), 'new')
  assert.equal(await ask('asset', '/assets/new-b2.js', { cached, network: gone }), 'new')
  const missing = async (): Promise<Response> => new Response('no', { status: 404 })
  await ask('asset', '/assets/gone-c3.js', { cached, network: missing })
  assert.deepEqual(Object.keys(cached[cacheNameOf('v1')] ?? {}), ['/assets/new-b2.js'])
})

test('WEB-145 a cache that the browser cannot read does not keep the page from what the server has', async () => {
  const broken = (): Promise<never> => Promise.reject(new DOMException('No disk.', 'UnknownError'))
  // The cast: all that is used of it.
  const caches = { open: broken, match: broken } as unknown as CacheStorage
  const worker = {
    version: 'v1',
    fetch: async () => new Response('new'),
    caches,
    after: () => new Promise<void>(() => {}),
  }
  for (const kind of ['page', 'asset', 'shell'] as const) {
    const answered = await answer(kind, new Request(`${ORIGIN}/x`), worker)
    assert.equal(await answered.text(), 'new', kind)
  }
})
