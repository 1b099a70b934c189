import type { UserId } from '@natter/protocol'
import type { TriggerKind } from './trigger.ts'

/** Something that could be meant by what is being written. */
export interface Suggestion {
  /** Unique in its list. */
  readonly key: string
  /** What stands in the text once it was chosen. A space follows it. */
  readonly insert: string
  readonly sign: { user: UserId } | { emoji: string } | { icon: 'hash' | 'horn' | 'lock' | 'slash' }
  readonly label: string
  /** The other name: a handle, a topic, the arguments of a command. */
  readonly note: string
  /** What to know before choosing it: a line of its own, or the last word. */
  readonly hint?: string
  /** It can be written, and does not do what one might hope for. */
  readonly isDim?: boolean
}

/** Where suggestions of one kind come from. */
export interface SuggestionSource {
  readonly kind: TriggerKind
  /** The best of what is known here and now, at most `SUGGESTIONS_MAX`. */
  suggest(query: string): readonly Suggestion[]
  /** Learns more, from further away; then `suggest` is asked again. After `signal` nothing more is done about it. */
  lookUp?(query: string, signal: AbortSignal): Promise<void>
  /** How long typing has to rest before it looks further. */
  readonly lookUpAfterMs: number
}

export const SUGGESTIONS_MAX = 10

/** Typing is followed at this pace where somebody else has to answer. */
export const ASK_AFTER_MS = 150
