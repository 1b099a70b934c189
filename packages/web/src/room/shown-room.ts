import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Room } from '@natter/protocol'

/** What changes with each message, and is not drawn. */
const UNSHOWN: ReadonlySet<string> = new Set(['head', 'n'] satisfies (keyof Room)[])

/** A room that stays the same object while messages come in, so that what is drawn of it is not drawn anew for each. */
export function shownRoom(room: ReadonlySignal<Room | undefined>): ReadonlySignal<Room | undefined> {
  let shown: Room | undefined
  return computed(() => {
    const now = room.value
    if (now === undefined || shown === undefined || !looksTheSame(shown, now)) shown = now
    return shown
  })
}

function looksTheSame(one: Room, other: Room): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof Room>
  return [...names].every((name) => UNSHOWN.has(name) || Object.is(one[name], other[name]))
}
