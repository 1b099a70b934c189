import { parentPort } from 'node:worker_threads'
import type { Request } from '../../src/adapters/sqlite/methods.ts'
import { serveThread } from '../../src/adapters/sqlite/serve-thread.ts'

// A thread of the store's kind that answers with what it was given, and dies when asked to.
if (parentPort === null) throw new Error('This file is a thread.')
parentPort.postMessage({ opened: 'open' })
serveThread(parentPort, {
  answer(requests: readonly Request[]) {
    if (requests.some(({ method }) => method === 'die')) throw new Error('asked to die')
    return requests.map(({ n, args }) => ({ n, ok: args }))
  },
  close() {},
})
