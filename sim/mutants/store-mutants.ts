import type { RoomCommandOf } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { CatchUp, CatchUpDelta, Cursor, UserId, RoomId } from '@natter/protocol'
import type { Store } from '../../packages/server/src/ports/store.ts'
import { changeStore } from './mutant.ts'
import type { Mutant } from './mutant.ts'

/** Bugs in what a store does. */
export const STORE_MUTANTS: readonly Mutant[] = [
  { name: 'a retry is written again, since the look for its cid sees nothing', from: 3, plant: forgetCids },
  {
    name: 'a catch-up begins one event too late',
    from: 1,
    plant: (world) => changeDeltas(world, (events) => events.slice(1)),
  },
  {
    name: 'a catch-up leaves out edits',
    from: 6,
    plant: (world) => changeDeltas(world, (events) => events.filter(({ type }) => type !== 'message.edited')),
  },
  { name: 'a catch-up that would be too long is silently empty', from: 4, plant: skipResets },
  { name: 'a log that was rolled back is not noticed', from: 8, plant: trustCursors },
  { name: 'a read mark goes back by itself', from: 29, plant: forceMarks },
]

type World = Parameters<Mutant['plant']>[0]
type SendMany = RoomCommandOf<'message.sendMany'>

/** Every message gets a cid of its own in the store, and shows the one that it was given. */
function forgetCids(world: World): () => void {
  let count = 0
  const spoilt = (command: SendMany): SendMany => ({
    ...command,
    items: command.items.map((item) => ({ ...item, cid: `${item.cid}~${++count}` })),
  })
  return changeStore(world, (store) => {
    const { append, eventsAfter, catchUp, history } = store
    store.append = async (write) => {
      const { command } = write
      const done = await append(command.type === 'message.sendMany' ? { ...write, command: spoilt(command) } : write)
      if (isRefusal(done)) return done
      return { ...done, events: done.events.map((event) => ({ ...event, json: plain(event.json) })) }
    }
    store.eventsAfter = async (...args) =>
      (await eventsAfter(...args)).map((event) => ({ ...event, json: plain(event.json) }))
    store.catchUp = async (...args) => {
      const read = await catchUp(...args)
      return isRefusal(read) ? read : { ...read, json: plain(read.json) }
    }
    store.history = async (...args) => {
      const page = await history(...args)
      return isRefusal(page) ? page : plain(page)
    }
  })
}

function plain<T extends string>(json: T): T {
  return json.replaceAll(/~\d+"/g, '"') as T
}

function changeDeltas(world: World, change: (events: CatchUpDelta['events']) => CatchUpDelta['events']): () => void {
  return changeCatchUps(world, (read) => (read.mode === 'delta' ? { ...read, events: change(read.events) } : read))
}

function skipResets(world: World): () => void {
  return changeCatchUps(world, (read, cursor) =>
    read.mode === 'reset' && cursor !== null ? { mode: 'delta', upTo: read.upTo, events: [] } : read,
  )
}

function changeCatchUps(world: World, change: (read: CatchUp, cursor: Cursor | null) => CatchUp): () => void {
  return changeStore(world, (store) => {
    const { catchUp } = store
    store.catchUp = async (viewer: UserId, room: RoomId, cursor: Cursor | null) => {
      const read = await catchUp(viewer, room, cursor)
      if (isRefusal(read)) return read
      return { ...read, json: JSON.stringify(change(JSON.parse(read.json) as CatchUp, cursor)) }
    }
  })
}

/** Whatever ref a cursor has, it is taken for that of the log. */
function trustCursors(world: World): () => void {
  return changeStore(world, (store) => {
    const { catchUp } = store
    store.catchUp = async (viewer, room, cursor) =>
      catchUp(viewer, room, cursor && (await trusted(store, room, cursor)))
  })
}

async function trusted(store: Store, room: RoomId, [seq, ref]: Cursor): Promise<Cursor> {
  const [row] = seq === 0 ? [] : await store.eventsAfter(room, seq - 1, 1)
  return [seq, row?.ref ?? ref]
}

function forceMarks(world: World): () => void {
  return changeStore(world, (store) => {
    const { markRead } = store
    store.markRead = (write) => markRead({ ...write, force: true })
  })
}
