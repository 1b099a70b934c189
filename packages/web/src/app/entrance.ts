import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { NatterError } from '@natter/client'
import type { Natter, NatterHttp, PlaceInfo } from '@natter/client'
import type { User } from '@natter/protocol'
import type { Copy } from '../offline/copy.ts'
import type { Clock } from './clock.ts'
import type { Insider, SignedInMemory } from './storage.ts'
import { viewSignal } from './view-signal.ts'

/** Where the visitor stands. */
export type Stage =
  | { at: 'starting' }
  | { at: 'unreachable'; error: unknown }
  | { at: 'outside'; place: PlaceInfo; why?: string }
  /** `unnamed`: why the place could not be given its name. */
  | { at: 'inside'; place: PlaceInfo; natter: Natter; user: User; unnamed?: unknown }

/** The door: finds out who is there, lets in, lets out. */
export interface Entrance {
  readonly stage: ReadonlySignal<Stage>
  start(): Promise<void>
  /** `placeName`: the owner names the place, if that is wished. */
  signUp(input: Parameters<NatterHttp['signUp']>[0], placeName?: string): Promise<void>
  signIn(input: Parameters<NatterHttp['signIn']>[0]): Promise<void>
  signOut(): Promise<void>
}

export interface EntranceOptions {
  http: NatterHttp
  clock: Pick<Clock, 'after'>
  /** `copy`: what is remembered of the one who was inside last, who may be somebody else. */
  connect: (user: User, place: PlaceInfo, copy: Copy | undefined) => Natter
  /** Names the place, as its owner who is let in already. */
  namePlace: (name: string) => Promise<PlaceInfo>
  /** Who was let in before, in whatever tab of this browser; without that, nobody is asked who they are. */
  memory: SignedInMemory
  recall: () => Promise<Copy | undefined>
  /** Run before the connection goes, on signing out of one's own will. */
  onSignOut: () => Promise<void>
  /** The server lets this browser in no more. */
  onRefused: () => void
}

/** Whoever was let in before waits no longer than this for a server that does not answer. */
export const SERVER_MS = 2_000

export function createEntrance(options: EntranceOptions): Entrance {
  const { http, clock, connect, namePlace, memory, recall, onSignOut, onRefused } = options
  const stage = signal<Stage>({ at: 'starting' })
  /** Grows with each turn of who is inside: what was asked before it is outdated. */
  let turn = 0
  /** Says goodbye to the one who is inside. */
  let end = (): void => {}

  const enter = (user: User, place: PlaceInfo, copy?: Copy): void => {
    turn += 1
    end()
    memory.set(user.id)
    const natter = connect(user, place, copy)
    stage.value = { at: 'inside', place: { ...place, empty: false }, natter, user }
    const connection = viewSignal(natter.connection)
    const self = viewSignal(natter.self)
    const stop = effect(() => {
      const { value } = connection
      const isRefused = value.state === 'stopped' && value.action === 'signIn'
      const isAnother = self.value !== undefined && self.value.id !== user.id
      if (!isRefused && !isAnother) return
      queueMicrotask(() => {
        stop()
        if (isRefused) {
          onRefused()
          leave(place, value.why)
        } else {
          // Another tab has signed in as somebody else meanwhile.
          void start()
        }
      })
    })
    end = () => {
      end = () => {}
      stop()
      // A goodbye that does not reach the server changes nothing.
      natter.close().catch(() => {})
    }
  }
  const leave = (place: PlaceInfo, why?: string): void => {
    memory.set(undefined)
    stage.value = { at: 'outside', place: { ...place, empty: false }, ...(why === undefined ? {} : { why }) }
    end()
  }
  const placeNow = async (): Promise<PlaceInfo> => (stage.value.at === 'outside' ? stage.value.place : http.place())

  const ask = async (wasInside: boolean): Promise<{ place: PlaceInfo; user: User | undefined }> => {
    const place = await http.place()
    return { place, user: wasInside && !place.empty ? await whoIsThere(http) : undefined }
  }
  /** Where the server does not answer, what is remembered opens the door; the connection knows better soon after. */
  const start = async (): Promise<void> => {
    turn += 1
    const ownTurn = turn
    end()
    stage.value = { at: 'starting' }
    const insider = memory.get()
    const wasInside = insider !== undefined
    const asked = ask(wasInside)
    asked.catch(() => {})
    const copy = wasInside ? copyOf(insider, await recall()) : undefined
    try {
      const { place, user } = await (copy ? inTime(asked, clock) : asked)
      if (ownTurn !== turn) return
      if (wasInside && !user) onRefused()
      if (user) enter(user, place, copy)
      else stage.value = { at: 'outside', place }
    } catch (error) {
      if (ownTurn !== turn) return
      if (copy) enter(copy.head.self, copy.head.place, copy)
      else stage.value = { at: 'unreachable', error }
    }
  }

  // The cookie is that of the other tab's account now, and so is all that this one would do with it.
  memory.listen((insider) => {
    // Of an end the connection tells, with its reason.
    if (!insider) return
    const here = stage.value.at === 'inside' ? stage.value.user.id : undefined
    if (here === undefined || (insider.account ?? here) !== here) void start()
  })

  return {
    stage,
    start,
    signUp: async (input, placeName) => {
      const { user } = await http.signUp(input)
      const place = await placeNow()
      if (placeName === undefined || placeName === place.name) return enter(user, place)
      try {
        enter(user, await namePlace(placeName))
      } catch (error) {
        // The account is there, so one is in; the place keeps the name it has.
        enter(user, place)
        if (stage.value.at === 'inside') stage.value = { ...stage.value, unnamed: error }
      }
    },
    signIn: async (input) => enter((await http.signIn(input)).user, await placeNow()),
    signOut: async () => {
      if (stage.value.at !== 'inside') return
      const { place } = stage.value
      await http.signOut()
      await onSignOut()
      leave(place)
    },
  }
}

/** The copy, unless it is known to be somebody else's. */
function copyOf({ account }: NonNullable<Insider>, copy: Copy | undefined): Copy | undefined {
  return account === undefined || copy?.head.account === account ? copy : undefined
}

/** Rejects when `task` takes longer than that. */
function inTime<T>(task: Promise<T>, clock: Pick<Clock, 'after'>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const cancel = clock.after(SERVER_MS, () => reject(new NatterError('network', 'The server takes too long.')))
  task
    .then(resolve, reject)
    .finally(cancel)
    .catch(() => {})
  return promise
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
