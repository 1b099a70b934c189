import type { HistoryReply, RoomId, VersionsReply } from '@natter/protocol'
import { createHttpCaller, page, safe } from './http-caller.ts'
import type { HttpOptions } from './http-caller.ts'
import { quiet } from './quiet.ts'

/** What was, of rooms one is in. All reject with a `NatterError`, as those of `NatterHttp` do. */
export interface NatterPast {
  /** The texts that a message has had, oldest first, at most 100; `more`: the oldest are left out. None of a deleted one. */
  versions(room: RoomId, seq: number): Promise<VersionsReply>
  /** The first message of a room at a time or after it, in milliseconds since the epoch; undefined: there is none. */
  seqAt(room: RoomId, at: number): Promise<number | undefined>
}

/** An entry of its own, for what is seldom looked at. */
export function createPast(options: HttpOptions): NatterPast {
  const { get } = createHttpCaller(options)
  return quiet<NatterPast>({
    versions: async (room, seq) => get(`rooms/${safe(room)}/messages/${seq}/versions`).then(page('versions')),
    async seqAt(room, at) {
      const path = `rooms/${safe(room)}/messages`
      const { messages } = await get(path, { at: Math.max(0, Math.floor(at)), limit: 1 }).then(
        page<HistoryReply>('messages'),
      )
      return messages[0]?.seq
    },
  })
}
