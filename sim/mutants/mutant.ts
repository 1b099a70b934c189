import type { Plant } from '../run-seed.ts'
import type { Store } from '../../packages/server/src/ports/store.ts'
import type { World } from '../world/world.ts'

/** A bug that is planted in a run, and that some seed must find. */
export interface Mutant {
  name: string
  /** The first seed to try: one that is known to find it. */
  from: number
  plant: Plant
}

/** Puts another method in the place of one that all objects of a class share. */
export function swap<T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  make: (original: T[K]) => T[K],
): () => void {
  const original = prototype[name]
  prototype[name] = make(original)
  return () => {
    prototype[name] = original
  }
}

/** Changes the store behind all nodes, also after it has gone back in time. */
export function changeStore(world: World, change: (store: Store) => void): () => void {
  const { store } = world
  change(store.truth)
  return swap(store, 'goBackTo', (goBackTo) => async (moment, isNewEpoch) => {
    await goBackTo.call(store, moment, isNewEpoch)
    change(store.truth)
  })
}
