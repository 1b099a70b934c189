import { useSignal, useSignalEffect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { sentenceOf } from '../app/sentence-of.ts'

export interface Found<T> {
  /** What was asked for. */
  text?: string
  /** Undefined until the first answer. */
  items?: readonly T[]
  more: boolean
  error?: string
}

/** Typing is followed at this pace. */
const PAUSE_MS = 200

/** What a search finds, anew after every pause in typing. A late answer to an older question is dropped. */
export function useFound<T>(
  query: ReadonlySignal<string>,
  find: (text: string) => Promise<{ items: readonly T[]; more: boolean }>,
): ReadonlySignal<Found<T>> {
  const { clock } = useApp()
  const found = useSignal<Found<T>>({ more: false })
  useSignalEffect(() => {
    const text = query.value.trim()
    let isCurrent = true
    const ask = async (): Promise<void> => {
      try {
        const answer = await find(text)
        if (isCurrent) found.value = { ...answer, text }
      } catch (error) {
        if (isCurrent) found.value = { ...found.peek(), error: sentenceOf(error) }
      }
    }
    const cancel = clock.after(text === '' ? 0 : PAUSE_MS, () => void ask())
    return () => {
      isCurrent = false
      cancel()
    }
  })
  return found
}
