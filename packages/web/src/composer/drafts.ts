import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RoomId } from '@natter/protocol'

/** What is typed and not sent, by room. Lives in memory; a copy in the browser's storage outlives the tab. */
export interface Drafts {
  get(room: RoomId): string
  set(room: RoomId, text: string): void
  /** Rooms with something typed in them, for the sidebar. */
  readonly rooms: ReadonlySignal<ReadonlySet<RoomId>>
  /** On signing out: nothing stays behind on a shared machine. */
  clear(): void
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Longer drafts, and those of storage that is full or switched off, live in memory only. */
const STORED_LENGTH_MAX = 100_000

/** Drafts of one account. Storage holds them under one key, so that clearing is one step. */
export function createDrafts(storage: DraftStorage | undefined, owner: string): Drafts {
  const key = `natter:drafts:${owner}`
  const texts = new Map(Object.entries(load(storage, key))) as Map<RoomId, string>
  const rooms = signal<ReadonlySet<RoomId>>(new Set(texts.keys()))
  const save = (): void => {
    if (rooms.value.size !== texts.size) rooms.value = new Set(texts.keys())
    store(storage, key, texts.size === 0 ? '' : JSON.stringify(Object.fromEntries(texts)))
  }
  return {
    get: (room) => texts.get(room) ?? '',
    set: (room, text) => {
      if (text === '') texts.delete(room)
      else texts.set(room, text)
      save()
    },
    rooms,
    clear: () => {
      texts.clear()
      save()
    },
  }
}

function load(storage: DraftStorage | undefined, key: string): Record<string, string> {
  try {
    const found: unknown = JSON.parse(storage?.getItem(key) ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).filter(([, text]) => typeof text === 'string'))
  } catch {
    return {}
  }
}

function store(storage: DraftStorage | undefined, key: string, text: string): void {
  try {
    if (text === '' || text.length > STORED_LENGTH_MAX) storage?.removeItem(key)
    else storage?.setItem(key, text)
  } catch {
    // Full or switched off: the draft is still in memory.
  }
}
