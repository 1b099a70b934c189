import type { View } from '@natter/client'
import type { App } from '../app/app-context.ts'
import type { WantedPlace } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { arriveAt, isAt, isCaughtUp, jumpTo } from './wanted-place.ts'
import type { Where } from './wanted-place.ts'

/** A page is dropped by the SDK when the window changed while it was on its way, as it does where many write. */
const TRIES_MAX = 4

/** The way to another place of the timeline: one at a time, the last wish counts. */
export interface Way {
  /** Whether there is one, and one has not arrived. */
  readonly isOn: boolean
  /** Goes there, and loads what is around it unless that is at hand. The answer gives it up. */
  go(wanted: WantedPlace): () => void
  /** Arrives where that is possible by now; to be called when rows have been drawn. */
  look(): void
  /** The reader went elsewhere by hand. */
  leave(): void
  /** Nobody looks any more. */
  stop(): void
}

export function createWay(where: Where, notices: Pick<App['notices'], 'attempt' | 'tell'>): Way {
  const { model } = where
  const { timeline } = model.handle
  let going: WantedPlace | undefined
  let giveUp = (): void => {}
  /** A page on its way cannot be called back, and takes the place of what is at hand. */
  let page: { wanted: WantedPlace; landed: Promise<boolean> } | undefined

  const look = (): void => {
    if (going === undefined || !arriveAt(where, going)) return
    // When the page of an earlier wish lands, one has to come here once more.
    if (page === undefined || page.wanted === going) going = undefined
  }
  const leave = (): void => {
    going = undefined
  }
  const load = async (wanted: WantedPlace, signal: AbortSignal): Promise<void> => {
    const isDone = (): boolean => signal.aborted || isAt(timeline.value, model, wanted)
    await page?.landed
    await onceTrue(timeline, () => isCaughtUp(model, wanted), signal)
    if (signal.aborted) return
    page = { wanted, landed: notices.attempt(jumpUntil(() => jumpTo(model, wanted), isDone)) }
    const isAnswered = await page.landed
    page = undefined
    look()
    if (isDone() || going !== wanted) return
    leave()
    if (!isAnswered || wanted.kind !== 'message') return
    notices.tell(say('timeline.noSuchMessage'))
    go({ kind: 'latest' })
  }
  const go = (wanted: WantedPlace): (() => void) => {
    giveUp()
    const ends = new AbortController()
    giveUp = () => {
      ends.abort()
      if (going === wanted) leave()
    }
    going = wanted
    look()
    if (isOn()) void load(wanted, ends.signal)
    return giveUp
  }
  const isOn = (): boolean => going !== undefined
  return {
    get isOn() {
      return isOn()
    },
    go,
    look,
    leave,
    stop: () => giveUp(),
  }
}

async function jumpUntil(jump: () => Promise<void>, isDone: () => boolean): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX && !isDone(); tries++) await jump()
}

/** Resolves once it is so, or nobody wants to know any more. */
function onceTrue(view: View<unknown>, isTrue: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!signal.aborted && !isTrue()) return
      stop()
      resolve()
    }
    const stop = view.subscribe(look)
    signal.addEventListener('abort', look, { once: true })
    look()
  })
}
