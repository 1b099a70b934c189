import type { RoomHandle, TimelineItem } from '@natter/client'
import type { Message } from '@natter/protocol'
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
    const last = items.findLast((item) => item.kind === 'message')?.message.seq ?? 0
    // The first look is history.
    const before = toldSeq ?? Infinity
    toldSeq = Math.max(toldSeq ?? 0, last)
    for (const { by, text, deletedAt } of messagesAfter(items, before)) {
      if (by === self || deletedAt !== undefined) continue
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

/** Looked for from the end: it runs for each message that comes in. */
function messagesAfter(items: readonly TimelineItem[], seq: number): Message[] {
  const known = items.findLastIndex((item) => item.kind === 'message' && item.message.seq <= seq)
  return items.slice(known + 1).flatMap((item) => (item.kind === 'message' ? [item.message] : []))
}
