import { parentPort, workerData } from 'node:worker_threads'
import { Reader } from './reader.ts'
import { serveThread } from './serve-thread.ts'
import type { FromThread } from './serve-thread.ts'

export interface ReaderData {
  folder: string
}

if (parentPort === null) throw new Error('This file is the reading thread of the SQLite store.')
const { folder } = workerData as ReaderData
// Connects with the first request: by then the writer has made the database.
serveThread(parentPort, new Reader(folder))
parentPort.postMessage({ opened: undefined } satisfies FromThread<undefined>)
