import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RoomId } from '@natter/protocol'

/** What has been typed in place of a message, and is not saved. */
export interface Edited {
  seq: number
  text: string
}

/** What is being edited, by room: it stays while one looks at another room, for as long as the page lives. */
export interface Edits {
  of(room: RoomId): Edited | undefined
  keep(room: RoomId, edited: Edited): void
  drop(room: RoomId): void
  /** Whether loading the page anew would lose any of it. */
  readonly isAny: ReadonlySignal<boolean>
}

export function createEdits(): Edits {
  const rooms = signal<ReadonlyMap<RoomId, Edited>>(new Map())
  return {
    of: (room) => rooms.peek().get(room),
    keep: (room, edited) => {
      rooms.value = new Map([...rooms.peek(), [room, edited]])
    },
    drop: (room) => {
      rooms.value = new Map([...rooms.peek()].filter(([each]) => each !== room))
    },
    isAny: computed(() => rooms.value.size > 0),
  }
}
