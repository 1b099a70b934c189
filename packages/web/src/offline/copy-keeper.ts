import type { Natter, PlaceInfo, RoomHandle } from '@natter/client'
import type { RoomId, User, UserId } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import { peopleIn, rememberPeople, rememberTimeline, ROOMS_MAX } from './copy.ts'
import type { Copy, RememberedTimeline } from './copy.ts'
import type { CopyStore } from './copy-store.ts'
import type { TabChannel } from './tab-channel.ts'

/** What changes within this time is written together. */
export const WRITE_AFTER_MS = 2_000

/** Keeps the copy up to date while one is inside. */
export interface CopyKeeper {
  opened(handle: RoomHandle): void
  closed(handle: RoomHandle): void
  /** Writes now what there is to write: the page may go. */
  flush(): void
  /** Writes nothing more. */
  end(): void
}

interface CopyKeeperOptions {
  natter: Natter
  account: UserId
  place: PlaceInfo
  store: CopyStore
  channel: TabChannel
  clock: Clock
  known: Copy | undefined
}

export function createCopyKeeper(options: CopyKeeperOptions): CopyKeeper {
  const { natter, account, place, store, channel, clock, known } = options
  const open = new Map<RoomId, { handle: RoomHandle; stop: () => void }>()
  const changed = new Map<RoomId, RememberedTimeline>()
  let people: readonly User[] = known?.head.people ?? []
  let cancel: (() => void) | undefined
  let isEnded = false
  const stops = [
    natter.rooms.subscribe(soon),
    natter.self.subscribe(soon),
    natter.settings.subscribe(soon),
    // Signed out in another tab: this one may have no connection to hear of it, and would write when it is closed.
    channel.listen(({ kind }) => kind === 'forget' && end()),
  ]

  function soon(): void {
    if (!isEnded) cancel ??= clock.after(WRITE_AFTER_MS, flush)
  }

  function look({ info, timeline }: RoomHandle): void {
    const room = info.value
    const seen = room && rememberTimeline(room, timeline.value, clock.now())
    if (!seen) return
    changed.set(room.id, seen)
    people = rememberPeople(people, usersOf(peopleIn(seen)))
  }

  function usersOf(ids: ReadonlySet<UserId>): User[] {
    return [...ids].flatMap((id) => natter.user(id).value ?? [])
  }

  function flush(): void {
    cancel?.()
    cancel = undefined
    const self = natter.self.value
    const rooms = natter.rooms.value
    // Before the greeting nothing is known that is not in the copy already. Somebody else is not to be mixed with this account.
    if (isEnded || self?.id !== account) return
    for (const { handle } of open.values()) look(handle)
    const mine = new Set(rooms.map(({ id }) => id))
    people = rememberPeople(people, usersOf(new Set(rooms.flatMap(({ room }) => room.people ?? []))))
    const timelines = [...changed.values()].filter(({ room }) => mine.has(room))
    changed.clear()
    const settings = natter.settings.value
    const head = { account, self, place, rooms: rooms.slice(0, ROOMS_MAX), settings, people }
    // A failure costs the copy, and only that.
    store.save(head, timelines, (room) => mine.has(room)).catch(() => {})
  }

  function end(): void {
    isEnded = true
    cancel?.()
    for (const stop of [...stops, ...[...open.values()].map((each) => each.stop)]) stop()
  }

  return {
    opened: (handle) => {
      open.get(handle.id)?.stop()
      open.set(handle.id, { handle, stop: handle.timeline.subscribe(soon) })
      soon()
    },
    closed: (handle) => {
      look(handle)
      open.get(handle.id)?.stop()
      open.delete(handle.id)
      soon()
    },
    flush,
    end,
  }
}
