import { Buffer } from 'node:buffer'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What came of a request to become a socket. `status` 0: the connection ended without an answer. */
export interface Upgraded {
  status: number
  head: string
  /** What came behind the head already. */
  rest: Buffer
  socket: Socket
}

/** The headers of a good upgrade, to be changed. */
export const GOOD_HEADERS: Readonly<Record<string, string>> = {
  Host: '127.0.0.1',
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol': 'natter.v1',
}

/** The text of a request: undefined leaves a header out, further lines come as they are. */
export function upgradeText(
  headers: Record<string, string | undefined> = {},
  { line = 'GET /v1/ws HTTP/1.1', more = [] }: { line?: string; more?: readonly string[] } = {},
): string {
  const all = Object.entries({ ...GOOD_HEADERS, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  return [line, ...all, ...more, '', ''].join('\r\n')
}

/** Sends bytes as they are and resolves with the first answer; the socket stays open if the server lets it. */
export function request(url: string, bytes: string | Uint8Array): Promise<Upgraded> {
  const { hostname, port } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname, noDelay: true })
  let text = ''
  return new Promise((resolve) => {
    const done = (): void => {
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0)
      const end = text.indexOf('\r\n\r\n') + 4
      socket.off('data', hear)
      resolve({ status, head: text.slice(0, end), rest: Buffer.from(text.slice(end), 'latin1'), socket })
    }
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('latin1')
      if (text.includes('\r\n\r\n')) done()
    }
    socket.on('data', hear)
    // A server that has said no may reset what is still being sent.
    socket.on('error', () => undefined)
    socket.on('close', done)
    socket.write(bytes)
  })
}
