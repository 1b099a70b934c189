import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Clock } from '../../app/clock.ts'
import type { Edit } from '../edit.ts'
import type { Suggestion, SuggestionSource } from './suggestion.ts'
import { triggerAt } from './trigger.ts'
import type { Trigger } from './trigger.ts'

/** What is suggested now. */
export interface Suggested {
  readonly trigger: Trigger
  readonly items: readonly Suggestion[]
  /** The one that Enter takes. */
  readonly active: number
}

/** The list of suggestions of one text area, without the drawing of it. */
export interface Suggesting {
  /** Undefined while there is nothing to suggest, or it was closed. */
  readonly shown: ReadonlySignal<Suggested | undefined>
  /** Call it whenever text or caret changed. */
  look(text: string, caret: number): void
  /** To the next suggestion or the one before, round the end. */
  move(by: 1 | -1): void
  /** The change that writes a suggestion, the active one by default, into `text`; the list closes. */
  choose(text: string, index?: number): Edit | undefined
  /** Closes the list until something else is being written. */
  dismiss(): void
  /** Closes the list; it opens again at the next look. */
  close(): void
}

export function createSuggesting(clock: Clock, sources: readonly SuggestionSource[]): Suggesting {
  const shown = signal<Suggested | undefined>(undefined)
  let dismissedFrom: number | undefined
  let lookingUp: { query: string; stop: () => void } | undefined

  const stopLookingUp = (): void => {
    lookingUp?.stop()
    lookingUp = undefined
  }
  const close = (): void => {
    stopLookingUp()
    shown.value = undefined
  }
  const show = (trigger: Trigger, source: SuggestionSource): void => {
    const items = source.suggest(trigger.query)
    // Better ones may have come in before the one that is active: it stays so.
    const before = shown.peek()
    const kept = before?.trigger.query === trigger.query ? before.items[before.active]?.key : undefined
    const active = Math.max(0, before?.active === 0 ? 0 : items.findIndex(({ key }) => key === kept))
    shown.value = items.length === 0 ? undefined : { trigger, items, active }
  }
  return {
    shown,
    look: (text, caret) => {
      const trigger = triggerAt(text, caret)
      const source = sources.find(({ kind }) => kind === trigger?.kind)
      if (trigger?.from !== dismissedFrom) dismissedFrom = undefined
      if (!trigger || !source || dismissedFrom !== undefined) return close()
      show(trigger, source)
      const wanted = `${trigger.kind}${trigger.query}`
      if (lookingUp?.query === wanted) return
      stopLookingUp()
      const stop = lookUp(clock, source, { query: trigger.query, learnt: () => show(trigger, source) })
      lookingUp = { query: wanted, stop }
    },
    move: (by) => {
      const now = shown.peek()
      if (now) shown.value = { ...now, active: (now.active + by + now.items.length) % now.items.length }
    },
    choose: (text, index) => {
      const now = shown.peek()
      const item = now?.items[index ?? now.active]
      close()
      if (!now || !item) return undefined
      const { from, to } = now.trigger
      const insert = /^[^\S\n]/.test(text.slice(to)) ? item.insert : `${item.insert} `
      const caret = from + item.insert.length + 1
      return { from, to, insert, select: [caret, caret] }
    },
    dismiss: () => {
      dismissedFrom = shown.peek()?.trigger.from
      close()
    },
    close,
  }
}

/** Asks a source for more once typing rests. The answer gives up waiting for it. */
function lookUp(
  clock: Clock,
  source: SuggestionSource,
  { query, learnt }: { query: string; learnt: () => void },
): () => void {
  if (!source.lookUp) return () => {}
  const abort = new AbortController()
  const ask = async (): Promise<void> => {
    try {
      await source.lookUp?.(query, abort.signal)
    } catch {
      // What is known already is suggested; a name can be written out where nobody answers.
      return
    }
    if (!abort.signal.aborted) learnt()
  }
  const cancel = clock.after(source.lookUpAfterMs, () => void ask())
  return () => {
    cancel()
    abort.abort()
  }
}
