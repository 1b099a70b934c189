import { answer } from './answer.ts'
import { cacheNameOf, outdatedCaches, roadOf } from './road.ts'
import type { FromWorker, ToWorker } from './worker-message.ts'
import type { WorkerScope } from './worker-scope.ts'

/** Put in by the build: what this version of the page consists of. */
declare const NATTER_SHELL: { version: string; files: string[] }

// The cast: this file runs in a worker.
const scope = globalThis as unknown as WorkerScope
const { version, files } = NATTER_SHELL
const after = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs))

scope.addEventListener('install', (event) => {
  // All or nothing: a version that is not whole never rules. It does not push the one before aside: pages ask for that.
  const requests = files.map((file) => new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' }))
  event.waitUntil(caches.open(cacheNameOf(version)).then((cache) => cache.addAll(requests)))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(outdatedCaches(names, version).map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  )
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const asked = { method: request.method, isNavigation: request.mode === 'navigate', url: new URL(request.url) }
  const road = roadOf(asked, scope.location.origin, files)
  if (road !== 'network')
    event.respondWith(answer(road, request, { version, fetch: (each) => fetch(each), caches, after }))
})

scope.addEventListener('message', (event) => {
  // The cast: only pages of this origin reach the worker.
  const message = event.data as ToWorker
  const reply: FromWorker = { kind: 'version', version }
  if (message.kind === 'activate') void scope.skipWaiting()
  else event.source?.postMessage(reply)
})
