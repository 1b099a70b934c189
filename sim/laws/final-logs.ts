import type { DurableEvent, RoomId } from '@natter/protocol'
import type { FinalLog, FinalRow } from '@natter/protocol/history'
import type { StoredEvent } from '../../packages/server/src/ports/log-store.ts'
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
    rows.push(...page.map(finalRow))
  }
}

function finalRow({ seq, ref, type, n, subject, user, json }: StoredEvent): FinalRow {
  const { by, cid } = JSON.parse(json) as DurableEvent
  const row: FinalRow = { seq, ref, type, by, n, hash: hashOf(json) }
  if (cid !== undefined) row.cid = cid
  if (subject !== undefined) row.subject = subject
  if (user !== undefined) row.member = user
  return row
}
