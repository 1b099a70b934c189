import { batch, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { isRoomId } from '@natter/protocol'
import type { RoomId } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import { DRAFT_LENGTH_MAX, isEmptyDraft, laterDraft, NO_DRAFT, readDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import type { TabChannel } from './tab-channel.ts'

/** What is typed into one room's composer, the same in all tabs. Writing the signals keeps it. */
export interface RoomDraft {
  readonly text: Signal<string>
  readonly replyTo: Signal<number | undefined>
}

/** What is typed and not sent, by room. Lives in memory; a copy in the browser's storage outlives the tab. */
export interface Drafts {
  of(room: RoomId): RoomDraft
  /** Rooms with something typed in them, for the sidebar. */
  readonly rooms: ReadonlySignal<ReadonlySet<RoomId>>
  /** Whether leaving now would lose something: it is too long for the storage, or found no room there. */
  wouldLose(): boolean
  /** On signing out: nothing stays behind on a shared machine. */
  clear(): void
  /** Keeps nothing more and hears nothing more. */
  end(): void
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

interface DraftsOptions {
  storage: DraftStorage | undefined
  channel: TabChannel
  clock: Pick<Clock, 'now'>
  account: string
}

/** Drafts of one account. Each stands under a key of its own: two tabs that type in two rooms do not touch each other's. */
export function createDrafts({ storage, channel, clock, account }: DraftsOptions): Drafts {
  const prefix = `natter:draft:${account}:`
  /** When one last changed that is not stored: nothing else tells of it, and the clock may have been set back. */
  const clockKey = `natter:draft-clock:${account}`
  const drafts = new Map<RoomId, Draft>()
  const shown = new Map<RoomId, RoomDraft>()
  const rooms = signal<ReadonlySet<RoomId>>(new Set())
  let isEnded = false
  for (const key of keysOf(storage, prefix)) {
    const room = key.slice(prefix.length)
    const draft = readDraft(read(storage, key))
    if (isRoomId(room) && draft) put(room, draft)
  }

  const stop = channel.listen((message) => {
    if (message.kind === 'forget') forget()
    if (message.kind !== 'draft' || laterDraft(current(message.room), message.draft) !== message.draft) return
    put(message.room, message.draft)
    show(message.room)
  })

  function current(room: RoomId): Draft {
    return drafts.get(room) ?? NO_DRAFT
  }

  function put(room: RoomId, draft: Draft): void {
    drafts.set(room, draft)
    if (rooms.value.has(room) === isEmptyDraft(draft)) {
      rooms.value = new Set([...drafts].flatMap(([id, each]) => (isEmptyDraft(each) ? [] : [id])))
    }
  }

  /** Brings what is on screen in line with what is known. */
  function show(room: RoomId): void {
    const { text, replyTo } = current(room)
    const on = shown.get(room)
    if (!on) return
    batch(() => {
      on.text.value = text
      on.replyTo.value = replyTo
    })
  }

  function changed(room: RoomId, text: string, replyTo: number | undefined): void {
    const before = current(room)
    if (isEnded || (before.text === text && before.replyTo === replyTo)) return
    // Later than all that is known, whatever the clock does.
    const lastAt = Math.max(before.at, Number(read(storage, clockKey)) || 0)
    const draft = { text, replyTo, at: Math.max(lastAt + 1, clock.now()) }
    put(room, draft)
    const isEmpty = isEmptyDraft(draft)
    if (isEmpty) storage?.removeItem(prefix + room)
    // What stood there before it grew too long is better than nothing.
    if (isEmpty || text.length > DRAFT_LENGTH_MAX) store(storage, clockKey, String(draft.at))
    else store(storage, prefix + room, JSON.stringify(draft))
    channel.post({ kind: 'draft', room, draft })
  }

  function forget(): void {
    isEnded = true
    for (const key of [clockKey, ...keysOf(storage, prefix)]) storage?.removeItem(key)
    const known = [...drafts.keys()]
    drafts.clear()
    rooms.value = new Set()
    for (const room of known) show(room)
  }

  return {
    of: (room) => {
      const known = shown.get(room)
      if (known) return known
      const draft = current(room)
      const made = { text: signal(draft.text), replyTo: signal(draft.replyTo) }
      shown.set(room, made)
      made.text.subscribe((text) => changed(room, text, made.replyTo.peek()))
      made.replyTo.subscribe((replyTo) => changed(room, made.text.peek(), replyTo))
      return made
    },
    rooms,
    wouldLose: () =>
      [...drafts].some(([room, { text, at }]) => {
        const stored = readDraft(read(storage, prefix + room))
        return text !== '' && (stored === undefined || stored.at < at)
      }),
    clear: forget,
    end: () => {
      isEnded = true
      stop()
    },
  }
}

function keysOf(storage: DraftStorage | undefined, prefix: string): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  return keys.filter((key) => key.startsWith(prefix))
}

function read(storage: DraftStorage | undefined, key: string): string | null {
  return storage?.getItem(key) ?? null
}

function store(storage: DraftStorage | undefined, key: string, text: string): void {
  try {
    storage?.setItem(key, text)
  } catch {
    // Full or switched off: the draft is still in memory.
  }
}
