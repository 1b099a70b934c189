import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { OutboxEntry, OutboxStorage } from '@natter/client'
import type { Cid, UserId } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import { createOtherTabs } from './other-tabs.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { OutboxWish, TabChannel } from './tab-channel.ts'

/** A message as it is written, before it has its place in the order. */
export type Written = Pick<OutboxEntry, 'cid' | 'room' | 'text' | 'replyTo'>

/** The messages of one account that wait on this device: those of this tab, which the SDK sends, and a view of the other tabs'. */
export interface SharedOutbox extends OutboxStorage {
  /** All that are not sent, of all tabs. */
  readonly waiting: ReadonlySignal<number>
  /** Those of other tabs, by the order of writing. */
  readonly elsewhere: ReadonlySignal<readonly OutboxEntry[]>
  /** Whether leaving now would lose something. */
  wouldLose(): boolean
  /** Takes a message before the SDK knows whose it is; sent when that account is greeted, and by nobody else. False: no room. */
  write(written: Written): boolean
  /** What the reader wants done with a message: `true` when another tab has it, and was told. */
  ask(cid: Cid, wish: OutboxWish): boolean
  /** Called with what readers in other tabs want done with messages of this one. */
  asked(take: (entry: OutboxEntry, wish: OutboxWish) => void): void
  /** Drops everything of this account, in all tabs: it has signed out. */
  forget(): Promise<void>
  /** The page goes, and others may take over at once. Should it come back, no harm is done. */
  goodbye(): void
  /** This tab keeps and sends no more. */
  end(): void
}

/** As many as the SDK takes. */
const WRITTEN_MAX = 1_000

interface SharedOutboxOptions {
  account: UserId
  /** Names this tab; never used before. */
  tab: string
  channel: TabChannel
  rows: OutboxRows
  clock: Clock
}

/**
 * Each message belongs to the tab that wrote it, and only that tab's SDK sends it. When a tab is gone one of the others, or the
 * next page, takes its messages over. A tab that was only asleep may then send them too: that is harmless, for the server
 * knows each cid once for ever.
 */
export function createSharedOutbox({ account, tab, channel, rows, clock }: SharedOutboxOptions): SharedOutbox {
  const own = signal<ReadonlyMap<Cid, OutboxEntry>>(new Map())
  const discarded = new Set<Cid>()
  /** What survives the end of all tabs. */
  const stored = new Set<Cid>()
  let lastOrder = 0
  let isEnded = false
  let give: (entries: OutboxEntry[]) => void = () => {}
  let tell: (entry: OutboxEntry, wish: OutboxWish) => void = () => {}
  const others = createOtherTabs({ account, tab, channel, rows, clock, adopt })

  const stop = channel.listen((message) => {
    if (message.kind === 'call') channel.post({ kind: 'here', from: tab, entries: [...own.value.values()] })
    if (message.kind === 'forget') end()
    const entry = 'cid' in message ? own.value.get(message.cid) : undefined
    if (entry === undefined) return
    if (message.kind === 'ask' && message.to === tab) carryOut(entry, message.wish)
    // This tab or the other was taken for gone by mistake, and both have it: what ends it there ends it here.
    if (message.kind === 'removed') (message.isSent ? tell : carryOut)(entry, 'discard')
  })

  function carryOut(entry: OutboxEntry, wish: OutboxWish): void {
    if (wish === 'discard') discarded.add(entry.cid)
    tell(entry, wish)
  }

  function adopt(entries: readonly OutboxEntry[], isStored: boolean): void {
    for (const entry of entries) hold(entry)
    if (isStored) markStored(entries)
    give([...entries])
  }

  function markStored(entries: readonly OutboxEntry[]): void {
    for (const { cid } of entries) if (own.value.has(cid)) stored.add(cid)
  }

  function hold(entry: OutboxEntry): void {
    own.value = new Map([...own.value, [entry.cid, entry]])
    lastOrder = Math.max(lastOrder, entry.order)
    channel.post({ kind: 'saved', from: tab, entry })
  }

  async function save(entry: OutboxEntry): Promise<void> {
    if (isEnded) return
    hold(entry)
    await rows.put({ entry, tab })
    markStored([entry])
  }

  function end(): void {
    if (isEnded) return
    isEnded = true
    stop()
    others.end()
    goodbye()
  }

  function goodbye(): void {
    channel.post({ kind: 'bye', from: tab })
  }

  return {
    load: async () => {
      const found = await others.orphans()
      for (const entry of found) hold(entry)
      markStored(found)
      return [...found]
    },
    found: (take) => (give = take),
    save,
    remove: async (cid) => {
      if (isEnded) return
      own.value = new Map([...own.value].filter(([each]) => each !== cid))
      channel.post({ kind: 'removed', from: tab, cid, isSent: !discarded.delete(cid) })
      stored.delete(cid)
      await rows.remove(cid)
    },
    waiting: computed(() => own.value.size + others.waiting.value.filter(({ cid }) => !own.value.has(cid)).length),
    elsewhere: computed(() => others.shown.value.filter(({ cid }) => !own.value.has(cid))),
    wouldLose: () => [...own.value.keys()].some((cid) => !stored.has(cid)),
    write: (written) => {
      if (isEnded || own.value.size >= WRITTEN_MAX) return false
      const at = clock.now()
      const entry = { ...written, at, order: Math.max(lastOrder + 1, at), by: account }
      // Without survival it is still sent; `wouldLose` says so.
      save(entry).catch(() => {})
      give([entry])
      return true
    },
    ask: (cid, wish) => {
      const owner = own.value.has(cid) ? undefined : others.ownerOf(cid)
      if (owner === undefined && wish === 'discard') discarded.add(cid)
      if (owner !== undefined) channel.post({ kind: 'ask', to: owner, cid, wish })
      return owner !== undefined
    },
    asked: (take) => (tell = take),
    forget: async () => {
      // Before the goodbye, or the others would take over what is to go.
      channel.post({ kind: 'forget' })
      end()
      await rows.clear(account)
    },
    goodbye,
    end,
  }
}
