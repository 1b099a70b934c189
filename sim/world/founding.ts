import { isRefusal } from '@natter/protocol'
import type { RoomId, User, UserId } from '@natter/protocol'
import type { RoomCommand } from '../../packages/core/src/index.ts'
import type { World } from './world.ts'

const NAMES = ['ada', 'kim', 'lin', 'bob', 'eve', 'ned']

/** Makes the accounts, and a few rooms with everybody in them. */
export async function found(world: World): Promise<User[]> {
  const { store, plan, time } = world
  const users: User[] = []
  for (const handle of NAMES.slice(0, plan.devices.length)) {
    const id: UserId = `us_${handle.padEnd(4, '0')}`
    const account = {
      id,
      handle,
      name: handle,
      passwordHash: '',
      at: time.now,
      signup: 'open',
      invite: undefined,
    } as const
    const made = await store.write('createAccount', account)
    if (isRefusal(made)) throw new Error(made.refused.message)
    users.push(made)
  }
  for (let index = 0; index < plan.rooms; index++) await foundRoom(world, users, index)
  return users
}

async function foundRoom(world: World, users: readonly User[], index: number): Promise<void> {
  const room: RoomId = `rm_founded${index}`
  const owner = users[index % users.length]
  if (owner === undefined) return
  const kind = index === 0 ? 'private' : 'public'
  await write(world, owner, room, { type: 'room.create', cid: `create-${room}`, kind, name: `Room ${index}` })
  for (const { id } of users)
    if (id !== owner.id) await write(world, owner, room, { type: 'room.invite', room, user: id, cid: `invite-${id}` })
}

async function write(world: World, { id }: User, room: RoomId, command: RoomCommand): Promise<void> {
  const { store, time } = world
  if ('cid' in command)
    world.write({ t: time.now, proc: 'founder', user: id, room, op: 'write', phase: 'invoke', cid: command.cid })
  const done = await store.write('append', { room, actor: id, command, at: time.now })
  if (isRefusal(done)) throw new Error(done.refused.message)
}
