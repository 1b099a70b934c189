import type { View } from '@natter/client'
import type { Room } from '@natter/protocol'
import { derivedView } from '../offline/derived-view.ts'

/** What changes with each message, and is not drawn. */
const UNSHOWN: ReadonlySet<string> = new Set(['head', 'n'] satisfies (keyof Room)[])

/** A room that stays the same object while messages come in, so that nothing that follows it as much as looks at each. */
export function shownRoom(room: View<Room | undefined>): View<Room | undefined> {
  let shown: Room | undefined
  return derivedView([room], () => {
    const now = room.value
    if (now === undefined || shown === undefined || !looksTheSame(shown, now)) shown = now
    return shown
  })
}

function looksTheSame(one: Room, other: Room): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof Room>
  return [...names].every((name) => UNSHOWN.has(name) || Object.is(one[name], other[name]))
}
