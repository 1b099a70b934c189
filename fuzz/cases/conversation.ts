import { baseFrames } from '../../packages/protocol/test/base-frames.ts'
import { upgradeText } from '../../packages/server/test/bad-input/upgrade.ts'
import { BARRIER_ID } from './fuzz-case.ts'
import type { CaseContext } from './fuzz-case.ts'

const COMMANDS_MAX = 8
/** Ids begin where no bad value that takes their place can be. */
const FIRST_ID = 1_001

/** A good conversation: the upgrade, and the texts of `hello`, some commands and a last one that says that all were read. */
export interface Conversation {
  upgrade: string
  /** By id; `hello` first, the barrier last. */
  texts: Map<number, string>
}

export function conversation({ index, scene, random }: CaseContext): Conversation {
  const { room, seq, guest, other } = scene
  const known = baseFrames({ room, user: other.user.id, seq }).filter(({ type }) => type !== 'hello' && type !== 'bye')
  const hello = { id: 1, type: 'hello', version: 1, token: guest.token, rooms: { [room]: null } }
  const texts = new Map([[1, JSON.stringify(hello)]])
  const count = random.between(1, COMMANDS_MAX)
  for (let id = FIRST_ID; id < FIRST_ID + count; id++) {
    // A third of it is talk: what is stored is what may be stored wrongly.
    const base = random.chance(0.3) ? { type: 'message.send', room, text: `Words of ${index}` } : random.pick(known)
    const cids = 'cid' in base || base.type === 'message.send' ? { cid: cidOf(index, id) } : {}
    const items =
      'items' in base ? { items: [1, 2, 3].map((item) => ({ cid: cidOf(index, id, item), text: 'one of three' })) } : {}
    const token = base.type === 'session.renew' ? { token: guest.token } : {}
    texts.set(id, JSON.stringify({ ...base, ...cids, ...items, ...token, id }))
  }
  texts.set(
    BARRIER_ID,
    JSON.stringify({ id: BARRIER_ID, type: 'message.send', room, cid: cidOf(index, 0), text: 'the last' }),
  )
  return { upgrade: upgradeText(), texts }
}

/** Tells which case a row of the log comes from. */
export function cidOf(index: number, id: number, item = 0): string {
  return `f${index}-${id}-${item}`
}

export function caseOfCid(cid: string): number | undefined {
  const found = /^f(\d+)-\d+-\d+$/.exec(cid)?.[1]
  return found === undefined ? undefined : Number(found)
}
