import { isRefusal } from '@natter/protocol'
import type { Life } from '../world/node.ts'
import type { World } from '../world/world.ts'
import type { Mutant } from './mutant.ts'

/** How long a write takes from being done to being kept. */
const COMMIT_MS = 400

/** Bugs in when something is said to be kept. */
export const COMMIT_MUTANTS: readonly Mutant[] = [
  { name: 'a write is acknowledged before it is kept', from: 13, plant: (world) => commitLate(world, 'answer first') },
  { name: 'a write is published before it is kept', from: 13, plant: (world) => commitLate(world, 'publish first') },
]

/** The end of a node takes with it what it had not kept yet. */
function commitLate(world: World, how: 'answer first' | 'publish first'): () => void {
  const { store, bus, time } = world
  const loose = new Map<Life, { moment: number; until: number }[]>()
  const endOf = store.endOf.bind(store)
  store.endOf = (life) => {
    const end = endOf(life)
    const { append } = end
    end.append = async (write) => {
      const done = await append(write)
      if (isRefusal(done) || done.events.length === 0) return done
      const before = (loose.get(life) ?? []).filter(({ until }) => until > time.now)
      loose.set(life, [...before, { moment: store.moment - 1, until: time.now + COMMIT_MS }])
      if (how === 'answer first') return done
      bus.endOf(life).publish(write.room, { kind: 'events', room: write.room, events: done.events })
      await time.wait(COMMIT_MS)
      return done
    }
    return end
  }
  const forget = bus.forget.bind(bus)
  bus.forget = (life) => {
    forget(life)
    const lost = (loose.get(life) ?? []).filter(({ until }) => until > time.now).map(({ moment }) => moment)
    loose.delete(life)
    if (lost.length > 0) void store.goBackTo(Math.min(...lost), false)
  }
  return () => undefined
}
