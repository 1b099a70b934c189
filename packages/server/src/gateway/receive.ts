import { admitCommand, enterSession } from '@natter/core'
import { isRefusal, refuse } from '@natter/protocol'
import type { Command, Refusal, WireError } from '@natter/protocol'
import { parseFrame } from '@natter/protocol/schemas'
import { tooMuchAtOnce } from '../commands/answer.ts'
import { crashpoint } from '../ports/crashpoint.ts'
import { StoreFault } from '../ports/store-fault.ts'
import type { Connection } from './connection.ts'
import type { UpgradeCredential } from './doorkeeper.ts'
import { enter } from './enter.ts'
import type { Entered } from './enter.ts'
import type { Gateway } from './gateway.ts'
import { SharedFrame } from './shared-frame.ts'
import { runOnSocket } from './socket-commands.ts'

type Frame = ReturnType<typeof parseFrame>

/** Characters of all frames that wait while `hello` is being checked: nobody has signed in yet. */
export const HELD_LENGTH_MAX = 131_072

/** One inbound text of a client: read, admitted or refused, run, answered. Never throws. */
export function receive(gateway: Gateway, connection: Connection, text: string, credential: UpgradeCredential): void {
  // Who floods goes on for a while after the goodbye; reading that would be what they want.
  if (connection.isClosed) return
  const { limits, ratesEnforced, clock } = gateway.ports
  const now = clock.uptime()
  connection.hear(now)
  const bytesMax = connection.session.state === 'greeting' ? limits.helloBytes : limits.frameBytes
  if (text.length > bytesMax || Buffer.byteLength(text) > bytesMax)
    return connection.close('tooLarge', `A frame takes at most ${bytesMax} bytes here.`)
  const frame = parseFrame(text, limits)
  const type = 'command' in frame ? frame.command.type : null
  const [session, admission] = admitCommand(connection.session, type, now, { limits, ratesEnforced })
  switch (admission.verdict) {
    case 'ignore':
      return
    case 'close':
      return connection.close(admission.close, 'refused' in frame ? frame.refused.message : admission.why)
    case 'hold':
      connection.session = session
      return hold(connection, text)
    case 'refuse':
      connection.session = session
      return replyError(connection, idOf(frame), admission.refused)
    case 'run':
      connection.session = session
      return run(gateway, connection, frame, credential)
  }
}

function hold(connection: Connection, text: string): void {
  const held = connection.held ?? []
  const length = held.reduce((sum, each) => sum + each.length, text.length)
  if (length > HELD_LENGTH_MAX) return connection.close('protocolError', 'Wait for the reply to hello.')
  held.push(text)
  connection.held = held
}

function run(gateway: Gateway, connection: Connection, frame: Frame, credential: UpgradeCredential): void {
  if ('control' in frame) {
    if (frame.control === 'ping') connection.pushJson('{"control":"pong"}')
  } else if ('refused' in frame) replyError(connection, frame.id, frame.refused)
  else if (frame.command.type === 'hello')
    gateway.background(greet(gateway, connection, frame.command, credential), 'hello')
  else gateway.background(answer(gateway, connection, frame.command), 'a command')
}

/** Answers a `hello` that was admitted; from then on the connection is live. Undefined: it was closed instead. */
export async function greet(
  gateway: Gateway,
  connection: Connection,
  hello: Extract<Command, { type: 'hello' }>,
  credential: UpgradeCredential,
): Promise<string | undefined> {
  try {
    const entered = await enter(gateway, connection, hello, credential)
    if (entered === undefined || connection.isClosed) return undefined
    const { ok } = entered
    // Over HTTP there is one question only, and it needs no number.
    goLive(gateway, connection, entered, isSocket(connection) ? `{"re":${hello.id},"ok":${ok}}` : ok)
    return ok
  } catch (error) {
    const errorId = errorIdOf(gateway)
    gateway.ports.log.error('A hello failed.', { connection: connection.id, errorId, error })
    connection.close('internal', `Something went wrong on the server (${errorId}).`)
    return undefined
  }
}

function isSocket({ transport }: Connection): boolean {
  return transport.kind === 'websocket'
}

/** In one synchronous step, so that nothing overtakes what was held. */
function goLive(gateway: Gateway, connection: Connection, { signedIn }: Entered, reply: string): void {
  connection.session = enterSession(connection.session, signedIn)
  gateway.presence.arrive(signedIn.user, connection)
  connection.outbox.uncork(reply)
  const { held = [] } = connection
  connection.held = undefined
  // Each counts against the rate now.
  for (const text of held) receive(gateway, connection, text, undefined)
}

async function answer(gateway: Gateway, connection: Connection, command: Command): Promise<void> {
  try {
    const result = await runOnSocket(gateway, connection, command)
    if (result === undefined) return
    if (isRefusal(result)) return replyError(connection, command.id, result.refused)
    const json = 'json' in result ? result.json : JSON.stringify(result.ok)
    const reply = new SharedFrame(`{"re":${command.id},"ok":${json}}`)
    crashpoint('before-ack')
    // What was only read can be read again; what was done is always said.
    if ('json' in result && !connection.canAnswer(reply.bytes))
      return replyError(connection, command.id, tooMuchAtOnce().refused)
    connection.push(reply)
  } catch (error) {
    replyError(connection, command.id, failed(gateway, command, error).refused)
  }
}

/** A fault is answered in words that tell nothing but the id under which the log tells all. */
function failed(gateway: Gateway, command: Command, error: unknown): Refusal {
  const errorId = errorIdOf(gateway)
  gateway.ports.log.error('A command failed.', { command: command.type, errorId, error })
  const code = error instanceof StoreFault ? error.code : 'internal'
  return refuse(
    code,
    'Something went wrong on the server. Whether this was done is not known: try again with the same cid.',
    { errorId },
  )
}

function errorIdOf(gateway: Gateway): string {
  return Buffer.from(gateway.ports.random(6)).toString('hex')
}

function replyError(connection: Connection, re: number | null, error: WireError): void {
  connection.pushJson(JSON.stringify({ re, error }))
}

function idOf(frame: Frame): number | null {
  if ('command' in frame) return frame.command.id
  return 'id' in frame ? frame.id : null
}
