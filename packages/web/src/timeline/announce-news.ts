import type { RoomHandle } from '@natter/client'
import type { App } from '../app/app-context.ts'
import { say } from '../words/say.ts'
import { ANNOUNCE_EVERY_MS, newsSentence } from './news-sentence.ts'

/** Collects what others write from now on and tells it every two seconds. The answer ends it. */
export function announceNews(
  { natter, self, clock }: Pick<App, 'natter' | 'self' | 'clock'>,
  handle: RoomHandle,
  tell: (sentence: (room: string) => string) => void,
): () => void {
  let toldSeq: number | undefined
  let waiting: { name: string; text: string }[] = []
  let cancel: (() => void) | undefined
  const flush = (): void => {
    const messages = waiting
    waiting = []
    cancel = undefined
    tell((room) => newsSentence(messages, room))
  }
  const collect = (): void => {
    const { items, status } = handle.timeline.value
    if (status !== 'live') return
    const messages = items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
    // The first look is history.
    const before = toldSeq ?? Infinity
    toldSeq = Math.max(toldSeq ?? 0, messages.at(-1)?.seq ?? 0)
    for (const { seq, by, text, deletedAt } of messages) {
      if (seq <= before || by === self || deletedAt !== undefined) continue
      waiting.push({ name: natter.user(by).value?.name ?? say('timeline.somebody'), text })
    }
    if (waiting.length > 0) cancel ??= clock.after(ANNOUNCE_EVERY_MS, flush)
  }
  collect()
  const stop = handle.timeline.subscribe(collect)
  return () => {
    stop()
    cancel?.()
  }
}
