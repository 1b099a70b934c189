import { pacerOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { Latencies } from '../method/latencies.ts'
import { runOpenLoop } from '../method/open-loop.ts'
import { evenTimes } from '../method/schedule.ts'
import type { Page } from '@playwright/test'
import type { PageMeter } from './page-meter.ts'

/** A quick typist, and no multiple of the rate of messages. */
const KEYS_PER_SECOND = 9.7
const LETTERS = 'the quick brown fox jumps over the lazy dog'.replaceAll(' ', '')

/** How long keys took. All from the moment at which the browser was given the key. */
export interface KeyDelays {
  /** Until the page's first handler for it ran: what Event Timing calls input delay. */
  untilHandled: Latencies
  /** Until the frame after its handlers was ready: scripts run, styles and layout computed, painting recorded. */
  untilFrame: Latencies
  /** Letters that are not in the box at the end. */
  lost: number
}

/** Where the page keeps what its keys took, as pairs of milliseconds. */
type KeyWindow = { keyDelays: [untilHandled: number, untilFrame: number][] }

/** Before the page is loaded. */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: KeyWindow['keyDelays'] = []
    Object.assign(window, { keyDelays: kept })
    const afterFrame = (run: () => void): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = run
        port2.postMessage(0)
      })
    }
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const untilHandled = performance.now() - timeStamp
        afterFrame(() => kept.push([untilHandled, performance.now() - timeStamp]))
      },
      { capture: true },
    )
  })
}

/** Types into the box for so long, however the page keeps up. */
export async function typeInto(meter: PageMeter, bench: Bench, seconds: number): Promise<KeyDelays> {
  const box = meter.page.getByRole('textbox', { name: /^Message/ })
  await box.fill('')
  await box.focus()
  await meter.page.evaluate(() => ((window as unknown as KeyWindow).keyDelays.length = 0))
  const presses: Promise<void>[] = []
  const times = evenTimes(KEYS_PER_SECOND, seconds)
  await runOpenLoop(
    times,
    (index) => void presses.push(meter.press(LETTERS[index % LETTERS.length] ?? 'x')),
    pacerOf(bench),
  )
  await Promise.all(presses)
  const untilHandled = new Latencies()
  const untilFrame = new Latencies()
  await meter.page.waitForFunction((count) => (window as unknown as KeyWindow).keyDelays.length >= count, times.length)
  for (const [handled, frame] of await meter.page.evaluate(() => (window as unknown as KeyWindow).keyDelays)) {
    untilHandled.record(handled)
    untilFrame.record(frame)
  }
  const typed = await box.inputValue()
  await box.fill('')
  return { untilHandled, untilFrame, lost: times.length - typed.length }
}
