import { signal } from '@preact/signals'
import { NatterError } from '@natter/client'
import type { Natter } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import type { Notices } from '../app/notices.ts'
import { say } from '../words/say.ts'

/** One's own messages that are being deleted: gone from the screen at once, from the server when that was not taken back. */
export interface Deletions {
  /** Not to be shown, in that room. Followed by components and computed signals. */
  hidden(room: RoomId): ReadonlySet<number>
  delete(room: RoomId, seq: number): void
  /** Carries out now what could still be taken back: the page is about to go. Resolves with the server's answers. */
  carryOutNow(): Promise<void>
}

/** A wish that is not carried out yet. `at`: when its tab was last known to offer it back. */
interface Wish {
  room: RoomId
  seq: number
  at: number
}

const PREFIX = 'natter:deleting:'
/** A wish this old is nobody's any more: its tab was closed or loaded anew before it was carried out. */
const ORPHANED_MS = 15_000
/** How often a tab says that it still offers one back: whoever reads the notice holds it. */
const RENEWED_EVERY_MS = 5_000
const NONE: ReadonlySet<number> = new Set()

interface DeletionsOptions {
  natter: Pick<Natter, 'room'>
  notices: Pick<Notices, 'offer' | 'attempt'>
  clock: Clock
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  user: string
}

/**
 * Keeps wishes in the browser until they are carried out, so that a reload loses none. Taking one back forgets it before
 * anything else, so none of those is ever carried out.
 */
export function createDeletions({ natter, notices, clock, storage, user }: DeletionsOptions): Deletions {
  const offered = new Set<Wish>()
  const adopted = new Set<Wish>()
  const hidden = signal<ReadonlyMap<RoomId, ReadonlySet<number>>>(new Map())
  const key = PREFIX + user
  const read = (): Wish[] => parse(storage?.getItem(key) ?? '[]')
  const keep = (wishes: Wish[]): void => {
    try {
      if (wishes.length === 0) storage?.removeItem(key)
      else storage?.setItem(key, JSON.stringify(wishes))
    } catch {
      // Full: the wish lives as long as this page.
    }
  }
  const keptOf = (wish: Wish): Wish | undefined => read().find((each) => isSame(each, wish))
  const forget = (wish: Wish): void => keep(read().filter((each) => !isSame(each, wish)))
  const setHidden = ({ room, seq }: Wish, isHidden: boolean): void => {
    const others = [...(hidden.value.get(room) ?? NONE)].filter((each) => each !== seq)
    hidden.value = new Map([...hidden.value, [room, new Set(isHidden ? [...others, seq] : others)]])
  }
  const carryOut = async (wish: Wish): Promise<void> => {
    const task = natter.room(wish.room).delete(wish.seq)
    // Where the connection was closed for good the wish waits for the next page.
    if ((await codeOf(task)) === 'stopped') return
    await notices.attempt(task)
    forget(wish)
    setHidden(wish, false)
  }
  const due = async (wish: Wish): Promise<void> => {
    if (offered.delete(wish)) await carryOut(wish)
  }
  const takeBack = (wish: Wish): void => {
    if (!offered.delete(wish)) return
    forget(wish)
    setHidden(wish, false)
  }
  const renew = (wish: Wish): void => {
    if (!offered.has(wish)) return
    keep(read().map((each) => (isSame(each, wish) ? { ...each, at: clock.now() } : each)))
    clock.after(RENEWED_EVERY_MS, () => renew(wish))
  }
  /** Left over by a tab that is gone. One that another tab is still asking about is looked at again later. */
  const adopt = (wish: Wish): void => {
    adopted.add(wish)
    setHidden(wish, true)
    const leftMs = wish.at + ORPHANED_MS - clock.now()
    // Within bounds: the clock may have been set since.
    clock.after(Math.min(Math.max(0, leftMs), ORPHANED_MS), () => {
      const kept = keptOf(wish)
      if (!kept || kept.at === wish.at) void settle(wish)
      else if (adopted.delete(wish)) adopt(kept)
    })
  }
  const settle = async (wish: Wish): Promise<void> => {
    if (!adopted.delete(wish)) return
    if (keptOf(wish)) await carryOut(wish)
    else setHidden(wish, false)
  }
  for (const wish of read()) adopt(wish)

  return {
    hidden: (room) => hidden.value.get(room) ?? NONE,
    delete: (room, seq) => {
      const wish = { room, seq, at: clock.now() }
      offered.add(wish)
      keep([...read(), wish])
      clock.after(RENEWED_EVERY_MS, () => renew(wish))
      setHidden(wish, true)
      const action = { label: say('timeline.undo'), run: () => takeBack(wish) }
      notices.offer(say('timeline.deletedNotice'), action, () => void due(wish))
    },
    carryOutNow: async () => void (await Promise.all([...[...offered].map(due), ...[...adopted].map(settle)])),
  }
}

function isSame(one: Wish, other: Wish): boolean {
  return one.room === other.room && one.seq === other.seq
}

/** Of the refusal, if it ends in one. */
async function codeOf(task: Promise<unknown>): Promise<string | undefined> {
  try {
    await task
    return undefined
  } catch (error) {
    return error instanceof NatterError ? error.code : undefined
  }
}

/** What this page wrote itself. */
function parse(text: string): Wish[] {
  try {
    return JSON.parse(text) as Wish[]
  } catch {
    return []
  }
}
