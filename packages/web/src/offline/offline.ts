import type { Natter, OutboxStorage, PlaceInfo } from '@natter/client'
import type { User } from '@natter/protocol'
import type { Clock } from '../app/clock.ts'
import { createCopyKeeper } from './copy-keeper.ts'
import type { Copy } from './copy.ts'
import { storedCopy } from './copy-store.ts'
import { openDatabase } from './database.ts'
import { createDrafts } from './drafts.ts'
import type { Drafts, DraftStorage } from './drafts.ts'
import { rememberedNatter } from './remembered-natter.ts'
import { createSharedOutbox } from './shared-outbox.ts'
import type { SharedOutbox } from './shared-outbox.ts'
import { storedOutbox } from './stored-outbox.ts'
import { openTabChannel } from './tab-channel.ts'

/** One stay inside of one account, in this tab: what it must not lose. */
export interface Stay {
  readonly natter: Natter
  readonly outbox: SharedOutbox
  readonly drafts: Drafts
  /** Whether the server has said who one is; until then the copy speaks. */
  readonly hasGreeted: () => boolean
  /** Signed out: nothing of the account stays in this browser. */
  forget(): Promise<void>
}

/** What outlives pages and connections, in this browser. */
export interface Offline {
  /** What is remembered of who was inside last. */
  recall(): Promise<Copy | undefined>
  enter(user: User, place: PlaceInfo, copy: Copy | undefined): Stay
  /** The session was refused: what was read is gone; what was written waits for its account. */
  forgetCopy(): Promise<void>
}

interface OfflineOptions {
  clock: Clock
  storage: DraftStorage | undefined
  newId: () => string
  connect: (outbox: OutboxStorage) => Natter
  /** Tells when the page goes, and may come back. */
  window: Pick<Window, 'addEventListener' | 'removeEventListener'>
}

export function createOffline({ clock, storage, newId, connect, window }: OfflineOptions): Offline {
  const database = openDatabase(clock)
  // Each who needs it hears of it.
  database.catch(() => {})
  const copies = storedCopy(database)
  const rows = storedOutbox(database)

  return {
    recall: () => copies.load().catch(() => undefined),
    forgetCopy: () => copies.clear().catch(() => {}),
    enter: (user, place, copy) => {
      const account = user.id
      const channel = openTabChannel(account)
      const outbox = createSharedOutbox({ account, tab: newId(), channel, rows, clock })
      const drafts = createDrafts({ storage, channel, clock, account })
      const bare = connect(outbox)
      const known = copy?.head.account === account ? copy : undefined
      if (!known) copies.clear().catch(() => {})
      const keeper = createCopyKeeper({ natter: bare, account, place, store: copies, channel, clock, known })
      const ended = new AbortController()
      const onClose = (): void => {
        ended.abort()
        keeper.end()
        drafts.end()
        outbox.end()
        channel.close()
      }
      const natter = rememberedNatter(bare, { copy: known, keeper, outbox, clock, newId, onClose })
      const leave = (): void => {
        keeper.flush()
        outbox.goodbye()
      }
      window.addEventListener('pagehide', leave, { signal: ended.signal })
      return {
        natter,
        outbox,
        drafts,
        hasGreeted: () => bare.self.value !== undefined,
        forget: async () => {
          drafts.clear()
          keeper.end()
          // Where nothing can be deleted nothing could be stored.
          await Promise.all([outbox.forget(), copies.clear()]).catch(() => {})
        },
      }
    },
  }
}
