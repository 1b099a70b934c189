import { useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import type { RoomModel } from '../room/room-model.ts'

/** The SDK tells of receipts as they move. How they stood when a connection began, or the conversation was opened, is asked for. */
export function useEarlierReaders(model: RoomModel): void {
  const { natter, self, notices } = useApp()
  const askedFor = useRef<{ model: RoomModel; since: number } | undefined>(undefined)
  useSignalEffect(() => {
    const connection = watch(natter.connection)
    if (connection.state !== 'live' || model.info.value?.people === undefined) return
    const { since } = connection
    if (askedFor.current?.model === model && askedFor.current.since === since) return
    const { status, items } = model.timeline.value
    const last = items.findLast((item) => item.kind === 'message' && item.message.by === self)
    if (status !== 'live' || last?.kind !== 'message') return
    askedFor.current = { model, since }
    const told = model.handle.receipts.value
    void notices.attempt(
      model.handle.whoRead(last.message.seq).then((readers) => {
        const asked = new Map(readers.map(({ user, ...receipt }) => [user, receipt]))
        model.earlierReaders.value = { asked, told }
      }),
    )
  })
}
