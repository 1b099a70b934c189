/** After a finger has left, what it threw still moves. */
const MOVES_ON_MS = 1_500

/** Whether a hand may be what scrolls `box`: it turns a wheel, presses keys, drags the bar, or has just done so. */
export function watchHand(box: HTMLElement, now: () => number, signal: AbortSignal): () => boolean {
  let lastAt = -Infinity
  let isDown = false
  const touch = (): void => void (lastAt = now())
  for (const sign of ['wheel', 'touchmove', 'keydown'] as const) {
    box.addEventListener(sign, touch, { passive: true, signal })
  }
  // Of what happens on a bar that is held down nothing else is told.
  box.addEventListener('pointerdown', () => (isDown = true), { passive: true, signal })
  const lift = (): void => {
    if (isDown) touch()
    isDown = false
  }
  for (const sign of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(sign, lift, { passive: true, signal })
  }
  return () => isDown || now() - lastAt < MOVES_ON_MS
}
