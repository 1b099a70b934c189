// Started once for each worker of the tests: servers that come and go in one process, each on data of its own.
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createLog, readOptions, startServer, systemClock } from '@natter/server'
import type { RunningServer } from '@natter/server'
import type { HostAnswer, HostQuestion } from './server-host.ts'

const PAGE = fileURLToPath(new URL('../dist', import.meta.url))
const servers = new Map<string, RunningServer>()

process.on('message', (question: HostQuestion) => {
  const answer = question.kind === 'start' ? start(question) : stop(question)
  answer.then(
    (url) => tell({ folder: question.folder, url }),
    (error: unknown) =>
      tell({ folder: question.folder, failure: error instanceof Error ? error.message : String(error) }),
  )
})
// Nobody is left to ask.
process.on('disconnect', () => process.exit())

async function start({ folder, settings }: HostQuestion): Promise<string> {
  const options = readOptions(
    { ...process.env, NATTER_NAME: 'Old Town', NATTER_LOG_LEVEL: 'error', ...settings },
    { data: folder, port: '0' },
  )
  if (Array.isArray(options)) throw new Error(options.map(({ message }) => message).join('\n'))
  const server = await startServer(options, { log: createLog(options.logLevel, systemClock), webRoot: PAGE })
  servers.set(folder, server)
  return server.address
}

async function stop({ folder }: HostQuestion): Promise<string> {
  await servers.get(folder)?.close()
  servers.delete(folder)
  await rm(folder, { recursive: true, force: true })
  return ''
}

function tell(answer: HostAnswer): void {
  process.send?.(answer)
}
