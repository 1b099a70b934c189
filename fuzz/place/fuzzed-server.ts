/** A real server in a process of its own, which tells its parent of every fault and of its health. Forked by `place.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readOptions, startServer } from '@natter/server'
import type { FromServer, ToServer } from './messages.ts'

const NS_PER_MS = 1_000_000

const [folder = '', limits = 'off'] = process.argv.slice(2)
const options = readOptions({ NATTER_PORT: '0', NATTER_DATA: folder, NATTER_SIGNUP: 'open', NATTER_LIMITS: limits }, {})
if (Array.isArray(options)) throw new Error(JSON.stringify(options))

const tell = (message: FromServer): void => void process.send?.(message)
const fault = (what: string, error: unknown): void =>
  tell({ fault: `${what} ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}` })
const quiet = (): void => undefined
const log = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: (message: string, fields: object = {}) => fault(message, 'error' in fields ? fields.error : fields),
}

process.on('uncaughtException', (error) => fault('Something was thrown and not caught:', error))
process.on('unhandledRejection', (error) => fault('A promise was rejected and nobody looked:', error))

// Some page: without one the server would say to everybody who comes by a wrong path that there is none.
const webRoot = join(folder, 'page')
mkdirSync(webRoot)
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Natter</title>')
const server = await startServer(options, { log, webRoot })
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

process.on('message', (message: ToServer) => {
  if (message === 'stop') {
    void server.close().then(() => process.disconnect?.())
    return
  }
  const stallMs = delay.max / NS_PER_MS
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  tell({ health: { rssBytes: rss, liveBytes: heapUsed + external, stallMs } })
  // What collecting the garbage took is no fault of the server's.
  delay.reset()
})
tell({ address: server.address })
