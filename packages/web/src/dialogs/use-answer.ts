import { useSignal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { sentenceOf } from '../app/sentence-of.ts'

export type Answer<T> = { state: 'waiting' } | { state: 'here'; value: T } | { state: 'failed'; why: string }

/** What the server answers to a question that is asked once. */
export function useAnswer<T>(ask: () => Promise<T>): ReadonlySignal<Answer<T>> {
  const answer = useSignal<Answer<T>>({ state: 'waiting' })
  useEffect(() => {
    ask().then(
      (value) => (answer.value = { state: 'here', value }),
      (error: unknown) => (answer.value = { state: 'failed', why: sentenceOf(error) }),
    )
  }, [])
  return answer
}
