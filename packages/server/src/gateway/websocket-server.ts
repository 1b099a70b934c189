import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { takeFromRate } from '@natter/core'
import { SUBPROTOCOL } from '@natter/protocol'
import { WebSocket, WebSocketServer } from 'ws'
import type { RawData } from 'ws'
import type { Connection } from './connection.ts'
import type { UpgradeCredential } from './doorkeeper.ts'
import type { Gateway } from './gateway.ts'
import { receive } from './receive.ts'
import { turnAway } from './turn-away.ts'
import { WebSocketTransport } from './websocket-transport.ts'

/** Frames a little over the limit get close code 4502 and a sentence; far larger ones are cut off while they arrive (1009). */
const OVERSIZE_FACTOR = 2
const FRAGMENTS_MAX = 256
const CHUNKS_MAX = 4_096
/** How long a peer may take to read what it was sent and to say goodbye. */
const CLOSE_TIMEOUT_MS = 5_000

/**
 * Pings and pongs that a client may send: far more than any sane one does. The burst is below the 60 unwritten pongs at
 * which `ws` cuts the connection without a word.
 */
const CONTROL_FRAMES = { count: 10, periodMs: 1_000, burst: 50 }

/** What the door says to an upgrade: come in with this credential, or a status and a sentence. */
export type Door = (
  request: IncomingMessage,
) => Promise<{ address: string; credential: UpgradeCredential } | { status: number; message: string }>

/** One object for all sockets' listeners: a closure for each would cost every idle connection. */
class NatterSocket extends WebSocket {
  gateway: Gateway | undefined
  connection: Connection | undefined
  /** Until the first frame. */
  credential: UpgradeCredential
  /** Of `takeFromRate`, for pings and pongs. */
  controlDueAt = 0
}

/** Takes WebSocket upgrades at `/v1/ws` of an HTTP server. */
export function acceptWebSockets(server: Server, gateway: Gateway, door: Door): void {
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    WebSocket: NatterSocket,
    maxPayload: gateway.ports.limits.frameBytes * OVERSIZE_FACTOR,
    maxFragments: FRAGMENTS_MAX,
    maxBufferedChunks: CHUNKS_MAX,
    closeTimeout: CLOSE_TIMEOUT_MS,
    handleProtocols: (offered: Set<string>) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  }
  const websockets = new WebSocketServer(options)
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', onEarlyError)
    const busy = gateway.admission.busy()
    if (busy !== undefined) return turnAway(socket, 503, busy.why, busy.retryInMs)
    const upgrading = door(request).then((opened) => {
      if (socket.destroyed) return
      if ('status' in opened) return turnAway(socket, opened.status, opened.message)
      const late = gateway.admission.busy()
      if (late !== undefined) return turnAway(socket, 503, late.why, late.retryInMs)
      if (gateway.isFullFor(opened.address)) return turnAway(socket, 429, 'Too many connections from this address.')
      websockets.handleUpgrade(request, socket, head, (websocket) => welcome(gateway, websocket, socket, opened))
    })
    upgrading.catch((error: unknown) => {
      gateway.ports.log.error('An upgrade failed.', { error })
      turnAway(socket, 500, 'Something went wrong on the server.')
    })
  })
}

/**
 * The peer may be gone while its credential is being checked; an unheard error would end the process. Not a closure: it
 * stays with the socket, and would keep the whole request with it.
 */
function onEarlyError(this: Duplex): void {
  this.destroy()
}

function welcome(
  gateway: Gateway,
  websocket: NatterSocket,
  socket: Duplex,
  opened: { address: string; credential: UpgradeCredential },
): void {
  websocket.gateway = gateway
  websocket.credential = opened.credential
  websocket.connection = gateway.connect(new WebSocketTransport(websocket, socket), opened.address)
  websocket.on('message', onMessage)
  websocket.on('ping', onSignOfLife)
  websocket.on('pong', onSignOfLife)
  websocket.on('close', onClose)
  websocket.on('error', onError)
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  const socket = this as NatterSocket
  const { gateway, connection, credential } = socket
  if (gateway === undefined || connection === undefined) return
  if (isBinary) return connection.close('protocolError', 'Binary frames are not spoken here.')
  socket.credential = undefined
  // One buffer a message: that is what the binary type "nodebuffer", the default, means.
  receive(gateway, connection, (data as Buffer).toString(), credential)
}

/** `ws` answers pings by itself, and cuts off who does not take the answers. */
function onSignOfLife(this: WebSocket): void {
  const socket = this as NatterSocket
  const { gateway, connection, controlDueAt } = socket
  if (gateway === undefined || connection === undefined || connection.isClosed) return
  const { clock, ratesEnforced } = gateway.ports
  const now = clock.uptime()
  connection.hear(now)
  const taken = takeFromRate(controlDueAt, now, CONTROL_FRAMES)
  if ('dueAt' in taken) socket.controlDueAt = taken.dueAt
  else if (ratesEnforced) {
    connection.close('rateLimited', 'Far too many pings.')
    // Nothing of what still comes is read; the goodbye has its time, and then the connection is cut.
    socket.pause()
  }
}

function onClose(this: WebSocket): void {
  const { gateway, connection } = this as NatterSocket
  if (gateway !== undefined && connection !== undefined) gateway.disconnect(connection)
}

/** Broken frames: `ws` has sent the close code already, and `close` follows. */
function onError(this: WebSocket): void {
  const { gateway, connection } = this as NatterSocket
  gateway?.ports.log.debug('A socket broke the WebSocket protocol.', { connection: connection?.id })
}
