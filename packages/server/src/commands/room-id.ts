import { hash } from 'node:crypto'
import { directPeople } from '@natter/core'
import { base62 } from '@natter/protocol'
import type { Cid, RoomId, UserId } from '@natter/protocol'

/** 119 bits of a SHA-256: two of a trillion rooms meet with a chance below 10^-11. */
const ID_LENGTH = 20

/** The id of the room that this user makes with this cid: a retry meets the room it made before. */
export function createdRoomId(maker: UserId, cid: Cid): RoomId {
  return derivedId(`room\n${maker}\n${cid}`)
}

/** The id of the room of exactly these people: two who open it at once meet in one. */
export function directRoomId(actor: UserId, others: readonly UserId[]): RoomId {
  return derivedId(`direct\n${directPeople(actor, others).join('\n')}`)
}

function derivedId(text: string): RoomId {
  return `rm_${base62(hash('sha256', text, 'buffer'), ID_LENGTH)}`
}
