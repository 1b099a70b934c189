import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { announceNews } from './announce-news.ts'
import type { RoomModel } from '../room/room-model.ts'

/** The one place that speaks to screen readers about new messages: politely, never one's own, never history. */
export function NewsAnnouncer({ model, room }: { model: RoomModel; room: string }) {
  const app = useApp()
  const told = useSignal({ count: 0, text: '' })
  const tell = (messages: (room: string) => string): void => {
    told.value = { count: told.peek().count + 1, text: messages(room) }
  }
  useEffect(() => announceNews(app, model.handle, tell), [app, model, room])
  return (
    <div class="unseen" aria-live="polite">
      {/* A new element each time: the same words again are news too. */}
      <p key={told.value.count}>{told.value.text}</p>
    </div>
  )
}
