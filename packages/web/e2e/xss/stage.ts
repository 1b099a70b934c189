import type { Page } from '@playwright/test'
import { createHttp, createNatter } from '@natter/client'
import type { Natter } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import { becomeOwner, PASSWORD } from '../people.ts'
import { talkAs } from '../talker.ts'
import type { Talker } from '../talker.ts'
import { watchHoles } from './hole-watch.ts'
import type { HoleWatch } from './hole-watch.ts'

/** Two people of a place, one of whom means ill. */
export interface Stage extends AsyncDisposable {
  ana: Page
  watch: HoleWatch
  owner: Talker
  mallory: Talker
}

/** Ana looks, through a page that is watched from its first document on; Ben, of all people, is the one who tries. */
export async function setStage(visit: () => Promise<Page>, url: string): Promise<Stage> {
  const ana = await visit()
  const watch = await watchHoles(ana, url)
  await becomeOwner(ana, 'Ana Ruiz')
  const owner = await talkAs(url, 'Ana Ruiz')
  const { code } = await owner.natter.http.createInvite({ uses: 1 })
  await createHttp({ url }).signUp({ handle: 'ben.okafor', name: 'Ben Okafor', password: PASSWORD, invite: code })
  const mallory = await talkAs(url, 'Ben Okafor')
  return {
    ana,
    watch,
    owner,
    mallory,
    [Symbol.asyncDispose]: async () => {
      await owner[Symbol.asyncDispose]()
      await mallory[Symbol.asyncDispose]()
    },
  }
}

/** A public room that both are in. */
export async function roomOf({ owner, mallory }: Stage, name: string): Promise<RoomId> {
  const { id } = await owner.natter.createRoom({ kind: 'public', name })
  await mallory.natter.joinRoom(id)
  return id
}

/** A new account, connected. */
export async function newcomer(url: string, invite: string, index: number): Promise<Natter> {
  const handle = `newcomer${index}`
  const { accessToken } = await createHttp({ url }).signUp({ handle, name: handle, password: PASSWORD, invite })
  const natter = createNatter({ url, token: async () => accessToken })
  await natter.ready
  return natter
}
