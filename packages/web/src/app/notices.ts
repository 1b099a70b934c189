import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Clock } from './clock.ts'
import { sentenceOf } from './sentence-of.ts'

export interface Notice {
  id: number
  text: string
  /** What can be done about it, for as long as it stands. */
  action?: NoticeAction
}

export interface NoticeAction {
  label: string
  run: () => void
}

/** Short sentences at the edge of the page, gone by themselves. */
export interface Notices {
  readonly shown: ReadonlySignal<readonly Notice[]>
  tell(text: string): void
  /** Tells, and offers something. `onGone` is called once, when it was not taken. */
  offer(text: string, action: NoticeAction, onGone?: () => void): void
  dismiss(id: number): void
  /** Does what it offers. */
  take(id: number): void
  /** While somebody reads or reaches for them none of them goes. */
  hold(isHeld: boolean): void
  /** Waits for something and tells when it fails, since nothing else on the page would. */
  attempt(task: Promise<unknown>): Promise<boolean>
}

const SHOWN_MAX = 3
const SHOWN_FOR_MS = 6_000
const OFFERED_FOR_MS = 5_000

interface Standing extends Notice {
  leftMs: number
  startedAt: number
  cancel: () => void
  onGone?: (() => void) | undefined
}

export function createNotices(clock: Clock): Notices {
  const shown = signal<readonly Standing[]>([])
  let lastId = 0
  let isHeld = false

  const remove = (id: number): Standing | undefined => {
    const gone = shown.value.find((notice) => notice.id === id)
    gone?.cancel()
    if (gone) shown.value = shown.value.filter((notice) => notice !== gone)
    return gone
  }
  const dismiss = (id: number): void => remove(id)?.onGone?.()
  const run = (notice: Standing): void => {
    notice.startedAt = clock.now()
    notice.cancel = clock.after(notice.leftMs, () => dismiss(notice.id))
  }
  const add = (notice: Pick<Standing, 'text' | 'action' | 'onGone' | 'leftMs'>): void => {
    lastId += 1
    const standing: Standing = { ...notice, id: lastId, startedAt: clock.now(), cancel: () => {} }
    // The same offer again is another one: both can be taken.
    const isSame = ({ text, action }: Standing): boolean => text === notice.text && action === undefined
    for (const same of shown.value.filter(isSame)) dismiss(same.id)
    shown.value = [...shown.value, standing]
    if (!isHeld) run(standing)
    for (const { id } of shown.value.slice(0, -SHOWN_MAX)) dismiss(id)
  }
  const hold = (next: boolean): void => {
    if (isHeld === next) return
    isHeld = next
    for (const notice of shown.value) {
      notice.cancel()
      if (isHeld) notice.leftMs -= clock.now() - notice.startedAt
      else run(notice)
    }
  }
  const tell = (text: string): void => add({ text, leftMs: SHOWN_FOR_MS })
  return {
    shown,
    tell,
    offer: (text, action, onGone) => add({ text, action, onGone, leftMs: OFFERED_FOR_MS }),
    dismiss,
    take: (id) => remove(id)?.action?.run(),
    hold,
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
