import { createHttp, createNatter } from '@natter/client'
import type { Natter, RoomHandle } from '@natter/client'
import { createAdmin } from '@natter/client/admin'
import type { NatterAdmin } from '@natter/client/admin'
import type { RoomId } from '@natter/protocol'
import { handleOf, PASSWORD } from './people.ts'

/** Somebody who talks through the SDK: quicker than a second browser where much has to be said. */
export interface Talker extends AsyncDisposable {
  natter: Natter
  admin: NatterAdmin
  room(id: RoomId): RoomHandle
  /** Says all of it in order and waits until the server has it. */
  say(id: RoomId, texts: string[]): Promise<void>
}

/** Signs in the account of that name. */
export async function talkAs(url: string, name: string): Promise<Talker> {
  const { accessToken } = await createHttp({ url }).signIn({ handle: handleOf(name), password: PASSWORD })
  const natter = createNatter({ url, token: async () => accessToken })
  await natter.ready
  return {
    natter,
    admin: createAdmin({ url, token: async () => accessToken }),
    room: (id) => natter.room(id),
    say: async (id, texts) => {
      await Promise.all(texts.map((text) => natter.room(id).send(text).sent))
    },
    [Symbol.asyncDispose]: () => natter.close(),
  }
}

/** `count` texts of different heights, told apart by their number. */
export function manyTexts(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    return `message ${n}.${'\nmore of it'.repeat(n % 4)}`
  })
}
