import { firstSeqAt, noSuchMessage } from '@natter/core'
import { BOUNDS, isRefusal } from '@natter/protocol'
import type { HistoryReply, Message, MessageVersion, Refusal, RoomId, UserId, VersionsReply } from '@natter/protocol'
import type { Encoded } from '../../ports/encoded.ts'
import type { HistoryPage } from '../../ports/read-store.ts'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import { newestVersions } from '../../ports/newest-versions.ts'
import { enter } from './room-access.ts'
import type { RoomState, World } from './world.ts'

export function history(
  world: World,
  viewer: UserId,
  room: RoomId,
  page: HistoryPage,
): Encoded<HistoryReply> | Refusal {
  const entered = enter(world, viewer, room)
  if (isRefusal(entered)) return entered
  return JSON.stringify(pageOfMessages(entered.state, page))
}

export function versions(world: World, viewer: UserId, room: RoomId, seq: number): VersionsReply | Refusal {
  const entered = enter(world, viewer, room)
  if (isRefusal(entered)) return entered
  const { messages, log } = entered.state
  const message = messages.get(seq)
  if (message === undefined) return noSuchMessage(seq)
  if (message.deletedAt !== undefined) return { versions: [], more: false }
  const all = log.flatMap(({ event }): MessageVersion[] => {
    const isVersion = event.type === 'message.posted' || event.type === 'message.edited'
    return isVersion && event.message.seq === seq ? [{ text: event.message.text, at: event.at, by: event.by }] : []
  })
  return newestVersions(all.toReversed())
}

function pageOfMessages(state: RoomState, page: HistoryPage): HistoryReply {
  const { before, around, limit, at } = page
  const atOf = (seq: number): number => state.log[seq - 1]?.event.at ?? 0
  const after = at === undefined ? page.after : firstSeqAt(state.log.length, atOf, at) - 1
  const count = Math.min(limit, BOUNDS.historyPage)
  const all = [...state.messages.values()]
  if (around !== undefined) {
    const older = newestOf(
      all.filter(({ seq }) => seq < around),
      count >> 1,
      STORE_BOUNDS.pageBytes >> 1,
    )
    const newer = oldestOf(
      all.filter(({ seq }) => seq >= around),
      count - (count >> 1),
      STORE_BOUNDS.pageBytes >> 1,
    )
    return { messages: [...older.messages, ...newer.messages], more: older.more, moreAfter: newer.more }
  }
  if (after !== undefined)
    return oldestOf(
      all.filter(({ seq }) => seq > after),
      count,
      STORE_BOUNDS.pageBytes,
    )
  return newestOf(
    all.filter(({ seq }) => before === undefined || seq < before),
    count,
    STORE_BOUNDS.pageBytes,
  )
}

/** The newest messages, within `count` and `bytes`, oldest first. */
export function newestOf(
  messages: readonly Message[],
  count: number,
  bytes: number,
): { messages: Message[]; more: boolean } {
  const cut = oldestOf(messages.toReversed(), count, bytes)
  return { messages: cut.messages.reverse(), more: cut.more }
}

function oldestOf(messages: readonly Message[], count: number, bytes: number): { messages: Message[]; more: boolean } {
  const taken: Message[] = []
  let size = 0
  for (const message of messages) {
    size += Buffer.byteLength(JSON.stringify(message))
    if (taken.length >= count || (size > bytes && taken.length > 0)) break
    taken.push(message)
  }
  return { messages: taken, more: taken.length < messages.length }
}
