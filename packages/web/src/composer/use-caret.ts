import type { RoomHandle } from '@natter/client'
import { useLayoutEffect } from 'preact/hooks'
import type { RoomModel } from '../room/room-model.ts'
import type { Writing } from './writing.ts'

/** Where the caret was in each room, as long as the page lives. */
const places = new WeakMap<RoomHandle, readonly [from: number, to: number]>()

/** Puts the caret where one left off in this room, else behind its draft. */
export function useCaret(writing: Writing, { handle, text }: RoomModel): void {
  useLayoutEffect(() => {
    const { area } = writing
    if (!area) return undefined
    const end = text.peek().length
    const [from, to] = places.get(handle) ?? [end, end]
    area.setSelectionRange(from, to)
    return () => void places.set(handle, [area.selectionStart, area.selectionEnd])
  }, [writing])
}
