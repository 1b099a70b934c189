import type { DurableEvent, RoomId } from '@natter/protocol'
import type { FinalLog, FinalRow } from '@natter/protocol/history'
import { hashOf } from '../world/hash.ts'
import type { World } from '../world/world.ts'

const PAGE = 1_000

/** The logs of all rooms as the store has them. */
export async function readFinalLogs(world: World): Promise<FinalLog[]> {
  return Promise.all(
    [...world.rooms].map(async (room) => {
      const restores = world.restores.map(({ t, heads }) => ({ t, seq: heads.get(room) ?? 0 }))
      return { room, restores, rows: await readRows(world, room) }
    }),
  )
}

async function readRows(world: World, room: RoomId): Promise<FinalRow[]> {
  const rows: FinalRow[] = []
  for (;;) {
    const page = await world.store.truth.eventsAfter(room, rows.length, PAGE)
    if (page.length === 0) return rows
    for (const { json, n } of page) rows.push(finalRow(json, n))
  }
}

function finalRow(json: string, n: number): FinalRow {
  const event = JSON.parse(json) as DurableEvent
  const { seq, ref, type, by, cid } = event
  const row: FinalRow = { seq, ref, type, by, n, hash: hashOf(json) }
  if (cid !== undefined) row.cid = cid
  if ('subject' in event) row.subject = event.subject
  if (type === 'message.edited' || type === 'message.deleted') row.subject = event.message.seq
  if (type === 'member.joined' || type === 'member.updated') row.member = event.member.user
  if (type === 'member.left') row.member = event.user
  return row
}
