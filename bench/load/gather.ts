import type { RoomId } from '@natter/protocol'
import { Received } from '../method/received.ts'
import { Crowd } from './crowd.ts'
import { broadcastSpeech, echoSpeech } from './floor-speech.ts'
import { inLanes } from './in-lanes.ts'
import { NatterSpeech } from './natter-speech.ts'
import { demandSockets } from './open-files.ts'
import { RawClient } from './raw-client.ts'
import type { Rig } from './rig.ts'
import { isProbe } from './seat.ts'
import type { Seat } from './seat.ts'
import { seedPeople, seedRoom } from './seed.ts'
import type { Seeded } from './seed.ts'
import type { ServerProcess } from './server-process.ts'
import { afresh, signIn } from './sign-in.ts'

/** Sockets that connect at a time. */
const CONNECTING_AT_ONCE = 32

export interface Shape {
  rooms: number
  members: number
  /** Whether everybody has the room on screen. */
  isWatching: boolean
  textLength?: number
}

/** Natter's crowd; `speech` judges at the end. */
export interface NatterCrowd {
  crowd: Crowd
  speech: NatterSpeech
}

export interface SeededRoom {
  id: RoomId
  people: Seeded[]
}

/** Rooms of people who are in no other room. */
export function seedRooms(rig: Rig, { rooms, members }: Pick<Shape, 'rooms' | 'members'>): Promise<SeededRoom[]> {
  demandSockets(rooms * members)
  return rig.seed(async (store) => {
    const people = await seedPeople(store, rooms * members)
    const made: SeededRoom[] = []
    for (let room = 0; room < rooms; room++) {
      const inside = people.slice(room * members, (room + 1) * members)
      made.push({ id: await seedRoom(store, `room-${room}`, inside), people: inside })
    }
    return made
  })
}

/** Seeds the rooms, starts the server and signs everybody in. */
export async function gatherNatter(rig: Rig, shape: Shape): Promise<NatterCrowd> {
  const rooms = await seedRooms(rig, shape)
  return gatherIn(rig, { server: await rig.startNatter(), rooms, shape })
}

/** Signs everybody in who lives in these rooms. */
export async function gatherIn(
  rig: Rig,
  { server, rooms, shape }: { server: ServerProcess; rooms: SeededRoom[]; shape: Omit<Shape, 'rooms' | 'members'> },
): Promise<NatterCrowd> {
  const places = rooms.map(({ id, people }) => people.map((person) => ({ room: id, user: person.id })))
  const seats: Seat[][] = []
  for (const [room, { id, people }] of rooms.entries()) {
    const sit = async (person: Seeded, index: number): Promise<Seat> => {
      const entry = { port: server.port, person, rooms: shape.isWatching ? afresh([id]) : {} }
      const { client, reply } = await signIn(entry)
      const received = shape.isWatching ? new Received(headIn(reply().rooms[id])) : undefined
      return { client: rig.keep(client), received, isProbe: isProbe(room, index, people.length) }
    }
    seats.push(await inLanes(people, CONNECTING_AT_ONCE, sit))
  }
  const speech = new NatterSpeech(places, shape.textLength)
  return { crowd: new Crowd(server, speech, seats), speech }
}

/** The same sockets and rooms at a bare `ws` server. */
export async function gatherFloor(rig: Rig, shape: Shape, payloadBytes: number): Promise<Crowd> {
  // As many are open at Natter.
  demandSockets(2 * shape.rooms * shape.members)
  const server = await rig.startFloor(payloadBytes)
  const seats: Seat[][] = []
  for (let room = 0; room < shape.rooms; room++) {
    const sit = async (index: number): Promise<Seat> => {
      const path = shape.isWatching ? `/room/${room}` : '/echo'
      return {
        client: rig.keep(await RawClient.open({ port: server.port, path })),
        received: shape.isWatching ? new Received(0) : undefined,
        isProbe: isProbe(room, index, shape.members),
      }
    }
    const indexes = Array.from({ length: shape.members }, (_, index) => index)
    seats.push(await inLanes(indexes, CONNECTING_AT_ONCE, sit))
  }
  return new Crowd(server, shape.isWatching ? broadcastSpeech : echoSpeech, seats)
}

function headIn(part: { upTo: [number, string] } | { error: unknown } | undefined): number {
  if (part === undefined || 'error' in part) throw new Error('The room was refused at hello.')
  return part.upTo[0]
}
