import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { announceNews } from './announce-news.ts'
import type { RoomModel } from '../room/room-model.ts'

/** The one place that speaks to screen readers about new messages: politely, never one's own, never history. */
export function NewsAnnouncer({ model, room }: { model: RoomModel; room: string }) {
  const app = useApp()
  const text = useSignal('')
  useEffect(() => announceNews(app, model.handle, (messages) => (text.value = messages(room))), [app, model, room])
  return (
    <div class="unseen" aria-live="polite">
      {text.value}
    </div>
  )
}
