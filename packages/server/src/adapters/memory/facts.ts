import { factsWanted } from '@natter/core'
import type { RoomFacts } from '@natter/core'
import type { User } from '@natter/protocol'
import type { RoomWrite } from '../../ports/log-store.ts'
import type { World } from './world.ts'

/** What the rule of a command may know. */
export function factsFor(world: World, write: RoomWrite, actor: User): RoomFacts {
  const state = world.rooms.get(write.room)
  const wanted = factsWanted(write.command)
  const subjects: RoomFacts['subjects'] = new Map(
    wanted.subjects.flatMap((seq) => {
      const message = state?.messages.get(seq)
      return message === undefined ? [] : [[seq, message] as const]
    }),
  )
  const people: RoomFacts['people'] = new Map(
    wanted.people.flatMap((id) => {
      const user = world.accounts.get(id)?.user
      return user === undefined ? [] : [[id, { user, membership: state?.members.get(id) }] as const]
    }),
  )
  const handles = new Set(wanted.handles)
  const members = handles.size === 0 ? [] : [...(state?.members.keys() ?? [])]
  const mentioned: RoomFacts['mentioned'] = new Map(
    members.flatMap((id) => {
      const handle = world.accounts.get(id)?.user.handle ?? ''
      return handles.has(handle) ? [[handle, id] as const] : []
    }),
  )
  return { room: state?.room, actor, membership: state?.members.get(write.actor), subjects, people, mentioned }
}
