import type { RoomModel } from '../room/room-model.ts'

/**
 * Where the mark goes back somebody has made messages unread, here or on another device: being on screen does not make
 * them read again. It does, and the divider has done its work, once somebody has read them all: elsewhere, or by saying so.
 */
export function holdUnread({
  handle,
  divider,
  isReadingHeld,
}: Pick<RoomModel, 'handle' | 'divider' | 'isReadingHeld'>): () => void {
  let before = handle.timeline.value
  return handle.timeline.subscribe((now) => {
    // What is remembered of an earlier visit may be further than what the server was told.
    const isBack = before.status === 'live' && now.readMark.seq < before.readMark.seq
    const isReadToEnd = before.unread > 0 && now.unread === 0
    before = now
    if (isReadToEnd && isReadingHeld.peek()) {
      isReadingHeld.value = false
      divider.value = undefined
    }
    if (!isBack) return
    isReadingHeld.value = true
    divider.value = { after: now.readMark, isAsked: true }
  })
}
