import { isInCode } from '../in-code.ts'

export type TriggerKind = '@' | '#' | ':' | '/'

/** Somebody writes a name: what kind, what of it is there, and the part of the text that a choice takes the place of. */
export interface Trigger {
  readonly kind: TriggerKind
  readonly query: string
  readonly from: number
  readonly to: number
}

/** Further back nobody looks. The longest name has 50 characters. */
const QUERY_LENGTH_MAX = 50

/** What may stand before the sign, and what of the text is the query: up to the caret, and what belongs to the word behind it. */
const RULES: Record<Exclude<TriggerKind, '/'>, { query: RegExp; rest: RegExp }> = {
  '@': { query: /(?<![\p{L}\p{N}_@.-])@([\p{L}\p{M}\p{N}._-]*)$/u, rest: /^[\p{L}\p{M}\p{N}._-]*/u },
  '#': { query: /(?<![\p{L}\p{N}_#/&])#([\p{L}\p{M}\p{N}_-]*)$/u, rest: /^[\p{L}\p{M}\p{N}_-]*/u },
  ':': { query: /(?<![\p{L}\p{N}:/])[:]([a-z0-9_+-]{2,})$/iu, rest: /^[a-z0-9_+-]*:?/i },
}
const COMMAND = /^\/([a-z]*)$/i

/** The name that is being written at the caret, if one is. Not in code. A `/` counts at the very beginning only. */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const tail = text.slice(Math.max(0, caret - QUERY_LENGTH_MAX - 2), caret)
  if (tail.length === caret) {
    const query = COMMAND.exec(tail)?.[1]
    const rest = /^[a-z]*/i.exec(text.slice(caret, caret + QUERY_LENGTH_MAX))?.[0].length ?? 0
    if (query !== undefined && text[1] !== '/') return { kind: '/', query, from: 0, to: caret + rest }
  }
  for (const kind of ['@', '#', ':'] as const) {
    const query = RULES[kind].query.exec(tail)?.[1]
    if (query === undefined || query.length > QUERY_LENGTH_MAX || isInCode(text, caret)) continue
    const rest = RULES[kind].rest.exec(text.slice(caret, caret + QUERY_LENGTH_MAX))?.[0].length ?? 0
    return { kind, query, from: caret - query.length - 1, to: caret + rest }
  }
  return undefined
}
