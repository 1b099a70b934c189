import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RoomId } from '@natter/protocol'

/** What has been typed in place of a message, and is not saved. */
export interface Edited {
  seq: number
  text: string
}

/** What is being edited, by message: it stays while one edits another or looks at another room, for as long as the page lives. */
export interface Edits {
  /** That of one message, or the one typed last in the room. */
  of(room: RoomId, seq?: number): Edited | undefined
  /** All of a room. Followed by components and computed signals. */
  in(room: RoomId): readonly Edited[]
  keep(room: RoomId, edited: Edited): void
  drop(room: RoomId, seq: number): void
  /** Whether loading the page anew would lose any of it. */
  readonly isAny: ReadonlySignal<boolean>
}

export function createEdits(): Edits {
  const edits = signal<readonly (Edited & { room: RoomId })[]>([])
  const without = (room: RoomId, seq: number) => edits.peek().filter((each) => each.room !== room || each.seq !== seq)
  return {
    of: (room, seq) => edits.peek().findLast((each) => each.room === room && (seq === undefined || each.seq === seq)),
    in: (room) => edits.value.filter((each) => each.room === room),
    keep: (room, edited) => {
      edits.value = [...without(room, edited.seq), { ...edited, room }]
    },
    drop: (room, seq) => {
      edits.value = without(room, seq)
    },
    isAny: computed(() => edits.value.length > 0),
  }
}
