import type { RoomId } from '@natter/protocol'
import { connectRaw } from '../../packages/server/test/process/raw-client.ts'
import type { Person, Place } from './place.ts'

/** Where a number of cases play: a room with two people in it and a message. */
export interface Scene {
  guest: Person
  other: Person
  room: RoomId
  /** Of the message. */
  seq: number
}

/** Cases that share a scene: enough to meet each other's traces, few enough that no list grows for ever. */
export const CASES_PER_SCENE = 250

/** Makes scenes when they are first asked for. */
export class Scenes {
  readonly #place: Place
  readonly #scenes = new Map<number, Promise<Scene>>()

  constructor(place: Place) {
    this.#place = place
  }

  of(index: number): Promise<Scene> {
    const number = Math.floor(index / CASES_PER_SCENE)
    const known = this.#scenes.get(number)
    if (known !== undefined) return known
    const made = makeScene(this.#place)
    this.#scenes.set(number, made)
    return made
  }

  all(): Promise<Scene[]> {
    return Promise.all(this.#scenes.values())
  }
}

async function makeScene(place: Place): Promise<Scene> {
  const [guest, other] = await Promise.all([place.person(), place.person()])
  const client = await connectRaw({ url: place.url, token: other.token })
  const { room } = await client.request('room.create', { cid: 'scene', kind: 'public', name: 'A scene' })
  await client.request('room.invite', { room: room.id, user: guest.user.id, cid: 'invite' })
  const { seq } = await client.request('message.send', { room: room.id, cid: 'first', text: 'first' })
  await client.close()
  return { guest, other, room: room.id, seq }
}
