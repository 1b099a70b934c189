import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandOf, CommandType, ReplyOf, RoomId, User } from '@natter/protocol'
import { readOptions, startServer } from '@natter/server'
import type { RunningServer } from '@natter/server'
import type { Log } from '../../src/ports/log.ts'
import { RawSocket } from './raw-socket.ts'
import type { Answer, Closed } from './raw-socket.ts'

export interface Person {
  user: User
  token: string
}

/** A real server on a free port, with ada, who owns the place, kim and ben. */
export interface Place {
  server: RunningServer
  ada: Person
  kim: Person
  ben: Person
  /** A socket before `hello`. */
  socket(path?: string): Promise<RawSocket>
  /** A socket that has said hello. */
  enter(person: Person, fields?: object): Promise<RawSocket>
  /** Faults that the server has logged since the last call. */
  faults(): string[]
  close(): Promise<void>
}

/** `settings`: `NATTER_…`; without them no rates, and a log on disk. */
export async function openPlace(settings: Record<string, string> = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'natter-bad-input-'))
  const env = { NATTER_PORT: '0', NATTER_DATA: folder, NATTER_SIGNUP: 'open', NATTER_LIMITS: 'off', ...settings }
  const options = readOptions(env, {})
  assert(!Array.isArray(options), JSON.stringify(options))
  const faults: string[] = []
  const server = await startServer(options, { log: logTo(faults) })
  const socket = (path?: string): Promise<RawSocket> => RawSocket.open(server.address, path)
  return {
    server,
    ada: await signUp(server, 'ada'),
    kim: await signUp(server, 'kim'),
    ben: await signUp(server, 'ben'),
    socket,
    enter: async ({ token }, fields = {}) => {
      const raw = await socket()
      okOf(await raw.ask(JSON.stringify({ id: 0, type: 'hello', version: 1, token, ...fields })))
      return raw
    },
    faults: () => faults.splice(0),
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Sends one command and resolves with its `ok`; anything else fails the test. */
export async function ask<Type extends CommandType>(
  raw: RawSocket,
  type: Type,
  fields: Omit<CommandOf<Type>, 'id' | 'type'>,
): Promise<ReplyOf<Type>> {
  return okOf(await raw.ask(JSON.stringify({ id: 1, type, ...fields }))) as ReplyOf<Type>
}

export function okOf(answer: Answer | Closed): Record<string, unknown> {
  assert('ok' in answer, JSON.stringify(answer))
  return answer.ok
}

/** What an answer comes to: `ok`, the code of a refusal with its field, or the close code. */
export function outcomeOf(answer: Answer | Closed): string | number {
  if ('closed' in answer) return answer.closed
  if ('ok' in answer) return 'ok'
  const { code, field } = answer.error
  return field === undefined ? code : `${code} ${field}`
}

/** A new room of this person, with whoever is brought in, and the place of a first message. */
export async function newRoom(
  maker: RawSocket,
  kind: 'public' | 'private',
  guests: readonly Person[] = [],
): Promise<{ room: RoomId; seq: number }> {
  const { room } = await ask(maker, 'room.create', { cid: crypto.randomUUID(), kind, name: 'The den' })
  for (const { user } of guests)
    await ask(maker, 'room.invite', { room: room.id, user: user.id, cid: crypto.randomUUID() })
  const { seq } = await ask(maker, 'message.send', { room: room.id, cid: crypto.randomUUID(), text: 'first' })
  return { room: room.id, seq }
}

async function signUp({ address }: RunningServer, handle: string): Promise<Person> {
  const response = await fetch(`${address}/v1/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle, password: 'a plain garden gate' }),
  })
  const { user, accessToken } = (await response.json()) as { user: User; accessToken: string }
  return { user, token: accessToken }
}

function logTo(faults: string[]): Log {
  const quiet = (): void => undefined
  const error = (message: string, fields: object = {}): void => {
    const cause = 'error' in fields && fields.error instanceof Error ? fields.error.stack : JSON.stringify(fields)
    faults.push(`${message} ${cause ?? ''}`)
  }
  return { debug: quiet, info: quiet, warn: quiet, error }
}
