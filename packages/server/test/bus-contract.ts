import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Bus, BusMessage, Channel } from '../src/ports/bus.ts'

const ROOM = 'rm_room'
const OTHER = 'rm_other'

/** What every bus does where nothing is lost. `open` gives a new one; `join`, where there is one, another node's end of it. */
export function busContract(name: string, open: () => Promise<{ bus: Bus; join?: () => Promise<Bus> }>): void {
  describe(`${name} keeps the contract of buses`, () => {
    async function onBus(run: (publisher: Bus, subscriber: Bus) => Promise<void>): Promise<void> {
      const { bus, join } = await open()
      try {
        await run(bus, bus)
        if (join === undefined) return
        const other = await join()
        await run(bus, other)
        await other.close()
      } finally {
        await bus.close()
      }
    }

    test('BUS-1 what is published to a channel is heard in order', () =>
      onBus(async (publisher, subscriber) => {
        const heard = await listen(subscriber, ROOM)
        for (let i = 0; i < 1_000; i++) publisher.publish(ROOM, message(i))
        assert.deepEqual(
          await heard.next(1_000),
          Array.from({ length: 1_000 }, (_, i) => i),
        )
      }))

    test('BUS-2 nothing is heard of other channels, and each listener hears for itself', () =>
      onBus(async (publisher, subscriber) => {
        const first = await listen(subscriber, ROOM)
        const second = await listen(subscriber, ROOM)
        const all = await listen(subscriber, 'all')
        publisher.publish(OTHER, message(1))
        publisher.publish('us_kim', message(2))
        publisher.publish(ROOM, message(3))
        publisher.publish('all', message(4))
        assert.deepEqual([await first.next(1), await second.next(1), await all.next(1)], [[3], [3], [4]])
      }))

    test('BUS-3 what is published is heard after publish has returned', () =>
      onBus(async (publisher, subscriber) => {
        const heard = await listen(subscriber, ROOM)
        publisher.publish(ROOM, message(1))
        assert.deepEqual(heard.soFar(), [])
        assert.deepEqual(await heard.next(1), [1])
      }))

    test('BUS-4 a subscription that was ended hears nothing more', () =>
      onBus(async (publisher, subscriber) => {
        const ended = await listen(subscriber, ROOM)
        const staying = await listen(subscriber, ROOM)
        publisher.publish(ROOM, message(1))
        ended.end()
        ended.end()
        publisher.publish(ROOM, message(2))
        assert.deepEqual(await staying.next(2), [1, 2])
        assert.deepEqual(ended.soFar(), [])
      }))

    test('BUS-6 a bus that is closed tells nobody anything more', async () => {
      const { bus } = await open()
      const heard = await listen(bus, ROOM)
      bus.publish(ROOM, message(1))
      assert.deepEqual(await heard.next(1), [1], 'it must have told something before')
      bus.publish(ROOM, message(2))
      await bus.close()
      bus.publish(ROOM, message(3))
      await assert.rejects(bus.subscribe(ROOM, () => {}))
      assert.deepEqual(heard.soFar(), [1])
    })
  })
}

interface Heard {
  soFar(): number[]
  /** Resolves when so many were heard, with all that were. */
  next(count: number): Promise<number[]>
  end(): void
}

export async function listen(bus: Bus, channel: Channel): Promise<Heard> {
  const heard: number[] = []
  let wake = (): void => {}
  const end = await bus.subscribe(channel, (found) => {
    heard.push(numberOf(found))
    wake()
  })
  return {
    soFar: () => [...heard],
    async next(count) {
      while (heard.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return [...heard]
    },
    end,
  }
}

/** A message that carries a number. */
export function message(i: number): BusMessage {
  return { kind: 'typing', room: ROOM, by: 'us_kim', expiresInMs: i }
}

function numberOf(found: BusMessage): number {
  assert(found.kind === 'typing')
  return found.expiresInMs
}
