import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { NatterError } from '@natter/client'
import type { Natter, NatterHttp, PlaceInfo } from '@natter/client'
import type { User } from '@natter/protocol'
import { viewSignal } from './view-signal.ts'

/** Where the visitor stands. */
export type Stage =
  | { at: 'starting' }
  | { at: 'unreachable'; error: unknown }
  | { at: 'outside'; place: PlaceInfo; why?: string }
  | { at: 'inside'; place: PlaceInfo; natter: Natter; user: User }

/** The door: finds out who is there, lets in, lets out. */
export interface Entrance {
  readonly stage: ReadonlySignal<Stage>
  start(): Promise<void>
  signUp(input: Parameters<NatterHttp['signUp']>[0]): Promise<void>
  signIn(input: Parameters<NatterHttp['signIn']>[0]): Promise<void>
  signOut(): Promise<void>
}

export interface EntranceOptions {
  http: NatterHttp
  connect: (user: User) => Natter
  /** Whether this browser has been let in before; without that, nobody is asked who they are. */
  memory: { get(): boolean; set(isInside: boolean): void }
  /** Run before the connection goes, on signing out of one's own will. */
  onSignOut: (user: User) => void
}

export function createEntrance({ http, connect, memory, onSignOut }: EntranceOptions): Entrance {
  const stage = signal<Stage>({ at: 'starting' })

  const enter = (user: User, place: PlaceInfo): void => {
    memory.set(true)
    const natter = connect(user)
    stage.value = { at: 'inside', place: { ...place, empty: false }, natter, user }
    const connection = viewSignal(natter.connection)
    const stop = effect(() => {
      const { value } = connection
      if (value.state !== 'stopped' || value.action !== 'signIn') return
      queueMicrotask(() => {
        stop()
        leave(natter, place, value.why)
      })
    })
  }
  const leave = (natter: Natter, place: PlaceInfo, why?: string): void => {
    memory.set(false)
    stage.value = { at: 'outside', place: { ...place, empty: false }, ...(why === undefined ? {} : { why }) }
    // The page is out already; a goodbye that does not reach the server changes nothing.
    natter.close().catch(() => {})
  }
  const placeNow = async (): Promise<PlaceInfo> => (stage.value.at === 'outside' ? stage.value.place : http.place())

  return {
    stage,
    start: async () => {
      stage.value = { at: 'starting' }
      try {
        const place = await http.place()
        const user = memory.get() && !place.empty ? await whoIsThere(http) : undefined
        if (user) enter(user, place)
        else stage.value = { at: 'outside', place }
      } catch (error) {
        stage.value = { at: 'unreachable', error }
      }
    },
    signUp: async (input) => enter((await http.signUp(input)).user, await placeNow()),
    signIn: async (input) => enter((await http.signIn(input)).user, await placeNow()),
    signOut: async () => {
      if (stage.value.at !== 'inside') return
      const { natter, place, user } = stage.value
      await http.signOut()
      onSignOut(user)
      leave(natter, place)
    },
  }
}

/** Who the browser's cookie belongs to; the SDK renews an expired one. Undefined: nobody. */
async function whoIsThere(http: NatterHttp): Promise<User | undefined> {
  try {
    return await http.me()
  } catch (error) {
    if (error instanceof NatterError && error.code === 'unauthorized') return undefined
    throw error
  }
}
