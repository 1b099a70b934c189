import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Clock } from './clock.ts'
import { sentenceOf } from './sentence-of.ts'

export interface Notice {
  id: number
  text: string
}

/** Short sentences at the edge of the page, gone by themselves. */
export interface Notices {
  readonly shown: ReadonlySignal<readonly Notice[]>
  tell(text: string): void
  dismiss(id: number): void
  /** Waits for something and tells when it fails, since nothing else on the page would. */
  attempt(task: Promise<unknown>): Promise<boolean>
}

const SHOWN_MAX = 3
const SHOWN_FOR_MS = 6_000

export function createNotices(clock: Clock): Notices {
  const shown = signal<readonly Notice[]>([])
  let lastId = 0
  const dismiss = (id: number): void => {
    shown.value = shown.value.filter((notice) => notice.id !== id)
  }
  const tell = (text: string): void => {
    lastId += 1
    const id = lastId
    shown.value = [...shown.value.filter((notice) => notice.text !== text), { id, text }].slice(-SHOWN_MAX)
    clock.after(SHOWN_FOR_MS, () => dismiss(id))
  }
  return {
    shown,
    tell,
    dismiss,
    attempt: (task) =>
      task.then(
        () => true,
        (error: unknown) => {
          tell(sentenceOf(error))
          return false
        },
      ),
  }
}
