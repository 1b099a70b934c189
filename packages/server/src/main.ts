import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createMemoryBus } from './adapters/memory/memory-bus.ts'
import { createMemoryStore } from './adapters/memory/memory-store.ts'
import { openSqliteStore } from './adapters/sqlite/sqlite-store.ts'
import { systemClock } from './clock.ts'
import { createRates } from './commands/rates.ts'
import { runCommand } from './commands/run-command.ts'
import { descriptorBounds } from './descriptors.ts'
import { fallbackRoads } from './gateway/fallback-roads.ts'
import { Gateway } from './gateway/gateway.ts'
import { websocketDoor } from './gateway/websocket-door.ts'
import { acceptWebSockets } from './gateway/websocket-server.ts'
import { createHttpApp } from './http/app.ts'
import { capSockets } from './http/cap-sockets.ts'
import { createHttpServer } from './http/listen.ts'
import { createEntrance } from './identity/entrance.ts'
import { createIdentity } from './identity/identity.ts'
import { listenOn } from './listen-on.ts'
import type { Options } from './options.ts'
import type { Clock } from './ports/clock.ts'
import { armCrashpoint } from './ports/crashpoint.ts'
import type { Log } from './ports/log.ts'
import type { Ports } from './ports/ports.ts'
import type { Store } from './ports/store.ts'
import { version } from './version.ts'

/** Clients are told to come back within this time after the server has gone, so that they do not come all at once. */
const RECONNECT_WITHIN_MS = 2_000
/** Requests and goodbyes under way have this long. */
const CLOSE_WITHIN_MS = 5_000
const HANG_UP_EVERY_MS = 50
const MIB = 1_048_576

export interface RunningServer {
  /** Where it listens: `http://127.0.0.1:8080`. */
  address: string
  ports: Ports
  /** Asks clients to leave and serves them until they have, or for `drainMs`; lets accepted writes finish, closes the store. Safe to call twice. */
  close(): Promise<void>
}

/** What the caller brings: the log, the folder of the built page, and in tests another clock. */
export interface Surroundings {
  log: Log
  webRoot?: string | undefined
  clock?: Clock
}

/** Constructs the adapters and starts one node. Rejects with a `StartError` whose message is one sentence for people. */
export async function startServer(
  options: Options,
  { log, webRoot, clock = systemClock }: Surroundings,
): Promise<RunningServer> {
  if (options.crashAt !== undefined) armCrashpoint(options.crashAt)
  const store = await openStore(options, log)
  try {
    return await startOn(store, options, { log, webRoot, clock })
  } catch (error) {
    await store.close()
    throw error
  }
}

async function startOn(
  store: Store,
  options: Options,
  { log, webRoot, clock }: Required<Omit<Surroundings, 'webRoot'>> & { webRoot: string | undefined },
): Promise<RunningServer> {
  const { limits, ratesEnforced } = options
  const ports: Ports = {
    store,
    bus: createMemoryBus(),
    clock,
    random: randomBytes,
    limits,
    ratesEnforced,
    rates: createRates(clock, limits, ratesEnforced),
    log,
  }
  const identity = createIdentity(ports, options)
  const entrance = createEntrance(options)
  const { socketsMax, connectionsMax } = descriptorBounds(() => clock.uptime())
  const bounds = { outboxBytes: options.outboxMemoryMib * MIB, connectionsMax }
  const gateway = new Gateway(ports, identity, (run) => void setImmediate(run), bounds)
  let address = ''
  const app = createHttpApp({
    ports,
    identity,
    entrance,
    connections: gateway,
    fallback: fallbackRoads(gateway),
    runCommand,
    readiness: () => ({ ready: !gateway.isStopped, degraded: gateway.degraded }),
    place: {
      name: options.name,
      version,
      isHttps: options.publicUrl?.startsWith('https:') ?? false,
      url: () => options.publicUrl ?? address,
    },
    origins: options.origins,
    webRoot,
  })
  const server = createHttpServer(app)
  capSockets(server, socketsMax)
  acceptWebSockets(server, gateway, websocketDoor(gateway, identity, entrance))
  address = await listenOn(server, options)
  await gateway.start()
  let closing: Promise<void> | undefined
  return { address, ports, close: () => (closing ??= stop(server, gateway, ports, options.drainMs)) }
}

async function openStore(options: Options, log: Log): Promise<Store> {
  const { databaseUrl, dataFolder, limits, crashAt } = options
  if (databaseUrl === 'memory:') return createMemoryStore({ random: randomBytes, limits })
  return openSqliteStore({ folder: dataFolder, limits, log, crashAt })
}

async function stop(server: Server, gateway: Gateway, { store, bus, clock }: Ports, drainMs: number): Promise<void> {
  // Requests still come and are answered, so that whoever asks learns that this node is going.
  await gateway.drain(drainMs)
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  gateway.stop(RECONNECT_WITHIN_MS)
  // A connection whose answer was on its way is idle a moment later, and would be kept for the next request.
  let cancel = (): void => {}
  const hangUp = (): void => {
    server.closeIdleConnections()
    cancel = clock.timer(HANG_UP_EVERY_MS, hangUp)
  }
  hangUp()
  await Promise.race([closed, new Promise<void>((resolve) => void clock.timer(CLOSE_WITHIN_MS, resolve))])
  cancel()
  server.closeAllConnections()
  await bus.close()
  await store.close()
}
