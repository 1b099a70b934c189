import type { Natter, OutboxEntry, RoomHandle, RoomSummary, View } from '@natter/client'
import type { RoomId, User } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import { pacedView } from '../app/paced-view.ts'
import type { CopyKeeper } from './copy-keeper.ts'
import type { Copy, RememberedTimeline } from './copy.ts'
import { derivedView, viewOf } from './derived-view.ts'
import { rememberedRoom } from './remembered-room.ts'
import type { SharedOutbox } from './shared-outbox.ts'

interface RememberedNatterOptions {
  copy: Copy | undefined
  keeper: CopyKeeper
  outbox: SharedOutbox
  clock: Clock
  newId: () => string
  onClose: () => void
}

/**
 * The SDK with what this browser knows besides it: the copy, until the server has greeted, and what waits in other tabs.
 * Its users need not know.
 */
export function rememberedNatter(natter: Natter, options: RememberedNatterOptions): Natter {
  const { copy, keeper, outbox, clock, newId, onClose } = options
  const handles = new WeakMap<RoomHandle, RoomHandle>()
  const people = new WeakMap<View<User | undefined>, View<User | undefined>>()
  const knownPeople = new Map(copy?.head.people.map((user) => [user.id, user]))
  const elsewhere = viewOf(outbox.elsewhere)
  const { self } = natter

  /** What one is not in any more is not remembered, once the server has said so. */
  const remembered = (id: RoomId): RememberedTimeline | undefined => {
    const isGone = self.value !== undefined && natter.rooms.value.every((room) => room.id !== id)
    return isGone ? undefined : copy?.timelines.get(id)
  }
  const user = (view: View<User | undefined>, id: User['id']): View<User | undefined> => {
    const before = knownPeople.get(id)
    return before ? derivedView([view], () => view.value ?? before) : view
  }
  const rooms = derivedView([natter.rooms, self, elsewhere], () =>
    withFailures(self.value === undefined && copy ? copy.head.rooms : natter.rooms.value, elsewhere.value),
  )
  const kept: Partial<Natter> = {
    self: derivedView([self], () => self.value ?? copy?.head.self),
    rooms: pacedView(rooms, clock, (before, after) => before.length !== after.length),
    settings: derivedView([natter.settings, self], () =>
      self.value === undefined && copy ? copy.head.settings : natter.settings.value,
    ),
    room: (id) => {
      const handle = natter.room(id)
      const known = handles.get(handle)
      if (known) return known
      const shared = { outbox, keeper, elsewhere, self, newId }
      const room = rememberedRoom(handle, { ...shared, remembered: () => remembered(id) })
      handles.set(handle, room)
      return room
    },
    user: (id) => {
      const view = natter.user(id)
      const made = people.get(view) ?? user(view, id)
      people.set(view, made)
      return made
    },
    close: () => {
      onClose()
      return natter.close()
    },
  }
  outbox.asked(({ room, cid }, wish) => natter.room(room)[wish](cid))
  // The cast: with all that it inherits it is a whole one.
  return Object.assign(Object.create(natter) as Natter, kept)
}

/** A message that failed in another tab is told of in this one too. */
function withFailures(rooms: readonly RoomSummary[], elsewhere: readonly OutboxEntry[]): readonly RoomSummary[] {
  const failed = elsewhere.filter(({ error }) => error !== undefined)
  if (failed.length === 0) return rooms
  return rooms.map((summary) => {
    const more = failed.filter(({ room }) => room === summary.id).length
    return more === 0 ? summary : { ...summary, failedSends: summary.failedSends + more }
  })
}
