import type { RoomHandle } from '@natter/client'
import type { App } from '../../app/app-context.ts'
import type { OwnSettings } from '../../settings/own-settings.ts'
import type { PlainKey } from '../../words/say.ts'

/** What a command works with. */
export interface CommandCall {
  readonly app: Pick<App, 'natter' | 'self' | 'router' | 'dialog'> & { settings: OwnSettings }
  readonly room: RoomHandle
  /** What stands behind the name of the command, without spaces around it. */
  readonly rest: string
}

/** How it went. What was refused stays in the composer. `send`: this text is the message. */
export type Outcome =
  | { kind: 'done'; tell?: string }
  | { kind: 'send'; text: string }
  | { kind: 'refused'; why: string }
  /** It was not written as `usage` says. */
  | { kind: 'misused' }

/** Something one can do by writing `/name` at the beginning of a message. */
export interface SlashCommand {
  /** Small letters of a to z. The same in every language. */
  readonly name: string
  /** What stands behind it; undefined for nothing. */
  readonly usage: PlainKey | undefined
  readonly about: PlainKey
  /** Works without a connection. */
  readonly isLocal?: true
  /** May reject as the SDK does; nothing that was written is lost by that. */
  run(call: CommandCall): Promise<Outcome> | Outcome
}

export function refused(why: string): Outcome {
  return { kind: 'refused', why }
}

export const DONE: Outcome = { kind: 'done' }
export const MISUSED: Outcome = { kind: 'misused' }
