import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { OutboxEntry } from '@natter/client'
import type { Cid, UserId } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import type { OutboxRow, OutboxRows } from './outbox-rows.ts'
import type { TabChannel, TabMessage } from './tab-channel.ts'

/** A tab that lives answers at once, also in the background; one that has not by then is gone, or asleep. */
export const ANSWER_MS = 500
/** How often tabs that have messages are asked whether they live. */
export const WATCH_EVERY_MS = 1_000
/** How long a message that was sent by another tab stays on screen while its echo is on the way here. */
export const ECHO_MS = 2_000

/** What other tabs have in their outboxes, and whether those tabs live. */
export interface OtherTabs {
  /** Their messages, and for a moment those that were just sent, by the order of writing. */
  readonly shown: ReadonlySignal<readonly OutboxEntry[]>
  /** Only those not sent. */
  readonly waiting: ReadonlySignal<readonly OutboxEntry[]>
  ownerOf(cid: Cid): string | undefined
  /** Takes over what tabs that are no more have left behind; looks once, when the page begins. */
  orphans(): Promise<readonly OutboxEntry[]>
  end(): void
}

interface OtherTabsOptions {
  account: UserId
  tab: string
  channel: TabChannel
  rows: OutboxRows
  clock: Clock
  /** Called with what was left behind by a tab that has just gone. `isStored`: it survives this tab too. */
  adopt: (entries: readonly OutboxEntry[], isStored: boolean) => void
}

type Heard = OutboxRow & { isSent?: boolean }

export function createOtherTabs({ account, tab, channel, rows, clock, adopt }: OtherTabsOptions): OtherTabs {
  const heard = signal<ReadonlyMap<Cid, Heard>>(new Map())
  const shown = computed(() => [...heard.value.values()].map(({ entry }) => entry).sort((a, b) => a.order - b.order))
  const waiting = computed(() => [...heard.value.values()].filter(({ isSent }) => !isSent).map(({ entry }) => entry))
  /** What each tab said last, counted: whoever has spoken since a call is there. */
  const spoke = new Map<string, number>()
  let words = 0
  let cancelWatch: (() => void) | undefined
  let isEnded = false
  const stop = channel.listen(hear)
  channel.post({ kind: 'call', from: tab })

  function hear(message: TabMessage): void {
    if ('from' in message) spoke.set(message.from, ++words)
    switch (message.kind) {
      case 'here':
        change((map) => told(map, message.from, message.entries))
        break
      case 'saved':
        change((map) => map.set(message.entry.cid, { entry: message.entry, tab: message.from }))
        break
      case 'removed':
        removed(message.cid, message.isSent)
        break
      case 'bye':
        spoke.delete(message.from)
        void takeOver(new Set([message.from]))
        break
      default:
    }
  }

  function change(edit: (map: Map<Cid, Heard>) => unknown): void {
    const map = new Map(heard.value)
    edit(map)
    if (!isSame(map, heard.value)) heard.value = map
    if (map.size > 0 && !isEnded) cancelWatch ??= clock.after(WATCH_EVERY_MS, watch)
  }

  function removed(cid: Cid, isSent: boolean): void {
    const row = heard.value.get(cid)
    if (!row) return
    change((map) => (isSent ? map.set(cid, { ...row, isSent }) : map.delete(cid)))
    if (isSent) clock.after(ECHO_MS, () => change((map) => map.get(cid)?.isSent && map.delete(cid)))
  }

  /** Goes on for as long as other tabs have something. */
  function watch(): void {
    const owners = new Set([...heard.value.values()].map((row) => row.tab))
    void absentOf(owners).then(async (absent) => {
      await takeOver(absent)
      cancelWatch = undefined
      if (heard.value.size > 0 && !isEnded) cancelWatch = clock.after(WATCH_EVERY_MS, watch)
    })
  }

  /** Calls, and waits for the answers. */
  async function absentOf(tabs: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const calledAt = words
    channel.post({ kind: 'call', from: tab })
    await new Promise<void>((resolve) => clock.after(ANSWER_MS, resolve))
    return new Set([...tabs].filter((each) => (spoke.get(each) ?? 0) <= calledAt))
  }

  async function takeOver(absent: ReadonlySet<string>): Promise<void> {
    const left = [...heard.value.values()].filter((row) => absent.has(row.tab) && !row.isSent).map(({ entry }) => entry)
    if (left.length === 0 || isEnded) return
    const { claimed, isStored } = await claim(absent, left)
    if (isEnded) return
    adopt(claimed, isStored)
    change((map) => {
      for (const [cid, row] of map) if (absent.has(row.tab)) map.delete(cid)
    })
    for (const each of absent) spoke.delete(each)
  }

  async function claim(absent: ReadonlySet<string>, left: readonly OutboxEntry[]) {
    try {
      return { claimed: await rows.claim({ account, tab, absent, heard: left }), isStored: true }
    } catch {
      // Nothing is stored here: what was heard is all there is. Every tab that heard it sends it, and the server takes one.
      return { claimed: left, isStored: false }
    }
  }

  return {
    shown,
    waiting,
    ownerOf: (cid) => heard.value.get(cid)?.tab,
    orphans: async () => {
      const mine = (await rows.all()).filter((row) => row.entry.by === account && row.tab !== tab)
      if (mine.length === 0) return []
      const absent = await absentOf(new Set(mine.map((row) => row.tab)))
      return absent.size === 0 ? [] : rows.claim({ account, tab, absent, heard: [] })
    },
    end: () => {
      isEnded = true
      stop()
      cancelWatch?.()
    },
  }
}

/** All that a tab has. What is known already keeps its identity, or every answer would draw its rows anew. */
function told(map: Map<Cid, Heard>, from: string, entries: readonly OutboxEntry[]): void {
  const cids = new Set(entries.map(({ cid }) => cid))
  for (const [cid, row] of map) if (row.tab === from && !row.isSent && !cids.has(cid)) map.delete(cid)
  for (const entry of entries) {
    const row: Heard = { entry, tab: from }
    if (JSON.stringify(map.get(entry.cid)) !== JSON.stringify(row)) map.set(entry.cid, row)
  }
}

function isSame(one: ReadonlyMap<Cid, Heard>, other: ReadonlyMap<Cid, Heard>): boolean {
  return one.size === other.size && [...one].every(([cid, row]) => other.get(cid) === row)
}
