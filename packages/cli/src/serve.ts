import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLog, readOptions, StartError, startServer, systemClock } from '@natter/server'
import type { Options, RunningServer } from '@natter/server'
import { bringToLife } from './demo/live/live.ts'
import type { Life } from './demo/live/live.ts'
import { newDemoPassword } from './demo/password.ts'
import { seedStory } from './demo/seed.ts'
import type { DemoSignIns } from './demo/seed.ts'
import { STORY } from './demo/story.ts'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'
import { jsonLine } from './output/json.ts'

/** Where `npm start` builds the page. */
const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))

export interface ServeOptions {
  isDemo: boolean
  isJson: boolean
}

/** Runs a server until the program is asked to end, and then lets it finish in good order. */
export async function serve(
  io: Io,
  flags: Record<string, string | undefined>,
  { isDemo, isJson }: ServeOptions,
): Promise<void> {
  const options = readOptions(io.env, flags)
  if (Array.isArray(options))
    throw new CliError(EXIT.failure, 'settings', options.map(({ message }) => message).join('\n'))
  const server = await start(options)
  let life: Life | undefined
  try {
    const demo = isDemo ? await seedDemo(server) : undefined
    const isEmpty = await server.ports.store.isEmpty()
    const found = { url: server.address, data: dataOf(options), empty: isEmpty }
    await io.out.write(isJson ? jsonLine({ ...found, ...(demo === undefined ? {} : { demo }) }) : greeting(found, demo))
    if (!options.ratesEnforced)
      await io.err.write('natter: no rates and no caps on connections (NATTER_LIMITS=off): for load tests only\n')
    life = demo && liveOn(server, demo)
    await untilAsked(io.stop)
  } finally {
    await life?.stop()
    await server.close()
  }
}

async function start(options: Options): Promise<RunningServer> {
  const log = createLog(options.logLevel, systemClock)
  try {
    return await startServer(options, { log, webRoot: existsSync(WEB_ROOT) ? WEB_ROOT : undefined })
  } catch (error) {
    if (error instanceof StartError) throw new CliError(EXIT.failure, 'start', error.message)
    throw error
  }
}

async function seedDemo(server: RunningServer): Promise<DemoSignIns> {
  if (!(await server.ports.store.isEmpty())) {
    throw new CliError(
      EXIT.failure,
      'conflict',
      'People live here already, and the demo only moves into an empty place. Start without --demo, or name another folder with --data.',
    )
  }
  return seedStory(server.ports, STORY, newDemoPassword(server.ports.random))
}

/** The people of the demo go on living while the server runs. */
function liveOn({ address, ports }: RunningServer, { password }: DemoSignIns): Life {
  const { clock, random, log } = ports
  return bringToLife({
    url: address,
    password,
    clock,
    random: () => Buffer.from(random(4)).readUInt32BE() / 2 ** 32,
    failed: (handle, error) => log.warn('Somebody of the demo could not come.', { handle, error }),
  })
}

function dataOf({ databaseUrl, dataFolder }: Options): string {
  return databaseUrl === 'memory:' ? 'in memory, forgotten at the end' : resolve(dataFolder)
}

function greeting(
  { url, data, empty }: { url: string; data: string; empty: boolean },
  demo: DemoSignIns | undefined,
): string {
  const lines = [`Natter is ready at ${url}`, `Data: ${data}`]
  if (empty) lines.push(`Open ${url} and sign up: the first account becomes the owner.`)
  if (demo !== undefined)
    lines.push(`Sign in as ${demo.handles.join(', ')}; the password of all of them is ${demo.password}`)
  return `${lines.join('\n')}\n`
}

function untilAsked(stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (stop.aborted) return done()
    stop.addEventListener('abort', () => done(), { once: true })
  })
}
