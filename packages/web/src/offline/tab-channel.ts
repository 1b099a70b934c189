import type { OutboxEntry } from '@natter/client'
import type { Cid, RoomId } from '@natter/protocol'
import type { Draft } from './draft.ts'

/** What may be done with a message that was not sent, wherever it waits. */
export type OutboxWish = 'retry' | 'discard'

/** What tabs of one account tell each other. `from` and `to` name tabs. */
export type TabMessage =
  /** Who is there? Answered by `here`. */
  | { kind: 'call'; from: string }
  | { kind: 'here'; from: string; entries: readonly OutboxEntry[] }
  | { kind: 'saved'; from: string; entry: OutboxEntry }
  /** `isSent`: its echo is on the way to everybody. */
  | { kind: 'removed'; from: string; cid: Cid; isSent: boolean }
  | { kind: 'bye'; from: string }
  | { kind: 'ask'; to: string; cid: Cid; wish: OutboxWish }
  | { kind: 'draft'; room: RoomId; draft: Draft }
  /** Signed out: nothing of this account is to be written any more. */
  | { kind: 'forget' }

/** A line between the tabs of one browser. Nobody hears what they said themselves. */
export interface TabChannel {
  post(message: TabMessage): void
  listen(hear: (message: TabMessage) => void): () => void
  close(): void
}

/**
 * The line for one account. The number belongs to the shape of what is said: tabs with pages of different ages that could
 * not understand each other do not hear each other. Without BroadcastChannel every tab is alone.
 */
export function openTabChannel(account: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, listen: () => () => {}, close: () => {} }
  const channel = new BroadcastChannel(`natter:1:${account}`)
  let isOpen = true
  return {
    post: (message) => {
      if (isOpen) channel.postMessage(message)
    },
    listen: (hear) => {
      // The cast: only pages of this origin speak here, and only through `post`.
      const onMessage = ({ data }: MessageEvent): void => hear(data as TabMessage)
      channel.addEventListener('message', onMessage)
      return () => channel.removeEventListener('message', onMessage)
    },
    close: () => {
      isOpen = false
      channel.close()
    },
  }
}
