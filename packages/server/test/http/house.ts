import { randomBytes } from 'node:crypto'
import { LIMITS } from '@natter/protocol'
import type { Limits, SignedIn, SignupMode, User, WireError } from '@natter/protocol'
import type { Hono } from 'hono'
import { createMemoryBus } from '../../src/adapters/memory/memory-bus.ts'
import { createMemoryStore } from '../../src/adapters/memory/memory-store.ts'
import { createRates } from '../../src/commands/rates.ts'
import { runCommand } from '../../src/commands/run-command.ts'
import { createHttpApp } from '../../src/http/app.ts'
import type { HttpDeps } from '../../src/http/http-deps.ts'
import type { HttpEnv } from '../../src/http/serve-route.ts'
import { createEntrance } from '../../src/identity/entrance.ts'
import { createIdentity } from '../../src/identity/identity.ts'
import type { Identity } from '../../src/identity/identity.ts'
import type { BusMessage } from '../../src/ports/bus.ts'
import type { LiveConnection } from '../../src/ports/live-connections.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { handClock } from './hand-clock.ts'
import type { HandClock } from './hand-clock.ts'

export const PASSWORD = 'a plain garden gate'
export const OWN_ORIGIN = 'http://127.0.0.1:8080'

/** What a house is built with; the rest is usual. */
export interface Plan {
  signup?: SignupMode
  publicUrl?: string
  origins?: string[]
  trustedProxies?: string[]
  limits?: Partial<Limits>
  ratesEnforced?: boolean
  webRoot?: string
  connections?: LiveConnection[]
  change?: (deps: HttpDeps) => HttpDeps
}

/** One request. `as` sends a bearer token, `cookie` the header as it stands; a body that is no string becomes JSON. */
export interface Asked {
  as?: SignedIn | undefined
  cookie?: string
  body?: unknown
  headers?: Record<string, string>
  /** Network address of the peer. */
  from?: string
}

export interface Answered {
  status: number
  headers: Headers
  text: string
  /** The JSON of the body. */
  body: Record<string, unknown> & { error?: WireError }
}

export interface House {
  app: Hono<HttpEnv>
  ports: Ports
  identity: Identity
  clock: HandClock
  /** Everything that was said to all nodes. */
  said: BusMessage[]
  /** Lines of the log, as JSON. */
  logged: string[]
  closed: string[]
  ask(line: string, asked?: Asked): Promise<Answered>
  /** An account that is signed in; the first one is the owner. */
  person(handle: string): Promise<SignedIn & { user: User }>
}

/** A whole place in memory, asked without a network. */
export async function house(plan: Plan = {}): Promise<House> {
  const { signup = 'open', ratesEnforced = false, origins = [], trustedProxies = [], publicUrl } = plan
  const limits: Limits = { ...LIMITS, ...plan.limits }
  const clock = handClock()
  const logged: string[] = []
  const write =
    (level: string) =>
    (message: string, fields: object = {}) =>
      void logged.push(JSON.stringify({ level, message, ...fields }, errorsToo))
  const ports: Ports = {
    store: createMemoryStore({ random: randomBytes, limits }),
    bus: createMemoryBus(),
    clock,
    random: randomBytes,
    limits,
    ratesEnforced,
    rates: createRates(clock, limits, ratesEnforced),
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  }
  const said: BusMessage[] = []
  await ports.bus.subscribe('all', (message) => void said.push(message))
  const identity = createIdentity(ports, { signup })
  const closed: string[] = []
  const live = plan.connections ?? []
  const deps: HttpDeps = {
    ports,
    identity,
    entrance: createEntrance({ publicUrl, origins, trustedProxies, host: '127.0.0.1' }),
    connections: {
      list: () => live,
      close: (id) => live.some((each) => each.id === id) && closed.push(id) > 0,
    },
    // What they do is the gateway's, and tested there.
    fallback: {
      stream: async () => new Blob(['{"connection":"cn_1"}\n']).stream(),
      poll: async () => '{"connection":"cn_1"}',
    },
    runCommand,
    readiness: () => ({ ready: true, degraded: [] }),
    place: {
      name: 'The house',
      version: '0.0.1',
      isHttps: publicUrl?.startsWith('https:') ?? false,
      url: () => publicUrl ?? OWN_ORIGIN,
    },
    origins,
    webRoot: plan.webRoot,
  }
  const app = createHttpApp(plan.change?.(deps) ?? deps)
  const ask = (line: string, asked: Asked = {}): Promise<Answered> => askApp(app, line, asked)
  const person = async (handle: string): Promise<SignedIn> =>
    (await ask('POST /v1/accounts', { body: { handle, password: PASSWORD } })).body as unknown as SignedIn
  return { app, ports, identity, clock, said, logged, closed, ask, person }
}

async function askApp(
  app: Hono<HttpEnv>,
  line: string,
  { as, cookie, body, headers, from = '127.0.0.1' }: Asked,
): Promise<Answered> {
  const [method = '', path = ''] = line.split(' ')
  const sent = method === 'GET' || method === 'HEAD' ? undefined : body
  const text = sent === undefined || typeof sent === 'string' ? sent : JSON.stringify(sent)
  const init = {
    method,
    headers: {
      host: '127.0.0.1:8080',
      ...(as === undefined ? {} : { authorization: `Bearer ${as.accessToken}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  }
  const response = await app.request(path, init, {
    incoming: { socket: { remoteAddress: from } },
  })
  const answered = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return {
    status: response.status,
    headers: response.headers,
    text: answered,
    body: (isJson && answered !== '' ? JSON.parse(answered) : {}) as Answered['body'],
  }
}

/** `Set-Cookie` values by name, and what a browser would send back. */
export function cookiesOf({ headers }: Answered): { byName: Map<string, string>; header: string } {
  const byName = new Map(headers.getSetCookie().map((cookie) => [cookie.slice(0, cookie.indexOf('=')), cookie]))
  return { byName, header: [...byName.values()].map((cookie) => cookie.split(';')[0]).join('; ') }
}

/** What somebody hears who is refused: status, code and, if there is one, the field. */
export function refusal({ status, body }: Answered): unknown {
  const { code, field } = body.error ?? {}
  return field === undefined ? { status, code } : { status, code, field }
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value
}
