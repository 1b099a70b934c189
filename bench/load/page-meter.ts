import type { CDPSession, Page } from '@playwright/test'
import { mainThread } from '../method/main-thread.ts'
import type { MainThread, TraceEvent } from '../method/main-thread.ts'

const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', '__metadata']

/** What a page holds, after a collection of all garbage. */
export interface PageHolding {
  /** Nodes of all kinds, as the browser counts them: those that nothing but a script holds are among them. */
  nodes: number
  elements: number
  heapBytes: number
}

/** Reads what a page costs its browser. */
export class PageMeter {
  readonly page: Page
  readonly #session: CDPSession

  private constructor(page: Page, session: CDPSession) {
    this.page = page
    this.#session = session
  }

  static async of(page: Page): Promise<PageMeter> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    return new PageMeter(page, session)
  }

  /** What its main thread did while `run` ran. */
  async trace<T>(run: () => Promise<T>): Promise<{ did: MainThread; result: T }> {
    const events: TraceEvent[] = []
    // The cast: events of the trace format, of which the protocol says no more than that they are objects.
    const take = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]))
    this.#session.on('Tracing.dataCollected', take)
    await this.#session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES },
    })
    const result = await run()
    const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve))
    await this.#session.send('Tracing.end')
    await complete
    this.#session.off('Tracing.dataCollected', take)
    return { did: mainThread(events, new URL(this.page.url()).origin), result }
  }

  async holding(): Promise<PageHolding> {
    await this.#session.send('HeapProfiler.collectGarbage')
    const { metrics } = await this.#session.send('Performance.getMetrics')
    const read = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
    const elements = await this.page.evaluate(() => document.querySelectorAll('*').length)
    return { nodes: read('Nodes'), elements, heapBytes: read('JSHeapUsedSize') }
  }

  /** One key, without waiting for what it does. */
  async press(key: string): Promise<void> {
    const common = { key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) }
    await this.#session.send('Input.dispatchKeyEvent', { ...common, type: 'keyDown', text: key })
    await this.#session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' })
  }
}
