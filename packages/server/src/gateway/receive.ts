import { admitCommand } from '@natter/core'
import { isRefusal, refuse } from '@natter/protocol'
import type { Command, Refusal, WireError } from '@natter/protocol'
import { parseFrame } from '@natter/protocol/schemas'
import type { Connection } from './connection.ts'
import type { UpgradeCredential } from './doorkeeper.ts'
import { enter } from './enter.ts'
import type { Gateway } from './gateway.ts'
import { runOnSocket } from './socket-commands.ts'

/** One inbound text of a client: read, admitted or refused, run, answered. Never throws. */
export function receive(gateway: Gateway, connection: Connection, text: string, credential: UpgradeCredential): void {
  const { limits } = gateway.ports
  connection.lastInAt = gateway.ports.clock.uptime()
  connection.pingedAt = undefined
  const bytesMax = connection.session.state === 'greeting' ? limits.helloBytes : limits.frameBytes
  if (text.length > bytesMax || Buffer.byteLength(text) > bytesMax)
    return connection.close('tooLarge', `A frame takes at most ${bytesMax} bytes here.`)
  const frame = parseFrame(text, limits)
  const type = 'command' in frame ? frame.command.type : null
  const [session, admission] = admitCommand(connection.session, type, connection.lastInAt, {
    limits,
    ratesEnforced: gateway.ports.ratesEnforced,
  })
  switch (admission.verdict) {
    case 'ignore':
      return
    case 'close':
      return connection.close(admission.close, admission.why)
    case 'hold':
      connection.session = session
      connection.held ??= []
      connection.held.push(text)
      return
    case 'refuse':
      connection.session = session
      return replyError(connection, idOf(frame), admission.refused)
    case 'run':
      connection.session = session
      return run(gateway, connection, frame, credential)
  }
}

function run(
  gateway: Gateway,
  connection: Connection,
  frame: ReturnType<typeof parseFrame>,
  credential: UpgradeCredential,
): void {
  if ('control' in frame) {
    if (frame.control === 'ping') connection.pushJson('{"control":"pong"}')
  } else if ('refused' in frame) replyError(connection, frame.id, frame.refused)
  else if (frame.command.type === 'hello') greet(gateway, connection, frame.command, credential)
  else answer(gateway, connection, frame.command)
}

function greet(
  gateway: Gateway,
  connection: Connection,
  hello: Extract<Command, { type: 'hello' }>,
  credential: UpgradeCredential,
): void {
  enter(gateway, connection, hello, credential).then(
    () => {
      const { held = [] } = connection
      connection.held = undefined
      for (const text of held) receive(gateway, connection, text, undefined)
    },
    (error: unknown) => {
      gateway.ports.log.error('A hello failed.', { connection: connection.id, error })
      connection.close('internal', '')
    },
  )
}

function answer(gateway: Gateway, connection: Connection, command: Command): void {
  runOnSocket(gateway, connection, command).then(
    (result) => {
      if (result === undefined) return
      if (isRefusal(result)) replyError(connection, command.id, result.refused)
      else
        connection.pushJson(`{"re":${command.id},"ok":${'json' in result ? result.json : JSON.stringify(result.ok)}}`)
    },
    (error: unknown) => replyError(connection, command.id, failed(gateway, command, error).refused),
  )
}

/** A fault is answered in words that tell nothing but the id under which the log tells all. */
function failed(gateway: Gateway, command: Command, error: unknown): Refusal {
  const errorId = Buffer.from(gateway.ports.random(6)).toString('hex')
  gateway.ports.log.error('A command failed.', { command: command.type, errorId, error })
  const code = error instanceof Error && 'code' in error && error.code === 'unavailable' ? 'unavailable' : 'internal'
  return refuse(
    code,
    'Something went wrong on the server. Whether this was done is not known: try again with the same cid.',
    { errorId },
  )
}

function replyError(connection: Connection, re: number | null, error: WireError): void {
  connection.pushJson(JSON.stringify({ re, error }))
}

function idOf(frame: ReturnType<typeof parseFrame>): number | null {
  if ('command' in frame) return frame.command.id
  return 'id' in frame ? frame.id : null
}
