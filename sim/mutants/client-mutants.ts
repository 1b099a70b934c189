import type { World } from '../world/world.ts'
import type { Mutant } from './mutant.ts'

/** Bugs in what a client does, as its own frames show them: how it is built inside is its own affair. */
export const CLIENT_MUTANTS: readonly Mutant[] = [
  {
    name: 'a retry gets a cid of its own',
    from: 1,
    plant: (world) => {
      let count = 0
      return changeSent(world, (frame) =>
        Array.isArray(frame['items'])
          ? { ...frame, items: (frame['items'] as Frame[]).map((item) => ({ ...item, cid: `again${++count}` })) }
          : frame,
      )
    },
  },
  {
    name: 'a batch is sent in another order',
    from: 1,
    plant: (world) =>
      changeSent(world, (frame) =>
        Array.isArray(frame['items']) ? { ...frame, items: (frame['items'] as unknown[]).toReversed() } : frame,
      ),
  },
  {
    name: 'a refusal for now is taken for one for good',
    from: 3,
    plant: (world) =>
      changeHeard(world, (frame) => {
        const { retryAfterMs: _, ...error } = (frame['error'] ?? {}) as Frame
        return frame['error'] === undefined ? frame : { ...frame, error }
      }),
  },
  {
    name: 'news without a number moves the place in the log',
    from: 1,
    plant: (world) => {
      const heads = new Map<unknown, number>()
      return changeHeard(world, (frame) => {
        if (frame['type'] === 'room.moved') heads.set(frame['room'], Number(frame['seq']))
        const isPassed = typeof frame['ref'] === 'string' && Number(frame['seq']) <= (heads.get(frame['room']) ?? 0)
        return isPassed ? undefined : frame
      })
    },
  },
  {
    name: 'a setting that was changed elsewhere is passed over',
    from: 9,
    plant: (world) =>
      changeHeard(world, (frame) => (frame['type'] === 'inbox.settingsChanged' ? { ...frame, settings: {} } : frame)),
  },
  {
    name: 'the end of a message is not heard',
    from: 3,
    plant: (world) =>
      changeHeard(world, (frame) =>
        frame['type'] === 'message.deleted' ? { ...frame, type: 'message.unknown' } : frame,
      ),
  },
  {
    name: 'what an earlier page has left is not sent again',
    from: 8,
    plant: (world) => {
      world.isStorageRead = false
      return () => undefined
    },
  },
  {
    name: 'the answer to one message is taken for that to the next',
    from: 1,
    plant: (world) =>
      changeHeard(world, (frame) => {
        const items = (frame['ok'] as Frame | undefined)?.['items'] as Frame[] | undefined
        return items === undefined
          ? frame
          : { ...frame, ok: { items: items.map((item) => ({ ...item, seq: Number(item['seq']) + 1 })) } }
      }),
  },
]

type Frame = Record<string, unknown>
type Change = (frame: Frame) => Frame | undefined

function changeSent(world: World, change: Change): () => void {
  world.edge = { ...world.edge, sent: through(change) }
  return () => undefined
}

function changeHeard(world: World, change: Change): () => void {
  world.edge = { ...world.edge, heard: through(change) }
  return () => undefined
}

function through(change: Change): (text: string) => string | undefined {
  return (text) => {
    const changed = change(JSON.parse(text) as Frame)
    return changed && JSON.stringify(changed)
  }
}
