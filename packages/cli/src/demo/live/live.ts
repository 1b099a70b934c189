import { createHttp, createNatter } from '@natter/client'
import type { Natter, PresenceStatus } from '@natter/client'
import type { Handle } from '../story-shape.ts'
import { beats } from './beats.ts'
import { CAST } from './cast.ts'
import { listen } from './listen.ts'
import { SCENES } from './scenes.ts'
import { talkOn } from './talk.ts'
import { createTimers } from './timers.ts'

/** What the life of a demo stands on: time and chance are the caller's. */
export interface LiveHouse {
  url: string
  /** Of everybody in the story. */
  password: string
  clock: { now(): number; timer(ms: number, run: () => void): () => void }
  /** From 0 up to, not including, 1. */
  random: () => number
  /** Somebody could not come. */
  failed: (handle: Handle, error: unknown) => void
}

export interface Life {
  /** Resolves when all who could come are there. */
  readonly began: Promise<void>
  /** Everybody goes. */
  stop(): Promise<void>
}

/** Some people of the demo come in by the SDK like everybody else: they are seen, talk now and then, and answer visitors. */
export function bringToLife({ url, password, clock, random, failed }: LiveHouse): Life {
  const timers = createTimers((ms, run) => clock.timer(ms, run))
  const people = new Map<Handle, Natter>()
  const ids = new Set<string>()
  const sinceAt = clock.now()
  let isStopped = false

  async function comeIn(handle: Handle, status: PresenceStatus): Promise<void> {
    const natter = await connect(url, handle, password)
    if (isStopped) return natter.close()
    people.set(handle, natter)
    await natter.ready
    ids.add(natter.self.value?.id ?? '')
    await natter.setStatus(status)
  }

  async function begin(): Promise<void> {
    // One after the other: each sign-in takes a part of a second of hashing.
    for (const { handle, status } of CAST) {
      if (isStopped) return
      await comeIn(handle, status).catch((error: unknown) => isStopped || failed(handle, error))
    }
    for (const [handle, natter] of people) {
      const isHost = handle === CAST[0]?.handle
      listen({ natter, handle, isHost, isCast: (user) => ids.has(user), sinceAt, random, timers })
    }
    talkOn(people, beats(SCENES, random), timers)
  }

  return {
    began: begin(),
    async stop() {
      isStopped = true
      timers.stop()
      await Promise.all([...people.values()].map((natter) => natter.close()))
    },
  }
}

async function connect(url: string, handle: Handle, password: string): Promise<Natter> {
  const http = createHttp({ url })
  let signedIn = await http.signIn({ handle, password })
  const token = async (why: 'connect' | 'renew'): Promise<string> => {
    if (why === 'renew') signedIn = await http.renew(signedIn.refreshToken)
    return signedIn.accessToken
  }
  return createNatter({ url, token, client: 'demo', device: `demo-${handle}` })
}
