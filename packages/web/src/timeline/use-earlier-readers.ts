import { useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'

/** The SDK tells of receipts as they move. How they stood when a conversation was opened is asked for once. */
export function useEarlierReaders(model: RoomModel): void {
  const { self, notices } = useApp()
  const askedFor = useRef<RoomModel | undefined>(undefined)
  useSignalEffect(() => {
    if (askedFor.current === model || model.info.value?.people === undefined) return
    const { status, items } = model.timeline.value
    const last = items.findLast((item) => item.kind === 'message' && item.message.by === self)
    if (status !== 'live' || last?.kind !== 'message') return
    askedFor.current = model
    void notices.attempt(
      model.handle.whoRead(last.message.seq).then((readers) => {
        model.earlierReaders.value = new Map(readers.map(({ user, ...receipt }) => [user, receipt]))
      }),
    )
  })
}
