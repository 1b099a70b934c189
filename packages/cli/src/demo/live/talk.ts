import type { Natter, RoomHandle } from '@natter/client'
import type { Handle } from '../story-shape.ts'
import type { Beat } from './beats.ts'
import type { Timers } from './timers.ts'

/** Lets people say their lines, each when its time has come. Who is not there, or in no such room, is passed over. */
export function talkOn(people: ReadonlyMap<Handle, Natter>, lines: Generator<Beat, void>, timers: Timers): void {
  function next(): void {
    const { value: beat } = lines.next()
    if (beat === undefined) return
    timers.after(beat.waitMs, () => {
      const room = roomNamed(people.get(beat.by), beat.room)
      room?.typing(true)
      timers.after(beat.typesMs, () => {
        room?.send(beat.text)
        next()
      })
    })
  }
  next()
}

function roomNamed(natter: Natter | undefined, name: string): RoomHandle | undefined {
  const summary = natter?.rooms.value.find(({ room }) => room.name === name && room.archivedAt === undefined)
  return summary && natter?.room(summary.id)
}
