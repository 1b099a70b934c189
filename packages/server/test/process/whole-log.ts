import type { Message, RoomId } from '@natter/protocol'
import type { RawClient } from './raw-client.ts'

/** The messages of rooms as history tells them, read further whenever asked. */
export class WholeLog {
  readonly messages = new Map<RoomId, Message[]>()

  constructor(rooms: readonly RoomId[]) {
    for (const room of rooms) this.messages.set(room, [])
  }

  /** Reads what has come since the last time. */
  async read(client: RawClient): Promise<void> {
    for (const [room, known] of this.messages) {
      for (let more = true; more;) {
        const page = await client.request('history', { room, after: known.at(-1)?.seq ?? 0, limit: 100 })
        known.push(...page.messages)
        more = page.more
      }
    }
  }

  find(room: RoomId, cid: string): Message[] {
    return this.messages.get(room)?.filter((message) => message.cid === cid) ?? []
  }

  head(room: RoomId): number {
    return this.messages.get(room)?.at(-1)?.seq ?? 0
  }
}
