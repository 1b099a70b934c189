import type { Clock } from './clock.ts'

/** A glance at another tab is no absence. */
export const HIDDEN_AFTER_MS = 5_000
/** Nobody touched keyboard, mouse or screen for so long. */
export const IDLE_AFTER_MS = 5 * 60_000

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

export type ActivityDocument = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>

/** Tells when the reader goes away and comes back, starting from here. The answer ends it. */
export function keepActivity(clock: Clock, document: ActivityDocument, tell: (isActive: boolean) => void): () => void {
  let isActive = true
  let cancel = (): void => {}
  let aliveAt = clock.now()
  const set = (next: boolean): void => {
    if (isActive === next) return
    isActive = next
    tell(next)
  }
  /** One timer however often the mouse moves: it looks again from the last sign of life. */
  const watchIdle = (): void => {
    cancel()
    const idleMs = clock.now() - aliveAt
    if (idleMs >= IDLE_AFTER_MS) set(false)
    else cancel = clock.after(IDLE_AFTER_MS - idleMs, watchIdle)
  }
  const onLife = (): void => {
    aliveAt = clock.now()
    if (isActive || document.visibilityState === 'hidden') return
    set(true)
    watchIdle()
  }
  const onVisibility = (): void => {
    cancel()
    if (document.visibilityState === 'hidden') cancel = clock.after(HIDDEN_AFTER_MS, () => set(false))
    else {
      aliveAt = clock.now()
      set(true)
      watchIdle()
    }
  }
  for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, onLife, { passive: true })
  document.addEventListener('visibilitychange', onVisibility)
  // It may have been opened behind another tab.
  onVisibility()
  return () => {
    cancel()
    for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, onLife)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
