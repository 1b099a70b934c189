import { Buffer } from 'node:buffer'
import { clientFrame } from '../../packages/server/test/bad-input/client-frame.ts'
import { upgradeText } from '../../packages/server/test/bad-input/upgrade.ts'
import type { Random } from '../../sim/world/random.ts'
import { changedBytes } from './bytes-case.ts'
import type { CaseContext, FuzzCase } from './fuzz-case.ts'
import { inPieces } from './in-pieces.ts'

const NAMES = [
  'Host',
  'Connection',
  'Upgrade',
  'Sec-WebSocket-Version',
  'Sec-WebSocket-Key',
  'Sec-WebSocket-Protocol',
  'Sec-WebSocket-Extensions',
  'Origin',
  'Cookie',
  'Authorization',
  'X-Forwarded-For',
  'Content-Length',
  'Transfer-Encoding',
  'Expect',
  'X-Any',
]
const LINES = [
  'GET /v1/ws HTTP/1.1',
  'GET /v1/ws HTTP/1.0',
  'GET http://127.0.0.1/v1/ws HTTP/1.1',
  'GET //v1/ws HTTP/1.1',
  'GET /v1/ws?ticket=x HTTP/1.1',
  'GET /v1/ws?ticket=%ff%00 HTTP/1.1',
  'GET /v1/ws?ticket[]=x&token HTTP/1.1',
  'GET /v1/../v1/ws HTTP/1.1',
  'GET /v1/ws#a HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS /v1/ws HTTP/1.1',
  'CONNECT /v1/ws HTTP/1.1',
  'POST /v1/ws HTTP/1.1',
  'POST /v1/sessions HTTP/1.1',
  'POST /v1/commands HTTP/1.1',
  'POST /v1/stream HTTP/1.1',
  'POST /v1/poll HTTP/1.1',
  'PRI * HTTP/2.0',
]
const CHANGES_MAX = 4

/** Requests to become a socket, or something else, as no client would make them. */
export function handshakeCase({ random, scene }: CaseContext): FuzzCase {
  const headers: Record<string, string | undefined> = {}
  const more: string[] = []
  for (let change = random.between(0, CHANGES_MAX); change > 0; change--) {
    const name = random.pick(NAMES)
    if (random.chance(0.3)) more.push(`${name}: ${valueFor(random, scene.guest.token)}`)
    else headers[name] = random.chance(0.2) ? undefined : valueFor(random, scene.guest.token)
  }
  const line = random.chance(0.5) ? {} : { line: random.pick(LINES) }
  let bytes: Uint8Array = Buffer.from(upgradeText(headers, { ...line, more }), 'latin1')
  if (random.chance(0.4)) bytes = changedBytes(bytes, random)
  const hello = clientFrame(JSON.stringify({ id: 1, type: 'hello', version: 1, token: scene.guest.token }))
  const behind = random.pick([[], [hello], [random.bytes(random.between(1, 500))], [bytes]])
  return {
    kind: 'handshake',
    writes: inPieces(Buffer.concat([bytes, ...behind]), random),
    ending: random.pick(['wait', 'cut']),
    texts: new Map(),
  }
}

function valueFor(random: Random, token: string): string {
  const long = random.pick([10, 1_000, 20_000])
  return random.pick<() => string>([
    () => '',
    () => 'websocket',
    () => 'Upgrade',
    () => 'keep-alive, Upgrade',
    () => '13',
    () => String(random.between(-1, 300)),
    () => 'natter.v1',
    () => 'natter.v1,,natter.v1',
    () => `Bearer ${token}`,
    () => 'Bearer nat_x',
    () => `natter=${token}`,
    () => 'natter=%zz; natter=x; __Host-natter=y',
    () => 'null',
    () => 'https://good.example.evil',
    () => 'http://127.0.0.1',
    () => '::1, 10.0.0.1, ,,',
    () => 'chunked',
    () => 'gzip, chunked',
    () => '100-continue',
    () => 'a'.repeat(long),
    () => 'a,'.repeat(long / 10),
    () => 'x;y="'.repeat(long / 10),
    () =>
      Buffer.from(random.bytes(random.between(1, 60)))
        .toString('latin1')
        .replace(/[\r\n]/g, ''),
    () => Buffer.from(random.bytes(16)).toString('base64'),
  ])()
}
