import { parentPort, workerData } from 'node:worker_threads'
import type { Limits } from '@natter/protocol'
import { armCrashpoint } from '../../ports/crashpoint.ts'
import type { CrashAt } from '../../ports/crashpoint.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { randomRefs } from './random-refs.ts'
import { serveThread } from './serve-thread.ts'
import type { FromThread } from './serve-thread.ts'
import { Writer } from './writer.ts'
import type { Place } from './writer.ts'

export interface WriterData {
  folder: string
  limits: Limits
  crashAt?: CrashAt | undefined
}

if (parentPort === null) throw new Error('This file is the writing thread of the SQLite store.')
const { folder, limits, crashAt } = workerData as WriterData
if (crashAt !== undefined) armCrashpoint(crashAt)
try {
  const writer = new Writer({ folder, limits, nextRef: randomRefs() })
  parentPort.postMessage({ opened: writer.place } satisfies FromThread<Place>)
  serveThread(parentPort, writer)
} catch (error) {
  if (!(error instanceof StoreFault)) throw error
  parentPort.postMessage({ failed: error.message } satisfies FromThread<Place>)
}
